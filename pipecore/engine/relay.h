#pragma once

#include "pipecore/model/pipe_name.h"
#include "server.h"

#include <memory>
#include <string>
#include <unordered_map>

namespace pipecore {

/// A server that answers nothing itself: for each client it opens the target, and passes on what either
/// says to the other, as it is.
///
/// Neither side is read while the other has something to write: it waits for the slower one, as the two
/// programs would without a relay, and keeps one read at most. Messages are neither joined nor divided. An
/// end of sending, an end, and an end without a goodbye are passed on as such.
class Relay final : public Server
{
public:
    /// `handler`, which may be null, hears both directions.
    Relay(EngineContext context, Registry& registry, EndpointId id, RelayOptions options,
          std::shared_ptr<TrafficHandler> handler);

    void onConnected(Instance& instance) override;
    void onClosing(Instance& instance) override;
    void onClosed(Instance& instance) override;

private:
    [[nodiscard]] Instance::Traits traits() const override;
    [[nodiscard]] std::string target() const override { return m_target.display(); }
    [[nodiscard]] bool hasNoMore() const override { return m_targets.empty(); }
    /// Has the target's end act as the client where the client is another user. Fails where that cannot be:
    /// it is not served then.
    [[nodiscard]] Result<void> admit(const Channel& client, Channel& target) const;
    void openTarget(Instance& client);

    ClientOptions m_options;
    PipeName m_target;
    bool m_allowOtherUsers;
    std::unordered_map<const Instance*, std::unique_ptr<Instance>> m_targets;
};

} // namespace pipecore
