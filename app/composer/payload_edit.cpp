#include "composer/payload_edit.h"

#include "widgets/hinted_edit.h"
#include "widgets/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>

#include <algorithm>
#include <cmath>

namespace pipescope {

namespace {

constexpr int minLines = 2;
constexpr int maxLines = 8;

bool canMove(QTextCursor cursor, QTextCursor::MoveOperation operation)
{
    return cursor.movePosition(operation);
}

} // namespace

PayloadEdit::PayloadEdit(QWidget* parent) : HintedEdit(parent)
{
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setFont(Theme::instance().monospaceFont());
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &PayloadEdit::fitHeight);
    fitHeight();
}

QString PayloadEdit::payloadText() const
{
    return document()->toRawText().replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
}

void PayloadEdit::setPayloadText(const QString& text)
{
    setPlainText(text);
    moveCursor(QTextCursor::End);
}

void PayloadEdit::markMistake(const InputMistake& mistake)
{
    pipescope::markMistake(*this, mistake.position, mistake.length);
}

void PayloadEdit::clearMistake()
{
    setExtraSelections({});
}

void PayloadEdit::goTo(const InputMistake& mistake)
{
    QTextCursor cursor(document());
    cursor.setPosition(
        static_cast<int>(std::min<qsizetype>(mistake.position, document()->characterCount() - 1)));
    setTextCursor(cursor);
    ensureCursorVisible();
}

QSize PayloadEdit::sizeHint() const
{
    return {QPlainTextEdit::sizeHint().width(), minimumHeight()};
}

void PayloadEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!handleEnter(*event)) {
            textCursor().insertBlock();
            ensureCursorVisible();
        }
        event->accept();
        return;
    }
    if ((event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
        if (event->key() == Qt::Key_Up && !canMove(textCursor(), QTextCursor::Up)) {
            emit olderPressed();
            return;
        }
        if (event->key() == Qt::Key_Down && !canMove(textCursor(), QTextCursor::Down)) {
            emit newerPressed();
            return;
        }
    }
    QPlainTextEdit::keyPressEvent(event);
}

bool PayloadEdit::handleEnter(const QKeyEvent& event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::ShiftModifier
        || (modifiers == Qt::NoModifier && m_sendKey == SendKey::CtrlEnter)) {
        return false;
    }
    // Holding the key down must not send repeatedly.
    if (!event.isAutoRepeat()) {
        emit sendPressed(modifiers.testFlag(Qt::ControlModifier));
    }
    return true;
}

void PayloadEdit::changeEvent(QEvent* event)
{
    HintedEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fitHeight();
    }
}

void PayloadEdit::insertFromMimeData(const QMimeData* source)
{
    if (!hasEndlessLine(source->text())) {
        QPlainTextEdit::insertFromMimeData(source);
        return;
    }
    const QTextCursor cursor = textCursor();
    QString whole = payloadText();
    whole.replace(cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart(),
                  source->text());
    emit endlessLinePasted(whole);
}

int PayloadEdit::heightOf(int lines) const
{
    const QMargins margins = contentsMargins();
    const double documentMargin = document()->documentMargin();
    return static_cast<int>(
               std::ceil(QFontMetricsF(font()).lineSpacing() * lines + 2 * documentMargin))
           + margins.top() + margins.bottom() + 2 * frameWidth();
}

void PayloadEdit::fitHeight()
{
    // The layout of a plain text counts its height in lines.
    const auto lines = static_cast<int>(document()->documentLayout()->documentSize().height());
    const int height = heightOf(std::clamp(lines, minLines, maxLines));
    if (height != minimumHeight()) {
        setMinimumHeight(height);
        updateGeometry();
    }
}

} // namespace pipescope
