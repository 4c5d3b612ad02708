#include "commands/files.h"

#include "system/context.h"

namespace pipescope::cli {

std::expected<std::unique_ptr<pipecore::SessionFile>, ExitStatus>
openSession(const std::string& file, const Context& context)
{
    auto session = pipecore::SessionFile::open(pathOf(file), untilEnd(context));
    if (!session) {
        return std::unexpected(statusOf(session.error(), context));
    }
    const pipecore::OpenReport& report = (*session)->report();
    if (report.problem) {
        Console::error("pipescope-cli: " + file + ": " + report.problem->text());
    }
    if (report.lostAnnotations != 0) {
        Console::error("pipescope-cli: " + file + ": marks and comments that were not kept: "
                       + std::to_string(report.lostAnnotations));
    }
    return std::move(*session);
}

pipecore::ExportProgress untilEnd(const Context& context)
{
    return [&context](double) { return !context.shouldEnd(); };
}

ExitStatus statusOf(const pipecore::Error& error, const Context& context)
{
    if (context.console.isOutputGone()) {
        return ExitStatus::Done;
    }
    if (error.kind == pipecore::ErrorKind::Cancelled) {
        // Ctrl+C, or nobody reads the output any more.
        return context.interrupt.requested() ? ExitStatus::Interrupted : ExitStatus::Done;
    }
    return reportError(error);
}

} // namespace pipescope::cli
