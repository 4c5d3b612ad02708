#include "traffic/comment_dialog.h"

#include "pipecore/session/annotations.h"
#include "widgets/formatting.h"
#include "widgets/labels.h"
#include "widgets/theme.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace pipescope {

CommentDialog::CommentDialog(quint64 number, const QString& comment, QWidget* parent)
    : QDialog(parent)
    , m_number(number)
    , m_edit(new QPlainTextEdit(this))
    , m_hint(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this))
{
    setObjectName(QStringLiteral("CommentDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_edit->setObjectName(QStringLiteral("commentEdit"));
    m_edit->setTabChangesFocus(true);
    m_edit->setPlainText(comment);
    m_edit->selectAll();
    m_edit->installEventFilter(this);
    m_hint->setObjectName(QStringLiteral("commentHint"));
    m_hint->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_edit, 1);
    column->addWidget(m_hint);
    column->addWidget(m_buttons);
    resize(440, 220);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &CommentDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &CommentDialog::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
}

void CommentDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

bool CommentDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && key->modifiers().testFlag(Qt::ControlModifier)) {
            m_buttons->button(QDialogButtonBox::Save)->click();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommentDialog::retranslate()
{
    setWindowTitle(tr("Comment on row %1").arg(formatCount(m_number)));
    m_edit->setPlaceholderText(tr("Comment on this row"));
    m_edit->setAccessibleName(tr("Comment"));
    check();
}

void CommentDialog::check()
{
    const auto bytes = static_cast<std::size_t>(m_edit->toPlainText().toUtf8().size());
    const bool tooLong = bytes > pipecore::Annotations::maxCommentBytes;
    m_hint->setText(
        tooLong ? tr("Too long: %1 (max. %2)")
                      .arg(formatBytes(bytes), formatBytes(pipecore::Annotations::maxCommentBytes))
                : tr("Saved with the session. Ctrl+Enter to save. Leave empty to delete."));
    setTextColor(m_hint, tooLong ? Token::Warning : Token::Muted);
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(!tooLong);
}

void CommentDialog::save()
{
    emit commentEdited(m_edit->toPlainText().trimmed());
    accept();
}

} // namespace pipescope
