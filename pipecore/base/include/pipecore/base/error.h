#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pipecore {

/// Kind of failure, the same on every system. Decide on this, show the native code.
enum class ErrorKind : std::uint8_t {
    InvalidArgument, ///< refused before any system call was made; `detail` says what and where
    NotFound,        ///< no pipe of that name
    Busy,            ///< all instances are taken (ERROR_PIPE_BUSY; a full AF_UNIX backlog)
    TimedOut,        ///< the time the caller gave ran out
    Cancelled,       ///< taken back by our side
    AccessDenied,    ///< the system refused, or the direction does not allow it
    NameInUse,       ///< another server holds the name
    InstanceLimit,   ///< no further instance may be made
    WouldBlock,      ///< the write queue is full; try again when it has drained
    MessageTooLarge, ///< larger than the system carries as one message
    PeerClosed,      ///< the other end closed, or its process ended
    ClientGone,      ///< a client came and left before it was accepted (ERROR_NO_DATA)
    WrongType,       ///< message and byte ends do not fit together
    NotSupported,    ///< this system has no such thing
    NoSuchTarget,    ///< the endpoint or connection does not exist (any more)
    Stopped,         ///< the engine is not running any more
    Resources,       ///< memory, handles or disk space are used up
    Corrupt,         ///< a file does not say what it should
    Io,              ///< anything else a system call reported
};

/// Number space of `Error::code`.
enum class ErrorDomain : std::uint8_t {
    None,  ///< no system call was involved; code is 0
    Win32, ///< GetLastError()
    Errno, ///< errno of this system
};

/// An English sentence with its values apart, so that a program can say it in another language.
struct Phrase
{
    /// The sentence with %1 to %9 where the values go: a string literal, and a translation source of
    /// the context "ErrorDetail" in the window. Empty: there is none.
    std::string_view pattern{};
    std::vector<std::string> values{};

    /// The whole sentence, in English.
    [[nodiscard]] std::string text() const;

    friend bool operator==(const Phrase&, const Phrase&) = default;
};

/// Puts `values` at %1, %2, … of `pattern`, which may be translated (UTF-8). A place without a value
/// stays as it is.
[[nodiscard]] std::string fillIn(std::string_view pattern, std::span<const std::string> values);

/// A failure as a value. It is never translated here: programs show `kind`, `api` and the code in
/// their own words. Copyable, comparable, safe to hand between threads.
struct Error
{
    ErrorKind kind = ErrorKind::Io;
    ErrorDomain domain = ErrorDomain::None;
    std::uint32_t code = 0;
    /// The system call that failed, as its documentation spells it ("ConnectNamedPipe"); a string
    /// literal, or empty.
    std::string_view api{};
    /// Details, in English: the offending value, its place, the limit. May be empty.
    std::string detail{};
    /// Pattern and values of `detail`, if it is translatable. Not kept in sessions.
    Phrase phrase{};

    friend bool operator==(const Error&, const Error&) = default;
};

template <typename T>
using Result = std::expected<T, Error>;

/// An InvalidArgument error (or another kind without a system call) with its detail.
[[nodiscard]] std::unexpected<Error> refuse(std::string detail,
                                            ErrorKind kind = ErrorKind::InvalidArgument);
/// The same with a detail that can be translated.
[[nodiscard]] std::unexpected<Error> refusePhrase(Phrase phrase,
                                                  ErrorKind kind = ErrorKind::InvalidArgument);

/// The documented name of a native code, "ERROR_BROKEN_PIPE" or "EPIPE"; empty when it is not in the
/// table. Tables for both systems are always there: a session recorded on one is read on the other.
[[nodiscard]] std::string_view symbolicName(ErrorDomain domain, std::uint32_t code);

/// The code that has this documented name, exactly as it is spelled; empty when the table has none.
[[nodiscard]] std::optional<std::uint32_t> codeNamed(ErrorDomain domain, std::string_view name);

/// The kind's own name in English ("access denied").
[[nodiscard]] std::string_view kindName(ErrorKind kind);

/// English line for terminals and logs: "ConnectNamedPipe failed: 231 ERROR_PIPE_BUSY (busy):
/// detail".
[[nodiscard]] std::string describe(const Error& error);

/// The likeliest cause and what to do about it, in English: the first cause of explain(error). Never
/// empty.
[[nodiscard]] std::string hint(const Error& error);

} // namespace pipecore
