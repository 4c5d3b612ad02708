#include "window/main_window.h"

#include "engine/demo.h"
#include "help/error_lookup_dialog.h"
#include "session/recent_files.h"
#include "traffic/traffic_panel.h"
#include "widgets/formatting.h"
#include "widgets/language.h"
#include "widgets/shortcuts_dialog.h"
#include "widgets/theme.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QToolBar>
#include <QToolButton>

namespace pipescope {

namespace {

constexpr QLatin1String themeKey("window/theme");
constexpr QLatin1String languageKey("window/language");
constexpr QLatin1String dropKey("recording/dropPayloads");
constexpr int toolIconSize = 20;

} // namespace

void MainWindow::makeMenus()
{
    const WindowActions& act = *m_actions;
    m_fileMenu = menuBar()->addMenu(QString());
    m_fileMenu->addAction(act[Act::NewSession]);
    m_fileMenu->addAction(act[Act::Open]);
    m_recentMenu = m_fileMenu->addMenu(QString());
    m_fileMenu->addSeparator();
    m_fileMenu->addActions({act[Act::Save], act[Act::SaveAs], act[Act::Export]});
    m_fileMenu->addSeparator();
    m_fileMenu->addAction(act[Act::Quit]);

    m_pipeMenu = menuBar()->addMenu(QString());
    m_pipeMenu->addActions(
        {act[Act::NewServer], act[Act::NewClient], act[Act::Call], act[Act::Demo]});
    m_pipeMenu->addSeparator();
    m_disconnectMenu = m_pipeMenu->addMenu(QString());
    m_stopMenu = m_pipeMenu->addMenu(QString());
    m_pipeMenu->addAction(act[Act::StopAll]);

    m_trafficMenu = menuBar()->addMenu(QString());
    m_trafficMenu->addActions(
        {act[Act::Pause], act[Act::Clear], act[Act::Follow], act[Act::DropPayloads]});
    m_trafficMenu->addSeparator();
    m_trafficMenu->addActions(
        {act[Act::Find], act[Act::FindNext], act[Act::FindPrevious], act[Act::Filter]});
    m_trafficMenu->addSeparator();
    fillTrafficMenu();
    m_copyMenu = m_trafficMenu->addMenu(QString());
    fillCopyMenu();
    m_trafficMenu->addActions({act[Act::SavePayload], act[Act::Compare]});
    m_timeMenu = m_trafficMenu->addMenu(QString());
    m_timeMenu->addActions({act[Act::TimeAbsolute], act[Act::TimeRelative], act[Act::TimeDelta]});
    m_timeMenu->addAction(act[Act::ZeroRow]);

    m_viewMenu = menuBar()->addMenu(QString());
    for (QDockWidget* dock : {m_endpointsDock, m_detailDock, m_composerDock, m_pipesDock}) {
        m_viewMenu->addAction(dock->toggleViewAction());
        // Actions of the menu bar's menus work in the window also while a dock is hidden.
        addAction(dock->toggleViewAction());
    }
    m_viewMenu->addAction(act[Act::NextPane]);
    m_viewMenu->addSeparator();
    m_themeMenu = m_viewMenu->addMenu(QString());
    m_themeMenu->addActions({act[Act::ThemeSystem], act[Act::ThemeLight], act[Act::ThemeDark]});
    m_languageMenu = m_viewMenu->addMenu(QString());
    m_viewMenu->addSeparator();
    m_viewMenu->addAction(act[Act::ResetLayout]);

    m_helpMenu = menuBar()->addMenu(QString());
    m_helpMenu->addActions(
        {act[Act::LookUpError], act[Act::Security], act[Act::Shortcuts], act[Act::About]});

    const Theme& theme = Theme::instance();
    m_recentMenu->setIcon(theme.icon(QStringLiteral("time")));
    m_disconnectMenu->setIcon(theme.icon(QStringLiteral("disconnect")));
    m_stopMenu->setIcon(theme.icon(QStringLiteral("stop")));
    m_copyMenu->setIcon(theme.icon(QStringLiteral("copy")));
    m_timeMenu->setIcon(theme.icon(QStringLiteral("time")));
    m_themeMenu->setIcon(theme.icon(QStringLiteral("theme")));
    m_languageMenu->setIcon(theme.icon(QStringLiteral("language")));
    m_endpointsDock->toggleViewAction()->setShortcut(Qt::CTRL | Qt::Key_1);
    m_detailDock->toggleViewAction()->setShortcut(Qt::CTRL | Qt::Key_2);
    m_composerDock->toggleViewAction()->setShortcut(Qt::CTRL | Qt::Key_3);
    m_pipesDock->toggleViewAction()->setShortcut(Qt::CTRL | Qt::Key_4);

    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentFiles);
    connect(m_copyMenu, &QMenu::aboutToShow, this, &MainWindow::fillCopyMenu);
    connect(m_disconnectMenu, &QMenu::aboutToShow, this, &MainWindow::fillDisconnect);
    connect(m_stopMenu, &QMenu::aboutToShow, this, &MainWindow::fillStop);
    connect(m_pipeMenu, &QMenu::aboutToShow, this, &MainWindow::updateActions);
    connect(m_fileMenu, &QMenu::aboutToShow, this, &MainWindow::updateActions);
    fillLanguages();
}

