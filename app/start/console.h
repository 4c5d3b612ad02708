#pragma once

#include <QString>

namespace pipescope {

/// Output for the user who started the program, before or instead of the window.
///
/// On Windows a GUI program has no console of its own: this class uses the console or files that it
/// was started with, or a message box if there are none and a user may be present.
class Console
{
public:
    /// `interactive`: a user may be present to close a message box.
    explicit Console(bool interactive);

    /// To standard output.
    void tell(const QString& text) const;
    /// Prints a line to standard error, with where to find help.
    void printError(const QString& mistake) const;

private:
    bool m_showsBox = false;
};

} // namespace pipescope
