#include "pipecore/model/identity.h"

#include "pipecore/base/translatable.h"
#include "pipecore/model/pid_reuse.h"
#include "process_info.h"
#include "token_facts.h"
#include "utf16.h"
#include "win32_error.h"

#include <winternl.h>

#include <cstddef>
#include <cstring>
#include <memory>

namespace pipecore {
namespace win32 {
namespace {

/// ProcessCommandLineInformation, which the headers do not have: a UNICODE_STRING with its text behind
/// it. There since Windows 8.1.
constexpr auto commandLineInformation = static_cast<PROCESSINFOCLASS>(60);

using QueryProcess = NTSTATUS(NTAPI*)(HANDLE, PROCESSINFOCLASS, PVOID, ULONG, PULONG);
using StatusToCode = ULONG(NTAPI*)(NTSTATUS);

/// Functions of ntdll that no import library is promised for.
template <typename Function>
Function fromNtdll(const char* name)
{
    const HMODULE ntdll = GetModuleHandleW(L"ntdll.dll");
    const FARPROC address = ntdll == nullptr ? nullptr : GetProcAddress(ntdll, name);
    Function function = nullptr;
    static_assert(sizeof function == sizeof address);
    std::memcpy(&function, &address, sizeof function);
    return function;
}

Result<std::string> commandLineOf(HANDLE process)
{
    constexpr std::string_view api = "NtQueryInformationProcess";
    const auto query = fromNtdll<QueryProcess>("NtQueryInformationProcess");
    const auto toCode = fromNtdll<StatusToCode>("RtlNtStatusToDosError");
    if (query == nullptr || toCode == nullptr) {
        return std::unexpected(makeError(api, ERROR_CALL_NOT_IMPLEMENTED));
    }
    ULONG size = 0;
    NTSTATUS status = query(process, commandLineInformation, nullptr, 0, &size);
    if (size < sizeof(UNICODE_STRING)) {
        return std::unexpected(makeError(api, toCode(status)));
    }
    const auto memory = std::make_unique<std::max_align_t[]>(size / sizeof(std::max_align_t) + 1);
    status = query(process, commandLineInformation, memory.get(), size, &size);
    if (status < 0) {
        return std::unexpected(makeError(api, toCode(status)));
    }
    const auto& text = *reinterpret_cast<const UNICODE_STRING*>(memory.get());
    return toUtf8({text.Buffer, text.Length / sizeof(wchar_t)});
}

Result<std::int64_t> startOf(HANDLE process)
{
    FILETIME created{};
    FILETIME exited{};
    FILETIME kernel{};
    FILETIME user{};
    if (GetProcessTimes(process, &created, &exited, &kernel, &user) == FALSE) {
        return std::unexpected(lastError("GetProcessTimes"));
    }
    // Steps of 100 ns since 1601.
    constexpr std::int64_t from1601To1970 = 116'444'736'000'000'000;
    const auto steps = static_cast<std::int64_t>(
        static_cast<std::uint64_t>(created.dwHighDateTime) << 32U | created.dwLowDateTime);
    return (steps - from1601To1970) * 100;
}

/// openProcess() of one that runs. While a handle on it is open, an ended process can be
/// opened and says half of it all.
Result<KernelHandle> openRunningProcess(std::uint32_t processId)
{
    auto process = openProcess(processId);
    DWORD exitCode = STILL_ACTIVE;
    if (process && GetExitCodeProcess(process->get(), &exitCode) != FALSE
        && exitCode != STILL_ACTIVE) {
        return refuse(PIPECORE_TR("IdentityReason", "the process has ended"), ErrorKind::NotFound);
    }
    return process;
}

} // namespace
} // namespace win32

ProcessIdentity identify(std::uint32_t processId, std::int64_t connectedAtNs)
{
    ProcessIdentity identity;
    identity.processId = processId;
    const auto process = win32::openRunningProcess(processId);
    if (!process) {
        const std::unexpected<Error> unknown(process.error());
        identity.image = unknown;
        identity.commandLine = unknown;
        identity.startedNs = unknown;
        identity.reuse = unknown;
        identity.token = win32::noTokenFacts(process.error());
        return identity;
    }
    identity.image = win32::processImage(processId);
    identity.commandLine = win32::commandLineOf(process->get());
    identity.startedNs = win32::startOf(process->get());
    identity.reuse = reuseOf(identity.startedNs, connectedAtNs);
    if (const auto token = win32::processToken(process->get()); token) {
        identity.token = win32::tokenFacts(token->get());
        win32::nameAccounts(identity.token);
    } else {
        identity.token = win32::noTokenFacts(token.error());
    }
    return identity;
}

ProcessRights rightsOf(std::uint32_t processId)
{
    const auto process = win32::openRunningProcess(processId);
    const auto token = process ? win32::processToken(process->get())
                               : Result<win32::KernelHandle>(std::unexpected(process.error()));
    if (!token) {
        return {.groups = std::unexpected(token.error()),
                .privileges = std::unexpected(token.error())};
    }
    ProcessRights rights{.groups = win32::tokenGroups(token->get()),
                         .privileges = win32::tokenPrivileges(token->get())};
    win32::nameAccounts(rights.groups);
    return rights;
}

} // namespace pipecore
