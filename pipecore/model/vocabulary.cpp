#include "pipecore/model/vocabulary.h"

#include "pipecore/base/translatable.h"

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
    static constexpr Word<CloseReason> words[] = {
        {CloseReason::PeerClosed, "peerClosed"},     {CloseReason::ClosedByUs, "closedByUs"},
        {CloseReason::AbortedByUs, "abortedByUs"},   {CloseReason::EngineStopped, "engineStopped"},
        {CloseReason::TargetClosed, "targetClosed"}, {CloseReason::Failed, "failed"}};
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

std::span<const Word<Direction>> wordsOf(Direction)
{
    static constexpr Word<Direction> words[] = {{Direction::Received, "received"},
                                                {Direction::Sent, "sent"}};
    return words;
}

// OriginKind::Unstated has no word: it is omitted.
std::span<const Word<OriginKind>> wordsOf(OriginKind)
{
    static constexpr Word<OriginKind> words[] = {
        {OriginKind::Peer, PIPECORE_TR("RowWord", "peer")},
        {OriginKind::User, PIPECORE_TR("RowWord", "user")},
        {OriginKind::Echo, PIPECORE_TR("RowWord", "echo")},
        {OriginKind::Rule, PIPECORE_TR("RowWord", "rule")},
        {OriginKind::Relay, PIPECORE_TR("RowWord", "relay")},
        {OriginKind::Intercept, PIPECORE_TR("RowWord", "intercept")},
        {OriginKind::Fault, PIPECORE_TR("RowWord", "fault")},
        {OriginKind::Fuzz, PIPECORE_TR("RowWord", "fuzz")},
        {OriginKind::Replay, PIPECORE_TR("RowWord", "replay")},
        {OriginKind::Load, PIPECORE_TR("RowWord", "load")},
        {OriginKind::Script, PIPECORE_TR("RowWord", "script")},
        {OriginKind::Control, PIPECORE_TR("RowWord", "control")},
    };
    return words;
}

std::span<const Word<HeldOutcome>> wordsOf(HeldOutcome)
{
    static constexpr Word<HeldOutcome> words[] = {
        {HeldOutcome::Released, PIPECORE_TR("RowWord", "released")},
        {HeldOutcome::Edited, PIPECORE_TR("RowWord", "edited")},
        {HeldOutcome::Dropped, PIPECORE_TR("RowWord", "dropped")}};
    return words;
}

std::span<const Word<IntegrityLevel>> wordsOf(IntegrityLevel)
{
    static constexpr Word<IntegrityLevel> words[] = {
        {IntegrityLevel::Untrusted, "untrusted"}, {IntegrityLevel::Low, "low"},
        {IntegrityLevel::Medium, "medium"},       {IntegrityLevel::MediumPlus, "mediumPlus"},
        {IntegrityLevel::High, "high"},           {IntegrityLevel::System, "system"},
        {IntegrityLevel::Protected, "protected"}};
    return words;
}

std::span<const Word<Elevation::Type>> wordsOf(Elevation::Type)
{
    static constexpr Word<Elevation::Type> words[] = {{Elevation::Type::Default, "default"},
                                                      {Elevation::Type::Full, "full"},
                                                      {Elevation::Type::Limited, "limited"}};
    return words;
}

std::span<const Word<PidReuse>> wordsOf(PidReuse)
{
    static constexpr Word<PidReuse> words[] = {
        {PidReuse::No, "no"}, {PidReuse::Yes, "yes"}, {PidReuse::Unsure, "unsure"}};
    return words;
}

std::span<const Word<ImpersonationLevel>> wordsOf(ImpersonationLevel)
{
    static constexpr Word<ImpersonationLevel> words[] = {
        {ImpersonationLevel::Anonymous, "anonymous"},
        {ImpersonationLevel::Identification, "identification"},
        {ImpersonationLevel::Impersonation, "impersonation"},
        {ImpersonationLevel::Delegation, "delegation"}};
    return words;
}

std::span<const Word<AccessTarget::Kind>> wordsOf(AccessTarget::Kind)
{
    static constexpr Word<AccessTarget::Kind> words[] = {
        {AccessTarget::Kind::File, "file"}, {AccessTarget::Kind::RegistryKey, "registryKey"}};
    return words;
}

} // namespace pipecore
