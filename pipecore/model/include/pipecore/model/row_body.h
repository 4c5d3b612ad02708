#pragma once

#include "pipecore/base/error.h"
#include "pipecore/base/translatable.h"
#include "pipecore/model/ids.h"
#include "pipecore/model/instance_state.h"
#include "pipecore/model/message.h"
#include "pipecore/model/options.h"
#include "pipecore/model/pipe_facts.h"
#include "pipecore/model/row_field.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

/// Kinds of rows. Events, the session file, exports, the command line and the window all have this
/// one variant. A kind of row is described once, here: its struct, its words and its fields. Everything
/// else is made from that: the JSON of files and of JSON Lines, columns, filter fields, details.
namespace pipecore {

struct ClientIdentity; // pipecore/model/identity.h
struct AccessAnswer;

/// Number of a kind of row; the place of its struct in RowBody.
enum class RecordKind : std::uint8_t {
    Message,
    EndpointOpened,
    EndpointClosed,
    Connected,
    Disconnected,
    Failed,
    Dropped,
    Throttled,
    Resumed,
    ClientIdentified,
    AccessChecked,
    ReadModeChanged,
    InputEnded,
    HeldSettled,
    DescriptorsPassed,
    OutputEnded,
    ListeningAgain,
    TargetConnected,
    Unknown,
    StateChanged,
    FactsRead,
    AlreadyEnded,
};

/// Peer of a connection. Each field is a value or the error that kept it from being known; never a
/// guess. For display only: process IDs are reused and can be spoofed.
struct PeerInfo
{
    /// GetNamedPipeClientProcessId / GetNamedPipeServerProcessId; SO_PEERCRED.
    Result<std::uint32_t> processId;
    /// Full path of the program, UTF-8: QueryFullProcessImageName; /proc/PID/exe.
    Result<std::string> image;
    /// The account that the process runs under, UTF-8. Windows: `DOMAIN\name` of its token's user
    /// (OpenProcessToken, GetTokenInformation, LookupAccountSid), or the SID while the name is being
    /// looked up and when it has none. Linux: the name of SO_PEERCRED's uid, or the number likewise.
    /// Engine::identifyClient() returns the identity that a client shows to a server.
    Result<std::string> user = refuse("not recorded", ErrorKind::NotSupported);
    /// It is on another computer, or was opened as if it were (`\\server\pipe\…`): `processId` is a
    /// number of that computer, and is never looked up on this one.
    bool isRemote = false;

    static void fields(auto& self, auto&& visit)
    {
        visit(RowField{"pid"}, self.processId);
        visit(RowField{"image"}, self.image);
        visit(RowField{"user"}, self.user);
        visit(RowField{.key = "remote", .isOptional = true}, self.isRemote);
    }
};

/// Last part of PeerInfo::image ("app.exe"), or empty when it is not known.
[[nodiscard]] std::string imageName(const PeerInfo& peer);

/// How a conversation ended.
enum class CloseReason : std::uint8_t {
    PeerClosed,  ///< the other end closed its handle or its process ended (the system cannot tell)
    ClosedByUs,  ///< graceful: everything queued was handed to the system first
    AbortedByUs, ///< abortive: discards queued data, and on a Windows server also unread data
    EngineStopped, ///< the engine ended
    TargetClosed,  ///< the target of a relay closed its end, and the relay did as it
    Failed,        ///< a system call failed; a Failed row came before
};

/// A server holds its name, or a client started to connect.
struct EndpointOpened
{
    Role role = Role::Server;
    PipeMode mode = PipeMode::Message;
    Access access = Access::Duplex; ///< of a server; a client's ClientAccess is mapped onto it
    std::uint32_t instances = 0;    ///< limit of a server, 0 unlimited
    std::shared_ptr<const std::string> name; ///< PipeName::display(); never null
    /// Name of the pipe to which a relay passes on what its clients say, as PipeName::display(); empty: this
    /// is no relay.
    std::string target{};

