#include "window/main_window_actions.h"

#include "widgets/theme.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QWidget>

namespace pipescope {

namespace {

struct Row
{
    Action act;
    const char* icon; ///< of Theme::icon(), or empty
    const char* keys; ///< portable text; empty for actions without a shortcut
    bool checkable;
    const char* text;
    const char* tip;
};

constexpr std::array rows{
    Row{Action::NewSession, "new", "Ctrl+Alt+N", false,
        QT_TRANSLATE_NOOP("WindowActions", "New &session"),
        QT_TRANSLATE_NOOP("WindowActions", "End all pipes and begin an empty session")},
    Row{Action::Open, "open", "Ctrl+O", false, QT_TRANSLATE_NOOP("WindowActions", "&Open…"),
        QT_TRANSLATE_NOOP("WindowActions", "Look at a saved session")},
    Row{Action::Save, "save", "Ctrl+S", false, QT_TRANSLATE_NOOP("WindowActions", "&Save"),
        QT_TRANSLATE_NOOP("WindowActions", "Save the session to a file")},
    Row{Action::SaveAs, "save", "Ctrl+Shift+S", false,
        QT_TRANSLATE_NOOP("WindowActions", "Save &as…"),
        QT_TRANSLATE_NOOP("WindowActions", "Save the session to another file")},
    Row{Action::Export, "export", "Ctrl+E", false, QT_TRANSLATE_NOOP("WindowActions", "&Export…"),
        QT_TRANSLATE_NOOP("WindowActions",
                          "Write rows as JSON, a table, text, a page or another session file")},
    Row{Action::Quit, "quit", "Ctrl+Q", false, QT_TRANSLATE_NOOP("WindowActions", "&Quit"),
        QT_TRANSLATE_NOOP("WindowActions", "End all pipes and leave PipeScope")},
    Row{Action::NewServer, "server", "Ctrl+N", false,
        QT_TRANSLATE_NOOP("WindowActions", "New &server…"),
        QT_TRANSLATE_NOOP("WindowActions", "Make a pipe that others connect to")},
    Row{Action::NewClient, "client", "Ctrl+Shift+N", false,
        QT_TRANSLATE_NOOP("WindowActions", "New &client…"),
        QT_TRANSLATE_NOOP("WindowActions", "Connect to a pipe of another program")},
    Row{Action::Call, "call", "Ctrl+Shift+O", false,
        QT_TRANSLATE_NOOP("WindowActions", "Call &once…"),
        QT_TRANSLATE_NOOP("WindowActions", "Send one message and take one reply (CallNamedPipe)")},
    Row{Action::Demo, "demo", "", true, QT_TRANSLATE_NOOP("WindowActions", "&Demo conversation"),
        QT_TRANSLATE_NOOP("WindowActions", "A server and a client that talk to each other")},
    Row{Action::StopAll, "stop", "Ctrl+Shift+Q", false,
        QT_TRANSLATE_NOOP("WindowActions", "Stop &all"),
        QT_TRANSLATE_NOOP("WindowActions", "End all servers and clients")},
    Row{Action::Pause, "pause", "Ctrl+P", true, QT_TRANSLATE_NOOP("WindowActions", "&Pause"),
        QT_TRANSLATE_NOOP("WindowActions", "Let the log stand still; recording goes on")},
    Row{Action::Clear, "clear", "Ctrl+L", false, QT_TRANSLATE_NOOP("WindowActions", "C&lear"),
        QT_TRANSLATE_NOOP("WindowActions", "Hide all rows so far; they stay in the session")},
    Row{Action::Follow, "follow", "Ctrl+T", true,
        QT_TRANSLATE_NOOP("WindowActions", "&Follow the end"),
        QT_TRANSLATE_NOOP("WindowActions", "Keep the newest row in view")},
    Row{Action::DropPayloads, "", "Ctrl+K, P", true,
        QT_TRANSLATE_NOOP("WindowActions", "&Never slow pipes down"),
        QT_TRANSLATE_NOOP("WindowActions",
                          "When recording is behind, payloads are left out and counted, instead of "
                          "reading more slowly")},
    Row{Action::Find, "find", "Ctrl+F", false, QT_TRANSLATE_NOOP("WindowActions", "&Find…"),
        QT_TRANSLATE_NOOP("WindowActions", "Find text or bytes in the log")},
    Row{Action::FindNext, "down", "F3", false, QT_TRANSLATE_NOOP("WindowActions", "Find &next"),
        QT_TRANSLATE_NOOP("WindowActions", "Go to the next place")},
    Row{Action::FindPrevious, "up", "Shift+F3", false,
        QT_TRANSLATE_NOOP("WindowActions", "Find pre&vious"),
        QT_TRANSLATE_NOOP("WindowActions", "Go to the place before")},
    Row{Action::Filter, "filter", "Ctrl+Shift+F", false,
        QT_TRANSLATE_NOOP("WindowActions", "F&ilter"),
        QT_TRANSLATE_NOOP("WindowActions", "Go to the line that says which rows are shown")},
    Row{Action::Mark, "mark", "Ctrl+M", false, QT_TRANSLATE_NOOP("WindowActions", "&Mark"),
        QT_TRANSLATE_NOOP("WindowActions", "Mark the selected rows, or take their marks away")},
    Row{Action::NextMark, "", "F2", false, QT_TRANSLATE_NOOP("WindowActions", "&Next mark"),
        QT_TRANSLATE_NOOP("WindowActions", "Go to the next marked row")},
    Row{Action::PreviousMark, "", "Shift+F2", false,
        QT_TRANSLATE_NOOP("WindowActions", "&Previous mark"),
        QT_TRANSLATE_NOOP("WindowActions", "Go to the marked row before")},
    Row{Action::Comment, "comment", "Ctrl+Alt+C", false,
        QT_TRANSLATE_NOOP("WindowActions", "C&omment…"),
        QT_TRANSLATE_NOOP("WindowActions", "Write a comment on the current row")},
    Row{Action::GoTo, "goto", "Ctrl+G", false, QT_TRANSLATE_NOOP("WindowActions", "&Row or time…"),
        QT_TRANSLATE_NOOP("WindowActions", "Go to a row by its number, or to a time")},
    Row{Action::GoToReply, "", "Ctrl+.", false, QT_TRANSLATE_NOOP("WindowActions", "Rep&ly"),
        QT_TRANSLATE_NOOP("WindowActions",
                          "Go to the next message the other way on this connection")},
    Row{Action::GoToRequest, "", "Ctrl+,", false, QT_TRANSLATE_NOOP("WindowActions", "Re&quest"),
        QT_TRANSLATE_NOOP("WindowActions", "Go to the message that this one answers")},
    Row{Action::ZeroRow, "zero", "Ctrl+Alt+T", false,
        QT_TRANSLATE_NOOP("WindowActions", "Count time from &here"),
        QT_TRANSLATE_NOOP("WindowActions",
                          "Show times since the current row; again: since the first one")},
    Row{Action::OneConnection, "filter", "Ctrl+Alt+F", true,
        QT_TRANSLATE_NOOP("WindowActions", "Only this co&nnection"),
        QT_TRANSLATE_NOOP("WindowActions", "Show the rows of the current row's connection only")},
    Row{Action::Highlight, "highlight", "Ctrl+Alt+H", false,
        QT_TRANSLATE_NOOP("WindowActions", "&Highlight rows…"),
        QT_TRANSLATE_NOOP("WindowActions", "Rules that give rows a colour")},
    Row{Action::CopyText, "copy", "Ctrl+Shift+T", false,
        QT_TRANSLATE_NOOP("WindowActions", "Copy as &text"),
        QT_TRANSLATE_NOOP("WindowActions", "Copy the selected messages as text")},
    Row{Action::CopyHex, "copy", "Ctrl+Shift+H", false,
        QT_TRANSLATE_NOOP("WindowActions", "Copy as &hex"),
        QT_TRANSLATE_NOOP("WindowActions", "Copy the selected messages as hex")},
    Row{Action::CopyCArray, "copy", "Ctrl+Shift+A", false,
        QT_TRANSLATE_NOOP("WindowActions", "Copy as C &array"),
        QT_TRANSLATE_NOOP("WindowActions", "Copy the selected messages as arrays for C and C++")},
    Row{Action::SavePayload, "save", "Ctrl+Alt+S", false,
        QT_TRANSLATE_NOOP("WindowActions", "Save &payload…"),
        QT_TRANSLATE_NOOP("WindowActions", "Write the bytes of the current message to a file")},
    Row{Action::Compare, "", "Ctrl+Alt+D", false,
        QT_TRANSLATE_NOOP("WindowActions", "Com&pare two messages…"),
        QT_TRANSLATE_NOOP("WindowActions", "Show two selected messages side by side")},
    Row{Action::TimeAbsolute, "time", "Ctrl+K, 1", true,
        QT_TRANSLATE_NOOP("WindowActions", "Time of &day"),
        QT_TRANSLATE_NOOP("WindowActions", "Show when a row was by the clock")},
    Row{Action::TimeRelative, "", "Ctrl+K, 2", true,
        QT_TRANSLATE_NOOP("WindowActions", "Since the &start"),
        QT_TRANSLATE_NOOP("WindowActions", "Show the time since the first row")},
    Row{Action::TimeDelta, "", "Ctrl+K, 3", true,
        QT_TRANSLATE_NOOP("WindowActions", "Since the row &above"),
        QT_TRANSLATE_NOOP("WindowActions", "Show the time since the row above")},
    Row{Action::ThemeSystem, "theme", "Ctrl+K, S", true,
        QT_TRANSLATE_NOOP("WindowActions", "As the &system"),
        QT_TRANSLATE_NOOP("WindowActions", "Light or dark, as the desktop is")},
    Row{Action::ThemeLight, "", "Ctrl+K, L", true, QT_TRANSLATE_NOOP("WindowActions", "&Light"),
        QT_TRANSLATE_NOOP("WindowActions", "Dark text on light ground")},
    Row{Action::ThemeDark, "", "Ctrl+K, D", true, QT_TRANSLATE_NOOP("WindowActions", "&Dark"),
        QT_TRANSLATE_NOOP("WindowActions", "Light text on dark ground")},
    Row{Action::LanguageSystem, "language", "Ctrl+K, 0", true,
        QT_TRANSLATE_NOOP("WindowActions", "As the &system"),
        QT_TRANSLATE_NOOP("WindowActions",
                          "The language of the desktop, where there is a translation")},
    Row{Action::NextPane, "view", "F6", false, QT_TRANSLATE_NOOP("WindowActions", "&Next pane"),
        QT_TRANSLATE_NOOP("WindowActions", "Move the keyboard to the next part of the window")},
    Row{Action::ResetLayout, "reset", "Ctrl+K, R", false,
        QT_TRANSLATE_NOOP("WindowActions", "&Reset layout"),
        QT_TRANSLATE_NOOP("WindowActions",
                          "Put all parts of the window back to where they were at first")},
    Row{Action::LookUpError, "help", "Ctrl+Shift+E", false,
        QT_TRANSLATE_NOOP("WindowActions", "&Look up an error…"),
        QT_TRANSLATE_NOOP("WindowActions", "What an error code means, and what to do")},
    Row{Action::Security, "security", "Ctrl+Shift+D", false,
        QT_TRANSLATE_NOOP("WindowActions", "Security &descriptors…"),
        QT_TRANSLATE_NOOP("WindowActions", "Write, read and judge who may come into a pipe")},
    Row{Action::Shortcuts, "help", "F1", false,
        QT_TRANSLATE_NOOP("WindowActions", "&Keyboard shortcuts"),
        QT_TRANSLATE_NOOP("WindowActions", "All keys of this window")},
    Row{Action::About, "about", "Shift+F1", false,
        QT_TRANSLATE_NOOP("WindowActions", "&About PipeScope"),
        QT_TRANSLATE_NOOP("WindowActions", "Version and licence")},
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
        m_actions.at(static_cast<std::size_t>(row.act)) = action;
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

void WindowActions::exclusive(std::initializer_list<Action> acts)
{
    auto* group = new QActionGroup(this);
    for (const Action act : acts) {
        group->addAction((*this)[act]);
    }
}

void WindowActions::retranslate()
{
    for (const Row& row : rows) {
        QAction* action = (*this)[row.act];
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
