#include "window/main_window.h"

#include "composer/composer_panel.h"
#include "decoders/lua_decoder_folder.h"
#include "detail/detail_panel.h"
#include "endpoints/endpoints_panel.h"
#include "explorer/pipes_panel.h"
#include "frames/log_source.h"
#include "identity/identity_cards.h"
#include "traffic/filter_controller.h"
#include "traffic/highlight_controller.h"
#include "traffic/place_controller.h"
#include "traffic/selection_controller.h"
#include "traffic/traffic_panel.h"
#include "widgets/icons.h"
#include "widgets/message_bar.h"
#include "widgets/window_room.h"
#include "window/connection_dialogs.h"
#include "window/demo_command.h"
#include "window/explorer_commands.h"
#include "window/frame_commands.h"
#include "window/pipe_commands.h"
#include "window/row_commands.h"
#include "window/send_commands.h"
#include "window/session_bars.h"
#include "window/session_commands.h"
#include "window/session_display.h"
#include "window/view_commands.h"
#include "window/window_menus.h"
#include "window/window_messages.h"

#include <QAbstractScrollArea>
#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QSettings>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace pipescope {

namespace {

/// To be increased when the panes change, so that an old layout is not restored.
constexpr int layoutVersion = 2;

constexpr QLatin1String geometryKey("window/geometry");
constexpr QLatin1String layoutKey("window/layout");
constexpr QLatin1String trafficKey("window/traffic");

/// A slot that calls `action` with the engine's object of a shown number. Ignored while a file is
/// viewed: its numbers belong to another session.
template <typename Object, typename IdType, typename... Arguments>
auto whenLive(const SessionController& session, Object* object,
              void (Object::*action)(pipecore::Live<IdType>, Arguments...))
{
    return [&session, object, action](IdType shown, Arguments... arguments) {
        if (const auto live = session.liveOf(shown)) {
            (object->*action)(*live, arguments...);
        }
    };
}

} // namespace

MainWindow::MainWindow(const QString& journals, QWidget* parent)
    : QMainWindow(parent)
    , m_actions(new WindowActions(this))
    , m_session(new SessionController(journals, this))
    , m_decoders(new LuaDecoderFolder(LuaDecoderFolder::standardFolder(), this))
    , m_frameRules(std::make_unique<FrameRules>())
    , m_log(std::make_unique<LogSource>(*m_session, *m_frameRules))
{
    setObjectName(QStringLiteral("MainWindow"));
    setWindowIcon(makeProgramIcon());
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setAcceptDrops(true);
    makePanels();
    makeCommands();
    connectActions();
    connectPanels();
    connectSession();
    retranslate();
    updateActions();
    restoreLayout();
}

MainWindow::~MainWindow()
{
    // The views release the session before it is destroyed, and the demo releases its engine.
    m_demo.reset();
    m_display.reset();
}

void MainWindow::start()
{
    m_decoders->update();
    if (const auto started = m_session->startLive(); !started) {
        showError(*m_messages, tr("Cannot start the pipe engine"), started.error());
    }
}

void MainWindow::makePanels()
{
    auto* center = new QWidget(this);
    auto* column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_messages = new MessageArea(center);
    m_traffic = new TrafficPanel(center);
    column->addWidget(m_messages);
    column->addWidget(m_traffic, 1);
    setCentralWidget(center);

    m_endpoints = new EndpointsPanel(this);
    m_identityCards = new IdentityCards(
        [this] {
            return m_session->live() == nullptr ? nullptr : &m_session->live()->operations();
        },
        this);
    m_detail = new DetailPanel(this);
    m_composer = new ComposerPanel(this);
    m_endpointsDock = makeDock(QStringLiteral("EndpointsDock"), m_endpoints);
    m_detailDock = makeDock(QStringLiteral("DetailDock"), m_detail);
    m_composerDock = makeDock(QStringLiteral("ComposerDock"), m_composer);
    m_pipes = new PipesPanel(pipecore::makePipeLister, this);
    m_pipesDock = makeDock(QStringLiteral("PipesDock"), m_pipes);
    arrangeDocks();

    m_status = new StatusLine(statusBar());
}

