#include "window/view_commands.h"

#include "decoders/lua_decoders_dialog.h"
#include "help/error_lookup_dialog.h"
#include "widgets/shortcuts_dialog.h"
#include "widgets/theme.h"
#include "window/main_window_actions.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <QMessageBox>
#include <QSettings>

#include <utility>

namespace pipescope {

namespace {

constexpr QLatin1String themeKey("window/theme");

} // namespace

ViewCommands::ViewCommands(const WindowActions& actions, LuaDecoderFolder& decoders,
                           QMainWindow* window)
    : m_decoders(decoders)
    , m_window(window)
{
    for (const auto& [name, mode] : {std::pair(Action::ThemeSystem, Theme::Mode::System),
                                     std::pair(Action::ThemeLight, Theme::Mode::Light),
                                     std::pair(Action::ThemeDark, Theme::Mode::Dark)}) {
        actions[name]->setChecked(Theme::instance().mode() == mode);
        connect(actions[name], &QAction::triggered, this, [mode = mode] {
            Theme::instance().setMode(mode);
            QSettings().setValue(themeKey, static_cast<int>(mode));
        });
    }
    connect(actions[Action::LookUpError], &QAction::triggered, this, &ViewCommands::lookUpError);
    connect(actions[Action::LuaDecoders], &QAction::triggered, this, &ViewCommands::showDecoders);
    connect(actions[Action::Shortcuts], &QAction::triggered, this, &ViewCommands::showShortcuts);
    connect(actions[Action::About], &QAction::triggered, this, &ViewCommands::showAbout);
}

void ViewCommands::lookUpError()
{
    auto* dialog = m_window->findChild<ErrorLookupDialog*>();
    if (dialog == nullptr) {
        dialog = new ErrorLookupDialog(m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void ViewCommands::showDecoders()
{
    auto* dialog = m_window->findChild<LuaDecodersDialog*>();
    if (dialog == nullptr) {
        dialog = new LuaDecodersDialog(m_decoders, m_window);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void ViewCommands::showShortcuts()
{
    if (auto* open = m_window->findChild<ShortcutsDialog*>()) {
        open->raise();
        open->activateWindow();
        return;
    }
    auto* dialog = new ShortcutsDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void ViewCommands::showAbout()
{
    auto* box = new QMessageBox(
        QMessageBox::NoIcon, tr("About PipeScope"),
        tr("<h3>PipeScope %1</h3><p>Serve, connect to and monitor named pipes.</p><p>PipeScope "
           "sees its own traffic as server or client, not traffic between two other "
           "programs.</p><p>Free software under the MIT licence. Built with Qt %2.</p>")
            .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion())),
        QMessageBox::Close, m_window);
    box->setIconPixmap(m_window->windowIcon().pixmap(QSize(64, 64), m_window->devicePixelRatioF()));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace pipescope
