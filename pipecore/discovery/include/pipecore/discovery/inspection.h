#pragma once

#include "pipecore/base/error.h"
#include "pipecore/model/options.h"
#include "pipecore/model/pipe_name.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace pipecore {

/// Properties of a pipe, seen from outside. Every field is a value or why it is not known; what a
/// system does not have is doesNotApply().
struct PipeInspection
{
    std::string path; ///< `\\.\pipe\orders`, `/tmp/CoreFxPipe_orders`, `@name`

    Result<PipeMode> type;     ///< GetNamedPipeInfo; the socket's type
    Result<PipeMode> readMode; ///< Windows, of a new client: GetNamedPipeHandleState
    Result<Access> access;     ///< Windows: FILE_PIPE_LOCAL_INFORMATION::NamedPipeConfiguration
    Result<std::uint32_t> instances;     ///< Windows, now, with the one that was opened
    Result<std::uint32_t> limit;         ///< Windows: 0 means unlimited
    Result<std::uint32_t> outBufferSize; ///< Windows: bytes, seen from the server; 0: as needed
    Result<std::uint32_t> inBufferSize;
    Result<std::uint32_t> connected; ///< Linux: clients that were accepted
    Result<std::uint32_t> waiting;   ///< Linux: clients in the backlog

    Result<std::string> owner;   ///< account: `DOMAIN\user`; user of the socket's file
    Result<std::string> ownerId; ///< SID; uid
    Result<std::string> group;
    Result<std::string> groupId;
    /// Permissions. Windows: owner, group, DACL and label as SDDL. Linux: `srw-rw---- 0660`.
    Result<std::string> security;

    Result<std::uint32_t> processId; ///< of the server: GetNamedPipeServerProcessId; /proc/PID/fd
    Result<std::string> image;       ///< its program, full path
    Result<std::uint32_t> session;   ///< Windows: its session
};

/// Opens a pipe, reads its properties and closes it again. Any thread; it may block while an
/// account's name is looked up.
///
/// Windows: CreateFile with FILE_READ_ATTRIBUTES and READ_CONTROL (without the latter where it is
/// refused) at identification level. To the server this is a client that comes and goes, which is
/// known to upset some: ask before. Busy when no instance is free.
/// Linux: nothing is connected: the socket's file and /proc/net/unix are read.
///
/// `name` is what PipeName::parse takes; also a name as a listing shows it, so `@name` is an abstract
/// socket. The error is that of finding or opening the pipe.
[[nodiscard]] Result<PipeInspection> inspectPipe(std::string_view name);

/// An instance of the pipe waits for a client now: WaitNamedPipe, which opens nothing and here does not
/// wait. NotFound without such a pipe; NotSupported for one of another computer, and where clients need no
/// instance that waits. Any thread.
[[nodiscard]] Result<bool> waitsForClient(const PipeName& name);

/// The reason why a field is empty is that this system has no such thing.
[[nodiscard]] bool doesNotApply(const Error& error);

/// A field of PipeInspection.
enum class PipeFact : std::uint8_t {
    Type,
    ReadMode,
    Access,
    Instances,
    Limit,
    OutBufferSize,
    InBufferSize,
    Connected,
    Waiting,
    Owner,
    OwnerId,
    Group,
    GroupId,
    Security,
    ProcessId,
    Image,
    Session,
};

/// Calls `visit(PipeFact, Result)` for each field, in the order in which people read them.
template <typename Visitor>
void visitFacts(const PipeInspection& pipe, Visitor&& visit)
{
    visit(PipeFact::Type, pipe.type);
    visit(PipeFact::ReadMode, pipe.readMode);
    visit(PipeFact::Access, pipe.access);
    visit(PipeFact::Instances, pipe.instances);
    visit(PipeFact::Limit, pipe.limit);
    visit(PipeFact::OutBufferSize, pipe.outBufferSize);
    visit(PipeFact::InBufferSize, pipe.inBufferSize);
    visit(PipeFact::Connected, pipe.connected);
    visit(PipeFact::Waiting, pipe.waiting);
    visit(PipeFact::ProcessId, pipe.processId);
    visit(PipeFact::Image, pipe.image);
    visit(PipeFact::Session, pipe.session);
    visit(PipeFact::Owner, pipe.owner);
    visit(PipeFact::OwnerId, pipe.ownerId);
    visit(PipeFact::Group, pipe.group);
    visit(PipeFact::GroupId, pipe.groupId);
    visit(PipeFact::Security, pipe.security);
}

/// The error of a field that this system does not have.
[[nodiscard]] std::unexpected<Error> notSupportedHere();

/// An inspection in which every field is `why`.
[[nodiscard]] PipeInspection emptyInspection(std::string path, const std::unexpected<Error>& why);

} // namespace pipecore
