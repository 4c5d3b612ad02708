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

void describeFrames(Options& options, std::optional<pipecore::FramingRule>& rule)
{
    options.value(
        "--frames", "RULE",
        "rows are the frames of this rule instead of reads and writes, such as line, u32be "
        "or headers (docs/FRAMING.md)",
        [&rule](const std::string& value) -> Problem {
            auto parsed = pipecore::FramingRule::parse(value);
            if (!parsed) {
                return "\"" + value
                       + "\" is no framing rule: " + pipecore::describe(parsed.error());
            }
            rule = std::move(*parsed);
            return std::nullopt;
        });
}

ChosenRows::ChosenRows(const pipecore::SessionFile& session,
                       const std::optional<pipecore::FramingRule>& rule)
    : m_session(session)
{
    if (rule) {
        m_frames.emplace(session, [rule](const pipecore::EndpointFacts&) { return rule; });
    }
}

pipecore::Result<void> ChosenRows::prepare(const Context& context)
{
    if (!m_frames) {
        return {};
    }
    auto taken = m_frames->update([&context](std::uint64_t) { return !context.shouldEnd(); });
    if (taken) {
        m_frames->finish();
    }
    return taken;
}

const pipecore::RecordSource& ChosenRows::source() const
{
    if (m_frames) {
        return *m_frames;
    }
    return m_session;
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
