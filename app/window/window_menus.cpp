#include "window/window_menus.h"

#include "session/recent_files.h"
#include "session/session_controller.h"
#include "widgets/copy_menu.h"
#include "widgets/formatting.h"
#include "widgets/language.h"
#include "widgets/theme.h"
#include "window/main_window_actions.h"

#include <QActionGroup>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QToolBar>
#include <QToolButton>

#include <vector>

namespace pipescope {

namespace {

constexpr QLatin1String languageKey("window/language");
constexpr int toolIconSize = 20;

QIcon themeIcon(const char* name)
{
    return Theme::instance().icon(QLatin1String(name));
}

/// Limit of entries that fit on a screen.
constexpr std::size_t maxListed = 50;

/// `isMore`: there are more than are returned.
std::vector<pipecore::ConnectionFacts> connectedOnes(const pipecore::SessionFacts& facts,
                                                     bool& isMore)
{
    std::vector<pipecore::ConnectionFacts> listed;
    facts.visitConnections([&](const pipecore::ConnectionFacts& connection) {
        if (connection.closedNs == 0 && connection.peer) {
            isMore = listed.size() == maxListed;
            if (!isMore) {
                listed.push_back(connection);
            }
        }
        return !isMore;
    });
    return listed;
}

/// `isMore`: there are more than are returned.
std::vector<pipecore::EndpointFacts> openOnes(const pipecore::SessionFacts& facts, bool& isMore)
{
    std::vector<pipecore::EndpointFacts> listed;
    facts.visitEndpoints([&](const pipecore::EndpointFacts& endpoint) {
        if (endpoint.open) {
            isMore = listed.size() == maxListed;
            if (!isMore) {
                listed.push_back(endpoint);
            }
        }
        return !isMore;
    });
    return listed;
}

} // namespace

WindowMenus::WindowMenus(QMainWindow& window, const WindowActions& actions,
                         SessionController& session, const QList<QDockWidget*>& docks)
    : m_window(window)
    , m_actions(actions)
    , m_session(session)
    , m_docks(docks)
{
    makeFileMenu();
    makePipeMenu();
    makeTrafficMenu();
    makeViewMenu();
    m_helpMenu = m_window.menuBar()->addMenu(QString());
    m_helpMenu->addActions({m_actions[Action::LookUpError], m_actions[Action::LuaDecoders],
                            m_actions[Action::Security], m_actions[Action::Shortcuts],
                            m_actions[Action::About]});
    makeToolBar();
}

void WindowMenus::makeFileMenu()
{
    m_fileMenu = m_window.menuBar()->addMenu(QString());
    m_fileMenu->addAction(m_actions[Action::NewSession]);
    m_fileMenu->addAction(m_actions[Action::Open]);
    m_recentMenu = m_fileMenu->addMenu(QString());
    m_recentMenu->setIcon(themeIcon("time"));
    m_fileMenu->addSeparator();
    m_fileMenu->addActions(
        {m_actions[Action::Save], m_actions[Action::SaveAs], m_actions[Action::Export]});
    m_fileMenu->addSeparator();
    m_fileMenu->addAction(m_actions[Action::Quit]);
    connect(m_recentMenu, &QMenu::aboutToShow, this, &WindowMenus::fillRecentFiles);
    connect(m_fileMenu, &QMenu::aboutToShow, this, &WindowMenus::opening);
}

void WindowMenus::makePipeMenu()
{
    m_pipeMenu = m_window.menuBar()->addMenu(QString());
    m_pipeMenu->addActions({m_actions[Action::NewServer], m_actions[Action::NewClient],
                            m_actions[Action::Call], m_actions[Action::Demo]});
    m_pipeMenu->addSeparator();
    m_disconnectMenu = m_pipeMenu->addMenu(QString());
    m_disconnectMenu->setIcon(themeIcon("disconnect"));
    m_stopMenu = m_pipeMenu->addMenu(QString());
    m_stopMenu->setIcon(themeIcon("stop"));
    m_pipeMenu->addAction(m_actions[Action::StopAll]);
    connect(m_disconnectMenu, &QMenu::aboutToShow, this, &WindowMenus::fillDisconnect);
    connect(m_stopMenu, &QMenu::aboutToShow, this, &WindowMenus::fillStop);
    connect(m_pipeMenu, &QMenu::aboutToShow, this, &WindowMenus::opening);
}

void WindowMenus::makeTrafficMenu()
{
    m_trafficMenu = m_window.menuBar()->addMenu(QString());
    m_trafficMenu->addActions({m_actions[Action::Pause], m_actions[Action::Clear],
                               m_actions[Action::Follow], m_actions[Action::DropPayloads]});
    m_trafficMenu->addSeparator();
    m_trafficMenu->addActions({m_actions[Action::Find], m_actions[Action::FindNext],
                               m_actions[Action::FindPrevious], m_actions[Action::Filter]});
    m_trafficMenu->addSeparator();
    m_trafficMenu->addActions({m_actions[Action::Mark], m_actions[Action::Comment],
                               m_actions[Action::OneConnection], m_actions[Action::Frames],
                               m_actions[Action::ShowFrames], m_actions[Action::Highlight]});
    m_goMenu = m_trafficMenu->addMenu(QString());
    m_goMenu->setIcon(themeIcon("goto"));
    m_goMenu->addActions({m_actions[Action::GoTo], m_actions[Action::NextMark],
                          m_actions[Action::PreviousMark], m_actions[Action::GoToRequest],
                          m_actions[Action::GoToReply]});
    m_trafficMenu->addSeparator();
    m_copyMenu = m_trafficMenu->addMenu(QString());
    m_copyMenu->setIcon(themeIcon("copy"));
    fillCopyMenu();
    m_trafficMenu->addActions({m_actions[Action::SavePayload], m_actions[Action::Compare]});
    m_timeMenu = m_trafficMenu->addMenu(QString());
    m_timeMenu->setIcon(themeIcon("time"));
    m_timeMenu->addActions({m_actions[Action::TimeAbsolute], m_actions[Action::TimeRelative],
                            m_actions[Action::TimeDelta], m_actions[Action::ZeroRow]});
    connect(m_copyMenu, &QMenu::aboutToShow, this, &WindowMenus::fillCopyMenu);
}

void WindowMenus::makeViewMenu()
{
    m_viewMenu = m_window.menuBar()->addMenu(QString());
    int key = Qt::Key_1;
    for (QDockWidget* dock : m_docks) {
        QAction* toggle = dock->toggleViewAction();
        toggle->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(key++)));
        m_viewMenu->addAction(toggle);
        // Actions of the menu bar's menus work in the window also while a dock is hidden.
        m_window.addAction(toggle);
    }
    m_viewMenu->addAction(m_actions[Action::NextPane]);
    m_viewMenu->addSeparator();
    m_themeMenu = m_viewMenu->addMenu(QString());
    m_themeMenu->setIcon(themeIcon("theme"));
    m_themeMenu->addActions({m_actions[Action::ThemeSystem], m_actions[Action::ThemeLight],
                             m_actions[Action::ThemeDark]});
    m_languageMenu = m_viewMenu->addMenu(QString());
    m_languageMenu->setIcon(themeIcon("language"));
    m_viewMenu->addSeparator();
    m_viewMenu->addAction(m_actions[Action::ResetLayout]);
    fillLanguages();
}

