#include "process_info.h"

#include "account_name.h"
#include "token.h"
#include "utf16.h"
#include "win32_error.h"

#include <windows.h>

namespace pipecore::win32 {
namespace {

/// The longest path that Windows has, in UTF-16 units.
constexpr std::size_t maxPathLength = 32768;

Result<std::string> imageOf(HANDLE process)
{
    for (std::size_t room = MAX_PATH;; room = maxPathLength) {
        std::wstring path(room, L'\0');
        auto size = static_cast<DWORD>(path.size());
        if (QueryFullProcessImageNameW(process, 0, path.data(), &size) != FALSE) {
            path.resize(size);
            return toUtf8(path);
        }
        Error error = lastError("QueryFullProcessImageName");
        if (error.code != ERROR_INSUFFICIENT_BUFFER || room == maxPathLength) {
            return std::unexpected(std::move(error));
        }
    }
}

} // namespace

Result<KernelHandle> openProcess(std::uint32_t processId)
{
    KernelHandle process(OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, processId));
    if (!process) {
        return std::unexpected(lastError("OpenProcess"));
    }
    return process;
}

Result<KernelHandle> processToken(HANDLE process)
{
    HANDLE opened = nullptr;
    if (OpenProcessToken(process, TOKEN_QUERY, &opened) == FALSE) {
        return std::unexpected(lastError("OpenProcessToken"));
    }
    return KernelHandle(opened);
}

Result<std::string> processImage(std::uint32_t processId)
{
    const auto process = openProcess(processId);
    return process ? imageOf(process->get()) : std::unexpected(process.error());
}

Result<std::string> processUser(HANDLE process)
{
    const auto token = processToken(process);
    if (!token) {
        return std::unexpected(token.error());
    }
    const auto information = TokenInformation::read(token->get(), TokenUser);
    return information ? sidText(information->as<TOKEN_USER>().User.Sid)
                       : std::unexpected(information.error());
}

PeerInfo peerOfProcess(std::uint32_t processId, AccountNames& accounts)
{
    const auto process = openProcess(processId);
    if (!process) {
        return {.processId = processId,
                .image = std::unexpected(process.error()),
                .user = std::unexpected(process.error())};
    }
    PeerInfo peer{.processId = processId, .image = imageOf(process->get()), .user = {}};
    if (const auto user = processUser(process->get()); user) {
        peer.user = accounts.nameOf(*user);
    } else {
        peer.user = std::unexpected(user.error());
    }
    return peer;
}

PeerInfo unknownPeer(const Error& error)
{
    const std::unexpected<Error> unknown(error);
    return {.processId = unknown, .image = unknown, .user = unknown};
}

PeerInfo remotePeer(std::uint32_t processId)
{
    const auto reason = refuse("the process runs on another computer", ErrorKind::NotSupported);
    return {.processId = processId, .image = reason, .user = reason, .isRemote = true};
}

} // namespace pipecore::win32
