#include "pipecore/discovery/mirror.h"

#include "pipecore/base/translatable.h"
#include "pipecore/model/option_table.h"

#include <charconv>
#include <string>

namespace pipecore {

namespace {

/// The permissions at the end of `srw-rw---- 0660`.
std::optional<std::uint32_t> fileModeOf(std::string_view security)
{
    const std::size_t space = security.find_last_of(' ');
    if (space == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view digits = security.substr(space + 1);
    std::uint32_t mode = 0;
    const auto [rest, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), mode, 8);
    return error == std::errc{} && rest == digits.data() + digits.size()
               ? std::optional(mode & 0777U)
               : std::nullopt;
}

} // namespace

ServerOptions mirrored(const PipeInspection& pipe, ServerOptions base)
{
    base.mode = pipe.type.value_or(base.mode);
    base.access = pipe.access.value_or(base.access);
    base.outBufferSize = pipe.outBufferSize.value_or(base.outBufferSize);
    base.inBufferSize = pipe.inBufferSize.value_or(base.inBufferSize);
    if (pipe.limit) {
        // More than a server can ask for is no limit.
        base.instances =
            *pipe.limit <= findOption<ServerOptions>("instances")->high ? *pipe.limit : 0;
    }
    return base;
}

Result<Mirrored> mirrorOf(std::string_view name)
{
    const auto found = inspectPipe(name);
    if (!found) {
        return std::unexpected(found.error());
    }
    Mirrored taken{.server = mirrored(*found, {}), .notes = {}};
    ServerOptions& server = taken.server;
    const auto note = [&](std::string_view text, const Error& why) {
        taken.notes.push_back({text, {describe(why)}});
    };
    if (!found->type) {
        note(PIPECORE_TR("ErrorDetail", "The type of the target is not known: %1"),
             found->type.error());
    }
    if constexpr (thisSystem == System::Unix) {
        // The kernel tells a socket's buffers to its owner only. Mostly they are its default.
        server.outBufferSize = 0;
        server.inBufferSize = 0;
        taken.notes.push_back(
            {PIPECORE_TR(
                 "ErrorDetail",
                 "The target's socket buffers cannot be seen: those of the system are used. "
                 "Larger ones can hide a deadlock of the two programs, smaller ones can make "
                 "one"),
             {}});
        const auto mode = found->security ? fileModeOf(*found->security) : std::nullopt;
        if (mode) {
            server.fileMode = *mode;
        } else if (!found->path.starts_with('@')) {
            taken.notes.push_back(
                {PIPECORE_TR("ErrorDetail", "The permissions of the target's socket are not known"),
                 {}});
        }
        return taken;
    }
    if (!found->outBufferSize || !found->inBufferSize) {
        note(PIPECORE_TR("ErrorDetail",
                         "The target's buffer sizes are not known (%1): larger ones can hide a "
                         "deadlock of the two programs, smaller ones can make one"),
             found->outBufferSize ? found->inBufferSize.error() : found->outBufferSize.error());
    }
    taken.notes.push_back(
        {PIPECORE_TR("ErrorDetail",
                     "The target's access list is not taken over: only the current user, "
                     "Administrators and SYSTEM may connect (--sddl changes that)"),
         {}});
    return taken;
}

} // namespace pipecore
