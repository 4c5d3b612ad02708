#pragma once

#include "npfs_pipe.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

namespace npfs {

/// A handle's number; no number of a kernel handle is as large.
using Handle = std::uint64_t;

/// The arguments of a client's CreateFile.
struct Opening
{
    std::string name; ///< a Win32 path, UTF-8
    pipecore::AccessMask rights = 0;
    bool isSynchronous = false;
    bool hasSqos = false;
    bool hasDynamicTracking = false;
    int level = 2; ///< 0 anonymous, 1 identification, 2 impersonation, 3 delegation
};

/// Outcome of a call: its code, and how many bytes.
struct Outcome
{
    Code code = 0;
    std::uint32_t bytes = 0;
};

/// GetNamedPipeInfo, GetNamedPipeHandleState and FilePipeLocalInformation in one.
struct Properties
{
    bool ofMessages = false;
    bool readsMessages = false;
    bool isServer = false;
    InstanceState state = InstanceState::Connected;
    bool clientsWrite = false; ///< PIPE_ACCESS_INBOUND or _DUPLEX
    bool clientsRead = false;  ///< PIPE_ACCESS_OUTBOUND or _DUPLEX
    std::uint32_t outQuota = 0;
    std::uint32_t inQuota = 0;
    std::uint32_t limit = 0; ///< 255: none
    std::uint32_t instances = 0;
};

/// Result of PeekNamedPipe.
struct Waiting
{
    std::uint32_t bytes = 0;
    std::uint32_t leftInMessage = 0;
};

/// A model of the named pipe file system of one Windows computer: the calls, by its rules (NpfsRules).
///
/// Any thread; a call on a synchronous handle blocks as it does in Windows. `overlapped` is only a key:
/// what becomes of it is `post`'s affair.
class System
{
public:
    explicit System(NpfsRules rules = NpfsRules::standard());
    System(const System&) = delete;
    System& operator=(const System&) = delete;
    ~System();

    /// Called with the model locked when a call with `overlapped` is over, but for one that fails at
    /// once. Set it before use.
    std::function<void(void* port, std::uintptr_t key, void* overlapped, Outcome outcome)> post;
    /// The number of the calling thread.
    std::function<std::uint64_t()> threadNumber;
    /// Of this process.
    std::uint32_t processId = 4242;

    /// Who makes the calls from now on.
    void actAs(pipecore::AccessSubject subject);
    /// `\\computer\pipe\…` reaches these pipes as if each end were on another computer, where the
    /// process has the number `remoteProcessId`.
    void addComputer(const std::string& computer, std::uint32_t remoteProcessId);

    [[nodiscard]] std::expected<Handle, Code> create(const Creation& creation);
    [[nodiscard]] std::expected<Handle, Code> open(const Opening& opening);
    /// WaitNamedPipe. Zero: the server's default.
    [[nodiscard]] Code wait(const std::string& path, std::chrono::milliseconds timeout);
    void associate(Handle handle, void* port, std::uintptr_t key);
    Code close(Handle handle);

    [[nodiscard]] Code connect(Handle handle, void* overlapped);
    [[nodiscard]] Code disconnect(Handle handle);
    [[nodiscard]] Outcome read(Handle handle, std::span<std::byte> room, void* overlapped);
    [[nodiscard]] Outcome write(Handle handle, pipecore::ByteView data, void* overlapped);
    [[nodiscard]] Outcome transact(Handle handle, pipecore::ByteView data,
                                   std::span<std::byte> room, void* overlapped);
    /// CancelIoEx; null: every call of the handle.
    Code cancel(Handle handle, const void* overlapped);
    /// CancelSynchronousIo.
    Code cancelThread(std::uint64_t thread);

    [[nodiscard]] Code setReadMode(Handle handle, bool messages);
    [[nodiscard]] std::expected<Properties, Code> properties(Handle handle);
    [[nodiscard]] std::expected<Waiting, Code> peek(Handle handle);
    [[nodiscard]] std::expected<pipecore::SecurityDescriptor, Code> security(Handle handle);
    /// The process at the other end.
    [[nodiscard]] std::expected<std::uint32_t, Code> peerProcess(Handle handle);
    /// The client's computer; 229 when it is this one.
    [[nodiscard]] std::expected<std::string, Code> clientComputer(Handle handle);
    /// ImpersonateNamedPipeClient: the level that the client allows.
    [[nodiscard]] std::expected<int, Code> impersonate(Handle handle);

    [[nodiscard]] bool isOurs(Handle handle);
    [[nodiscard]] const NpfsRules& rules() const { return m_rules; }
    /// Instances of a pipe that count (rule 14: what a listing gives).
    [[nodiscard]] std::size_t instances(const std::string& path);
    /// Handles that are open.
    [[nodiscard]] std::size_t handles();

private:
    using Lock = std::unique_lock<std::mutex>;
    using FilePtr = std::shared_ptr<File>;

    /// The turn of a call on a synchronous handle (rule 6).
    class Turn;

    [[nodiscard]] FilePtr find(Handle handle) const;
    [[nodiscard]] Handle add(FilePtr file);
    [[nodiscard]] std::expected<std::shared_ptr<Pipe>, Code> findPipe(const Name& name) const;
    [[nodiscard]] RequestPtr request(const FilePtr& file, void* overlapped);
    [[nodiscard]] Outcome outcomeOf(Lock& lock, const FilePtr& file, const RequestPtr& request);
    template <typename Begin>
    [[nodiscard]] Outcome move(Handle handle, pipecore::AccessMask needed,
                               Code (*refusal)(const File&), void* overlapped, Begin&& begin);
    [[nodiscard]] bool takeBack(File& file, const Request& request);
    [[nodiscard]] std::uint64_t thisThread() const;

    const NpfsRules m_rules;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<std::string, std::shared_ptr<Pipe>> m_pipes;
    std::map<Handle, FilePtr> m_files;
    Handle m_lastHandle = 0x5000'0000;
    pipecore::AccessSubject m_subject;
    std::map<std::string, std::uint32_t> m_computers;
    std::set<std::uint64_t> m_waiting;     ///< threads in wait()
    std::set<std::uint64_t> m_interrupted; ///< of these, those that shall stop
};

} // namespace npfs