    static constexpr RowWords words{.word = "opened",
                                    .version1 = "endpointOpened",
                                    .title = PIPECORE_TR("RowTitle", "Opened"),
                                    .sentence =
                                        PIPECORE_TR("RowSentence", "%1 opened, %2 mode, %3")};
    static void fields(auto& self, auto&& visit)
    {
        visit(RowField{.key = "role", .isFiltered = true}, self.role);
        visit(RowField{.key = "mode", .isFiltered = true}, self.mode);
        visit(RowField{.key = "access", .isFiltered = true}, self.access);
        visit(RowField{.key = "instances", .isFiltered = true, .isLimit = true}, self.instances);
        visit(RowField{.key = "name"}, self.name);
        visit(RowField{.key = "target",
                       .label = PIPECORE_TR("RowField", "Passed on to"),
                       .isOptional = true,
                       .isFiltered = true},
              self.target);
    }
};

/// The endpoint and everything below it is gone; its name is free again.
struct EndpointClosed
{
    static constexpr RowWords words{.word = "closed",
                                    .version1 = "endpointClosed",
                                    .title = PIPECORE_TR("RowTitle", "Closed"),
                                    .sentence = PIPECORE_TR("RowSentence", "closed")};
    static void fields(auto& /*self*/, auto&& /*visit*/) {}
};

struct PeerConnected
{
    std::shared_ptr<const PeerInfo> peer; ///< never null

    static constexpr RowWords words{.word = "connected",
                                    .title = PIPECORE_TR("RowTitle", "Connected"),
                                    .sentence = PIPECORE_TR("RowSentence", "connected: %1")};
    static void fields(auto& self, auto&& visit) { visit(RowField{.key = "peer"}, self.peer); }
};

/// The conversation is over; the last event of a connection.
struct Disconnected
{
    CloseReason reason = CloseReason::PeerClosed;
    std::uint64_t discardedBytes = 0; ///< queued by us and never handed to the system

    static constexpr RowWords words{.word = "disconnected",
                                    .title = PIPECORE_TR("RowTitle", "Disconnected"),
                                    .sentence = PIPECORE_TR("RowSentence", "disconnected: %1")};
    static void fields(auto& self, auto&& visit)
    {
        visit(RowField{.key = "reason",
                       .label = PIPECORE_TR("RowField", "Reason"),
                       .isFiltered = true},
              self.reason);
        visit(RowField{.key = "discardedBytes",
                       .label = PIPECORE_TR("RowField", "Not sent"),
                       .unit = FieldUnit::ByteCount,
                       .isOptional = true,
                       .isFiltered = true},
              self.discardedBytes);
    }
};

/// An operation failed. A connection that ends because of it has a Disconnected of its own.
struct Failed
{
    OperationId operation{}; ///< zero without a request. Not kept
    Error error;
    /// A write was taken back or broke off: the peer may have read none, some or all of it.
    bool outcomeUnknown = false;

    static constexpr RowWords words{.word = "failed",
                                    .title = PIPECORE_TR("RowTitle", "Failed"),
                                    .sentence = PIPECORE_TR("RowSentence", "error: %1"),
                                    .weight = RowWeight::Error};
    static void fields(auto& self, auto&& visit)
    {
        visit(RowField{.key = "error", .isFiltered = true}, self.error);
        visit(RowField{.key = "outcomeUnknown", .isFiltered = true}, self.outcomeUnknown);
    }
};

/// Payloads were not kept because the consumer was too slow and the policy says drop, or rows could not
/// be written.
struct Dropped
{
    std::uint64_t count = 0;
    std::uint64_t bytes = 0;

    static constexpr RowWords words{.word = "dropped",
                                    .title = PIPECORE_TR("RowTitle", "Messages lost"),
                                    .sentence =
                                        PIPECORE_TR("RowSentence", "%1 records lost, %2 bytes"),
                                    .weight = RowWeight::Warning};
    static void fields(auto& self, auto&& visit)
    {
        visit(RowField{.key = "count",
                       .label = PIPECORE_TR("RowField", "Messages"),
                       .isFiltered = true},
              self.count);
        visit(RowField{.key = "bytes",
                       .label = PIPECORE_TR("RowField", "Bytes"),
                       .unit = FieldUnit::ByteCount,
                       .isFiltered = true},
              self.bytes);
    }
};

/// Reading stopped because the consumer is behind. Nothing is lost.
struct Throttled
{
    static constexpr RowWords words{
        .word = "throttled",
        .title = PIPECORE_TR("RowTitle", "Reading paused"),
        .sentence = PIPECORE_TR("RowSentence", "reading paused: the recording cannot keep up"),
        .weight = RowWeight::Warning};
    static void fields(auto& /*self*/, auto&& /*visit*/) {}
};
/// Reading resumes.
struct Resumed
{
    static constexpr RowWords words{.word = "resumed",
                                    .title = PIPECORE_TR("RowTitle", "Reading resumed"),
                                    .sentence = PIPECORE_TR("RowSentence", "reading resumed")};
    static void fields(auto& /*self*/, auto&& /*visit*/) {}
};

/// Answer to Engine::identifyClient().
struct ClientIdentified
{
    OperationId operation{}; ///< not kept
    /// Null when it was read from a file of version 1, which has words only.
    std::shared_ptr<const ClientIdentity> identity;
    /// English text from such a file: a summary line, then the facts.
    std::string version1Text{};
    std::string version1User{}; ///< of these words: who it is

