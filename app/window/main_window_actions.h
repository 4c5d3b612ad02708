#pragma once

#include <QAction>
#include <QObject>

#include <array>
#include <cstdint>

namespace pipescope {

/// The actions of the window, except docks and dynamic lists (recent files, languages).
enum class Action : std::uint8_t {
    NewSession,
    Open,
    Save,
    SaveAs,
    Export,
    Quit,
    NewServer,
    NewClient,
    Call,
    Demo,
    StopAll,
    Pause,
    Clear,
    Follow,
    DropPayloads,
    Find,
    FindNext,
    FindPrevious,
    Filter,
    Mark,
    NextMark,
    PreviousMark,
    Comment,
    GoTo,
    GoToReply,
    GoToRequest,
    ZeroRow,
    OneConnection,
    Frames,
    ShowFrames,
    Highlight,
    CopyText,
    CopyHex,
    CopyCArray,
    SavePayload,
    Compare,
    TimeAbsolute,
    TimeRelative,
    TimeDelta,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    LanguageSystem,
    NextPane,
    ResetLayout,
    LookUpError,
    LuaDecoders,
    Security,
    Shortcuts,
    About,
    Count
};

/// The actions of the window with their texts, shortcuts, icons and tips, in one table. They are
/// children of this object and belong to the window, so that shortcuts work everywhere in it.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QWidget* window);

    [[nodiscard]] QAction* operator[](Action action) const
    {
        return m_actions.at(static_cast<std::size_t>(action));
    }
    /// Updates all texts to the current language.
    void retranslate();

    /// The tool tip of an action: its tip and its shortcut.
    [[nodiscard]] static QString toolTip(const QString& tip, const QKeySequence& shortcut);

private:
    void exclusive(std::initializer_list<Action> actions);

    std::array<QAction*, static_cast<std::size_t>(Action::Count)> m_actions{};
};

} // namespace pipescope
