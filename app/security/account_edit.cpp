#include "security/account_edit.h"

#include "security/accounts.h"

#include <QCompleter>
#include <QLineEdit>

namespace pipescope {

AccountEdit::AccountEdit(QWidget* parent) : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    addItems(Accounts::wellKnown());
    setMaxVisibleItems(16);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    connect(this, &QComboBox::textActivated, this, &AccountEdit::accountEntered);
    connect(lineEdit(), &QLineEdit::editingFinished, this,
            [this] { emit accountEntered(currentText()); });
}

} // namespace pipescope
