#include "widgets/hinted_edit.h"

#include "widgets/theme.h"

#include <QEvent>
#include <QPlainTextEdit>
#include <QTextDocument>
#include <algorithm>

namespace pipescope {

void HintedEdit::setHint(const QString& hint)
{
    m_hint = hint;
    fitHint();
}

void HintedEdit::fitHint()
{
    const int room = viewport()->width() - 2 * qRound(document()->documentMargin());
    QStringList lines = m_hint.split(u'\n');
    for (QString& line : lines) {
        line = fontMetrics().elidedText(line, Qt::ElideRight, room);
    }
    setPlaceholderText(lines.join(u'\n'));
}

void HintedEdit::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHint();
}

void HintedEdit::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fitHint();
    }
}

namespace {

constexpr float mistakeStrength = 0.15F;

} // namespace

void markMistake(QPlainTextEdit& edit, qsizetype position, qsizetype length)
{
    QTextEdit::ExtraSelection mark;
    const auto last = static_cast<qsizetype>(edit.document()->characterCount()) - 1;
    // An error at the end of the text is shown at the last character.
    const qsizetype from = std::clamp<qsizetype>(position, 0, std::max<qsizetype>(last - 1, 0));
    mark.cursor = QTextCursor(edit.document());
    mark.cursor.setPosition(static_cast<int>(from));
    mark.cursor.setPosition(static_cast<int>(std::min(from + std::max<qsizetype>(length, 1), last)),
                            QTextCursor::KeepAnchor);
    const QColor color = Theme::instance().color(Token::Error);
    mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    mark.format.setUnderlineColor(color);
    mark.format.setForeground(color);
    QColor background = color;
    background.setAlphaF(mistakeStrength);
    mark.format.setBackground(background);
    edit.setExtraSelections({mark});
}

} // namespace pipescope
