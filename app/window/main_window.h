#pragma once

#include "endpoints/send_target.h"
#include "session/session_controller.h"
#include "window/main_window_actions.h"
#include "window/main_window_status.h"

#include "pipecore/discovery/inspection.h"
#include "pipecore/discovery/listing.h"
#include "pipecore/model/options.h"

#include <QMainWindow>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>

class QDockWidget;
class QMenu;
class QToolBar;
class QToolButton;

namespace pipescope {

class ComposerPanel;
class Demo;
class DetailPanel;
class EndpointsPanel;
class IdentityCards;
class MessageArea;
class PayloadTools;
class NewClientDialog;
class NewServerDialog;
class PipesPanel;
class PipeFactsDialog;
class TrafficPanel;

/// The window: endpoints, log, detail and composer around one session. It looks at the session on a
/// frame timer while something happens, and sleeps when nothing does. GUI thread only.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `journals`: the folder for the journals of live sessions.
    explicit MainWindow(const QString& journals, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Starts the live session; a failure is shown in the window. Call once.
    void start();
    /// Offers the journals that a crash left behind.
    void offerInterrupted();

    /// As the dialogs do after OK. A failure is shown in the window.
    void startServer(const pipecore::ServerOptions& options);
    void connectClient(const pipecore::ClientOptions& options);
    /// Into the session as it is, without a question.
    void startDemo();
    void stopDemo();
    /// Asks before marks and comments of the file that is viewed are lost.
    void openFile(const QString& path);

    void goToRow(quint64 row);

    [[nodiscard]] SessionController& session() { return *m_session; }
    [[nodiscard]] const WindowActions& actions() const { return *m_actions; }
    [[nodiscard]] const MessageArea& messages() const { return *m_messages; }
    [[nodiscard]] const StatusLine& status() const { return *m_status; }

    /// It looks at the session many times a second, and not only now and then.
    [[nodiscard]] bool isAwake() const { return m_frameTimer.isActive(); }

    /// Ends the session without a question and closes the window.
    void endAndClose();

signals:
    /// The session has ended in order; the window is closed.
    void closed();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    // main_window.cpp: parts and how they are wired
    void makePanels();
    [[nodiscard]] QDockWidget* makeDock(const QString& name, QWidget* panel);
    void arrangeDocks();
    void connectPanels();
    void connectSession();
    void retranslate();
    void restoreLayout();
    void saveLayout() const;
    void focusNextPane();

    // main_window_menus.cpp
    void makeMenus();
    void makeToolBar();
    void connectActions();
    void connectViewActions();
    void retranslateMenus();
    void fillRecentFiles();
    void fillLanguages();
    void fillDisconnect();
    void fillStop();
    void updateActions();
    void lookUpError();
    void showShortcuts();
    void showAbout();

    // main_window_rows.cpp: marks, comments, places and pairs in the log
    void fillTrafficMenu();
    void fillCopyMenu();
    void connectPayloadActions();
    void connectRowActions();

    // main_window_frame.cpp: looking at the session
    void frame();
    void wake();
    void showFacts();
    void showStatus();
    [[nodiscard]] StatusText recordingText() const;
    void showFailures();
    void showAnswers();
    void showError(const QString& what, const pipecore::Error& error, const QString& more = {});

    // main_window_session.cpp: files and questions
    void sourceChanged();
    void liveChanged();
    void showViewing();
    void updateTitle();
    /// What is shown has more than its file: the mark in the title.
    [[nodiscard]] bool isAheadOfFile() const;
    void openWithDialog();
    void save();
    void saveWithDialog();
    void exportWithDialog();
    void exportToDialog(pipecore::ExportFormat format,
                        const std::optional<pipecore::RowRanges>& rows);
    void newSession();
    /// Asks, with what would be lost, before the journal of an interrupted session is deleted.
    void askToDiscard(const QString& journal);
    /// Calls `go` at once, or after the user saved or gave up what is not saved.
    void askToSave(std::function<void()> go);
    /// The same for marks and comments of the file that is viewed, and for the live session.
    void askAboutNotes(std::function<void()> go);
    void askAboutSession(std::function<void()> go);
    void askUnsaved(const QString& what, const QString& question, std::function<void()> go);
    /// A question with two answers; Enter and Esc give the one that changes nothing.
    struct Question
    {
        QLatin1String name; ///< of the box; while it is open it is not asked again
        QString title;
        QString text;
        QString more;
        QString go;   ///< the answer after which `go` is called
        QString stay; ///< the other one
    };
    void ask(const Question& question, std::function<void()> go);

    // main_window_explorer.cpp: what is done with pipes of others
    void connectExplorer();
    void connectTo(const pipecore::ListedPipe& pipe);
    /// `facts` may be null.
    void serveLike(const pipecore::ListedPipe& pipe, const pipecore::PipeInspection* facts);
    void inspect(const pipecore::ListedPipe& pipe);
    void showInspection(const pipecore::ListedPipe& pipe);

    // main_window_pipes.cpp: what is done with pipes
    void newServer();
    void newClient();
    void openServerDialog(NewServerDialog* dialog);
    void openClientDialog(NewClientDialog* dialog);
    void checkSecurity(const QString& name);
    void showSecurityEditor();
    void showIdentity(pipecore::ConnectionId connection);
    void callOnce();
    /// As the user wishes it: in a session that has rows of other pipes it asks, and starts a new one.
    void startDemoAlone();
    [[nodiscard]] bool hasRowsBesideTheDemo() const;
    void send(const SendTarget& target, const pipecore::Bytes& payload, SendWay way);
    void disconnectClient(pipecore::ConnectionId connection, pipecore::CloseMode mode);
    void stopEndpoint(pipecore::EndpointId endpoint, pipecore::CloseMode mode);
    void stopAll();
    void showPipeFacts(pipecore::ConnectionId connection, const QString& name);
    void askPipeFacts(pipecore::ConnectionId connection);
    [[nodiscard]] PipeFactsDialog* factsDialogOf(pipecore::ConnectionId connection) const;
    void changeReadMode(pipecore::ConnectionId connection, pipecore::PipeMode mode);
    void followConnection(pipecore::ConnectionId connection);
    /// Asks before a text that was typed and not sent makes room.
    void sendAgain(quint64 row);
    /// `target` may be none: it stays as it is then.
    void compose(const pipecore::Bytes& payload, SendTarget target);
    [[nodiscard]] LiveSession* liveToUse();

    WindowActions* m_actions;
    SessionController* m_session;
    PayloadTools* m_payloads = nullptr;
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
    QToolBar* m_toolBar = nullptr;
    QToolButton* m_recordButton = nullptr;

    QMenu* m_fileMenu = nullptr;
    QMenu* m_recentMenu = nullptr;
    QMenu* m_pipeMenu = nullptr;
    QMenu* m_disconnectMenu = nullptr;
    QMenu* m_stopMenu = nullptr;
    QMenu* m_trafficMenu = nullptr;
    QMenu* m_copyMenu = nullptr;
    QMenu* m_timeMenu = nullptr;
    QMenu* m_goMenu = nullptr;
    QMenu* m_viewMenu = nullptr;
    QMenu* m_themeMenu = nullptr;
    QMenu* m_languageMenu = nullptr;
    QMenu* m_helpMenu = nullptr;

    std::unique_ptr<Demo> m_demo;

    QTimer m_frameTimer; ///< while something happens
    QTimer m_slowTimer;  ///< always: rate, disk, whatever the other one missed
    QElapsedTimer m_sinceChange;
    QElapsedTimer m_sinceFacts;
    QElapsedTimer m_sinceStatus;
    quint64 m_factsRevision = 0;
    quint64 m_rowsSeen = 0;
    QSet<quint64> m_factsAsked; ///< questions for the facts dialogs that are not answered yet
    RateMeter m_rate;

    std::function<void()> m_afterSave; ///< what waits for a save that the user chose at a question
    bool m_inspectsUnasked = false;    ///< the user wants no further question before an inspection
    bool m_ended = false;
};

} // namespace pipescope
