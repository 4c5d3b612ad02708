#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/base/error.h"
#include "pipecore/engine/engine.h"
#include "pipecore/engine/inquiry.h"
#include "pipecore/model/event.h"
#include "pipecore/model/options.h"
#include "pipecore/model/pipe_name.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace pipecore {

/// The operations a channel can have in flight, at most one of each kind.
enum class OperationKind : std::uint8_t {
    Accept,  ///< a server's instance waits for a client
    Connect, ///< one attempt to open the other end
    Read,
    Write,
    Watch,    ///< completes when the peer is gone, for ends that do not read
    Transact, ///< a write and the read of its answer in one
    Inquire,  ///< query of a server about its client
};

class Channel;

/// Open files on their way from one process to another, beside the bytes of a message (SCM_RIGHTS).
/// Closed when this is destroyed.
class PassedFiles
{
public:
    PassedFiles() = default;
    PassedFiles(const PassedFiles&) = delete;
    PassedFiles& operator=(const PassedFiles&) = delete;
    virtual ~PassedFiles() = default;

    [[nodiscard]] virtual std::size_t count() const = 0;
    /// What they are, one after another, for people: "file /tmp/a (12 bytes), memory wl_shm (4096 bytes)".
    [[nodiscard]] virtual std::string describe() const = 0;
};

/// End of an operation. Every started operation gives exactly one.
struct Completion
{
    Channel* channel = nullptr;
    OperationKind kind = OperationKind::Read;
    /// Read: the rest of this message is still to be read (ERROR_MORE_DATA).
    bool moreData = false;
    /// Read: the end of the conversation was seen instead of data; a zero-byte message is not that.
    bool endOfStream = false;
    /// With `endOfStream`: the peer ended its sending only, and is still there to be written to.
    bool peerReads = false;
    /// With `endOfStream`: the peer left without a goodbye: something of ours was unread (ECONNRESET), or the
    /// server threw the client out (DisconnectNamedPipe, 233).
    bool isReset = false;
    /// Read: how many file descriptors came with the data. They are closed, unless Channel::keepPassed().
    std::uint32_t descriptors = 0;
    std::size_t bytes = 0;
    /// Read: where the data is, valid until the channel's next read() or its destruction.
    ByteView data{};
    std::optional<Error> error{};
};

/// Result of Channel::writeAtOnce().
struct WriteProgress
{
    std::size_t whole = 0; ///< payloads, from the first
    std::size_t part = 0;  ///< bytes of the one after these; only in byte mode
};

/// A pipe instance or client end with its system handle. Every function is for the engine's thread.
///
/// A function that starts an operation either fails, and then no completion comes, or succeeds, and
/// then exactly one comes out of Backend::wait(), also when the system was done at once. Memory
/// passed in stays valid, and the channel alive, until then: the engine destroys a channel only when
/// nothing is in flight.
class Channel
{
public:
    Channel() = default;
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;
    /// Gives the handle back if close() did not.
    virtual ~Channel() = default;

