#pragma once

#include "npfs_queue.h"
#include "npfs_rules.h"

#include "pipecore/security/security.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace npfs {

/// The arguments of CreateNamedPipe.
struct Creation
{
    std::string name; ///< a Win32 path, UTF-8
    bool reads = true;
    bool writes = true;
    bool isFirst = false; ///< FILE_FLAG_FIRST_PIPE_INSTANCE
    bool isSynchronous = false;
    bool ofMessages = false;
    bool readsMessages = false;
    bool rejectsRemote = false;
    std::uint32_t limit = 255; ///< 255: none
    std::uint32_t outQuota = 0;
    std::uint32_t inQuota = 0;
    std::chrono::milliseconds defaultTimeout{0};
    std::optional<pipecore::SecurityDescriptor> descriptor{};
};

struct Instance;

/// An open end, as a handle refers to it.
struct File
{
    std::shared_ptr<Instance> instance; ///< null for a client that was sent away or had none
    bool isServer = false;
    pipecore::AccessMask granted = 0;
    bool isSynchronous = false;
    bool readsMessages = false;
    bool isRemote = false; ///< opened by a UNC path
    std::string computer;  ///< of that path
    // SECURITY_SQOS_PRESENT and its level (0 anonymous to 3 delegation).
    bool hasSqos = false;
    bool hasDynamicTracking = false;
    int level = 2;

    void* port = nullptr; ///< CreateIoCompletionPort
    std::uintptr_t key = 0;
    bool isBusy = false; ///< rule 6: a call is under way
    std::vector<RequestPtr> pending;
};

struct Pipe;

enum class InstanceState : std::uint8_t { Listening, Connected, Closing, Disconnected };

/// An instance of a pipe.
struct Instance
{
    std::shared_ptr<Pipe> pipe;
    InstanceState state = InstanceState::Listening;
    File* server = nullptr;
    File* client = nullptr;
    Queue toServer;
    Queue toClient;
    RequestPtr waitingConnect;
    bool hasRead = false; ///< the server has read from this client: rule 8

    /// The queues that `end` reads from and writes to.
    [[nodiscard]] Queue& inbound(const File& end) { return end.isServer ? toServer : toClient; }
    [[nodiscard]] Queue& outbound(const File& end) { return end.isServer ? toClient : toServer; }
};

/// A name with its instances, and the parameters of the first (rule 3).
struct Pipe
{
    Creation first;
    pipecore::SecurityDescriptor descriptor;
    std::vector<std::shared_ptr<Instance>> instances; ///< those that count, lingering ones too
};

/// Rules 2 and 4. Why an instance cannot be added; 0 when it can.
[[nodiscard]] Code refusalOf(const Pipe& pipe, const Creation& creation,
                             const pipecore::AccessSubject& subject, const NpfsRules& rules);
/// A new instance of `pipe` whose server end is `server`.
[[nodiscard]] std::shared_ptr<Instance> addInstance(const std::shared_ptr<Pipe>& pipe, File& server,
                                                    const Creation& creation,
                                                    const NpfsRules& rules);
/// The instance that a client gets at once; null: all are busy.
[[nodiscard]] std::shared_ptr<Instance> listeningInstance(const Pipe& pipe);
/// The client's open: the instance is connected, and a ConnectNamedPipe that waits is over.
void takeInstance(const std::shared_ptr<Instance>& instance, File& client);
/// DisconnectNamedPipe (rule 10).
void disconnect(Instance& instance, const NpfsRules& rules);
/// CloseHandle of one end (rules 1 and 10).
void leave(File& end, const NpfsRules& rules);
/// Why `end` can not read when nothing is there, or write; 0 when it can.
[[nodiscard]] Code readRefusal(const File& end);
[[nodiscard]] Code writeRefusal(const File& end);
/// Why `end` cannot write and read in one call.
[[nodiscard]] Code transactRefusal(const File& end);

} // namespace npfs
