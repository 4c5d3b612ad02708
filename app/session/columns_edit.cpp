#include "session/columns_edit.h"

#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "widgets/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStringListModel>

namespace pipescope {

ColumnsEdit::ColumnsEdit(QWidget* parent)
    : QLineEdit(parent)
    , m_names(new QStringListModel(this))
    , m_completer(new QCompleter(m_names, this))
{
    setFont(Theme::instance().monospaceFont());
    setDecodedFields({});
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->popup()->setObjectName(QStringLiteral("columnOffers"));
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this,
            &ColumnsEdit::take);
    connect(this, &QLineEdit::textEdited, this, &ColumnsEdit::offer);
}

void ColumnsEdit::setDecodedFields(const std::vector<std::string>& fields)
{
    QStringList names{QStringLiteral("all")};
    for (const pipecore::RowColumnName& column : pipecore::rowColumns()) {
        names.append(fromCore(column.name));
    }
    for (const std::string& field : fields) {
        names.append(fromCore(field));
    }
    m_names->setStringList(names);
}

std::expected<pipecore::ExportColumns, pipecore::FilterError> ColumnsEdit::columns() const
{
    return pipecore::ExportColumns::parse(text().toStdString());
}

QString ColumnsEdit::mistake() const
{
    const auto read = columns();
    return read ? QString()
                : placedMistake(text().toStdString(), read.error().offset,
                                phraseText(read.error().message));
}

/// Where the name at the cursor begins.
int ColumnsEdit::partBegin() const
{
    const QString before = text().left(cursorPosition());
    auto begin = before.lastIndexOf(u',') + 1;
    while (begin < before.size() && before.at(begin).isSpace()) {
        ++begin;
    }
    return static_cast<int>(begin);
}

void ColumnsEdit::offer(const QString& text)
{
    const QString part = text.mid(partBegin(), cursorPosition() - partBegin());
    m_completer->setCompletionPrefix(part);
    const bool isWritten =
        m_completer->completionCount() == 1 && m_completer->currentCompletion() == part;
    if (part.isEmpty() || m_completer->completionCount() == 0 || isWritten) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->complete();
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void ColumnsEdit::take(const QString& name)
{
    const int begin = partBegin();
    const QString rest = text().mid(cursorPosition());
    setText(text().left(begin) + name + rest);
    setCursorPosition(begin + static_cast<int>(name.size()));
}

} // namespace pipescope
