#pragma once

#include "endpoints/send_target.h"

#include "pipecore/base/bytes.h"
#include "pipecore/live/operations.h"

#include <QObject>

#include <variant>

class QDockWidget;
class QWidget;

namespace pipescope {

class ComposerPanel;
class OutcomeMessages;
class LogSource;
class SessionController;

/// Sends the composer's message, and puts messages of the log into the composer. GUI thread only.
class SendCommands : public QObject
{
    Q_OBJECT

public:
    /// None is owned. `dock` holds the composer. Questions are asked over `window`.
    SendCommands(SessionController& session, const LogSource& log, ComposerPanel& composer,
                 QDockWidget& dock, OutcomeMessages& messages, QWidget* window);

    /// Shows the composer with this target.
    void composeTo(std::variant<pipecore::LiveConnection, pipecore::LiveEndpoint> target);
    /// Asks before unsent text is replaced.
    void sendAgain(quint64 row);

signals:
    /// A connection was selected, which may have ended and may no longer be listed.
    void targetChosen(pipescope::SendTarget target);

private:
    void send(const SendTarget& target, const pipecore::Bytes& payload, SendWay way);
    void showComposer();
    /// `target` may be none: it stays unchanged then.
    void compose(const pipecore::Bytes& payload, SendTarget target);

    SessionController& m_session;
    const LogSource& m_log;
    ComposerPanel& m_composer;
    QDockWidget& m_dock;
    OutcomeMessages& m_messages;
    QWidget* const m_window;
};

} // namespace pipescope
