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

void describeRows(Options& options, RowChoice& choice)
{
    options.value(
        "--frames", "RULE",
        "rows are the frames of this rule instead of reads and writes, such as line, u32be "
        "or headers (docs/FRAMING.md)",
        [&choice](const std::string& value) { return setFramingRule(choice.rule, value); });
    options.value("--asks", "client|server",
                  "the side that sends requests, where messages do not say it themselves (default: "
                  "client, the side that connected)",
                  [&choice](const std::string& value) -> Problem {
                      if (value != "client" && value != "server") {
                          return "takes client or server, not \"" + value + "\"";
                      }
                      choice.asks =
                          value == "client" ? pipecore::Asker::Client : pipecore::Asker::Server;
                      return std::nullopt;
                  });
}

ChosenRows::ChosenRows(const pipecore::SessionFile& session, const RowChoice& choice)
    : m_session(session)
{
    if (choice.rule) {
        m_frames.emplace(session,
                         [rule = choice.rule](const pipecore::EndpointFacts&) { return rule; });
    }
    if (choice.asks) {
        pipecore::pairingOf(source()).setAskers(
            [asks = *choice.asks](const pipecore::EndpointFacts&) { return asks; });
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
