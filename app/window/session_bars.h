#pragma once

#include <QObject>

class QWidget;

namespace pipescope {

class MessageArea;
class SessionCommands;
class SessionController;

/// Says above the log what kind of session is shown, and offers sessions that a crash left behind.
/// GUI thread only.
class SessionBars : public QObject
{
    Q_OBJECT

public:
    /// None is owned. Questions are asked over `window`.
    SessionBars(SessionController& session, SessionCommands& commands, MessageArea& messages,
                QWidget* window);

    /// Offers the journals that a crash left behind.
    void offerInterrupted();

private:
    void showViewing();
    /// Asks, with what would be lost, before the journal of an interrupted session is deleted.
    void askToDiscard(const QString& journal);

    SessionController& m_session;
    SessionCommands& m_commands;
    MessageArea& m_messages;
    QWidget* const m_window;
};

} // namespace pipescope
