#include "window/main_window_actions.h"

#include "widgets/theme.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QWidget>

namespace pipescope {

namespace {

struct Row
{
    Action action;
    const char* icon; ///< of Theme::icon(), or empty
    const char* keys; ///< portable text; empty for actions without a shortcut
    bool checkable;
    const char* text;
    const char* tip;
};

constexpr std::array rows{
    Row{Action::NewSession, "new", "Ctrl+Alt+N", false,
        QT_TRANSLATE_NOOP("WindowActions", "&New session"),
        QT_TRANSLATE_NOOP("WindowActions", "Close all pipes and start an empty session")},
    Row{Action::Open, "open", "Ctrl+O", false, QT_TRANSLATE_NOOP("WindowActions", "&Open…"),
        QT_TRANSLATE_NOOP("WindowActions", "Open a saved session")},
    Row{Action::Save, "save", "Ctrl+S", false, QT_TRANSLATE_NOOP("WindowActions", "&Save"),
        QT_TRANSLATE_NOOP("WindowActions", "Save the session to a file")},
    Row{Action::SaveAs, "save", "Ctrl+Shift+S", false,
        QT_TRANSLATE_NOOP("WindowActions", "Save &as…"),
        QT_TRANSLATE_NOOP("WindowActions", "Save the session to another file")},
    Row{Action::Export, "export", "Ctrl+E", false, QT_TRANSLATE_NOOP("WindowActions", "&Export…"),
        QT_TRANSLATE_NOOP("WindowActions",
                          "Export rows as JSON, CSV, text, HTML or a session file")},
    Row{Action::Quit, "quit", "Ctrl+Q", false, QT_TRANSLATE_NOOP("WindowActions", "&Quit"),
        QT_TRANSLATE_NOOP("WindowActions", "Close all pipes and quit PipeScope")},
    Row{Action::NewServer, "server", "Ctrl+N", false,
        QT_TRANSLATE_NOOP("WindowActions", "New &server…"),
        QT_TRANSLATE_NOOP("WindowActions", "Start a pipe server for other programs")},
    Row{Action::NewClient, "client", "Ctrl+Shift+N", false,
        QT_TRANSLATE_NOOP("WindowActions", "New &client…"),
        QT_TRANSLATE_NOOP("WindowActions", "Connect to a pipe of another program")},
    Row{Action::Call, "call", "Ctrl+Shift+O", false,
        QT_TRANSLATE_NOOP("WindowActions", "Call &once…"),
        QT_TRANSLATE_NOOP("WindowActions", "Send one message and read one reply (CallNamedPipe)")},
    Row{Action::Demo, "demo", "", true, QT_TRANSLATE_NOOP("WindowActions", "De&mo"),
        QT_TRANSLATE_NOOP("WindowActions", "Run a demo server and client")},
    Row{Action::StopAll, "stop", "Ctrl+Shift+Q", false,
        QT_TRANSLATE_NOOP("WindowActions", "Stop &all"),
        QT_TRANSLATE_NOOP("WindowActions", "Stop all servers and clients")},
    Row{Action::Pause, "pause", "Ctrl+P", true, QT_TRANSLATE_NOOP("WindowActions", "&Pause"),
        QT_TRANSLATE_NOOP("WindowActions", "Pause the log (recording continues)")},
    Row{Action::Clear, "clear", "Ctrl+L", false, QT_TRANSLATE_NOOP("WindowActions", "C&lear"),
        QT_TRANSLATE_NOOP("WindowActions", "Hide all current rows (they remain in the session)")},
    Row{Action::Follow, "follow", "Ctrl+T", true,
        QT_TRANSLATE_NOOP("WindowActions", "Auto-&scroll"),
        QT_TRANSLATE_NOOP("WindowActions", "Keep the newest row in view")},
    Row{Action::DropPayloads, "", "Ctrl+K, P", true,
        QT_TRANSLATE_NOOP("WindowActions", "&Drop payloads instead of throttling"),
        QT_TRANSLATE_NOOP(
            "WindowActions",
            "If recording falls behind, drop and count payloads instead of reading more slowly")},
    Row{Action::Find, "find", "Ctrl+F", false, QT_TRANSLATE_NOOP("WindowActions", "&Find…"),
        QT_TRANSLATE_NOOP("WindowActions", "Find text or bytes in the log")},
    Row{Action::FindNext, "down", "F3", false, QT_TRANSLATE_NOOP("WindowActions", "Find &next"),
        QT_TRANSLATE_NOOP("WindowActions", "Go to the next match")},
    Row{Action::FindPrevious, "up", "Shift+F3", false,
        QT_TRANSLATE_NOOP("WindowActions", "Find pre&vious"),
        QT_TRANSLATE_NOOP("WindowActions", "Go to the previous match")},
    Row{Action::Filter, "filter", "Ctrl+Shift+F", false,
        QT_TRANSLATE_NOOP("WindowActions", "F&ilter"),
        QT_TRANSLATE_NOOP("WindowActions", "Focus the filter")},
    Row{Action::Mark, "mark", "Ctrl+M", false, QT_TRANSLATE_NOOP("WindowActions", "&Mark"),
        QT_TRANSLATE_NOOP("WindowActions", "Mark or unmark the selected rows")},
    Row{Action::NextMark, "", "F2", false, QT_TRANSLATE_NOOP("WindowActions", "&Next mark"),
        QT_TRANSLATE_NOOP("WindowActions", "Go to the next marked row")},
    Row{Action::PreviousMark, "", "Shift+F2", false,
        QT_TRANSLATE_NOOP("WindowActions", "&Previous mark"),
        QT_TRANSLATE_NOOP("WindowActions", "Go to the previous marked row")},
    Row{Action::Comment, "comment", "Ctrl+Alt+C", false,
        QT_TRANSLATE_NOOP("WindowActions", "C&omment…"),
        QT_TRANSLATE_NOOP("WindowActions", "Comment on the current row")},
    Row{Action::GoTo, "goto", "Ctrl+G", false, QT_TRANSLATE_NOOP("WindowActions", "&Row or time…"),
        QT_TRANSLATE_NOOP("WindowActions", "Go to a row number or a time")},
    Row{Action::GoToReply, "", "Ctrl+.", false, QT_TRANSLATE_NOOP("WindowActions", "Rep&ly"),
        QT_TRANSLATE_NOOP("WindowActions", "Go to the reply to this message")},
    Row{Action::GoToRequest, "", "Ctrl+,", false, QT_TRANSLATE_NOOP("WindowActions", "Re&quest"),
        QT_TRANSLATE_NOOP("WindowActions", "Go to the request that this message answers")},
    Row{Action::ZeroRow, "zero", "Ctrl+Alt+T", false,
        QT_TRANSLATE_NOOP("WindowActions", "Set time reference &here"),
        QT_TRANSLATE_NOOP("WindowActions",
                          "Show times relative to the current row; repeat to clear")},
    Row{Action::OneConnection, "filter", "Ctrl+Alt+F", true,
        QT_TRANSLATE_NOOP("WindowActions", "Sho&w only this connection"),
        QT_TRANSLATE_NOOP("WindowActions", "Show only the connection of the current row")},
    Row{Action::Frames, "", "Ctrl+R", true,
        QT_TRANSLATE_NOOP("WindowActions", "Gro&up reads into frames"),
        QT_TRANSLATE_NOOP("WindowActions",
                          "Show frames instead of reads and writes of pipes with a framing rule")},
    Row{Action::ShowFrames, "", "Ctrl+Shift+R", false,
        QT_TRANSLATE_NOOP("WindowActions", "F&rames and requests…"),
        QT_TRANSLATE_NOOP("WindowActions",
                          "Set the framing rule for the pipe of the current row, and which side "
                          "sends requests")},
    Row{Action::Highlight, "highlight", "Ctrl+Alt+H", false,
        QT_TRANSLATE_NOOP("WindowActions", "&Highlight rows…"),
        QT_TRANSLATE_NOOP("WindowActions", "Edit the rules that colour rows")},
    Row{Action::CopyText, "copy", "Ctrl+Shift+T", false,
        QT_TRANSLATE_NOOP("WindowActions", "&Text"),
        QT_TRANSLATE_NOOP("WindowActions", "Copy the selected messages as text")},
    Row{Action::CopyHex, "copy", "Ctrl+Shift+H", false, QT_TRANSLATE_NOOP("WindowActions", "&Hex"),
        QT_TRANSLATE_NOOP("WindowActions", "Copy the selected messages as hex")},
    Row{Action::CopyCArray, "copy", "Ctrl+Shift+A", false,
        QT_TRANSLATE_NOOP("WindowActions", "C &array"),
        QT_TRANSLATE_NOOP("WindowActions", "Copy the selected messages as C and C++ arrays")},
    Row{Action::SavePayload, "save", "Ctrl+Alt+S", false,
        QT_TRANSLATE_NOOP("WindowActions", "S&ave payload…"),
        QT_TRANSLATE_NOOP("WindowActions", "Save the payload of the current message to a file")},
    Row{Action::Compare, "", "Ctrl+Alt+D", false,
        QT_TRANSLATE_NOOP("WindowActions", "Compar&e two messages…"),
        QT_TRANSLATE_NOOP("WindowActions", "Compare two selected messages side by side")},
    Row{Action::TimeAbsolute, "time", "Ctrl+K, 1", true,
        QT_TRANSLATE_NOOP("WindowActions", "Time of &day"),
        QT_TRANSLATE_NOOP("WindowActions", "Show the time of day")},
    Row{Action::TimeRelative, "", "Ctrl+K, 2", true,
        QT_TRANSLATE_NOOP("WindowActions", "Since &first row"),
        QT_TRANSLATE_NOOP("WindowActions", "Show the time since the first row")},
    Row{Action::TimeDelta, "", "Ctrl+K, 3", true,
        QT_TRANSLATE_NOOP("WindowActions", "Since &previous row"),
        QT_TRANSLATE_NOOP("WindowActions", "Show the time since the previous row")},
    Row{Action::ThemeSystem, "theme", "Ctrl+K, S", true,
        QT_TRANSLATE_NOOP("WindowActions", "&System default"),
        QT_TRANSLATE_NOOP("WindowActions", "Follow the light or dark setting of the desktop")},
    Row{Action::ThemeLight, "", "Ctrl+K, L", true, QT_TRANSLATE_NOOP("WindowActions", "&Light"),
        QT_TRANSLATE_NOOP("WindowActions", "Dark text on a light background")},
    Row{Action::ThemeDark, "", "Ctrl+K, D", true, QT_TRANSLATE_NOOP("WindowActions", "&Dark"),
        QT_TRANSLATE_NOOP("WindowActions", "Light text on a dark background")},
    Row{Action::LanguageSystem, "language", "Ctrl+K, 0", true,
        QT_TRANSLATE_NOOP("WindowActions", "&System default"),
        QT_TRANSLATE_NOOP("WindowActions",
                          "Use the language of the desktop if a translation is available")},
    Row{Action::NextPane, "view", "F6", false, QT_TRANSLATE_NOOP("WindowActions", "&Next pane"),
        QT_TRANSLATE_NOOP("WindowActions", "Focus the next pane")},
    Row{Action::ResetLayout, "reset", "Ctrl+K, R", false,
        QT_TRANSLATE_NOOP("WindowActions", "&Reset layout"),
        QT_TRANSLATE_NOOP("WindowActions", "Restore the default layout")},
    Row{Action::LookUpError, "help", "Ctrl+Shift+E", false,
        QT_TRANSLATE_NOOP("WindowActions", "&Look up error…"),
        QT_TRANSLATE_NOOP("WindowActions", "Show causes and solutions for an error code")},
    Row{Action::LuaDecoders, "", "Ctrl+K, U", false,
        QT_TRANSLATE_NOOP("WindowActions", "L&ua decoders…"),
        QT_TRANSLATE_NOOP("WindowActions",
                          "Open the folder of your decoders, and see their errors")},
    Row{Action::Security, "security", "Ctrl+Shift+D", false,
        QT_TRANSLATE_NOOP("WindowActions", "Security &descriptors…"),
        QT_TRANSLATE_NOOP("WindowActions", "Edit and audit pipe permissions")},
    Row{Action::Shortcuts, "help", "F1", false,
        QT_TRANSLATE_NOOP("WindowActions", "&Keyboard shortcuts"),
        QT_TRANSLATE_NOOP("WindowActions", "Show all keyboard shortcuts")},
    Row{Action::About, "about", "Shift+F1", false,
        QT_TRANSLATE_NOOP("WindowActions", "&About PipeScope"),
        QT_TRANSLATE_NOOP("WindowActions", "Show version and licence")},
};

static_assert(rows.size() == static_cast<std::size_t>(Action::Count));

QString translated(const char* text)
{
    return QCoreApplication::translate("WindowActions", text);
}

} // namespace

WindowActions::WindowActions(QWidget* window) : QObject(window)
{
    for (const Row& row : rows) {
        auto* action = new QAction(this);
        if (*row.icon != '\0') {
            action->setIcon(Theme::instance().icon(QLatin1String(row.icon)));
        }
        action->setShortcut(QKeySequence(QLatin1String(row.keys), QKeySequence::PortableText));
        action->setCheckable(row.checkable);
        window->addAction(action);
        m_actions.at(static_cast<std::size_t>(row.action)) = action;
    }
    exclusive({Action::TimeAbsolute, Action::TimeRelative, Action::TimeDelta});
    exclusive({Action::ThemeSystem, Action::ThemeLight, Action::ThemeDark});
#ifndef Q_OS_WIN
    (*this)[Action::Call]->setVisible(false); // AF_UNIX has no such call
#endif
    (*this)[Action::Quit]->setMenuRole(QAction::QuitRole);
    (*this)[Action::About]->setMenuRole(QAction::AboutRole);
    retranslate();
}

void WindowActions::exclusive(std::initializer_list<Action> actions)
{
    auto* group = new QActionGroup(this);
    for (const Action action : actions) {
        group->addAction((*this)[action]);
    }
}

void WindowActions::retranslate()
{
    for (const Row& row : rows) {
        QAction* action = (*this)[row.action];
        const QString tip = translated(row.tip);
        action->setText(translated(row.text));
        action->setStatusTip(tip);
        action->setToolTip(toolTip(tip, action->shortcut()));
    }
}

QString WindowActions::toolTip(const QString& tip, const QKeySequence& shortcut)
{
    return shortcut.isEmpty()
               ? tip
               : QStringLiteral("%1 (%2)").arg(tip, shortcut.toString(QKeySequence::NativeText));
}

} // namespace pipescope
