#include "widgets/hinted_edit.h"

#include <QEvent>
#include <QTextDocument>

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

} // namespace pipescope
