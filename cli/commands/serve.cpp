#include "arguments/talk_draft.h"
#include "commands/talk.h"
#include "session/session.h"

#include "pipecore/discovery/mirror.h"
#include "pipecore/model/option_table.h"

#include <algorithm>
#include <array>
#include <optional>

namespace pipescope::cli {

namespace {

/// Progress of a server, counted from its events.
struct ServerProgress
{
    std::uint64_t disconnects = 0;
    bool closed = false;
    std::optional<pipecore::Error> failure; ///< the server's own, not one of a connection

    void add(const pipecore::Event& event)
    {
        if (std::holds_alternative<pipecore::Disconnected>(event.body)) {
            ++disconnects;
        } else if (std::holds_alternative<pipecore::EndpointClosed>(event.body)) {
            closed = true;
        } else if (const auto* failed = std::get_if<pipecore::Failed>(&event.body);
                   failed != nullptr && !event.connection) {
            failure = failed->error;
        }
    }
};

/// Takes from the target of a proxy whatever the command line leaves open.
void mirrorTarget(Arguments& arguments)
{
    const auto mirrored = pipecore::mirrorOf(arguments.target);
    if (!mirrored) {
        Console::error("pipescope-cli: " + arguments.target + ": "
                       + pipecore::describe(mirrored.error()));
        Console::error("pipescope-cli: the proxy cannot be made like its target: it serves "
                       + std::string(arguments.server.mode == pipecore::PipeMode::Byte
                                         ? "a stream of bytes"
                                         : "messages")
                       + ", as --mode says");
        return;
    }
    for (const auto& option : pipecore::optionsOf<pipecore::ServerOptions>()) {
        constexpr std::array taken = {"mode",       "access",    "instances",
                                      "out-buffer", "in-buffer", "file-mode"};
        if (std::ranges::find(taken, option.key) != taken.end()
            && !arguments.given.contains(option.key)) {
            option.set(arguments.server, option.get(mirrored->server));
        }
    }
    for (const pipecore::Phrase& note : mirrored->notes) {
        Console::error("pipescope-cli: " + note.text());
    }
}

} // namespace

ExitStatus serve(const Arguments& given, Context& context)
{
    Arguments arguments = given;
    if (arguments.talk == Talk::Proxy) {
        mirrorTarget(arguments);
    }
    Session session(arguments, context);
    if (const auto started = session.start(); !started) {
        return context.interrupt.requested() ? ExitStatus::Interrupted
                                             : reportError(started.error());
    }
    const auto endpoint = arguments.talk == Talk::Proxy
                              ? session.operations().startRelay(relayOptions(arguments))
                              : session.operations().startServer(arguments.server);
    if (!endpoint) {
        return reportError(endpoint.error());
    }

    ServerProgress progress;
    bool ending = false;
    while (!progress.closed) {
        const pipecore::EventBatch batch = session.next(std::nullopt);
        for (const pipecore::Event& event : batch.events) {
            progress.add(event);
        }
        const bool enough = arguments.exitAfterDisconnects > 0
                            && progress.disconnects >= arguments.exitAfterDisconnects;
        if (!ending && !progress.closed
            && (enough || context.shouldEnd() || session.hasLostReader())) {
            ending = true;
            session.operations().closeEndpoint(*endpoint, pipecore::CloseMode::Graceful);
        }
    }
    const auto stopped = session.stop();
    if (!ending && progress.failure) {
        return reportError(*progress.failure,
                           {.role = pipecore::Role::Server,
                            .remote = false,
                            .mode = arguments.server.mode,
                            .access = arguments.server.access,
                            .firstInstance = arguments.server.firstInstance,
                            .synchronous = arguments.server.io == pipecore::IoModel::Synchronous,
                            .timeout = {}});
    }
    if (!stopped) {
        return reportError(stopped.error());
    }
    return ExitStatus::Done;
}

} // namespace pipescope::cli
