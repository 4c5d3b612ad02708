#include "pipecore/discovery/pipe_security.h"

#include "account_name.h"
#include "own_instances.h"
#include "pipe_handle.h"
#include "pipecore/security/account_lookup.h"
#include "process_info.h"
#include "security.h"
#include "system_calls.h"
#include "token.h"
#include "utf16.h"
#include "win32_error.h"

#include <windows.h>

#include <array>
#include <cstddef>
#include <optional>
#include <utility>

namespace pipecore {

using namespace win32;

namespace {

Result<LiveSecurity> securityFrom(const Result<Bytes>& bytes)
{
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    Result<SecurityDescriptor> descriptor = parseDescriptor(*bytes);
    if (!descriptor) {
        return std::unexpected(descriptor.error());
    }
    LiveSecurity live;
    live.descriptor = std::move(*descriptor);
    return live;
}

/// From an instance of this process; nullopt when it does not serve the name.
std::optional<Result<LiveSecurity>> securityOfOwn(const PipeName& name)
{
    const auto bytes =
        name.isRemote() ? std::nullopt : OwnInstances::ofThisProcess().security(name.shortName());
    if (!bytes) {
        return std::nullopt;
    }
    Result<LiveSecurity> live = securityFrom(*bytes);
    if (live) {
        live->isOwnServer = true;
        if (Result<Sid> user = currentUser()) {
            live->serverUser = std::move(*user);
        }
    }
    return live;
}

} // namespace

Result<LiveSecurity> readSecurity(const PipeName& name)
{
    if (auto own = securityOfOwn(name)) {
        return std::move(*own);
    }
    const Result<std::wstring> wideName = toUtf16(name.native());
    if (!wideName) {
        return std::unexpected(wideName.error());
    }
    const PipeHandle pipe(
        systemCalls().createFile(wideName->c_str(), READ_CONTROL, 0, nullptr, OPEN_EXISTING,
                                 SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION, nullptr));
    if (!pipe) {
        return std::unexpected(lastError("CreateFile"));
    }
    Result<LiveSecurity> live = securityFrom(objectSecurity(pipe.get()));
    if (!live) {
        return live;
    }
    ULONG server = 0;
    // The number that another computer's pipe gives is a number of that computer.
    if (!name.isRemote() && systemCalls().serverProcessId(pipe.get(), &server) != FALSE) {
        if (Result<Sid> user = userOfProcess(server)) {
            live->serverUser = std::move(*user);
        }
    }
    return live;
}

Result<Sid> currentUser()
{
    const auto token = processToken(GetCurrentProcess());
    if (!token) {
        return std::unexpected(token.error());
    }
    return userOf(token->get());
}

Result<AccessSubject> currentSubject()
{
    const auto token = processToken(GetCurrentProcess());
    if (!token) {
        return std::unexpected(token.error());
    }
    return subjectOf(token->get());
}

Result<Sid> lookUpAccount(std::string_view name)
{
    const Result<std::wstring> wideName = toUtf16(name);
    if (!wideName) {
        return std::unexpected(wideName.error());
    }
    alignas(DWORD) std::array<std::byte, SECURITY_MAX_SID_SIZE> sid{};
    auto sidSize = static_cast<DWORD>(sid.size());
    // The call also returns the domain, which is not used but requires room.
    std::wstring domain(MAX_PATH, L'\0');
    auto domainSize = static_cast<DWORD>(domain.size());
    SID_NAME_USE use{};
    if (LookupAccountNameW(nullptr, wideName->c_str(), sid.data(), &sidSize, domain.data(),
                           &domainSize, &use)
        == FALSE) {
        Error error = lastError("LookupAccountName");
        if (error.code == ERROR_NONE_MAPPED) {
            error.kind = ErrorKind::NotFound;
        }
        error.detail = std::string(name);
        return std::unexpected(std::move(error));
    }
    return toSid(sid.data());
}

Result<std::string> accountName(const Sid& sid)
{
    Result<Bytes> bytes = toBytes(sid);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    return win32::accountName(bytes->data());
}

} // namespace pipecore
