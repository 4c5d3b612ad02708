#pragma once

#include <QObject>

class QMainWindow;

namespace pipescope {

class LuaDecoderFolder;
class WindowActions;

/// The actions of the theme and of the Help menu. GUI thread only.
class ViewCommands : public QObject
{
    Q_OBJECT

public:
    /// None is owned. Dialogs are children of `window`.
    ViewCommands(const WindowActions& actions, LuaDecoderFolder& decoders, QMainWindow* window);

private:
    void lookUpError();
    void showDecoders();
    void showShortcuts();
    void showAbout();

    LuaDecoderFolder& m_decoders;
    QMainWindow* const m_window;
};

} // namespace pipescope
