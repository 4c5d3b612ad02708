#pragma once

#include <QString>

namespace pipescope {

/// Words for whoever started the program, before or instead of the window.
///
/// On Windows a program with windows has no console of its own: this one uses the console or the
/// files it was started with, and a message box when there are none and somebody may be looking.
class Console
{
public:
    /// `interactive`: a person may be there to close a message box.
    explicit Console(bool interactive);

    /// To standard output.
    void tell(const QString& text) const;
    /// One line to standard error, with where to find help.
    void error(const QString& mistake) const;

private:
    bool m_showsBox = false;
};

} // namespace pipescope