void MainWindow::makeToolBar()
{
    const WindowActions& act = *m_actions;
    m_toolBar = addToolBar(QString());
    m_toolBar->setObjectName(QStringLiteral("ToolBar"));
    m_toolBar->setIconSize(QSize(toolIconSize, toolIconSize));
    m_toolBar->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_toolBar->addActions({act[Act::NewServer], act[Act::NewClient], act[Act::Call]});
    m_toolBar->addSeparator();

    m_recordButton = new QToolButton(m_toolBar);
    m_recordButton->setObjectName(QStringLiteral("RecordButton"));
    m_recordButton->setIcon(Theme::instance().icon(QStringLiteral("record")));
    m_recordButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_recordButton->setAutoRaise(true);
    connect(m_recordButton, &QToolButton::clicked, act[Act::Save], &QAction::trigger);
    m_toolBar->addWidget(m_recordButton);
    m_toolBar->addActions({act[Act::Pause], act[Act::Clear], act[Act::Follow]});
    m_toolBar->addSeparator();
    m_toolBar->addAction(act[Act::Find]);

    for (const Act named : {Act::NewServer, Act::NewClient}) {
        auto* button = qobject_cast<QToolButton*>(m_toolBar->widgetForAction(act[named]));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
}

void MainWindow::connectActions()
{
    const WindowActions& act = *m_actions;
    const auto on = [this, &act](Act name, void (MainWindow::*handler)()) {
        connect(act[name], &QAction::triggered, this, handler);
    };
    on(Act::NewSession, &MainWindow::newSession);
    on(Act::Open, &MainWindow::openWithDialog);
    on(Act::Save, &MainWindow::save);
    on(Act::SaveAs, &MainWindow::saveWithDialog);
    on(Act::Export, &MainWindow::exportWithDialog);
    on(Act::NewServer, &MainWindow::newServer);
    on(Act::NewClient, &MainWindow::newClient);
    on(Act::Call, &MainWindow::callOnce);
    on(Act::StopAll, &MainWindow::stopAll);
    on(Act::NextPane, &MainWindow::focusNextPane);
    on(Act::LookUpError, &MainWindow::lookUpError);
    on(Act::Security, &MainWindow::showSecurityEditor);
    on(Act::Shortcuts, &MainWindow::showShortcuts);
    on(Act::About, &MainWindow::showAbout);
    connect(act[Act::Quit], &QAction::triggered, this, &QWidget::close);
    connect(act[Act::Demo], &QAction::triggered, this,
            [this](bool checked) { checked ? startDemoAlone() : stopDemo(); });

    connect(act[Act::Pause], &QAction::toggled, m_traffic, &TrafficPanel::setPaused);
    connect(m_traffic, &TrafficPanel::pausedChanged, act[Act::Pause], &QAction::setChecked);
    connect(act[Act::Follow], &QAction::toggled, m_traffic, &TrafficPanel::setFollowTail);
    connect(m_traffic, &TrafficPanel::followTailChanged, act[Act::Follow], &QAction::setChecked);
    act[Act::Follow]->setChecked(m_traffic->followsTail());
    connect(act[Act::DropPayloads], &QAction::toggled, this, [this](bool drop) {
        m_session->setBackpressure(drop ? pipecore::Backpressure::DropPayload
                                        : pipecore::Backpressure::Throttle);
        QSettings().setValue(dropKey, drop);
    });
    act[Act::DropPayloads]->setChecked(QSettings().value(dropKey).toBool());
    connect(act[Act::Clear], &QAction::triggered, m_traffic, &TrafficPanel::clearRows);
    connect(act[Act::Find], &QAction::triggered, m_traffic, &TrafficPanel::startFind);
    connect(act[Act::Filter], &QAction::triggered, m_traffic, &TrafficPanel::startFilter);
    connect(act[Act::FindNext], &QAction::triggered, m_traffic, &TrafficPanel::findNext);
    connect(act[Act::FindPrevious], &QAction::triggered, m_traffic, &TrafficPanel::findPrevious);

    const auto copies = [this, &act](Act name, CopyFormat format) {
        connect(act[name], &QAction::triggered, m_traffic,
                [this, format] { m_traffic->copySelection(format); });
    };
    copies(Act::CopyText, CopyFormat::Text);
    copies(Act::CopyHex, CopyFormat::Hex);
    copies(Act::CopyCArray, CopyFormat::CArray);
    connectRowActions();
}

void MainWindow::connectViewActions()
{
    const WindowActions& act = *m_actions;
    const std::array times{std::pair(Act::TimeAbsolute, TimeFormat::Absolute),
                           std::pair(Act::TimeRelative, TimeFormat::Relative),
                           std::pair(Act::TimeDelta, TimeFormat::Delta)};
    for (const auto& [name, format] : times) {
        connect(act[name], &QAction::triggered, m_traffic,
                [this, format] { m_traffic->setTimeFormat(format); });
    }
    const auto checkTime = [this, times] {
        for (const auto& [name, format] : times) {
            (*m_actions)[name]->setChecked(m_traffic->timeFormat() == format);
        }
    };
    connect(m_traffic, &TrafficPanel::timeFormatChanged, this, checkTime);
    checkTime();

    for (const auto& [name, mode] : {std::pair(Act::ThemeSystem, Theme::Mode::System),
                                     std::pair(Act::ThemeLight, Theme::Mode::Light),
                                     std::pair(Act::ThemeDark, Theme::Mode::Dark)}) {
        act[name]->setChecked(Theme::instance().mode() == mode);
        connect(act[name], &QAction::triggered, this, [mode] {
            Theme::instance().setMode(mode);
            QSettings().setValue(themeKey, static_cast<int>(mode));
        });
    }
    connect(act[Act::ResetLayout], &QAction::triggered, this, [this] {
        arrangeDocks();
        addToolBar(m_toolBar);
        m_toolBar->show();
    });
}

void MainWindow::retranslateMenus()
{
    m_fileMenu->setTitle(tr("&File"));
    m_recentMenu->setTitle(tr("Open &recent"));
    m_pipeMenu->setTitle(tr("&Pipe"));
    m_disconnectMenu->setTitle(tr("&Disconnect"));
    m_stopMenu->setTitle(tr("S&top"));
    m_trafficMenu->setTitle(tr("&Traffic"));
    m_copyMenu->setTitle(tr("&Copy as"));
    m_timeMenu->setTitle(tr("T&ime"));
    m_goMenu->setTitle(tr("&Go to"));
    m_viewMenu->setTitle(tr("&View"));
    m_themeMenu->setTitle(tr("&Theme"));
    m_languageMenu->setTitle(tr("&Language"));
    m_helpMenu->setTitle(tr("&Help"));
    // The tool bar has no room for "…", and its buttons no underlined letters.
    (*m_actions)[Act::NewServer]->setIconText(tr("New server"));
    (*m_actions)[Act::NewClient]->setIconText(tr("New client"));
    m_recordButton->setText(tr("Recording"));
    for (QDockWidget* dock : {m_endpointsDock, m_detailDock, m_composerDock, m_pipesDock}) {
        QAction* toggle = dock->toggleViewAction();
        const QString tip = tr("Show or hide this part of the window");
        toggle->setStatusTip(tip);
        toggle->setToolTip(WindowActions::toolTip(tip, toggle->shortcut()));
    }
}

void MainWindow::fillRecentFiles()
{
    m_recentMenu->clear();
    for (const QString& file : RecentFiles::list()) {
        QAction* action = m_recentMenu->addAction(QFileInfo(file).fileName());
        action->setStatusTip(QDir::toNativeSeparators(file));
        action->setEnabled(!m_session->isBusy());
        connect(action, &QAction::triggered, this, [this, file] { openFile(file); });
    }
    if (m_recentMenu->isEmpty()) {
        m_recentMenu->addAction(tr("No sessions yet"))->setEnabled(false);
        return;
    }
    m_recentMenu->addSeparator();
    connect(m_recentMenu->addAction(tr("&Clear this list")), &QAction::triggered, this,
            [] { RecentFiles::clear(); });
}

void MainWindow::fillLanguages()
{
    auto* group = new QActionGroup(m_languageMenu);
    const auto add = [this, group](QAction* action, const QString& code) {
        action->setCheckable(true);
        action->setData(code);
        action->setChecked(Language::instance().code() == code);
        group->addAction(action);
        m_languageMenu->addAction(action);
        connect(action, &QAction::triggered, this, [code] {
            QSettings().setValue(languageKey, code);
            Language::instance().setCode(code);
        });
    };
    add((*m_actions)[Act::LanguageSystem], QString());
    int number = 0;
    for (const Language::Choice& choice : Language::choices()) {
        // A language is called by its own name in every language.
        auto* action = new QAction(choice.name, m_languageMenu);
        action->setShortcut(
            QKeySequence(QStringLiteral("Ctrl+K, F%1").arg(++number), QKeySequence::PortableText));
        addAction(action);
        add(action, choice.code);
    }
}

void MainWindow::fillDisconnect()
{
    m_disconnectMenu->clear();
    if (LiveSession* live = m_session->live()) {
        for (const pipecore::ConnectionFacts& connection :
             live->recorder().facts().snapshot().connections) {
            if (connection.closedNs != 0 || !connection.peer) {
                continue;
            }
            QMenu* menu = m_disconnectMenu->addMenu(QStringLiteral("%1 %2").arg(
                connectionText(connection.id), peerText(connection.peer.get())));
            const auto id = connection.id;
            connect(menu->addAction(tr("&Gracefully: send what is queued first")),
                    &QAction::triggered, this,
                    [this, id] { disconnectClient(id, pipecore::CloseMode::Graceful); });
            connect(menu->addAction(tr("&Abort: now, what is queued is lost")), &QAction::triggered,
                    this, [this, id] { disconnectClient(id, pipecore::CloseMode::Abortive); });
        }
    }
    if (m_disconnectMenu->isEmpty()) {
        m_disconnectMenu->addAction(tr("Nobody is connected"))->setEnabled(false);
    }
}

void MainWindow::fillStop()
{
    m_stopMenu->clear();
    if (LiveSession* live = m_session->live()) {
        for (const pipecore::EndpointFacts& endpoint :
             live->recorder().facts().snapshot().endpoints) {
            if (!endpoint.open) {
                continue;
            }
            QAction* action = m_stopMenu->addAction(
                QStringLiteral("%1 (%2)").arg(fromCore(endpoint.name), roleText(endpoint.role)));
            connect(action, &QAction::triggered, this,
                    [this, id = endpoint.id] { stopEndpoint(id, pipecore::CloseMode::Graceful); });
        }
    }
    if (m_stopMenu->isEmpty()) {
        m_stopMenu->addAction(tr("Nothing is running"))->setEnabled(false);
    }
}

void MainWindow::updateActions()
{
    const WindowActions& act = *m_actions;
    const bool live = m_session->live() != nullptr;
    const bool idle = !m_session->isBusy() && !m_session->isEnding();
    const bool file = m_session->isViewingFile();
    for (const Act name : {Act::NewServer, Act::NewClient, Act::Call, Act::Demo, Act::StopAll}) {
        act[name]->setEnabled(live);
    }
    act[Act::NewSession]->setEnabled(live && idle);
    act[Act::Open]->setEnabled(idle);
    // A file that is only looked at has nothing to save, except what a crash left behind and what was
    // noted.
    act[Act::Save]->setEnabled(
        idle && (file ? m_session->isViewingJournal() || m_session->hasUnsavedNotes() : live));
    act[Act::SaveAs]->setEnabled(idle && m_session->source() != nullptr);
    act[Act::Export]->setEnabled(idle && m_session->source() != nullptr);
    act[Act::Demo]->setChecked(m_demo && m_demo->isRunning());
    m_recordButton->setEnabled(act[Act::Save]->isEnabled());
}

void MainWindow::lookUpError()
{
    auto* dialog = findChild<ErrorLookupDialog*>();
    if (dialog == nullptr) {
        dialog = new ErrorLookupDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void MainWindow::showShortcuts()
{
    if (auto* open = findChild<ShortcutsDialog*>()) {
        open->raise();
        open->activateWindow();
        return;
    }
    auto* dialog = new ShortcutsDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::showAbout()
{
    auto* box = new QMessageBox(
        QMessageBox::NoIcon, tr("About PipeScope"),
        tr("<h3>PipeScope %1</h3>"
           "<p>Serve, connect to and watch named pipes.</p>"
           "<p>It sees what passes through it, as server or client; traffic between two other "
           "programs it cannot see.</p>"
           "<p>Free software under the MIT licence. Made with Qt %2.</p>")
            .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion())),
        QMessageBox::Close, this);
    box->setIconPixmap(windowIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace pipescope
