#include "npfs_pipe.h"

#include "npfs_access.h"
#include "npfs_codes.h"

#include <algorithm>
#include <utility>

namespace npfs {

Code refusalOf(const Pipe& pipe, const Creation& creation, const pipecore::AccessSubject& subject,
               const NpfsRules& rules)
{
    if (!rules.creationIsChecked) {
        return pipe.instances.size() < pipe.first.limit || pipe.first.limit == 255 ? code::success
                                                                                   : code::pipeBusy;
    }
    if (rules.accessIsChecked
        && !mayAddInstance(pipe.descriptor, subject,
                           serverRights(creation.reads, creation.writes))) {
        return code::accessDenied;
    }
    if (pipe.first.limit != 255 && pipe.instances.size() >= pipe.first.limit) {
        return code::pipeBusy;
    }
    if (creation.isFirst) {
        return code::accessDenied;
    }
    if (creation.ofMessages != pipe.first.ofMessages || creation.reads != pipe.first.reads
        || creation.writes != pipe.first.writes) {
        return code::accessDenied;
    }
    return code::success;
}

std::shared_ptr<Instance> addInstance(const std::shared_ptr<Pipe>& pipe, File& server,
                                      const Creation& creation, const NpfsRules& rules)
{
    auto instance = std::make_shared<Instance>(
        Instance{.pipe = pipe,
                 .server = &server,
                 .toServer = Queue(creation.inQuota, pipe->first.ofMessages, rules),
                 .toClient = Queue(creation.outQuota, pipe->first.ofMessages, rules),
                 .waitingConnect = {}});
    pipe->instances.push_back(instance);
    return instance;
}

std::shared_ptr<Instance> listeningInstance(const Pipe& pipe)
{
    const auto found =
        std::ranges::find(pipe.instances, InstanceState::Listening, &Instance::state);
    return found == pipe.instances.end() ? nullptr : *found;
}

void takeInstance(const std::shared_ptr<Instance>& instance, File& client)
{
    instance->state = InstanceState::Connected;
    instance->client = &client;
    instance->hasRead = false;
    client.instance = instance;
    if (const RequestPtr waiting = std::exchange(instance->waitingConnect, nullptr)) {
        waiting->finish(code::success);
    }
}

namespace {

/// The instance does not count any more.
void release(Instance& instance)
{
    std::erase_if(instance.pipe->instances,
                  [&](const auto& one) { return one.get() == &instance; });
}

/// Leaves the data of the closing end to the other one, and the end behind them.
void endTalk(Instance& instance, const File& leaving)
{
    instance.state = InstanceState::Closing;
    instance.inbound(leaving).discard(code::brokenPipe);
    instance.inbound(leaving).endReads(code::brokenPipe);
    instance.outbound(leaving).endWrites(code::brokenPipe);
    instance.outbound(leaving).endReads(code::brokenPipe);
}

} // namespace

void disconnect(Instance& instance, const NpfsRules& rules)
{
    if (!rules.disconnectDiscards && instance.client != nullptr) {
        endTalk(instance, *instance.server);
        // The client keeps an instance of its own to read the rest from.
        auto rest = std::make_shared<Instance>(instance);
        rest->server = nullptr;
        instance.client->instance = std::move(rest);
    } else if (instance.client != nullptr) {
        instance.client->instance = nullptr;
    }
    instance.client = nullptr;
    instance.state = InstanceState::Disconnected;
    for (Queue* const queue : {&instance.toServer, &instance.toClient}) {
        queue->discard(code::pipeNotConnected);
        queue->endReads(code::pipeNotConnected);
    }
    if (const RequestPtr waiting = std::exchange(instance.waitingConnect, nullptr)) {
        waiting->finish(code::pipeNotConnected);
    }
}

void leave(File& end, const NpfsRules& rules)
{
    const std::shared_ptr<Instance> instance = std::exchange(end.instance, nullptr);
    if (!instance) {
        return;
    }
    if (const RequestPtr waiting = std::exchange(instance->waitingConnect, nullptr)) {
        waiting->finish(code::operationAborted);
    }
    endTalk(*instance, end);
    (end.isServer ? instance->server : instance->client) = nullptr;
    const bool isEmpty = instance->server == nullptr && instance->client == nullptr;
    if (isEmpty || (end.isServer && !rules.instancesLinger)) {
        release(*instance);
    }
}

namespace {

/// The refusal that a state gives to any data; `atTheEnd` once the other end has closed.
Code refusalOf(const File& end, Code atTheEnd)
{
    if (!end.instance) {
        return code::pipeNotConnected;
    }
    switch (end.instance->state) {
    case InstanceState::Connected: return code::success;
    case InstanceState::Listening: return code::pipeListening;
    case InstanceState::Disconnected: return code::pipeNotConnected;
    case InstanceState::Closing: break;
    }
    return atTheEnd;
}

} // namespace

Code readRefusal(const File& end)
{
    const bool hasRest = end.instance && !end.instance->inbound(end).isEmpty();
    return refusalOf(end, hasRest ? code::success : code::brokenPipe);
}

Code writeRefusal(const File& end)
{
    return refusalOf(end, code::noData);
}

Code transactRefusal(const File& end)
{
    if (const Code refused = writeRefusal(end)) {
        return refused;
    }
    if (!end.readsMessages) {
        return code::badPipe;
    }
    return end.instance->inbound(end).isEmpty() ? code::success : code::pipeBusy;
}

} // namespace npfs
