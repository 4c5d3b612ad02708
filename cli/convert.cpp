#include "file_arguments.h"
#include "files.h"
#include "paths.h"
#include "usage.h"

#include "pipecore/export.h"
#include "pipecore/filter_run.h"

#include <chrono>

namespace pipescope::cli {

namespace {

using pipecore::Result;

using Rows = std::optional<pipecore::RowRanges>;

/// The rows that pass; all of them without a filter.
Result<Rows> rowsOf(const pipecore::SessionFile& session, const ConvertArguments& arguments)
{
    if (!arguments.filter) {
        return Rows();
    }
    const pipecore::FilterRun run(session, *arguments.filter);
    constexpr std::chrono::seconds step{1};
    while (!run.waitUntilDone(step)) {}
    const auto progress = run.progress();
    if (progress.problem) {
        return std::unexpected(*progress.problem);
    }
    if (progress.undecided != 0) {
        Console::complain("pipescope-cli: on " + std::to_string(progress.undecided)
                          + " rows the regular expression ran into its limits: they are left out");
    }
    return pipecore::RowRanges::of(run.matches());
}

/// To standard output, piece by piece. Its reader may leave early: that ends the work and is no
/// error. What else the output says is complained about at the end of the program.
ExitStatus convertToOutput(const pipecore::SessionFile& session, const Rows& rows,
                           pipecore::ExportFormat format, Console& console)
{
    const auto written =
        pipecore::exportRows(session, rows, format, [&](pipecore::ByteView bytes) -> Result<void> {
            return console.write(pipecore::asText(bytes))
                       ? Result<void>()
                       : pipecore::refuse({}, pipecore::ErrorKind::PeerClosed);
        });
    if (!written && !console.isOutputGone()) {
        return complain(written.error());
    }
    return ExitStatus::Done;
}

} // namespace

ExitStatus convert(std::span<const std::string> line, Console& console)
{
    const auto arguments = parseConvert(line);
    if (const auto answer = answerTo(arguments, console)) {
        return *answer;
    }
    const auto session = openSession(arguments->from);
    if (!session) {
        return session.error();
    }
    const auto rows = rowsOf(**session, *arguments);
    if (!rows) {
        return complain(rows.error());
    }
    if (arguments->to == "-") {
        return convertToOutput(**session, *rows, arguments->format, console);
    }
    const auto written =
        pipecore::exportRows(**session, *rows, arguments->format, pathOf(arguments->to));
    return written ? ExitStatus::Done : complain(written.error());
}

} // namespace pipescope::cli
