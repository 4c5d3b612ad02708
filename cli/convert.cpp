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
Result<Rows> rowsOf(const pipecore::SessionFile& session, const ConvertArguments& arguments,
                    const Context& context)
{
    if (!arguments.filter) {
        return Rows();
    }
    const pipecore::FilterRun run(session, *arguments.filter);
    constexpr std::chrono::milliseconds step{100}; // after which Ctrl+C is looked at
    while (!run.waitUntilDone(step)) {
        if (context.shouldEnd()) {
            return pipecore::refuse({}, pipecore::ErrorKind::Cancelled);
        }
    }
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
Result<std::uint64_t> convertToOutput(const pipecore::SessionFile& session, const Rows& rows,
                                      pipecore::ExportFormat format, const Context& context)
{
    return pipecore::exportRows(
        session, rows, format,
        [&](pipecore::ByteView bytes) -> Result<void> {
            return context.console.write(pipecore::asText(bytes))
                       ? Result<void>()
                       : pipecore::refuse({}, pipecore::ErrorKind::PeerClosed);
        },
        untilEnd(context));
}

} // namespace

ExitStatus convert(std::span<const std::string> line, Context& context)
{
    const auto arguments = parseConvert(line);
    if (const auto answer = answerTo(arguments, context.console)) {
        return *answer;
    }
    const auto session = openSession(arguments->from, context);
    if (!session) {
        return session.error();
    }
    const auto rows = rowsOf(**session, *arguments, context);
    if (!rows) {
        return statusOf(rows.error(), context);
    }
    const auto written =
        arguments->to == "-"
            ? convertToOutput(**session, *rows, arguments->format, context)
            : pipecore::exportRows(**session, *rows, arguments->format, pathOf(arguments->to),
                                   untilEnd(context), [](const pipecore::Error& notKept) {
                                       Console::complain("pipescope-cli: " + describe(notKept));
                                   });
    if (written) {
        return ExitStatus::Done;
    }
    const ExitStatus status = statusOf(written.error(), context);
    if (isWrittenInto(arguments->to)) {
        Console::complain("  To write into it: pipescope-cli convert IN - --format FORMAT > OUT");
    }
    return status;
}

} // namespace pipescope::cli
