#include "pipecore/model/vocabulary.h"

namespace pipecore {

std::span<const Word<Role>> wordsOf(Role)
{
    static constexpr Word<Role> words[] = {{Role::Server, "server"}, {Role::Client, "client"}};
    return words;
}

std::span<const Word<PipeMode>> wordsOf(PipeMode)
{
    static constexpr Word<PipeMode> words[] = {{PipeMode::Byte, "byte"},
                                               {PipeMode::Message, "message"}};
    return words;
}

std::span<const Word<Access>> wordsOf(Access)
{
    static constexpr Word<Access> words[] = {
        {Access::Duplex, "duplex"}, {Access::Inbound, "inbound"}, {Access::Outbound, "outbound"}};
    return words;
}

std::span<const Word<ClientAccess>> wordsOf(ClientAccess)
{
    static constexpr Word<ClientAccess> words[] = {
        {asClientAccess(Access::Duplex), "duplex"},
        {asClientAccess(Access::Inbound), "inbound"},
        {asClientAccess(Access::Outbound), "outbound"},
    };
    return words;
}

std::span<const Word<SqosLevel>> wordsOf(SqosLevel)
{
    static constexpr Word<SqosLevel> words[] = {{SqosLevel::Anonymous, "anonymous"},
                                                {SqosLevel::Identification, "identification"},
                                                {SqosLevel::Impersonation, "impersonation"},
                                                {SqosLevel::Delegation, "delegation"}};
    return words;
}

std::span<const Word<WaitPolicy>> wordsOf(WaitPolicy)
{
    static constexpr Word<WaitPolicy> words[] = {{WaitPolicy::KeepTrying, "keep-trying"},
                                                 {WaitPolicy::WaitThenOpen, "wait-named-pipe"},
                                                 {WaitPolicy::FailAtOnce, "fail-at-once"}};
    return words;
}

std::span<const Word<CloseReason>> wordsOf(CloseReason)
{
    static constexpr Word<CloseReason> words[] = {{CloseReason::PeerClosed, "peerClosed"},
                                                  {CloseReason::ClosedByUs, "closedByUs"},
                                                  {CloseReason::AbortedByUs, "abortedByUs"},
                                                  {CloseReason::EngineStopped, "engineStopped"},
                                                  {CloseReason::Failed, "failed"}};
    return words;
}

std::span<const Word<ErrorKind>> wordsOf(ErrorKind)
{
    static constexpr Word<ErrorKind> words[] = {
        {ErrorKind::InvalidArgument, "invalidArgument"},
        {ErrorKind::NotFound, "notFound"},
        {ErrorKind::Busy, "busy"},
        {ErrorKind::TimedOut, "timedOut"},
        {ErrorKind::Cancelled, "cancelled"},
        {ErrorKind::AccessDenied, "accessDenied"},
        {ErrorKind::NameInUse, "nameInUse"},
        {ErrorKind::InstanceLimit, "instanceLimit"},
        {ErrorKind::WouldBlock, "wouldBlock"},
        {ErrorKind::MessageTooLarge, "messageTooLarge"},
        {ErrorKind::PeerClosed, "peerClosed"},
        {ErrorKind::ClientGone, "clientGone"},
        {ErrorKind::WrongType, "wrongType"},
        {ErrorKind::NotSupported, "notSupported"},
        {ErrorKind::NoSuchTarget, "noSuchTarget"},
        {ErrorKind::Stopped, "stopped"},
        {ErrorKind::Resources, "resources"},
        {ErrorKind::Corrupt, "corrupt"},
        {ErrorKind::Io, "io"},
    };
    return words;
}

std::span<const Word<ErrorDomain>> wordsOf(ErrorDomain)
{
    static constexpr Word<ErrorDomain> words[] = {
        {ErrorDomain::None, "none"}, {ErrorDomain::Win32, "win32"}, {ErrorDomain::Errno, "errno"}};
    return words;
}

std::span<const Word<Backpressure>> wordsOf(Backpressure)
{
    static constexpr Word<Backpressure> words[] = {{Backpressure::Throttle, "throttle"},
                                                   {Backpressure::DropPayload, "drop"}};
    return words;
}

std::span<const Word<RecordKind>> wordsOf(RecordKind)
{
    static constexpr Word<RecordKind> words[] = {
        {RecordKind::Message, "message"},
        {RecordKind::EndpointOpened, "endpointOpened"},
        {RecordKind::EndpointClosed, "endpointClosed"},
        {RecordKind::Connected, "connected"},
        {RecordKind::Disconnected, "disconnected"},
        {RecordKind::Failed, "failed"},
        {RecordKind::Dropped, "dropped"},
        {RecordKind::Throttled, "throttled"},
        {RecordKind::Resumed, "resumed"},
        {RecordKind::ClientIdentified, "clientIdentified"},
        {RecordKind::AccessChecked, "accessChecked"},
        {RecordKind::ReadModeChanged, "readModeChanged"},
    };
    return words;
}

} // namespace pipecore
