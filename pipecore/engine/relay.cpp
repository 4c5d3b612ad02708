#include "relay.h"

#include "pipecore/base/translatable.h"

#include <utility>

namespace pipecore {

Relay::Relay(EngineContext context, Registry& registry, EndpointId id, RelayOptions options,
             std::shared_ptr<TrafficHandler> handler)
    : Server(context, registry, id, std::move(options.server), std::move(handler))
    , m_options(std::move(options.target))
    , m_target(*PipeName::parse(m_options.name)) // was checked with the options
    , m_allowOtherUsers(options.allowOtherUsers)
{}

Instance::Traits Relay::traits() const
{
    Instance::Traits traits = Server::traits();
    traits.side = RelaySide::Client;
    return traits;
}

void Relay::onConnected(Instance& instance)
{
    if (instance.relaySide() == RelaySide::Target) {
        if (Instance* const client = instance.partner()) {
            client->partnerReady();
            instance.partnerReady();
        }
        return;
    }
    Server::onConnected(instance);
    openTarget(instance);
}

/// The target would take a client of another user for us, and give it what it gives to us.
Result<void> Relay::admit(const Channel& client, Channel& target) const
{
    if (m_allowOtherUsers) {
        return {};
    }
    const auto isOther = client.isClientOfOtherUser();
    if (isOther && !*isOther) {
        return {};
    }
    if (!isOther && isOther.error().kind != ErrorKind::NotSupported) {
        return std::unexpected(isOther.error());
    }
    if (isOther && target.connectAsClientOf(client)) {
        return {};
    }
    return refusePhrase(
        {isOther ? PIPECORE_TR("ErrorDetail",
                               "The client runs as another user: the target would take it for "
                               "PipeScope's user. --allow-other-users serves it all the same")
                 : PIPECORE_TR("ErrorDetail",
                               "The user of the client is not known, and the target would take it "
                               "for PipeScope's. --allow-other-users serves it all the same")},
        ErrorKind::AccessDenied);
}

void Relay::openTarget(Instance& client)
{
    auto channel = m_context.backend.createClient(m_target, m_options);
    if (!channel) {
        client.endWith(channel.error());
        return;
    }
    if (const auto admitted = admit(client.channel(), **channel); !admitted) {
        client.endWith(admitted.error());
        return;
    }
    const Instance::Traits traits{.endpoint = m_id,
                                  .mode = m_options.mode,
                                  .readMode = m_options.mode,
                                  .mayRead = m_options.access != ClientAccess::Write,
                                  .mayWrite = m_options.access != ClientAccess::Read,
                                  .side = RelaySide::Target,
                                  .conversation = client.connection(),
                                  .options = m_options.connection};
    auto made = std::make_unique<Instance>(m_context, *this, traits, std::move(*channel));
    Instance& target = *made;
    m_targets.emplace(&target, std::move(made));
    client.join(target);
    const ConnectionId connection = m_registry.newHiddenConnection();
    m_registry.add(connection, target);
    const bool keepsTrying = m_options.wait == WaitPolicy::KeepTrying;
    target.connect(connection, keepsTrying ? m_options.timeout : std::chrono::milliseconds::zero());
}

void Relay::onClosing(Instance& instance)
{
    if (Instance* const other = instance.partner()) {
        other->partnerLeft(instance.endsAbruptly(), instance.relaySide() == RelaySide::Target
                                                        ? CloseReason::TargetClosed
                                                        : CloseReason::PeerClosed);
    }
    if (instance.relaySide() == RelaySide::Client) {
        Server::onClosing(instance);
    }
}

void Relay::onClosed(Instance& instance)
{
    if (instance.relaySide() == RelaySide::Client) {
        Server::onClosed(instance);
        return;
    }
    auto target = m_targets.extract(&instance);
    m_registry.retire(std::move(target.mapped()));
    endWhenEmpty();
}

} // namespace pipecore
