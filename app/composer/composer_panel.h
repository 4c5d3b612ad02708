#pragma once

#include "composer/payload_edit.h"
#include "composer/payload_input.h"
#include "composer/send_history.h"
#include "endpoints/send_target.h"

#include "pipecore/base/bytes.h"
#include "pipecore/model/presets.h"
#include "pipecore/session/session.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QCheckBox;
class QLabel;
class QPushButton;

namespace pipescope {

class ElidedLabel;
class FormatBar;
class InputController;
class TargetChooser;

/// Where messages are written and sent: a target, text or hex, and how it is encoded.
///
/// The input is read as one types; nothing that cannot be read is ever sent. An empty message (zero
/// bytes, message pipes only) takes an explicit wish: the button, which then says "Send empty", or
/// Ctrl+Enter where Enter is the send key. GUI thread only. Keeps its settings and history in
/// QSettings under "composer/".
class ComposerPanel : public QWidget
{
    Q_OBJECT

public:
    /// `system`: whose ways to send are offered.
    explicit ComposerPanel(QWidget* parent = nullptr,
                           pipecore::System system = pipecore::thisSystem);
    /// Keeps what was typed and not sent as the newest entry of the history.
    ~ComposerPanel() override;

    /// What can be sent to. Cheap when nothing changed that is shown here.
    void setFacts(const pipecore::SessionFacts::Snapshot& facts);
    /// Chooses a target as the user would.
    void selectTarget(SendTarget target);
    /// The user has just opened this endpoint or connection. When it is there, it becomes the target,
    /// but only when nothing is typed until then: a text is for the target that is shown beside it.
    /// A server is taken only in place of a target that cannot be sent to any more.
    void offerTarget(SendTarget target);
    /// The session has ended. What is typed stays; so does the name of its target, which is gone.
    void startOver();
    /// There is text that was neither sent nor taken from the log or the history: the user's own.
    [[nodiscard]] bool hasDraft() const;
    /// Shows these bytes in the current mode. What was typed before goes to the history.
    void setPayload(const pipecore::Bytes& payload);
    /// Puts the keyboard into the payload field.
    void focusPayload();
    /// Sends as the send key does. False when nothing was sent; the panel says why.
    bool trySend();

    [[nodiscard]] SendKey sendKey() const;
    /// Chooses and remembers which key sends.
    void setSendKey(SendKey key);

signals:
    /// The target could be sent to when this was emitted.
    void sendRequested(pipescope::SendTarget target, const pipecore::Bytes& payload,
                       pipescope::SendWay way);

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeWidgets(pipecore::System system);
    void makeLayout();
    void makeConnections();
    void loadSettings();
    void saveSettings();
    void retranslate();
    void restyle();

    void inputEdited();
    void showHint(const QString& text);
    void showState();
    void showWays();
    void fitSendButton();
    [[nodiscard]] static QString sizeText(std::size_t bytes);
    void say(const QString& text, bool isMistake);
    bool send(bool mayBeEmpty);
    void browse(std::optional<PayloadInput> entry);
    void showContextMenu(const QPoint& position);

    QLabel* m_targetLabel = nullptr;
    TargetChooser* m_target = nullptr;
    FormatBar* m_format = nullptr;
    PayloadEdit* m_edit = nullptr;
    QPushButton* m_send = nullptr;
    ElidedLabel* m_message = nullptr;
    QCheckBox* m_transact = nullptr; ///< shown on Windows only
    QLabel* m_count = nullptr;

    SendHistory m_history;
    std::unique_ptr<InputController> m_input;
    std::optional<PayloadInput> m_shownPayload; ///< as setPayload() has shown it
    QString m_hint;                             ///< why the last wish to send was not followed
    QTimer m_saveTimer;                         ///< writes the history once sending rests
};

} // namespace pipescope
