#include "security/sddl_edit.h"

#include "widgets/hinted_edit.h"
#include "widgets/theme.h"

#include <QScopedValueRollback>

namespace pipescope {

namespace {

constexpr int shownLines = 3;

} // namespace

SddlEdit::SddlEdit(QWidget* parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setFont(Theme::instance().monospaceFont());
    setPlaceholderText(QStringLiteral("D:P(A;;FA;;;SY)(A;;FA;;;BA)"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isReplacing) {
            emit edited();
        }
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] { setMistake(m_mistake); });
}

void SddlEdit::replaceText(const QString& text)
{
    if (text == toPlainText()) {
        return;
    }
    const QScopedValueRollback<bool> replacing(m_isReplacing, true);
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
}

void SddlEdit::setMistake(const std::optional<pipecore::InputError>& mistake)
{
    m_mistake = mistake;
    if (!mistake) {
        setExtraSelections({});
        return;
    }
    const QByteArray text = toPlainText().toUtf8();
    const auto characters = [&text](std::size_t first, std::size_t count) {
        return QString::fromUtf8(
                   text.mid(static_cast<qsizetype>(first), static_cast<qsizetype>(count)))
            .size();
    };
    markMistake(*this, characters(0, mistake->offset),
                characters(mistake->offset, mistake->length));
}

QSize SddlEdit::sizeHint() const
{
    const int margins = 2 * frameWidth() + static_cast<int>(2 * document()->documentMargin());
    return {QPlainTextEdit::sizeHint().width(), fontMetrics().lineSpacing() * shownLines + margins
                                                    + contentsMargins().top()
                                                    + contentsMargins().bottom()};
}

} // namespace pipescope
