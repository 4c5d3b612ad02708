#pragma once

#include "session/session_controller.h"
#include "window/main_window_actions.h"
#include "window/main_window_status.h"

#include "pipecore/model/options.h"

#include <QMainWindow>

#include <memory>

class QDockWidget;

namespace pipescope {

class ComposerPanel;
class ConnectionDialogs;
class DemoCommand;
class DetailPanel;
class EndpointsPanel;
class ExplorerCommands;
class FrameCommands;
class FrameRules;
class IdentityCards;
class LogSource;
class LuaDecoderFolder;
class MessageArea;
class OutcomeMessages;
class PipeCommands;
class PipesPanel;
class RowCommands;
class SendCommands;
class SessionBars;
class SessionCommands;
class SessionDisplay;
class TrafficPanel;
class ViewCommands;
class WindowMenus;

/// The window: the layout of endpoints, log, row details and composer around one session. Objects
/// whose names end with "Commands" implement the actions; SessionDisplay observes the session. GUI
/// thread only.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `journals`: the folder for the journals of live sessions.
    explicit MainWindow(const QString& journals, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Starts the live session; a failure is shown in the window. Call once.
    void start();
    /// Offers journals left by crashes.
    void offerInterrupted();

    /// Starts or connects as the dialogs do after OK. Failures are shown in the window.
    void startServer(const pipecore::ServerOptions& options);
    void connectClient(const pipecore::ClientOptions& options);
    /// Starts in the current session, without a question.
    void startDemo();
    void stopDemo();
    /// Asks before unsaved marks and comments of the viewed file are lost.
    void openFile(const QString& path);

    /// Of the session: makes the row current, or the frame with its bytes.
    void goToRow(quint64 row);

    [[nodiscard]] SessionController& session() { return *m_session; }
    [[nodiscard]] LogSource& log() { return *m_log; }
    [[nodiscard]] FrameRules& frameRules() { return *m_frameRules; }
    [[nodiscard]] const WindowActions& actions() const { return *m_actions; }
    [[nodiscard]] const MessageArea& messages() const { return *m_messages; }
    [[nodiscard]] const StatusLine& status() const { return *m_status; }

    /// True while it polls the session many times a second.
    [[nodiscard]] bool isAwake() const;

    /// Ends the session without a question and closes the window.
    void endAndClose();

signals:
    /// The session has ended and the window is closed.
    void closed();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makePanels();
    [[nodiscard]] QDockWidget* makeDock(const QString& name, QWidget* panel);
    void arrangeDocks();
    void makeCommands();
    void connectActions();
    void connectPanels();
    void connectEndpoints();
    void connectSession();
    void updateActions();
    void retranslate();
    void restoreLayout();
    void saveLayout() const;
    void focusNextPane();

    WindowActions* m_actions;
    SessionController* m_session;
    LuaDecoderFolder* m_decoders;
    MessageArea* m_messages = nullptr;
    StatusLine* m_status = nullptr;
    TrafficPanel* m_traffic = nullptr;
    EndpointsPanel* m_endpoints = nullptr;
    DetailPanel* m_detail = nullptr;
    ComposerPanel* m_composer = nullptr;
    PipesPanel* m_pipes = nullptr;
    IdentityCards* m_identityCards = nullptr;
    QDockWidget* m_endpointsDock = nullptr;
    QDockWidget* m_detailDock = nullptr;
    QDockWidget* m_composerDock = nullptr;
    QDockWidget* m_pipesDock = nullptr;

    std::unique_ptr<FrameRules> m_frameRules;
    std::unique_ptr<LogSource> m_log;

    // Commands for the parts above. Destroyed before these.
    std::unique_ptr<WindowMenus> m_menus;
    std::unique_ptr<SessionCommands> m_sessionCommands;
    std::unique_ptr<SessionBars> m_sessionBars;
    std::unique_ptr<OutcomeMessages> m_outcomeMessages;
    std::unique_ptr<PipeCommands> m_pipeCommands;
    std::unique_ptr<ExplorerCommands> m_explorerCommands;
    std::unique_ptr<ConnectionDialogs> m_connectionDialogs;
    std::unique_ptr<SendCommands> m_sendCommands;
    std::unique_ptr<DemoCommand> m_demo;
    std::unique_ptr<RowCommands> m_rowCommands;
    std::unique_ptr<FrameCommands> m_frameCommands;
    std::unique_ptr<ViewCommands> m_viewCommands;
    std::unique_ptr<SessionDisplay> m_display;

    bool m_ended = false;
};

} // namespace pipescope
