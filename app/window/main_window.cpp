#include "window/main_window.h"

#include "composer/composer_panel.h"
#include "detail/detail_panel.h"
#include "detail/payload_tools.h"
#include "endpoints/endpoints_panel.h"
#include "engine/demo.h"
#include "explorer/pipes_panel.h"
#include "identity/identity_cards.h"
#include "session/recent_files.h"
#include "traffic/traffic_panel.h"
#include "widgets/formatting.h"
#include "widgets/icons.h"
#include "widgets/message_bar.h"
#include "widgets/theme.h"
#include "widgets/window_room.h"

#include <QAbstractScrollArea>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace pipescope {

namespace {

using namespace std::chrono_literals;

constexpr auto frameTime = 16ms;
constexpr auto slowTime = 1000ms;
/// Changes when the parts of the window do, so that an old layout is not forced on new parts.
constexpr int layoutVersion = 2;

constexpr QLatin1String geometryKey("window/geometry");
constexpr QLatin1String layoutKey("window/layout");
constexpr QLatin1String trafficKey("window/traffic");

} // namespace

MainWindow::MainWindow(const QString& journals, QWidget* parent)
    : QMainWindow(parent)
    , m_actions(new WindowActions(this))
    , m_session(new SessionController(journals, this))
{
    setObjectName(QStringLiteral("MainWindow"));
    setWindowIcon(makeProgramIcon());
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setAcceptDrops(true);
    makePanels();
    makeMenus();
    makeToolBar();
    connectActions();
    connectViewActions();
    connectPanels();
    connectSession();
    retranslate();
    updateActions();
    restoreLayout();

    m_frameTimer.setInterval(frameTime);
    m_frameTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_frameTimer, &QTimer::timeout, this, &MainWindow::frame);
    m_slowTimer.setInterval(slowTime);
    connect(&m_slowTimer, &QTimer::timeout, this, &MainWindow::frame);
    m_slowTimer.start();
}

MainWindow::~MainWindow()
{
    // The panels let go of the sources before the session goes.
    disconnect(m_session, nullptr, this, nullptr);
    m_traffic->setSource(nullptr);
    m_detail->setSource(nullptr);
    m_payloads->setSource(nullptr);
    m_demo.reset();
}

void MainWindow::start()
{
    if (const auto started = m_session->startLive(); !started) {
        showError(tr("Pipes cannot be served now"), started.error());
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
        [this] { return m_session->live() == nullptr ? nullptr : &m_session->live()->engine(); },
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
    connect(m_status, &StatusLine::cancelRequested, m_session, &SessionController::cancelTask);
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
    connect(m_traffic, &TrafficPanel::sendAgainRequested, this, &MainWindow::sendAgain);
    connect(m_endpoints, &EndpointsPanel::newServerRequested, this, &MainWindow::newServer);
    connect(m_endpoints, &EndpointsPanel::newClientRequested, this, &MainWindow::newClient);
    connect(m_endpoints, &EndpointsPanel::demoRequested, this, &MainWindow::startDemoAlone);
    // In a viewed session the numbers mean other endpoints and connections.
    connect(m_endpoints, &EndpointsPanel::disconnectRequested, this,
            [this](pipecore::ConnectionId connection, pipecore::CloseMode mode) {
                if (!m_session->isViewingFile()) {
                    disconnectClient(connection, mode);
                }
            });
    connect(m_endpoints, &EndpointsPanel::stopRequested, this,
            [this](pipecore::EndpointId endpoint, pipecore::CloseMode mode) {
                if (!m_session->isViewingFile()) {
                    stopEndpoint(endpoint, mode);
                }
            });
    connect(m_endpoints, &EndpointsPanel::identityRequested, this, &MainWindow::showIdentity);
    connect(m_endpoints, &EndpointsPanel::factsRequested, this,
            [this](pipecore::ConnectionId connection, const QString& name) {
                if (!m_session->isViewingFile()) {
                    showPipeFacts(connection, name);
                }
            });
    connect(m_endpoints, &EndpointsPanel::securityCheckRequested, this,
            [this](const QString& name) {
                if (!m_session->isViewingFile()) {
                    checkSecurity(name);
                }
            });
    connect(m_endpoints, &EndpointsPanel::readModeRequested, this,
            [this](pipecore::ConnectionId connection, pipecore::PipeMode mode) {
                if (!m_session->isViewingFile()) {
                    changeReadMode(connection, mode);
                }
            });
    connect(m_endpoints, &EndpointsPanel::followConnectionRequested, this,
            &MainWindow::followConnection);
    connect(m_endpoints, &EndpointsPanel::sendToRequested, this, [this](SendTarget target) {
        if (m_session->isViewingFile()) {
            return;
        }
        m_composerDock->show();
        m_composerDock->raise();
        m_composer->selectTarget(target);
        m_composer->focusPayload();
    });
    connect(m_composer, &ComposerPanel::sendRequested, this, &MainWindow::send);
    connectExplorer();
}

void MainWindow::connectSession()
{
    connect(m_session, &SessionController::sourceChanged, this, &MainWindow::sourceChanged);
    connect(m_session, &SessionController::liveChanged, this, &MainWindow::liveChanged);
    connect(m_session, &SessionController::stateChanged, this, [this] {
        updateActions();
        updateTitle();
        showStatus();
    });
    connect(m_session, &SessionController::taskStarted, m_status, &StatusLine::startTask);
    connect(m_session, &SessionController::taskStarted, this, &MainWindow::wake);
    connect(m_session, &SessionController::taskEnded, m_status, &StatusLine::endTask);
    connect(m_session, &SessionController::opened, this, [this](const QString& path) {
        showViewing(); // what was found is known now
        if (!m_session->isViewingJournal()) {
            RecentFiles::add(path);
        }
    });
    connect(
        m_session, &SessionController::exported, this, [this](const QString& path, quint64 rows) {
            statusBar()->showMessage(
                tr("Exported %1 rows to %2").arg(formatCount(rows), QDir::toNativeSeparators(path)),
                5000);
        });
    connect(m_session, &SessionController::saved, this, [this](const QString& path, quint64 rows) {
        RecentFiles::add(path);
        statusBar()->showMessage(
            tr("Saved %1 rows to %2").arg(formatCount(rows), QDir::toNativeSeparators(path)), 5000);
        if (const auto go = std::exchange(m_afterSave, {})) {
            go();
        }
    });
    connect(m_session, &SessionController::saveCancelled, this, [this] {
        m_afterSave = {};
        statusBar()->showMessage(tr("Not saved"), 5000);
    });
    connect(m_session, &SessionController::failed, this,
            [this](const QString& what, const pipecore::Error& error) {
                m_afterSave = {};
                showError(what, error);
            });
    connect(m_session, &SessionController::ended, this, [this] {
        m_ended = true;
        close();
        emit closed();
    });
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
    m_detailDock->setWindowTitle(tr("Detail"));
    m_composerDock->setWindowTitle(tr("Send"));
    m_pipesDock->setWindowTitle(tr("Pipes here"));
    m_toolBar->setWindowTitle(tr("Tool bar"));
    retranslateMenus();
    updateTitle();
    showStatus();
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
        // The list of a pane before its buttons: that is what one wants to move in.
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
    m_traffic->goToRow(row);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_ended) {
        event->accept();
        return;
    }
    // The end takes a moment, and the window goes on painting until it is over.
    event->ignore();
    if (!m_session->isEnding()) {
        askToSave([this] { endAndClose(); });
    }
}

void MainWindow::endAndClose()
{
    saveLayout();
    m_demo.reset();
    statusBar()->showMessage(tr("Ending all pipes…"));
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