void MainWindow::makeCommands()
{
    SessionController& session = *m_session;
    const WindowActions& actions = *m_actions;
    m_menus = std::make_unique<WindowMenus>(
        *this, actions, session,
        QList<QDockWidget*>{m_endpointsDock, m_detailDock, m_composerDock, m_pipesDock});
    m_sessionCommands =
        std::make_unique<SessionCommands>(session, *m_log, *m_traffic, *m_messages, actions, this);
    m_sessionBars = std::make_unique<SessionBars>(session, *m_sessionCommands, *m_messages, this);
    m_outcomeMessages = std::make_unique<OutcomeMessages>(session, *m_messages);
    m_pipeCommands =
        std::make_unique<PipeCommands>(session, *m_composer, *m_outcomeMessages, actions, this);
    m_explorerCommands = std::make_unique<ExplorerCommands>(*m_pipes, *m_pipeCommands, this);
    m_connectionDialogs =
        std::make_unique<ConnectionDialogs>(session, *m_identityCards, *m_outcomeMessages, this);
    m_sendCommands = std::make_unique<SendCommands>(session, *m_log, *m_composer, *m_composerDock,
                                                    *m_outcomeMessages, this);
    m_demo = std::make_unique<DemoCommand>(session, *m_sessionCommands, *m_composer, *m_messages,
                                           actions, this);
    m_rowCommands =
        std::make_unique<RowCommands>(*m_log, *m_traffic, *m_status, *m_messages, actions, this);
    m_frameCommands = std::make_unique<FrameCommands>(
        FrameCommands::Parts{session, *m_log, *m_frameRules, *m_traffic, *m_detail, actions}, this);
    m_viewCommands = std::make_unique<ViewCommands>(actions, *m_decoders, this);
    connect(m_decoders, &LuaDecoderFolder::changed, m_detail, &DetailPanel::decodersChanged);
    connect(m_decoders, &LuaDecoderFolder::changed, &m_traffic->filters(),
            &FilterController::decodersChanged);
    connect(m_decoders, &LuaDecoderFolder::changed, &m_traffic->highlights(),
            &HighlightController::decodersChanged);
    m_display = std::make_unique<SessionDisplay>(
        session,
        SessionDisplay::Views{*this, *m_log, *m_traffic, *m_endpoints, *m_detail, *m_composer,
                              *m_identityCards, *m_status, m_menus->recordButton(), actions});
}

void MainWindow::connectActions()
{
    connect((*m_actions)[Action::Quit], &QAction::triggered, this, &QWidget::close);
    connect((*m_actions)[Action::NextPane], &QAction::triggered, this, &MainWindow::focusNextPane);
    connect((*m_actions)[Action::ResetLayout], &QAction::triggered, this, [this] {
        arrangeDocks();
        addToolBar(&m_menus->toolBar());
        m_menus->toolBar().show();
    });
    connect(m_menus.get(), &WindowMenus::opening, this, &MainWindow::updateActions);
    connect(m_menus.get(), &WindowMenus::openRequested, m_sessionCommands.get(),
            &SessionCommands::openFile);
    connect(m_menus.get(), &WindowMenus::disconnectRequested, m_pipeCommands.get(),
            &PipeCommands::disconnectClient);
    connect(m_menus.get(), &WindowMenus::stopRequested, m_pipeCommands.get(),
            &PipeCommands::stopEndpoint);
    connect(m_menus.get(), &WindowMenus::copyRequested, &m_traffic->selection(),
            [this](pipecore::CopyStyle style) { m_traffic->selection().copy({style}); });
    connect(m_demo.get(), &DemoCommand::runningChanged, this, &MainWindow::updateActions);
}

void MainWindow::updateActions()
{
    m_sessionCommands->updateActions();
    m_pipeCommands->updateActions();
    m_demo->updateActions();
    m_menus->recordButton().setEnabled((*m_actions)[Action::Save]->isEnabled());
}

QDockWidget* MainWindow::makeDock(const QString& name, QWidget* panel)
{
    auto* dock = new QDockWidget(this);
    dock->setObjectName(name);
    dock->setWidget(panel);
    return dock;
}