    static constexpr RowWords words{.word = "identified",
                                    .version1 = "clientIdentified",
                                    .title = PIPECORE_TR("RowTitle", "Client identified"),
                                    .sentence = PIPECORE_TR("RowSentence", "client: %1")};
    static void fields(auto& self, auto&& visit)
    {
        visit(RowField{.key = "identity"}, self.identity);
        visit(RowField{.key = "text", .isOptional = true}, self.version1Text);
    }
};

/// Answer to Engine::checkAccessAs().
struct AccessChecked
{
    OperationId operation{}; ///< not kept
    /// Null when it was read from a file of version 1, which has words only.
    std::shared_ptr<const AccessAnswer> answer;
    /// English text from such a file: a summary line, then the facts.
    std::string version1Text{};

    static constexpr RowWords words{.word = "accessChecked",
                                    .title = PIPECORE_TR("RowTitle", "Access as this client"),
                                    .sentence =
                                        PIPECORE_TR("RowSentence", "access as this client: %1")};
    static void fields(auto& self, auto&& visit)
    {
        visit(RowField{.key = "answer"}, self.answer);
        visit(RowField{.key = "text", .isOptional = true}, self.version1Text);
    }
};

/// Answer to Engine::setReadMode().
struct ReadModeChanged
{
    OperationId operation{}; ///< not kept
    PipeMode mode = PipeMode::Message;
    /// Nobody asked for it: the pipe's access list lets this reader set no mode.
    bool isRefused = false;

    static constexpr RowWords words{.word = "readMode",
                                    .version1 = "readModeChanged",
                                    .title = PIPECORE_TR("RowTitle", "Read mode"),
                                    .sentence =
                                        PIPECORE_TR("RowSentence", "read mode changed to %1")};
    static void fields(auto& self, auto&& visit)
    {
        visit(RowField{.key = "mode", .isFiltered = true}, self.mode);
        visit(RowField{.key = "refused",
                       .label = PIPECORE_TR("RowField", "Message mode refused"),
                       .isOptional = true,
                       .isFiltered = true},
              self.isRefused);
    }
};

/// The peer sends no more and still reads (shutdown with SHUT_WR). Windows' pipes have no such thing.
struct InputEnded
{
    static constexpr RowWords words{
        .word = "inputEnded",
        .title = PIPECORE_TR("RowTitle", "Peer ended its sending"),
        .sentence = PIPECORE_TR("RowSentence", "the peer ended its sending and still reads")};
    static void fields(auto& /*self*/, auto&& /*visit*/) {}
};

/// Outcome of a held message.
enum class HeldOutcome : std::uint8_t {
    Released, ///< released unchanged
    Edited,   ///< replaced by another: its row has this message as its partner
    Dropped,
};
struct HeldSettled
{
    HeldOutcome outcome = HeldOutcome::Released;
    std::uint64_t partner = 0; ///< row of the held message, as Message::partner

    static constexpr RowWords words{.word = "settled",
                                    .title = PIPECORE_TR("RowTitle", "Held message"),
                                    .sentence =
                                        PIPECORE_TR("RowSentence", "held message of row %2: %1")};
    static void fields(auto& self, auto&& visit)
    {
        visit(RowField{.key = "outcome",
                       .label = PIPECORE_TR("RowField", "Outcome"),
                       .isFiltered = true},
              self.outcome);
        visit(RowField{.key = "partner",
                       .label = PIPECORE_TR("RowField", "Held message in row"),
                       .unit = FieldUnit::RowNumber,
                       .isFiltered = true},
              self.partner);
    }
};

/// File descriptors came with the message of the next row (SCM_RIGHTS of AF_UNIX). A relay passes them
/// on with the same bytes; other ends close them.
struct DescriptorsPassed
{
    std::uint64_t count = 0;
    bool passedOn = false;
    std::string
        what{}; ///< what a relay passed on, one after another: "file /tmp/a (12 bytes), ..."

    static constexpr RowWords words{
        .word = "descriptors",
        .title = PIPECORE_TR("RowTitle", "Descriptors passed"),
        .sentence = PIPECORE_TR("RowSentence",
                                "file descriptors received with the next message and closed: %1")};
    static void fields(auto& self, auto&& visit)
    {
        visit(RowField{.key = "descriptors",
                       .label = PIPECORE_TR("RowField", "Descriptors"),
                       .isFiltered = true},
              self.count);
        visit(RowField{.key = "passedOn",
                       .label = PIPECORE_TR("RowField", "Passed on"),
                       .isOptional = true,
                       .isFiltered = true},
              self.passedOn);
        visit(RowField{.key = "what",
                       .label = PIPECORE_TR("RowField", "Open files"),
                       .isOptional = true,
                       .isFiltered = true},
              self.what);
    }
};

/// Our end sends no more and still reads (Engine::endSending()).
struct OutputEnded
{
    OperationId operation{}; ///< not kept

