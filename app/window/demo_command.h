#pragma once

#include "pipecore/session/session.h"

#include <QObject>

#include <memory>

class QWidget;

namespace pipescope {

class ComposerPanel;
class Demo;
class MessageArea;
class SessionCommands;
class SessionController;
class WindowActions;

/// The demo of the live session. GUI thread only.
class DemoCommand : public QObject
{
    Q_OBJECT

public:
    /// None is owned. Questions are asked over `window`.
    DemoCommand(SessionController& session, SessionCommands& commands, ComposerPanel& composer,
                MessageArea& messages, const WindowActions& actions, QWidget* window);
    ~DemoCommand() override;

    /// Starts in the current session, without a question.
    void start();
    /// Starts on the user's request: if the session has rows of other pipes, asks and starts a new
    /// one.
    void startOnRequest();
    void stop();
    /// Releases the demo; the engine may be destroyed.
    void end();
    /// Passes the facts of the live session to the demo.
    void watch(const pipecore::SessionFacts::Snapshot& facts);

    void updateActions();

signals:
    void runningChanged();

private:
    void liveChanged();
    [[nodiscard]] bool hasRowsBeside() const;

    SessionController& m_session;
    SessionCommands& m_commands;
    ComposerPanel& m_composer;
    MessageArea& m_messages;
    const WindowActions& m_actions;
    QWidget* const m_window;
    std::unique_ptr<Demo> m_demo;
};

} // namespace pipescope