void WindowMenus::makeToolBar()
{
    m_toolBar = m_window.addToolBar(QString());
    m_toolBar->setObjectName(QStringLiteral("ToolBar"));
    m_toolBar->setIconSize(QSize(toolIconSize, toolIconSize));
    m_toolBar->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_toolBar->addActions(
        {m_actions[Action::NewServer], m_actions[Action::NewClient], m_actions[Action::Call]});
    m_toolBar->addSeparator();

    m_recordButton = new QToolButton(m_toolBar);
    m_recordButton->setObjectName(QStringLiteral("RecordButton"));
    m_recordButton->setIcon(Theme::instance().icon(QStringLiteral("record")));
    m_recordButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_recordButton->setAutoRaise(true);
    connect(m_recordButton, &QToolButton::clicked, m_actions[Action::Save], &QAction::trigger);
    m_toolBar->addWidget(m_recordButton);
    m_toolBar->addActions(
        {m_actions[Action::Pause], m_actions[Action::Clear], m_actions[Action::Follow]});
    m_toolBar->addSeparator();
    m_toolBar->addAction(m_actions[Action::Find]);

    for (const Action named : {Action::NewServer, Action::NewClient}) {
        auto* button = qobject_cast<QToolButton*>(m_toolBar->widgetForAction(m_actions[named]));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
}

void WindowMenus::retranslate()
{
    m_toolBar->setWindowTitle(tr("Toolbar"));
    m_fileMenu->setTitle(tr("&File"));
    m_recentMenu->setTitle(tr("Open &recent"));
    m_pipeMenu->setTitle(tr("&Pipe"));
    m_disconnectMenu->setTitle(tr("&Disconnect"));
    m_stopMenu->setTitle(tr("S&top"));
    m_trafficMenu->setTitle(tr("&Log"));
    m_copyMenu->setTitle(tr("&Copy as"));
    m_timeMenu->setTitle(tr("&Time"));
    m_goMenu->setTitle(tr("&Go to"));
    m_viewMenu->setTitle(tr("&View"));
    m_themeMenu->setTitle(tr("&Theme"));
    m_languageMenu->setTitle(tr("&Language"));
    m_helpMenu->setTitle(tr("&Help"));
    // Tool bar buttons have neither "…" nor accelerators.
    m_actions[Action::NewServer]->setIconText(tr("New server"));
    m_actions[Action::NewClient]->setIconText(tr("New client"));
    m_recordButton->setText(tr("Recording"));
    for (QDockWidget* dock : m_docks) {
        QAction* toggle = dock->toggleViewAction();
        const QString tip = tr("Show or hide this pane");
        toggle->setStatusTip(tip);
        toggle->setToolTip(WindowActions::toolTip(tip, toggle->shortcut()));
    }
}

void WindowMenus::fillRecentFiles()
{
    m_recentMenu->clear();
    for (const QString& file : RecentFiles::list()) {
        QAction* action = m_recentMenu->addAction(QFileInfo(file).fileName());
        action->setStatusTip(QDir::toNativeSeparators(file));
        action->setEnabled(!m_session.isBusy());
        connect(action, &QAction::triggered, this, [this, file] { emit openRequested(file); });
    }
    if (m_recentMenu->isEmpty()) {
        m_recentMenu->addAction(tr("No recent sessions"))->setEnabled(false);
        return;
    }
    m_recentMenu->addSeparator();
    connect(m_recentMenu->addAction(tr("&Clear list")), &QAction::triggered, this,
            [] { RecentFiles::clear(); });
}

void WindowMenus::fillLanguages()
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
    add(m_actions[Action::LanguageSystem], QString());
    int number = 0;
    for (const Language::Choice& choice : Language::choices()) {
        // Each language is listed by its own name.
        auto* action = new QAction(choice.name, m_languageMenu);
        action->setShortcut(
            QKeySequence(QStringLiteral("Ctrl+K, F%1").arg(++number), QKeySequence::PortableText));
        m_window.addAction(action);
        add(action, choice.code);
    }
}

