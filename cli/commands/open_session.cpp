#include "commands/files.h"

#include "pipecore/analysis/protocol_search.h"
#include "pipecore/analysis/row_types.h"
#include "pipecore/base/clean_text.h"
#include "system/context.h"

namespace pipescope::cli {

std::expected<std::unique_ptr<pipecore::SessionFile>, ExitStatus>
startSession(const std::string& file, const Context& context)
{
    auto session = pipecore::SessionFile::start(pathOf(file));
    if (!session) {
        return std::unexpected(statusOf(session.error(), context));
    }
    return std::move(*session);
}

std::expected<void, ExitStatus> readSession(pipecore::SessionFile& session, const std::string& file,
                                            const Context& context,
                                            const std::function<void(std::uint64_t)>& onRows)
{
    const auto tell = [&] {
        if (onRows) {
            onRows(session.rowCount());
        }
    };
    const auto scanned = session.scan([&](double) {
        tell();
        return !context.shouldEnd();
    });
    if (!scanned) {
        return std::unexpected(statusOf(scanned.error(), context));
    }
    tell();
    const pipecore::OpenReport& report = session.report();
    if (report.problem) {
        Console::error("pipescope-cli: " + file + ": " + report.problem->text());
    }
    if (report.lostAnnotations != 0) {
        Console::error("pipescope-cli: " + file + ": marks and comments that were not kept: "
                       + std::to_string(report.lostAnnotations));
    }
    return {};
}

std::expected<std::unique_ptr<pipecore::SessionFile>, ExitStatus>
openSession(const std::string& file, const Context& context)
{
    auto session = startSession(file, context);
    if (session) {
        if (const auto read = readSession(**session, file, context); !read) {
            return std::unexpected(read.error());
        }
    }
    return session;
}

void describeRows(Options& options, RowChoice& choice)
{
    options.value(
        "--frames", "RULE|auto",
        "rows are the frames of this rule instead of reads and writes, such as line, u32be "
        "or headers (docs/FRAMING.md); auto: by the protocol that each pipe is found to speak "
        "(docs/DECODERS.md)",
        [&choice](const std::string& value) -> Problem {
            choice.findsRules = value == "auto";
            if (choice.findsRules) {
                choice.rule.reset();
                return std::nullopt;
            }
            return setFramingRule(choice.rule, value);
        });
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
    describeProto(options, choice.proto);
}

ChosenRows::ChosenRows(const pipecore::SessionFile& session, const RowChoice& choice)
    : m_session(session)
    , m_choice(choice)
    , m_findsRules(choice.findsRules)
{
    if (m_findsRules) {
        m_frames.emplace(session, [this](const pipecore::EndpointFacts& endpoint) {
            const auto found = m_rules.find(endpoint.id);
            return found == m_rules.end() ? std::nullopt : std::optional(found->second);
        });
    } else if (choice.rule) {
        m_frames.emplace(session,
                         [rule = choice.rule](const pipecore::EndpointFacts&) { return rule; });
    }
    if (choice.asks) {
        pipecore::setAskers(source(), {.usually = *choice.asks});
    }
}

pipecore::Result<void> ChosenRows::findRules(const Context& context)
{
    const auto found =
        pipecore::findProtocols(m_session, [&context] { return !context.shouldEnd(); });
    if (!found) {
        return std::unexpected(found.error());
    }
    m_session.facts().visitEndpoints([&](const pipecore::EndpointFacts& endpoint) {
        if (endpoint.mode == pipecore::PipeMode::Message) {
            return true; // its messages are frames
        }
        const auto guesses = found->find(endpoint.id);
        const auto rule =
            guesses == found->end() ? std::nullopt : pipecore::sureRule(guesses->second);
        std::string about = "reads and writes as they are: no protocol was found";
        if (rule) {
            about = "frames of " + std::string(protocolInfo(guesses->second.front().protocol).name)
                    + " (" + rule->text() + ")";
            m_rules.emplace(endpoint.id, *rule);
        }
        Console::error("pipescope-cli: " + pipecore::onOneLine(endpoint.name) + ": " + about);
        return true;
    });
    return {};
}

pipecore::Result<void> ChosenRows::prepare(const Context& context)
{
    if (!m_frames) {
        return findTypes(context);
    }
    if (m_findsRules) {
        if (auto found = findRules(context); !found) {
            return found;
        }
    }
    auto taken = m_frames->update([&context](std::uint64_t) { return !context.shouldEnd(); });
    if (taken) {
        m_frames->finish();
        return findTypes(context);
    }
    return taken;
}

pipecore::Result<void> ChosenRows::findTypes(const Context& context) const
{
    const ProtoChoice& proto = m_choice.proto;
    if (!proto.types) {
        return {};
    }
    const auto types = std::make_shared<pipecore::RowTypes>(
        source(), proto.types,
        [&proto](const pipecore::EndpointFacts&) {
            return pipecore::RowTypes::MessageTypes{.request = proto.request, .reply = proto.reply};
        },
        pipecore::Askers{.usually = m_choice.asks.value_or(pipecore::Asker::Client)});
    if (!types->update([&context] { return !context.shouldEnd(); })) {
        return pipecore::refuse({}, pipecore::ErrorKind::Cancelled);
    }
    source().setRowTypes(types);
    return {};
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
