#include "engine/translatable.h"
#include "pipecore/error.h"

#include <array>

namespace pipecore {

namespace {

struct CodeHint
{
    ErrorDomain domain;
    std::uint32_t code;
    std::string_view api; ///< what the call begins with
    std::string_view sentence;
};

constexpr std::string_view anyCall;

/// What a code says more exactly than its kind does. The first that fits is taken.
constexpr std::array codeHints = std::to_array<CodeHint>({
    {ErrorDomain::Win32, 5, "CreateNamedPipe",
     PIPECORE_TR("ErrorHint",
                 "Another server holds this name and allows no further instance; stop it, or "
                 "take another name.")},
    {ErrorDomain::Win32, 5, "CreateFile",
     PIPECORE_TR("ErrorHint",
                 "The permissions of the pipe or file, or the pipe's direction, do not allow this; "
                 "check the user, and inbound, outbound and duplex.")},
    {ErrorDomain::Win32, 53, anyCall,
     PIPECORE_TR("ErrorHint",
                 "The computer was not found on the network; check its name, or use . for "
                 "this computer.")},
    {ErrorDomain::Win32, 67, anyCall,
     PIPECORE_TR("ErrorHint", "The network name is wrong; write it as \\\\server\\pipe\\name.")},
    {ErrorDomain::Win32, 64, anyCall,
     PIPECORE_TR("ErrorHint",
                 "The network connection to the other computer broke; connect again.")},
    {ErrorDomain::Win32, 87, "SetNamedPipeHandleState",
     PIPECORE_TR("ErrorHint",
                 "The server's pipe is of byte type and has no messages; connect in byte "
                 "mode.")},
    {ErrorDomain::Win32, 230, anyCall,
     PIPECORE_TR("ErrorHint",
                 "The pipe is not in the state this needs, for example it goes the other way "
                 "only; check its direction.")},
    {ErrorDomain::Win32, 1314, anyCall,
     PIPECORE_TR("ErrorHint",
                 "Windows asks for a privilege that this user does not hold; run the program "
                 "as administrator.")},
    {ErrorDomain::Win32, 1326, anyCall,
     PIPECORE_TR("ErrorHint",
                 "The other computer does not accept this user; check the user name and the "
                 "password.")},
    {ErrorDomain::Win32, 1346, anyCall,
     PIPECORE_TR("ErrorHint",
                 "The client allows identification only; let it connect at impersonation "
                 "level.")},
    {ErrorDomain::Win32, 1368, anyCall,
     PIPECORE_TR("ErrorHint",
                 "A server can impersonate a client only after it has read from the pipe; "
                 "read a message first.")},
    {ErrorDomain::Errno, 24, anyCall,
     PIPECORE_TR("ErrorHint",
                 "This program has too many files and sockets open; end some connections, or "
                 "raise the limit (ulimit -n).")},
    {ErrorDomain::Errno, 36, anyCall,
     PIPECORE_TR("ErrorHint", "The path is too long; use a shorter one.")},
    {ErrorDomain::Errno, 90, anyCall,
     PIPECORE_TR("ErrorHint",
                 "A message must fit into the socket's send buffer; raise the buffer size "
                 "(and net.core.wmem_max), send less at once, or use byte mode.")},
    {ErrorDomain::Errno, 91, anyCall,
     PIPECORE_TR("ErrorHint",
                 "One end is in message mode and the other in byte mode; set both to the "
                 "same.")},
    {ErrorDomain::Errno, 104, anyCall,
     PIPECORE_TR("ErrorHint",
                 "The other program closed without reading all that was sent to it, or it "
                 "was ended; see there.")},
    {ErrorDomain::Errno, 111, anyCall,
     PIPECORE_TR("ErrorHint",
                 "The socket is there but no server listens on it; start the server.")},
    {ErrorDomain::Win32, 3, "CreateFile",
     PIPECORE_TR("ErrorHint", "The folder is not there; check the path.")},
    {ErrorDomain::Win32, 32, anyCall,
     PIPECORE_TR("ErrorHint", "Another program has the file open; close it there.")},
    {ErrorDomain::Win32, 80, anyCall,
     PIPECORE_TR("ErrorHint",
                 "A file of this name is there already; choose another name, or remove it.")},
    {ErrorDomain::Errno, 17, "open",
     PIPECORE_TR("ErrorHint",
                 "A file of this name is there already; choose another name, or remove it.")},
    {ErrorDomain::Errno, 2, "open",
     PIPECORE_TR("ErrorHint", "The file or its folder is not there; check the path.")},
    {ErrorDomain::Errno, 13, "open",
     PIPECORE_TR("ErrorHint", "The permissions of the file or its folder do not allow this; choose "
                              "another place, or change them.")},
    {ErrorDomain::Errno, 30, anyCall,
     PIPECORE_TR("ErrorHint", "This disk can only be read; choose another place.")},
});

std::string_view kindHint(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidArgument:
        return PIPECORE_TR("ErrorHint", "A value is not allowed; correct what is named here.");
    case ErrorKind::NotFound:
        return PIPECORE_TR("ErrorHint",
                           "Nothing of that name is there; check the spelling, and that the "
                           "other program has started.");
    case ErrorKind::Busy:
        return PIPECORE_TR("ErrorHint",
                           "All instances of the pipe are taken; wait longer, or let the "
                           "server have more instances.");
    case ErrorKind::TimedOut:
        return PIPECORE_TR("ErrorHint",
                           "It did not happen in the time given; check that the other program "
                           "runs and answers, or allow more time.");
    case ErrorKind::Cancelled:
        return PIPECORE_TR("ErrorHint",
                           "It was taken back from this side; start it again if it is still "
                           "wanted.");
    case ErrorKind::AccessDenied:
        return PIPECORE_TR("ErrorHint",
                           "The permissions or the direction do not allow it; check the user "
                           "of both programs, and inbound, outbound and duplex.");
    case ErrorKind::NameInUse:
        return PIPECORE_TR("ErrorHint",
                           "Another server holds this name; stop it, or take another name.");
    case ErrorKind::InstanceLimit:
        return PIPECORE_TR("ErrorHint",
                           "The pipe may have no further instance; raise the limit where the "
                           "first server of this name sets it.");
    case ErrorKind::WouldBlock:
        return PIPECORE_TR("ErrorHint",
                           "Too much waits to be sent because the other end reads slowly; "
                           "wait until it has caught up, then send again.");
    case ErrorKind::MessageTooLarge:
        return PIPECORE_TR("ErrorHint",
                           "The system does not carry a message of this size; send less at "
                           "once, raise the buffer size, or use byte mode.");
    case ErrorKind::PeerClosed:
        return PIPECORE_TR("ErrorHint",
                           "The other end closed the pipe or its program ended; connect again "
                           "when it is back.");
    case ErrorKind::ClientGone:
        return PIPECORE_TR("ErrorHint",
                           "A client connected and left again before it was accepted; the "
                           "server goes on listening.");
    case ErrorKind::WrongType:
        return PIPECORE_TR("ErrorHint",
                           "One end uses messages and the other bytes; set both to the same "
                           "mode.");
    case ErrorKind::NotSupported:
        return PIPECORE_TR("ErrorHint",
                           "This system has no such thing; do it another way or on another "
                           "system.");
    case ErrorKind::NoSuchTarget:
        return PIPECORE_TR("ErrorHint",
                           "The connection is not there any more, or nobody is connected yet; "
                           "choose another one.");
    case ErrorKind::Stopped:
        return PIPECORE_TR("ErrorHint", "The program is ending and takes nothing new.");
    case ErrorKind::Resources:
        return PIPECORE_TR("ErrorHint",
                           "Memory, handles or disk space are used up; close something, or "
                           "free some space.");
    case ErrorKind::Corrupt:
        return PIPECORE_TR("ErrorHint",
                           "The file is damaged or of another kind; what comes before the "
                           "damage can still be read.");
    case ErrorKind::Io: break;
    }
    return PIPECORE_TR("ErrorHint", "The system refused; look up the code and the call in its "
                                    "documentation.");
}

} // namespace

std::string_view hint(const Error& error)
{
    for (const CodeHint& entry : codeHints) {
        if (entry.domain == error.domain && entry.code == error.code
            && (entry.api.empty() || error.api.starts_with(entry.api))) {
            return entry.sentence;
        }
    }
    return kindHint(error.kind);
}

} // namespace pipecore