    static constexpr RowWords words{
        .word = "outputEnded",
        .title = PIPECORE_TR("RowTitle", "This end sends no more"),
        .sentence = PIPECORE_TR("RowSentence", "this end sends no more and still reads")};
    static void fields(auto& /*self*/, auto&& /*visit*/) {}
};

/// A server that could not listen, which a Failed row reported, listens again.
struct ListeningAgain
{
    static constexpr RowWords words{.word = "listeningAgain",
                                    .title = PIPECORE_TR("RowTitle", "Listening again"),
                                    .sentence = PIPECORE_TR("RowSentence", "listening again")};
    static void fields(auto& /*self*/, auto&& /*visit*/) {}
};

/// A relay reached its target for this client: from here on each end hears the other.
struct TargetConnected
{
    std::shared_ptr<const PeerInfo> peer; ///< the program that serves the target; never null

    static constexpr RowWords words{.word = "targetConnected",
                                    .title = PIPECORE_TR("RowTitle", "Target connected"),
                                    .sentence = PIPECORE_TR("RowSentence", "target connected: %1")};
    static void fields(auto& self, auto&& visit) { visit(RowField{.key = "peer"}, self.peer); }
};

/// A kind of row that a later version wrote. It is shown by its name and kept when it is copied.
struct UnknownRow
{
    std::string word;    ///< its kind, as the file has it
    std::string members; ///< all that the file says of it: a JSON object

    static constexpr RowWords words{.word = "unknown",
                                    .title = PIPECORE_TR("RowTitle", "Unknown"),
                                    .sentence = PIPECORE_TR("RowSentence", "unknown (%1)")};
    static void fields(auto& self, auto&& visit)
    {
        visit(RowField{.key = "word", .label = PIPECORE_TR("RowField", "Kind")}, self.word);
    }
};

/// An instance or client end moved on. `connection` is zero while a server's instance listens.
struct StateChanged
{
    InstanceState from = InstanceState::Created;
    InstanceState to = InstanceState::Created;

    static constexpr RowWords words{.word = "state", .isRow = false};
    static void fields(auto& /*self*/, auto&& /*visit*/) {}
};

/// Answer to Engine::readFacts(); it is for who asked, and nothing that happened on the pipe.
struct FactsRead
{
    OperationId operation{};
    std::shared_ptr<const PipeFacts> facts; ///< never null

    static constexpr RowWords words{.word = "facts", .isRow = false};
    static void fields(auto& /*self*/, auto&& /*visit*/) {}
};

/// Completion of a close, or an end of sending, whose target had ended before: nothing was to be done.
struct AlreadyEnded
{
    OperationId operation{};

    static constexpr RowWords words{.word = "alreadyEnded", .isRow = false};
    static void fields(auto& /*self*/, auto&& /*visit*/) {}
};

using RowBody =
    std::variant<Message, EndpointOpened, EndpointClosed, PeerConnected, Disconnected, Failed,
                 Dropped, Throttled, Resumed, ClientIdentified, AccessChecked, ReadModeChanged,
                 InputEnded, HeldSettled, DescriptorsPassed, OutputEnded, ListeningAgain,
                 TargetConnected, UnknownRow, StateChanged, FactsRead, AlreadyEnded>;

static_assert(std::variant_size_v<RowBody> == std::to_underlying(RecordKind::AlreadyEnded) + 1);

[[nodiscard]] inline RecordKind kindOf(const RowBody& body)
{
    return static_cast<RecordKind>(body.index());
}

/// The words of a kind. Any thread, as everything here.
[[nodiscard]] const RowWords& rowWords(RecordKind kind);
[[nodiscard]] inline std::string_view wordFor(RecordKind kind)
{
    return rowWords(kind).word;
}

/// The kind with this word, of files of any version; empty when there is none. "unknown" is one.
[[nodiscard]] std::optional<RecordKind> recordKindNamed(std::string_view word);

/// Whether the event is a row of a session.
[[nodiscard]] inline bool isRow(const RowBody& body)
{
    // The others come last; row_body.cpp checks it. Asked for every event.
    return kindOf(body) < RecordKind::StateChanged;
}

} // namespace pipecore
