// Calls that ask about a pipe, or set its read mode, and move no data.
#include "npfs_codes.h"
#include "npfs_system.h"
#include "npfs_turn.h"

#include <algorithm>
#include <utility>

namespace npfs {

using namespace pipecore;

Code System::setReadMode(Handle handle, bool messages)
{
    Lock lock(m_mutex);
    const FilePtr file = find(handle);
    if (!file) {
        return code::invalidHandle;
    }
    const Turn turn(*this, lock, file);
    if (m_rules.stateNeedsWriteAttributes && (file->granted & rights::writeAttributes) == 0) {
        return code::accessDenied;
    }
    if (!file->instance) {
        return code::pipeNotConnected;
    }
    if (messages && !file->instance->pipe->first.ofMessages) {
        return code::invalidParameter;
    }
    file->readsMessages = messages;
    return code::success;
}

std::expected<Properties, Code> System::properties(Handle handle)
{
    Lock lock(m_mutex);
    const FilePtr file = find(handle);
    if (!file) {
        return std::unexpected(code::invalidHandle);
    }
    const Turn turn(*this, lock, file);
    if (m_rules.outboundServersAreBlind && (file->granted & rights::readAttributes) == 0) {
        return std::unexpected(code::accessDenied);
    }
    if (!file->instance) {
        return std::unexpected(code::pipeNotConnected);
    }
    const Pipe& pipe = *file->instance->pipe;
    return Properties{.ofMessages = pipe.first.ofMessages,
                      .readsMessages = file->readsMessages,
                      .isServer = file->isServer,
                      .state = file->instance->state,
                      .clientsWrite = pipe.first.reads,
                      .clientsRead = pipe.first.writes,
                      .outQuota = file->instance->toClient.quota(),
                      .inQuota = file->instance->toServer.quota(),
                      .limit = pipe.first.limit,
                      .instances = static_cast<std::uint32_t>(pipe.instances.size())};
}

std::expected<Waiting, Code> System::peek(Handle handle)
{
    Lock lock(m_mutex);
    const FilePtr file = find(handle);
    if (!file) {
        return std::unexpected(code::invalidHandle);
    }
    const Turn turn(*this, lock, file);
    if ((file->granted & rights::readData) == 0) {
        return std::unexpected(code::accessDenied);
    }
    if (const Code refused = readRefusal(*file)) {
        return std::unexpected(refused);
    }
    const Queue& queue = file->instance->inbound(*file);
    return Waiting{.bytes = static_cast<std::uint32_t>(queue.bytes()),
                   .leftInMessage = static_cast<std::uint32_t>(queue.leftInMessage())};
}

std::expected<SecurityDescriptor, Code> System::security(Handle handle)
{
    Lock lock(m_mutex);
    const FilePtr file = find(handle);
    if (!file || !file->instance) {
        return std::unexpected(code::invalidHandle);
    }
    const Turn turn(*this, lock, file);
    if ((file->granted & rights::readControl) == 0) {
        return std::unexpected(code::accessDenied);
    }
    return file->instance->pipe->descriptor;
}

std::expected<std::uint32_t, Code> System::peerProcess(Handle handle)
{
    Lock lock(m_mutex);
    const FilePtr file = find(handle);
    if (!file || !file->instance) {
        return std::unexpected(code::invalidHandle);
    }
    const Turn turn(*this, lock, file);
    const File* const client = file->isServer ? file->instance->client : file.get();
    if (client == nullptr) {
        return std::unexpected(code::pipeNotConnected);
    }
    return client->isRemote && m_rules.remoteNumbersAreForeign ? m_computers.at(client->computer)
                                                               : processId;
}

std::expected<std::string, Code> System::clientComputer(Handle handle)
{
    Lock lock(m_mutex);
    const FilePtr file = find(handle);
    if (!file || !file->instance) {
        return std::unexpected(code::invalidHandle);
    }
    const Turn turn(*this, lock, file);
    const File* const client = file->isServer ? file->instance->client : file.get();
    if (client == nullptr) {
        return std::unexpected(code::pipeNotConnected);
    }
    if (!client->isRemote || !m_rules.remoteNumbersAreForeign) {
        return std::unexpected(code::pipeLocal);
    }
    return client->computer;
}

std::expected<int, Code> System::impersonate(Handle handle)
{
    Lock lock(m_mutex);
    const FilePtr file = find(handle);
    if (!file || !file->isServer || !file->instance) {
        return std::unexpected(code::invalidHandle);
    }
    const Turn turn(*this, lock, file);
    const Instance& instance = *file->instance;
    if (instance.client == nullptr) {
        return std::unexpected(code::pipeNotConnected);
    }
    const File& client = *instance.client;
    const bool isCaptured =
        m_rules.staticTokensAreCaptured && client.hasSqos && !client.hasDynamicTracking;
    if (!isCaptured && !instance.hasRead) {
        return std::unexpected(code::cannotImpersonate);
    }
    return client.hasSqos ? client.level : 2;
}

} // namespace npfs
