#pragma once

#include <QObject>

class QWidget;

namespace pipescope {

class MessageArea;
class SessionCommands;
class SessionController;

/// Shows the kind of session above the log, and offers sessions left by crashes. GUI thread only.
class SessionBars : public QObject
{
    Q_OBJECT

public:
    /// None is owned. Questions are asked over `window`.
    SessionBars(SessionController& session, SessionCommands& commands, MessageArea& messages,
                QWidget* window);

    /// Offers journals left by crashes.
    void offerInterrupted();

private:
    void showViewing();
    /// Asks, with a summary, before the journal of an interrupted session is deleted.
    void askToDiscard(const QString& journal);

    SessionController& m_session;
    SessionCommands& m_commands;
    MessageArea& m_messages;
    QWidget* const m_window;
};

} // namespace pipescope
