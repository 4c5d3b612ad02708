#include "rules.h"

namespace pipecore::explaining {

KindAdvice adviceFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidArgument:
        return {PIPECORE_TR("Explanation", "A value was refused before any system call was made."),
                PIPECORE_TR("Explanation", "A value is not allowed."),
                PIPECORE_TR("Explanation", "Correct the value named in the error.")};
    case ErrorKind::NotFound:
        return {
            PIPECORE_TR("Explanation", "The name was not found."),
            PIPECORE_TR("Explanation", "The name is wrong, or the other program has not started."),
            PIPECORE_TR("Explanation",
                        "Check the spelling, and whether the other program is running.")};
    case ErrorKind::Busy:
        return {PIPECORE_TR("Explanation", "No instance was free."),
                PIPECORE_TR("Explanation", "All instances of the pipe are in use."),
                PIPECORE_TR("Explanation", "Wait longer, or allow the server more instances.")};
    case ErrorKind::TimedOut:
        return {PIPECORE_TR("Explanation", "The operation timed out."),
                PIPECORE_TR("Explanation", "The other program does not run, or does not answer."),
                PIPECORE_TR("Explanation", "Check it, or allow more time.")};
    case ErrorKind::Cancelled:
        return {PIPECORE_TR("Explanation", "The operation was cancelled."),
                PIPECORE_TR("Explanation", "PipeScope cancelled it."),
                PIPECORE_TR("Explanation", "Start it again if needed.")};
    case ErrorKind::AccessDenied:
        return {PIPECORE_TR("Explanation", "Access was refused."),
                PIPECORE_TR("Explanation", "The permissions or the direction do not allow it."),
                PIPECORE_TR("Explanation",
                            "Check the user of both programs, and inbound, outbound and duplex.")};
    case ErrorKind::NameInUse:
        return {PIPECORE_TR("Explanation", "The name is taken."),
                PIPECORE_TR("Explanation", "Another server holds this name."),
                PIPECORE_TR("Explanation", "Stop it, or take another name.")};
    case ErrorKind::InstanceLimit:
        return {PIPECORE_TR("Explanation", "The limit of instances is reached."),
                PIPECORE_TR("Explanation", "The pipe allows no further instance."),
                PIPECORE_TR("Explanation", "Raise the limit in the first server of this name.")};
    case ErrorKind::WouldBlock:
        return {
            PIPECORE_TR("Explanation", "The send queue is full."),
            PIPECORE_TR("Explanation", "Too much data is queued because the peer reads slowly."),
            PIPECORE_TR("Explanation", "Wait until it has caught up, then send again.")};
    case ErrorKind::MessageTooLarge:
        return {PIPECORE_TR("Explanation", "The message was not sent, because of its size."),
                PIPECORE_TR("Explanation", "The system does not carry a message of this size."),
                PIPECORE_TR("Explanation",
                            "Send less at once, raise the buffer size, or use byte mode.")};
    case ErrorKind::PeerClosed:
        return {PIPECORE_TR("Explanation", "The peer is gone."),
                PIPECORE_TR("Explanation", "The peer closed the pipe, or its program ended."),
                PIPECORE_TR("Explanation", "Connect again when it is available.")};
    case ErrorKind::ClientGone:
        return {PIPECORE_TR("Explanation", "A client connected and disconnected immediately."),
                PIPECORE_TR("Explanation", "The client disconnected before it was accepted."),
                PIPECORE_TR("Explanation", "No action needed: the server keeps listening.")};
    case ErrorKind::WrongType:
        return {PIPECORE_TR("Explanation", "Message/byte mode mismatch."),
                PIPECORE_TR("Explanation", "One end uses messages and the other bytes."),
                PIPECORE_TR("Explanation", "Set both to the same mode.")};
    case ErrorKind::NotSupported:
        return {PIPECORE_TR("Explanation", "The operation is not supported here."),
                PIPECORE_TR("Explanation", "This system does not support it."),
                PIPECORE_TR("Explanation", "Use another way, or another system.")};
    case ErrorKind::NoSuchTarget:
        return {
            PIPECORE_TR("Explanation", "The target does not exist."),
            PIPECORE_TR("Explanation", "The connection has ended, or no client is connected yet."),
            PIPECORE_TR("Explanation", "Choose another target.")};
    case ErrorKind::Stopped:
        return {PIPECORE_TR("Explanation", "New operations are refused."),
                PIPECORE_TR("Explanation", "The program is ending."),
                PIPECORE_TR("Explanation", "Start the program again.")};
    case ErrorKind::Resources:
        return {PIPECORE_TR("Explanation", "Out of system resources."),
                PIPECORE_TR("Explanation", "Memory, handles or disk space are exhausted."),
                PIPECORE_TR("Explanation", "Close something, or free some space.")};
    case ErrorKind::Corrupt:
        return {PIPECORE_TR("Explanation", "The file is not valid."),
                PIPECORE_TR("Explanation", "The file is damaged, or of another kind."),
                PIPECORE_TR("Explanation", "The data before the damage can still be read.")};
    case ErrorKind::Io: break;
    }
    return {
        PIPECORE_TR("Explanation", "The system reported a failure."),
        PIPECORE_TR("Explanation", "Pipe calls rarely return this code."),
        PIPECORE_TR("Explanation", "Look up the code and the call in the system's documentation.")};
}

} // namespace pipecore::explaining
