#include "commands/talk.h"
#include "session/session.h"

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

} // namespace

ExitStatus serve(const Arguments& arguments, Context& context)
{
    Session session(arguments, context);
    if (const auto started = session.start(); !started) {
        return context.interrupt.requested() ? ExitStatus::Interrupted
                                             : reportError(started.error());
    }
    const auto endpoint = session.operations().startServer(arguments.server);
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
