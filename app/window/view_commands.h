#pragma once

#include <QObject>

class QMainWindow;

namespace pipescope {

class WindowActions;

/// The actions of the theme and of the Help menu. GUI thread only.
class ViewCommands : public QObject
{
    Q_OBJECT

public:
    /// Neither is owned. Dialogs are children of `window`.
    ViewCommands(const WindowActions& actions, QMainWindow* window);

private:
    void lookUpError();
    void showShortcuts();
    void showAbout();

    QMainWindow* const m_window;
};

} // namespace pipescope
