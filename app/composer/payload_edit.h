#pragma once

#include "composer/payload_input.h"
#include "widgets/hinted_edit.h"

namespace pipescope {

/// Which key sends; the other one starts a new line, as Shift+Enter always does.
enum class SendKey : quint8 { Enter, CtrlEnter };

/// The field a payload is written in: monospaced, grows with its lines, marks a mistake with a wave
/// line. Keys: the send key, and Up in the first and Down in the last line for the history.
class PayloadEdit : public HintedEdit
{
    Q_OBJECT

public:
    explicit PayloadEdit(QWidget* parent = nullptr);

    void setSendKey(SendKey key) { m_sendKey = key; }
    [[nodiscard]] SendKey sendKey() const { return m_sendKey; }

    /// The text as it was written, lines separated by \n. (toPlainText() would turn a no-break
    /// space into a space.)
    [[nodiscard]] QString payloadText() const;
    /// Replaces everything and puts the cursor at the end. Undo does not go back beyond it.
    void setPayloadText(const QString& text);

    void markMistake(const InputMistake& mistake);
    void clearMistake();
    /// Puts the cursor at the mistake and scrolls it into view.
    void goTo(const InputMistake& mistake);

    [[nodiscard]] QSize sizeHint() const override;

signals:
    /// `withCtrl`: Ctrl+Enter was pressed.
    void sendPressed(bool withCtrl);
    void olderPressed();
    void newerPressed();
    /// What the whole text would be after a paste that is too much for an editor; it is not done.
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