void MainWindow::arrangeDocks()
{
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::TopLeftCorner, Qt::LeftDockWidgetArea);
    for (QDockWidget* dock : {m_endpointsDock, m_pipesDock, m_detailDock, m_composerDock}) {
        dock->setFloating(false);
        removeDockWidget(dock);
    }
    addDockWidget(Qt::LeftDockWidgetArea, m_endpointsDock);
    splitDockWidget(m_endpointsDock, m_pipesDock, Qt::Vertical);
    addDockWidget(Qt::BottomDockWidgetArea, m_detailDock);
    splitDockWidget(m_detailDock, m_composerDock, Qt::Vertical);
    for (QDockWidget* dock : {m_endpointsDock, m_pipesDock, m_detailDock, m_composerDock}) {
        dock->show();
    }
    resizeDocks({m_endpointsDock}, {460}, Qt::Horizontal);
    resizeDocks({m_endpointsDock, m_pipesDock}, {420, 300}, Qt::Vertical);
    resizeDocks({m_detailDock, m_composerDock}, {216, 132}, Qt::Vertical);
}

void MainWindow::restoreLayout()
{
    const QSettings settings;
    const bool isRestored = restoreGeometry(settings.value(geometryKey).toByteArray());
    if (!isMaximized() && !isFullScreen()) {
        resizeWithinScreen(*this, isRestored ? size() : QSize(1440, 900));
    }
    restoreState(settings.value(layoutKey).toByteArray(), layoutVersion);
    m_traffic->restoreState(settings.value(trafficKey).toByteArray());
}

void MainWindow::saveLayout() const
{
    QSettings settings;
    settings.setValue(geometryKey, saveGeometry());
    settings.setValue(layoutKey, saveState(layoutVersion));
    settings.setValue(trafficKey, m_traffic->saveState());
}

void MainWindow::connectPanels()
{
    connect(m_traffic, &TrafficPanel::currentRowChanged, m_detail, &DetailPanel::showRow);
    connect(m_traffic, &TrafficPanel::rowActivated, this, [this] {
        m_detailDock->show();
        m_detailDock->raise();
        m_detail->focusContent();
    });
    connect(m_traffic, &TrafficPanel::sendAgainRequested, m_sendCommands.get(),
            &SendCommands::sendAgain);
    connect(m_sendCommands.get(), &SendCommands::targetChosen, m_display.get(),
            &SessionDisplay::showTarget);
    connect(m_rowCommands.get(), &RowCommands::annotated, this, [this] {
        updateActions();
        m_display->updateTitle();
    });
    connectEndpoints();
}

void MainWindow::connectEndpoints()
{
    PipeCommands* const pipes = m_pipeCommands.get();
    ConnectionDialogs* const dialogs = m_connectionDialogs.get();
    connect(m_endpoints, &EndpointsPanel::newServerRequested, pipes, &PipeCommands::newServer);
    connect(m_endpoints, &EndpointsPanel::newClientRequested, pipes, &PipeCommands::newClient);
    connect(m_endpoints, &EndpointsPanel::demoRequested, m_demo.get(),
            &DemoCommand::startOnRequest);
    connect(m_endpoints, &EndpointsPanel::disconnectRequested, pipes,
            whenLive(*m_session, pipes, &PipeCommands::disconnectClient));
    connect(m_endpoints, &EndpointsPanel::endSendingRequested, pipes,
            whenLive(*m_session, pipes, &PipeCommands::endSending));
    connect(m_endpoints, &EndpointsPanel::stopRequested, pipes,
            whenLive(*m_session, pipes, &PipeCommands::stopEndpoint));
    connect(m_endpoints, &EndpointsPanel::readModeRequested, dialogs,
            whenLive(*m_session, dialogs, &ConnectionDialogs::changeReadMode));
    connect(m_endpoints, &EndpointsPanel::identityRequested, dialogs,
            whenLive(*m_session, dialogs, &ConnectionDialogs::showIdentity));
    connect(m_endpoints, &EndpointsPanel::factsRequested, dialogs,
            whenLive(*m_session, dialogs, &ConnectionDialogs::showFacts));
    connect(m_endpoints, &EndpointsPanel::framesRequested, m_frameCommands.get(),
            &FrameCommands::showDialogOf);
    connect(m_endpoints, &EndpointsPanel::securityCheckRequested, dialogs,
            whenLive(*m_session, dialogs, &ConnectionDialogs::checkSecurity));
    connect(m_endpoints, &EndpointsPanel::followConnectionRequested, &m_traffic->places(),
            &PlaceController::goToNewest);
    connect(m_endpoints, &EndpointsPanel::sendToRequested, this, [this](const SendTarget& shown) {
        if (const auto connection = m_session->liveOf(shown.connection)) {
            m_sendCommands->composeTo(*connection);
        } else if (const auto server = m_session->liveOf(shown.endpoint)) {
            m_sendCommands->composeTo(*server);
        }
    });
}