    /// Server: waits for a client. A client that came and left completes with ClientGone; the channel
    /// can accept again after it.
    virtual Result<void> accept() = 0;
    /// Client: one attempt. NotFound and Busy are worth another one, on the same channel.
    virtual Result<void> connect() = 0;
    /// Reads up to `size` bytes into memory of the channel's own.
    virtual Result<void> read(std::size_t size) = 0;
    /// Writes all of `data` (message mode: as one message). A completion with fewer bytes has an error.
    virtual Result<void> write(ByteView data) = 0;
    /// Writes the part of `payloads`, in order, that the system takes without waiting. No operation, and so no
    /// completion: the cheap way for as long as the pipe has room. No write is in flight. The rest is
    /// for write(), which also says why when nothing was taken. Systems without such a call take none.
    [[nodiscard]] virtual WriteProgress writeAtOnce(std::span<const ByteView> /*payloads*/)
    {
        return {};
    }
    /// From now on open files that come with data are kept for takePassed().
    virtual void keepPassed() {}
    /// The files that came with the data of the read that has just completed; null: none.
    [[nodiscard]] virtual std::unique_ptr<PassedFiles> takePassed() { return nullptr; }
    /// These files go with the first byte of the next write. Once, before that write.
    virtual void passWithNextWrite(std::unique_ptr<PassedFiles> /*files*/) {}
    /// Where the system can tell without reading, and where an end only writes, completes when the peer
    /// is gone; elsewhere fails with NotSupported. Also after Completion::peerReads, which only such systems give.
    virtual Result<void> watch() = 0;
    /// Whether transact() is there.
    [[nodiscard]] virtual bool canTransact() const { return false; }
    /// TransactNamedPipe: writes `data` as one message and reads up to `replySize` bytes of the answer;
    /// it completes as a read does. No read and no write is in flight.
    virtual Result<void> transact(ByteView /*data*/, std::size_t /*replySize*/)
    {
        return refuse("transactions are not supported here", ErrorKind::NotSupported);
    }
    /// Cancels the pending read; it completes with Cancelled, or with received data.
    virtual void cancelRead() {}
    /// Changes how this end reads messages. NotSupported where it is the type's.
    virtual Result<void> setReadMode(PipeMode /*mode*/)
    {
        return refuse("the read mode is fixed to the pipe's type here", ErrorKind::NotSupported);
    }
    /// A client that asked for messages, and whom the pipe's access list lets read bytes only: known when
    /// it has connected.
    [[nodiscard]] virtual bool readsBytesInstead() const { return false; }
    /// Reads the current properties of the connection. Does not block.
    [[nodiscard]] virtual PipeFacts facts() const
    {
        const auto none = refuse("not supported for these pipes", ErrorKind::NotSupported);
        return {.info = none, .state = none, .waiting = none};
    }
    /// A connected server's instance: asks about its client. The answer is there when it has completed
    /// without an error.
    virtual Result<void> inquire(const Inquiry& /*inquiry*/)
    {
        return refuse("only a server can query the identity of its client",
                      ErrorKind::NotSupported);
    }
    /// The answer of the inquiry that has just completed. Call once.
    [[nodiscard]] virtual InquiryAnswer takeAnswer() { return {}; }
    /// Sends no more, and reads on: the peer reads the end after what was written (shutdown with SHUT_WR).
    /// No write is in flight, and none follows. NotSupported where a pipe ends as a whole.
    virtual Result<void> endSending()
    {
        return refuse("a pipe of Windows ends as a whole: it has no end of sending alone",
                      ErrorKind::NotSupported);
    }
    /// Asks the system to end everything in flight. Completions still come, with Cancelled or with what
    /// really happened.
    virtual void cancel() = 0;
    /// Ends the conversation and gives the handle back. Nothing is in flight. Idempotent.
    virtual void close(CloseMode mode) = 0;
    /// Identity of the peer of a connected channel.
    [[nodiscard]] virtual PeerInfo peer() const = 0;
    /// A client end, before connect(): it connects with the rights of the client of that server's channel,
    /// of the same backend, in place of ours, and its server takes it for that user. NotSupported where this
    /// process may not act as others.
    [[nodiscard]] virtual Result<void> connectAsClientOf(const Channel& /*server*/)
    {
        return refuse("this program cannot act as another user", ErrorKind::NotSupported);
    }
    /// Whether the client of a server's connected channel has the rights of another user than this process.
    /// Does not wait for names.
    [[nodiscard]] virtual Result<bool> isClientOfOtherUser() const
    {
        return refuse("the user of the client is not known here", ErrorKind::NotSupported);
    }

    void* owner = nullptr; ///< the engine's object for this channel
};

/// A server's hold on its name. Destroy it after its channels.
class Listener
{
public:
    Listener() = default;
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    virtual ~Listener() = default;

    /// Creates another instance, not yet accepting. InstanceLimit when the system allows no more.
    virtual Result<std::unique_ptr<Channel>> createInstance() = 0;
    /// How many instances should wait for clients at a time, within the limit: where a client needs one
    /// that waits already, a burst of them finds all busy otherwise.
    [[nodiscard]] virtual std::size_t listeningInstances() const { return 1; }
    /// A request of the user that the running server does not meet. Reported once, at its start.
    [[nodiscard]] virtual std::optional<Error> shortcoming() const { return std::nullopt; }
};

/// The system's pipes. Every function but wake() is for the engine's thread.
class Backend
{
public:
    Backend() = default;
    Backend(const Backend&) = delete;
    Backend& operator=(const Backend&) = delete;
    virtual ~Backend() = default;

    /// Takes the name. NameInUse when another server holds it.
    virtual Result<std::unique_ptr<Listener>> listen(const PipeName& name,
                                                     const ServerOptions& options) = 0;
    /// A client end that has not connected yet.
    virtual Result<std::unique_ptr<Channel>> createClient(const PipeName& name,
                                                          const ClientOptions& options) = 0;
    /// A client end whose connect() is one CallNamedPipe, and whose reads give the reply and the end.
    virtual Result<std::unique_ptr<Channel>> createCall(const PipeName& /*name*/,
                                                        const CallOptions& /*options*/)
    {
        return refuse("CallNamedPipe exists only on Windows: connect, send, and wait for the reply",
                      ErrorKind::NotSupported);
    }
    /// Appends what has completed to `completions`; waits for the first up to `timeout` (nullopt:
    /// until wake()).
    virtual void wait(std::vector<Completion>& completions,
                      std::optional<std::chrono::nanoseconds> timeout) = 0;
    /// Makes a wait() that is under way, or the next one, return. Any thread.
    virtual void wake() = 0;
};

/// The backend of the system this was built for. Resources when it refuses.
[[nodiscard]] Result<std::unique_ptr<Backend>> createSystemBackend();

} // namespace pipecore
