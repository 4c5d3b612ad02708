#pragma once

#include "widgets/theme.h"

#include <QString>
#include <QStringList>

#include <expected>
#include <optional>

namespace pipescope {

/// The parsed command line. A value.
struct CommandLine
{
    QStringList servers; ///< names of servers to start, as typed
    QStringList clients; ///< names of pipes to connect to
    QString file;        ///< session to open
    bool demo = false;
    std::optional<int> demoSeconds; ///< quit after so many seconds; write screenshot and session
    QString demoOutput;             ///< folder for them
    std::optional<Theme::Mode> theme;
    std::optional<QString> language; ///< code; empty for the system's
    bool help = false;
    bool version = false;

    /// True if a script started the program: no user can answer a question.
    [[nodiscard]] bool isScripted() const { return demoSeconds.has_value(); }
};

/// Parses the arguments, without the program's name. The error is one line with the argument and
/// the reason.
[[nodiscard]] std::expected<CommandLine, QString> parseCommandLine(const QStringList& arguments);

/// The text of --help.
[[nodiscard]] QString commandLineHelp();

} // namespace pipescope