void MainWindow::connectSession()
{
    connect(m_session, &SessionController::stateChanged, this, &MainWindow::updateActions);
    connect(m_session, &SessionController::ended, this, [this] {
        m_ended = true;
        close();
        emit closed();
    });
    connect(m_display.get(), &SessionDisplay::liveFactsChanged, m_demo.get(), &DemoCommand::watch);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    m_endpointsDock->setWindowTitle(tr("Endpoints"));
    m_detailDock->setWindowTitle(tr("Row details"));
    m_composerDock->setWindowTitle(tr("Send"));
    m_pipesDock->setWindowTitle(tr("Pipes on this computer"));
    m_menus->retranslate();
    m_display->updateTitle();
    m_display->showStatus();
}

void MainWindow::focusNextPane()
{
    const QList<QWidget*> panes{m_endpoints, m_pipes, m_traffic, m_detail, m_composer};
    qsizetype current = 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes.at(i)->isAncestorOf(focusWidget())) {
            current = i;
        }
    }
    for (qsizetype step = 1; step <= panes.size(); ++step) {
        QWidget* pane = panes.at((current + step) % panes.size());
        if (pane == m_composer && pane->isVisible() && pane->isEnabled()) {
            m_composer->focusPayload();
            return;
        }
        // The list of a pane gets the focus before its buttons.
        QList<QWidget*> targets;
        for (QAbstractScrollArea* area : pane->findChildren<QAbstractScrollArea*>()) {
            targets << area;
        }
        targets << pane->findChildren<QWidget*>();
        for (QWidget* target : std::as_const(targets)) {
            if (target->isVisible() && target->isEnabled()
                && (target->focusPolicy() & Qt::TabFocus) != 0) {
                target->setFocus(Qt::TabFocusReason);
                return;
            }
        }
    }
}

void MainWindow::goToRow(quint64 row)
{
    const auto& frames = m_log->frames();
    m_traffic->goToRow(frames ? frameOf(*frames, row) : row);
}

void MainWindow::offerInterrupted()
{
    m_sessionBars->offerInterrupted();
}

void MainWindow::startServer(const pipecore::ServerOptions& options)
{
    m_pipeCommands->startServer(options);
}

void MainWindow::connectClient(const pipecore::ClientOptions& options)
{
    m_pipeCommands->connectClient(options);
}

void MainWindow::startDemo()
{
    m_demo->start();
}

void MainWindow::stopDemo()
{
    m_demo->stop();
}

void MainWindow::openFile(const QString& path)
{
    m_sessionCommands->openFile(path);
}

bool MainWindow::isAwake() const
{
    return m_display->isAwake();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_ended) {
        event->accept();
        return;
    }
    // Ending takes a moment; the window stays responsive until it is over.
    event->ignore();
    if (!m_session->isEnding()) {
        m_sessionCommands->askToSave([this] { endAndClose(); });
    }
}

void MainWindow::endAndClose()
{
    saveLayout();
    m_demo->end();
    statusBar()->showMessage(tr("Closing all pipes…"));
    m_session->shutDown();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile() && !m_session->isBusy()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    openFile(event->mimeData()->urls().first().toLocalFile());
    event->acceptProposedAction();
}

} // namespace pipescope
