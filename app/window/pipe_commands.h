#pragma once

#include "pipecore/live/operations.h"

#include <QObject>

class QWidget;

namespace pipescope {

class ComposerPanel;
class OutcomeMessages;
class NewClientDialog;
class NewServerDialog;
class SessionController;
class WindowActions;

/// Starts and ends servers, clients and connections, with their dialogs. Failures are shown in the
/// window. GUI thread only.
class PipeCommands : public QObject
{
    Q_OBJECT

public:
    /// None is owned. Dialogs are children of `window`.
    PipeCommands(SessionController& session, ComposerPanel& composer, OutcomeMessages& messages,
                 const WindowActions& actions, QWidget* window);

    /// Opens a dialog for a new one.
    void newServer();
    void newClient();
    /// Opens a prefilled dialog; it is deleted when closed.
    void openServerDialog(NewServerDialog* dialog);
    void openClientDialog(NewClientDialog* dialog);

    /// Starts or connects as the dialogs do after OK.
    void startServer(const pipecore::ServerOptions& options);
    void connectClient(const pipecore::ClientOptions& options);

    /// Sends no more on a connection and reads on. Linux only.
    void endSending(pipecore::LiveConnection connection);
    void disconnectClient(pipecore::LiveConnection connection, pipecore::CloseMode mode);
    void stopEndpoint(pipecore::LiveEndpoint endpoint, pipecore::CloseMode mode);

    void updateActions();

private:
    void callOnce();
    void stopAll();
    void showSecurityEditor();

    SessionController& m_session;
    ComposerPanel& m_composer;
    OutcomeMessages& m_messages;
    const WindowActions& m_actions;
    QWidget* const m_window;
};

} // namespace pipescope
