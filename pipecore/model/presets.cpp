#include "pipecore/model/presets.h"

#include <algorithm>
#include <utility>

namespace pipecore {

namespace {

/// Mode of socket files created by bind(2) with the usual umask 022.
constexpr std::uint32_t usualFileMode = 0755;

// Sources: the code of these libraries, as named.
//
// .NET, NamedPipeServerStream.Windows.cs, Create(): FILE_FLAG_FIRST_PIPE_INSTANCE when one instance is
// asked for, read mode as the type, no PIPE_REJECT_REMOTE_CLIENTS, timeout 0, no security descriptor;
// Disconnect() lets the next client in. Byte, one instance and buffers 0 are the defaults of the
// constructors (NamedPipeServerStream.cs). PipeOptions.Asynchronous, because a synchronous handle would
// hold back every send while a read is pending. NamedPipeServerStream.Unix.cs, SharedServer: SOCK_STREAM,
// no chmod, so the permissions of the umask, Listen(int.MaxValue); PipeStream.Unix.cs,
// ConfigureSocket(): buffers of 0 are left to the system.
void applyDotNet(ServerOptions& options, System system)
{
    options.mode = PipeMode::Byte;
    options.instances = 1;
    options.outBufferSize = 0;
    options.inBufferSize = 0;
    if (system == System::Windows) {
        options.policy = InstancePolicy::Reuse;
        options.rejectRemote = false;
        options.sddl = windowsDefaultSddl();
    } else {
        options.fileMode = usualFileMode;
        options.backlog = 65535; // the most that can be asked for here; the system allows fewer
    }
}

// go-winio, pipe.go, makeServerPipeHandle() with an empty PipeConfig: FILE_PIPE_REJECT_REMOTE_CLIENTS,
// byte type and read mode, FILE_CREATE for the first instance, no limit of instances, buffers 0, 50 ms
// (what nDefaultTimeOut 0 means), the descriptor that RtlDefaultNpAcl() makes. makeServerPipe(): a handle
// of its own for each client.
void applyGoWinio(ServerOptions& options)
{
    options.mode = PipeMode::Byte;
    options.outBufferSize = 0;
    options.inBufferSize = 0;
    options.sddl = windowsDefaultSddl();
}

// libuv, src/win/pipe.c, pipe_alloc_accept(): PIPE_ACCESS_DUPLEX | FILE_FLAG_OVERLAPPED | WRITE_DAC,
// FILE_FLAG_FIRST_PIPE_INSTANCE on the first, PIPE_TYPE_BYTE | PIPE_READMODE_BYTE, no limit of
// instances, both buffers 65536, timeout 0, no security descriptor. uv_pipe_listen(): a handle of its
// own for each client. src/unix/pipe.c, uv_pipe_bind2(): a SOCK_STREAM socket, no chmod, so the
// permissions of the umask, buffers left to the system. Node.js, lib/net.js, setupListenHandle(): a
// backlog of 511.
void applyLibuv(ServerOptions& options, System system)
{
    options.mode = PipeMode::Byte;
    if (system == System::Windows) {
        options.rejectRemote = false;
        options.sddl = windowsDefaultSddl();
    } else {
        options.outBufferSize = 0;
        options.inBufferSize = 0;
        options.fileMode = usualFileMode;
        options.backlog = 511;
    }
}

void applyEveryone(ServerOptions& options, System system)
{
    if (system == System::Windows) {
        options.rejectRemote = false;
        options.sddl = everyoneSddl();
    } else {
        options.fileMode = 0666;
    }
}

} // namespace

bool isOffered(ServerPreset preset, System system)
{
    return preset != ServerPreset::GoWinio || system == System::Windows;
}

void applyPreset(ServerOptions& options, ServerPreset preset, System system)
{
    ServerOptions preselected;
    preselected.name = std::move(options.name);
    preselected.connection = options.connection;
    switch (preset) {
    case ServerPreset::SafeDefault: break;
    case ServerPreset::DotNet: applyDotNet(preselected, system); break;
    case ServerPreset::GoWinio: applyGoWinio(preselected); break;
    case ServerPreset::Libuv: applyLibuv(preselected, system); break;
    case ServerPreset::Everyone: applyEveryone(preselected, system); break;
    }
    options = std::move(preselected);
}

std::optional<ServerPreset> matchingPreset(const ServerOptions& options, System system)
{
    ServerOptions wanted = options;
    if (effectiveReadMode(options) == options.mode) {
        wanted.readMode.reset(); // said or not, it is the same
    }
    const auto* match =
        std::find_if(allServerPresets.begin(), allServerPresets.end(), [&](ServerPreset preset) {
            ServerOptions preselected = wanted;
            applyPreset(preselected, preset, system);
            return isOffered(preset, system) && preselected == wanted;
        });
    return match != allServerPresets.end() ? std::optional(*match) : std::nullopt;
}

const char* windowsDefaultSddl()
{
    return "D:(A;;FA;;;SY)(A;;FA;;;BA)(A;;FA;;;OW)(A;;FR;;;WD)(A;;FR;;;AN)";
}

const char* everyoneSddl()
{
    return "D:(A;;FA;;;WD)(A;;FA;;;AN)";
}

} // namespace pipecore
