#include "widgets/mistake_mark.h"

#include "widgets/theme.h"

#include <QPlainTextEdit>

#include <algorithm>

namespace pipescope {

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
