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

/// Edits and sends messages: a target, text or hex, and the encoding.
///
/// Parses the input while the user types; invalid input is never sent. Sending an empty message
/// (zero bytes, message pipes only) must be explicit: the button, which then reads "Send empty", or
/// Ctrl+Enter where Enter is the send key. GUI thread only. Keeps its settings and history in
/// QSettings under "composer/".
class ComposerPanel : public QWidget
{
    Q_OBJECT

public:
    /// `system`: the platform whose ways to send are offered.
    explicit ComposerPanel(QWidget* parent = nullptr,
                           pipecore::System system = pipecore::thisSystem);
    /// Saves unsent input as the newest entry of the history.
    ~ComposerPanel() override;

    /// Updates the targets. Cheap when nothing changed that is shown here.
    void setFacts(const pipecore::SessionFacts::Snapshot& facts);
    /// Selects a target as the user would.
    void selectTarget(SendTarget target);
    /// Reports an endpoint or connection that the user has just opened. It becomes the target once
    /// it exists, unless the user has typed by then: text belongs to the target shown beside it. A
    /// server replaces only a target that is no longer usable.
    void offerTarget(SendTarget target);
    /// Handles the end of the session. The input stays, as does the name of its target, which is
    /// gone.
    void startOver();
    /// True if the input is the user's own: neither sent nor taken from the log or the history.
    [[nodiscard]] bool hasDraft() const;
    /// Shows these bytes in the current mode. Previous input goes to the history.
    void setPayload(const pipecore::Bytes& payload);
    /// Focuses the payload field.
    void focusPayload();
    /// Sends as the send key does. Returns false if nothing was sent; the panel shows the reason.
    bool trySend();

    [[nodiscard]] SendKey sendKey() const;
    /// Chooses and remembers which key sends.
    void setSendKey(SendKey key);

signals:
    /// Emitted for a target that could be sent to.
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
    void say(const QString& text, bool isError);
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
    std::optional<PayloadInput> m_shownPayload; ///< as shown by setPayload()
    QString m_hint;                             ///< why the last attempt to send failed
    QTimer m_saveTimer;                         ///< saves the history after a pause in sending
};

} // namespace pipescope
