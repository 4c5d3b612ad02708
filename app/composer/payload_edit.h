#pragma once

#include "composer/payload_input.h"
#include "widgets/hinted_edit.h"

namespace pipescope {

/// The key that sends; the other inserts a line break, as Shift+Enter always does.
enum class SendKey : quint8 { Enter, CtrlEnter };

/// Edits a payload: monospaced, grows with its lines, marks errors with a wave line. Keys: the send
/// key, and Up in the first and Down in the last line for the history.
class PayloadEdit : public HintedEdit
{
    Q_OBJECT

public:
    explicit PayloadEdit(QWidget* parent = nullptr);

    void setSendKey(SendKey key) { m_sendKey = key; }
    [[nodiscard]] SendKey sendKey() const { return m_sendKey; }

    /// The text as typed, lines separated by \n. (toPlainText() would turn a no-break space into a
    /// space.)
    [[nodiscard]] QString payloadText() const;
    /// Replaces the text and moves the cursor to the end. Undo does not go back beyond it.
    void setPayloadText(const QString& text);

    void markMistake(const InputMistake& mistake);
    void clearMistake();
    /// Moves the cursor to the error and scrolls it into view.
    void goTo(const InputMistake& mistake);

    [[nodiscard]] QSize sizeHint() const override;

signals:
    /// `withCtrl`: Ctrl+Enter was pressed.
    void sendPressed(bool withCtrl);
    void olderPressed();
    void newerPressed();
    /// The text that a refused paste would have produced: a line too long for an editor.
    void endlessLinePasted(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    [[nodiscard]] bool handleEnter(const QKeyEvent& event);
    [[nodiscard]] int heightOf(int lines) const;
    void fitHeight();

    SendKey m_sendKey = SendKey::Enter;
};

} // namespace pipescope
