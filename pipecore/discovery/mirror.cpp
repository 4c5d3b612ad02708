#include "pipecore/discovery/mirror.h"

#include "pipecore/base/translatable.h"
#include "pipecore/discovery/inspection.h"

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

Result<Mirrored> mirrorOf(std::string_view name)
{
    const auto found = inspectPipe(name);
    if (!found) {
        return std::unexpected(found.error());
    }
    Mirrored mirrored;
    ServerOptions& server = mirrored.server;
    const auto note = [&](std::string_view text, const Error& why) {
        mirrored.notes.push_back({text, {describe(why)}});
    };
    if (found->type) {
        server.mode = *found->type;
    } else {
        note(PIPECORE_TR("ErrorDetail", "The type of the target is not known: %1"),
             found->type.error());
    }
    if (found->access) {
        server.access = *found->access;
    }
    if constexpr (thisSystem == System::Unix) {
        // The kernel tells a socket's buffers to its owner only. Mostly they are its default.
        server.outBufferSize = 0;
        server.inBufferSize = 0;
        mirrored.notes.push_back(
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
            mirrored.notes.push_back(
                {PIPECORE_TR("ErrorDetail", "The permissions of the target's socket are not known"),
                 {}});
        }
        return mirrored;
    }
    if (found->limit) {
        server.instances = *found->limit;
    }
    if (found->outBufferSize && found->inBufferSize) {
        server.outBufferSize = *found->outBufferSize;
        server.inBufferSize = *found->inBufferSize;
    } else {
        note(PIPECORE_TR("ErrorDetail",
                         "The target's buffer sizes are not known (%1): larger ones can hide a "
                         "deadlock of the two programs, smaller ones can make one"),
             found->outBufferSize ? found->inBufferSize.error() : found->outBufferSize.error());
    }
    mirrored.notes.push_back(
        {PIPECORE_TR("ErrorDetail",
                     "The target's access list is not taken over: only the current user, "
                     "Administrators and SYSTEM may connect (--sddl changes that)"),
         {}});
    return mirrored;
}

} // namespace pipecore
