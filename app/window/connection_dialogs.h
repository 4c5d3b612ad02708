#pragma once

#include <QObject> // before ids.h: moc cannot read <compare> as the first header

#include "pipecore/live/operations.h"
#include "pipecore/live/outcomes.h"

class QMainWindow;

namespace pipescope {

class IdentityCards;
class OutcomeMessages;
class PipeFactsDialog;
class SessionController;

/// Dialogs for single connections and pipes of the live session, and their requests to the engine.
/// GUI thread only.
class ConnectionDialogs : public QObject
{
    Q_OBJECT

public:
    /// None is owned. Dialogs are children of `window`.
    ConnectionDialogs(SessionController& session, IdentityCards& cards, OutcomeMessages& messages,
                      QMainWindow* window);

    void showIdentity(pipecore::LiveConnection connection);
    void showFacts(pipecore::LiveConnection connection, const QString& name);
    /// Of the pipe of a server.
    void checkSecurity(pipecore::LiveEndpoint server);
    /// Reports the result in the status bar, and updates the shown properties.
    void changeReadMode(pipecore::LiveConnection connection, pipecore::PipeMode mode);

private:
    [[nodiscard]] PipeFactsDialog* factsDialogOf(pipecore::ConnectionId connection) const;
    void askFacts(pipecore::LiveConnection connection);
    void takeFacts(pipecore::LiveConnection connection, const pipecore::Outcome& outcome);
    void readModeChanged(pipecore::LiveConnection connection, pipecore::PipeMode mode);

    SessionController& m_session;
    IdentityCards& m_cards;
    OutcomeMessages& m_messages;
    QMainWindow* const m_window;
};

} // namespace pipescope
