#include "rules.h"

namespace pipecore::explaining {

KindAdvice adviceFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidArgument:
        return {PIPECORE_TR("Explanation", "A value was refused before any system call was made."),
                PIPECORE_TR("Explanation", "A value is not allowed."),
                PIPECORE_TR("Explanation", "Correct what is named here.")};
    case ErrorKind::NotFound:
        return {
            PIPECORE_TR("Explanation", "Nothing of that name was found."),
            PIPECORE_TR("Explanation", "The name is wrong, or the other program has not started."),
            PIPECORE_TR("Explanation", "Check the spelling, and that the other program runs.")};
    case ErrorKind::Busy:
        return {PIPECORE_TR("Explanation", "There was no free instance."),
                PIPECORE_TR("Explanation", "All instances of the pipe are taken."),
                PIPECORE_TR("Explanation", "Wait longer, or let the server have more instances.")};
    case ErrorKind::TimedOut:
        return {PIPECORE_TR("Explanation", "It did not happen in the time given."),
                PIPECORE_TR("Explanation", "The other program does not run, or does not answer."),
                PIPECORE_TR("Explanation", "Check it, or allow more time.")};
    case ErrorKind::Cancelled:
        return {PIPECORE_TR("Explanation", "It was taken back before it was done."),
                PIPECORE_TR("Explanation", "This side took it back."),
                PIPECORE_TR("Explanation", "Start it again if it is still wanted.")};
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
                PIPECORE_TR("Explanation", "The pipe may have no further instance."),
                PIPECORE_TR("Explanation",
                            "Raise the limit where the first server of this name sets it.")};
    case ErrorKind::WouldBlock:
        return {PIPECORE_TR("Explanation", "The send queue is full."),
                PIPECORE_TR("Explanation",
                            "Too much waits to be sent, because the other end reads slowly."),
                PIPECORE_TR("Explanation", "Wait until it has caught up, then send again.")};
    case ErrorKind::MessageTooLarge:
        return {PIPECORE_TR("Explanation", "The message was not sent, because of its size."),
                PIPECORE_TR("Explanation", "The system does not carry a message of this size."),
                PIPECORE_TR("Explanation",
                            "Send less at once, raise the buffer size, or use byte mode.")};
    case ErrorKind::PeerClosed:
        return {PIPECORE_TR("Explanation", "The other end is gone."),
                PIPECORE_TR("Explanation", "The other end closed the pipe, or its program ended."),
                PIPECORE_TR("Explanation", "Connect again when it is back.")};
    case ErrorKind::ClientGone:
        return {
            PIPECORE_TR("Explanation", "A client came and left at once."),
            PIPECORE_TR("Explanation", "A client connected and left again before it was accepted."),
            PIPECORE_TR("Explanation", "Nothing needs to be done: the server goes on listening.")};
    case ErrorKind::WrongType:
        return {PIPECORE_TR("Explanation", "Message mode and byte mode do not fit together."),
                PIPECORE_TR("Explanation", "One end uses messages and the other bytes."),
                PIPECORE_TR("Explanation", "Set both to the same mode.")};
    case ErrorKind::NotSupported:
        return {PIPECORE_TR("Explanation", "This cannot be done here."),
                PIPECORE_TR("Explanation", "This system has no such thing."),
                PIPECORE_TR("Explanation", "Do it another way, or on another system.")};
    case ErrorKind::NoSuchTarget:
        return {PIPECORE_TR("Explanation", "There is nobody to do this with."),
                PIPECORE_TR("Explanation",
                            "The connection is not there any more, or nobody is connected yet."),
                PIPECORE_TR("Explanation", "Choose another one.")};
    case ErrorKind::Stopped:
        return {PIPECORE_TR("Explanation", "Nothing new is begun any more."),
                PIPECORE_TR("Explanation", "The program is ending."),
                PIPECORE_TR("Explanation", "Start the program again.")};
    case ErrorKind::Resources:
        return {PIPECORE_TR("Explanation", "The system has no room left."),
                PIPECORE_TR("Explanation", "Memory, handles or disk space are used up."),
                PIPECORE_TR("Explanation", "Close something, or free some space.")};
    case ErrorKind::Corrupt:
        return {PIPECORE_TR("Explanation", "The file cannot be understood."),
                PIPECORE_TR("Explanation", "The file is damaged, or of another kind."),
                PIPECORE_TR("Explanation", "What comes before the damage can still be read.")};
    case ErrorKind::Io: break;
    }
    return {
        PIPECORE_TR("Explanation", "The system reported a failure."),
        PIPECORE_TR("Explanation", "Pipe calls rarely give this code."),
        PIPECORE_TR("Explanation", "Look up the code and the call in the system's documentation.")};
}

} // namespace pipecore::explaining
