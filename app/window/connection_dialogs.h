#pragma once

#include <QObject> // before ids.h: moc cannot read <compare> as the first header

#include "pipecore/model/ids.h"

#include <QSet>

class QMainWindow;

namespace pipescope {

class IdentityCards;
class MessageArea;
class PipeFactsDialog;
class SessionController;

/// Dialogs about single connections and pipes, and the engine's answers to what they ask. In a
/// viewed session the numbers mean other connections: nothing is asked there. GUI thread only.
class ConnectionDialogs : public QObject
{
    Q_OBJECT

public:
    /// None is owned. Dialogs are children of `window`.
    ConnectionDialogs(SessionController& session, IdentityCards& cards, MessageArea& messages,
                      QMainWindow* window);

    void showIdentity(pipecore::ConnectionId connection);
    void showFacts(pipecore::ConnectionId connection, const QString& name);
    void checkSecurity(const QString& name);

    /// Shows what came from the engine since the last call: answers, and what has failed.
    void takeReplies();

private:
    void takeFailures();
    void takeAnswers();
    [[nodiscard]] PipeFactsDialog* factsDialogOf(pipecore::ConnectionId connection) const;
    void askFacts(pipecore::ConnectionId connection);

    SessionController& m_session;
    IdentityCards& m_cards;
    MessageArea& m_messages;
    QMainWindow* const m_window;
    QSet<quint64> m_factsAsked; ///< questions for the facts dialogs that are not answered yet
};

} // namespace pipescope
