#pragma once

#include <QObject> // before ids.h: moc cannot read <compare> as the first header

#include "pipecore/engine/engine.h"
#include "pipecore/live/operations.h"
#include "pipecore/payload/copy_formats.h"

#include <QList>

class QDockWidget;
class QMainWindow;
class QMenu;
class QToolBar;
class QToolButton;

namespace pipescope {

class SessionController;
class WindowActions;

/// The menu bar and the tool bar, with the dynamic menus: recent files, languages, connections,
/// servers and clients. GUI thread only.
class WindowMenus : public QObject
{
    Q_OBJECT

public:
    /// None is owned. `docks` get Ctrl+1, Ctrl+2 and so on.
    WindowMenus(QMainWindow& window, const WindowActions& actions, SessionController& session,
                const QList<QDockWidget*>& docks);

    [[nodiscard]] QToolBar& toolBar() const { return *m_toolBar; }
    /// Shows that all traffic is recorded; saves it.
    [[nodiscard]] QToolButton& recordButton() const { return *m_recordButton; }
    /// Updates all texts to the current language.
    void retranslate();

signals:
    /// A menu is about to open; its actions may need an update.
    void opening();
    void openRequested(const QString& file);
    void disconnectRequested(pipecore::LiveConnection connection, pipecore::CloseMode mode);
    void stopRequested(pipecore::LiveEndpoint endpoint, pipecore::CloseMode mode);
    void copyRequested(pipecore::CopyStyle style);

private:
    void makeFileMenu();
    void makePipeMenu();
    void makeTrafficMenu();
    void makeViewMenu();
    void makeToolBar();
    void fillRecentFiles();
    void fillLanguages();
    void fillDisconnect();
    void fillStop();
    void fillCopyMenu();

    QMainWindow& m_window;
    const WindowActions& m_actions;
    SessionController& m_session;
    const QList<QDockWidget*> m_docks;
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
};

} // namespace pipescope
