#pragma once

#include "pipecore/model/options.h"

#include <array>
#include <cstdint>
#include <optional>

namespace pipecore {

/// Servers as others make them, so that a client can be tried against one.
enum class ServerPreset : std::uint8_t {
    SafeDefault, ///< the defaults of ServerOptions
    /// NamedPipeServerStream(name, InOut, 1, Byte, Asynchronous) of .NET
    DotNet,
    /// winio.ListenPipe(path, nil) of github.com/microsoft/go-winio; Windows only
    GoWinio,
    /// uv_pipe_bind() and uv_listen() of libuv, as net.createServer().listen() of Node.js calls them
    Libuv,
    /// Everybody may connect, also from other computers, and may serve the name as well.
    Everyone,
};

inline constexpr std::array allServerPresets{ServerPreset::SafeDefault, ServerPreset::DotNet,
                                             ServerPreset::GoWinio, ServerPreset::Libuv,
                                             ServerPreset::Everyone};

/// The library exists on that system. Any thread, as all here.
[[nodiscard]] bool isOffered(ServerPreset preset, System system = thisSystem);

/// Sets everything that a preset controls: all but the name and the options of our own side
/// (ServerOptions::connection). Options that the system lacks keep their defaults.
void applyPreset(ServerOptions& options, ServerPreset preset, System system = thisSystem);

/// The preset whose options these are, if there is one.
[[nodiscard]] std::optional<ServerPreset> matchingPreset(const ServerOptions& options,
                                                         System system = thisSystem);

/// Default security descriptor of a pipe on Windows: full access for SYSTEM,
/// Administrators and the owner, and everybody, also without a password, may read.
[[nodiscard]] const char* windowsDefaultSddl();
/// Full access for everybody, also without a password.
[[nodiscard]] const char* everyoneSddl();

} // namespace pipecore