void WindowMenus::fillDisconnect()
{
    m_disconnectMenu->clear();
    if (LiveSession* live = m_session.live()) {
        bool isMore = false;
        for (const pipecore::ConnectionFacts& connection :
             connectedOnes(live->recorder().facts(), isMore)) {
            QMenu* menu = m_disconnectMenu->addMenu(QStringLiteral("%1 %2").arg(
                connectionText(connection.id), peerText(connection.peer.get())));
            const auto id = live->core().connection(connection.id);
            connect(menu->addAction(tr("&Close (send queued data first)")), &QAction::triggered,
                    this,
                    [this, id] { emit disconnectRequested(id, pipecore::CloseMode::Graceful); });
            connect(menu->addAction(tr("&Abort (discard queued data)")), &QAction::triggered, this,
                    [this, id] { emit disconnectRequested(id, pipecore::CloseMode::Abortive); });
        }
        if (isMore) {
            m_disconnectMenu->addAction(tr("More in the Endpoints pane"))->setEnabled(false);
        }
    }
    if (m_disconnectMenu->isEmpty()) {
        m_disconnectMenu->addAction(tr("No connections"))->setEnabled(false);
    }
}

void WindowMenus::fillStop()
{
    m_stopMenu->clear();
    if (LiveSession* live = m_session.live()) {
        bool isMore = false;
        for (const pipecore::EndpointFacts& endpoint : openOnes(live->recorder().facts(), isMore)) {
            QAction* action = m_stopMenu->addAction(
                QStringLiteral("%1 (%2)").arg(fromCore(endpoint.name), roleText(endpoint.role)));
            connect(action, &QAction::triggered, this,
                    [this, id = live->core().endpoint(endpoint.id)] {
                        emit stopRequested(id, pipecore::CloseMode::Graceful);
                    });
        }
        if (isMore) {
            m_stopMenu->addAction(tr("More in the Endpoints pane"))->setEnabled(false);
        }
    }
    if (m_stopMenu->isEmpty()) {
        m_stopMenu->addAction(tr("No servers or clients"))->setEnabled(false);
    }
}

void WindowMenus::fillCopyMenu()
{
    m_copyMenu->clear();
    m_copyMenu->addActions(
        {m_actions[Action::CopyText], m_actions[Action::CopyHex], m_actions[Action::CopyCArray]});
    m_copyMenu->addSeparator();
    std::vector<pipecore::CopyStyleInfo> others;
    for (const pipecore::CopyStyleInfo& info : pipecore::copyStyles()) {
        if (info.style != pipecore::CopyStyle::Text && info.style != pipecore::CopyStyle::Hex
            && info.style != pipecore::CopyStyle::CArray) {
            others.push_back(info);
        }
    }
    addCopyStyles(m_copyMenu, others,
                  [this](pipecore::CopyStyle style) { emit copyRequested(style); });
}

} // namespace pipescope
