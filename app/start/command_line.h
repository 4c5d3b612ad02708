#pragma once

#include "widgets/theme.h"

#include <QString>
#include <QStringList>

#include <expected>
#include <optional>

namespace pipescope {

/// What was asked for on the command line. A value.
struct CommandLine
{
    QStringList servers; ///< names of servers to start, as they were typed
    QStringList clients; ///< names of pipes to connect to
    QString file;        ///< session to open
    bool demo = false;
    std::optional<int> demoSeconds; ///< end after so many seconds and leave picture and session
    QString demoOutput;             ///< folder for them
    std::optional<Theme::Mode> theme;
    std::optional<QString> language; ///< code; empty for the system's
    bool help = false;
    bool version = false;

    /// A script started the program: nobody is there to answer a question.
    [[nodiscard]] bool isScripted() const { return demoSeconds.has_value(); }
};

/// Understands the arguments, without the program's own name. On a mistake one line that says which
/// argument, and why.
[[nodiscard]] std::expected<CommandLine, QString> parseCommandLine(const QStringList& arguments);

/// The text of --help.
[[nodiscard]] QString commandLineHelp();

} // namespace pipescope
