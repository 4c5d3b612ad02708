#include "access_check.h"

#include "pipecore/base/translatable.h"
#include "pipecore/win32/handle.h"
#include "security.h"
#include "utf16.h"
#include "win32_error.h"

#include <array>
#include <cstddef>
#include <cstdio>
#include <memory>

namespace pipecore::win32 {
namespace {

Result<Bytes> descriptorOfFile(const std::wstring& path)
{
    // Folders open with FILE_FLAG_BACKUP_SEMANTICS only.
    const FileHandle file(CreateFileW(
        path.c_str(), READ_CONTROL, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
        OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS | SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION,
        nullptr));
    if (!file) {
        return std::unexpected(lastError("CreateFile"));
    }
    return objectSecurity(file.get());
}

struct KeyCloser
{
    using pointer = HKEY;
    void operator()(HKEY key) const { RegCloseKey(key); }
};

Result<HKEY> rootOf(std::wstring_view name)
{
    struct Root
    {
        std::wstring_view shortName;
        std::wstring_view longName;
        HKEY key;
    };
    const std::array roots{Root{L"HKLM", L"HKEY_LOCAL_MACHINE", HKEY_LOCAL_MACHINE},
                           Root{L"HKU", L"HKEY_USERS", HKEY_USERS},
                           Root{L"HKCR", L"HKEY_CLASSES_ROOT", HKEY_CLASSES_ROOT}};
    const auto isName = [&](std::wstring_view known) {
        return CompareStringOrdinal(name.data(), static_cast<int>(name.size()), known.data(),
                                    static_cast<int>(known.size()), TRUE)
               == CSTR_EQUAL;
    };
    for (const Root& root : roots) {
        if (isName(root.shortName) || isName(root.longName)) {
            return root.key;
        }
    }
    return refuse("the key does not begin with HKLM, HKU or HKCR");
}

Result<Bytes> descriptorOfKey(const std::wstring& path)
{
    const std::size_t end = path.find(L'\\');
    const auto root = rootOf(std::wstring_view(path).substr(0, end));
    if (!root) {
        return std::unexpected(root.error());
    }
    const std::wstring rest = end == std::wstring::npos ? std::wstring() : path.substr(end + 1);
    HKEY opened = nullptr;
    LSTATUS status = RegOpenKeyExW(*root, rest.c_str(), 0, READ_CONTROL, &opened);
    if (status != ERROR_SUCCESS) {
        return std::unexpected(makeError("RegOpenKeyEx", static_cast<DWORD>(status)));
    }
    const std::unique_ptr<HKEY, KeyCloser> key(opened);
    DWORD size = 0;
    RegGetKeySecurity(key.get(), readableSecurity, nullptr, &size);
    Bytes descriptor(size);
    status = RegGetKeySecurity(key.get(), readableSecurity, descriptor.data(), &size);
    if (status != ERROR_SUCCESS) {
        return std::unexpected(makeError("RegGetKeySecurity", static_cast<DWORD>(status)));
    }
    return descriptor;
}

DWORD desiredRights(RequestedAccess requested)
{
    return (includes(requested, RequestedAccess::Read) ? GENERIC_READ : 0U)
           | (includes(requested, RequestedAccess::Write) ? GENERIC_WRITE : 0U)
           | (includes(requested, RequestedAccess::Execute) ? GENERIC_EXECUTE : 0U)
           | (includes(requested, RequestedAccess::Delete) ? DWORD{DELETE} : 0U);
}

/// The granted part of `desired`.
Result<DWORD> grantedRights(Bytes& descriptor, HANDLE token, DWORD desired,
                            GENERIC_MAPPING& mapping)
{
    alignas(PRIVILEGE_SET) std::array<std::byte, 1024> privileges{};
    auto size = static_cast<DWORD>(privileges.size());
    DWORD granted = 0;
    BOOL isAllowed = FALSE;
    if (AccessCheck(descriptor.data(), token, desired, &mapping,
                    reinterpret_cast<PRIVILEGE_SET*>(privileges.data()), &size, &granted,
                    &isAllowed)
        == FALSE) {
        return std::unexpected(lastError("AccessCheck"));
    }
    return isAllowed != FALSE ? granted : 0;
}

std::string hex(DWORD rights)
{
    std::array<char, 16> text{};
    const int length = std::snprintf(text.data(), text.size(), "0x%lx", rights);
    return {text.data(), static_cast<std::size_t>(length)};
}

} // namespace

Result<AccessAnswer> checkAccess(HANDLE token, const AccessTarget& target,
                                 RequestedAccess requested)
{
    const auto path = toUtf16(target.path);
    if (!path) {
        return std::unexpected(path.error());
    }
    const bool isFile = target.kind == AccessTarget::Kind::File;
    auto descriptor = isFile ? descriptorOfFile(*path) : descriptorOfKey(*path);
    if (!descriptor) {
        return std::unexpected(descriptor.error());
    }
    GENERIC_MAPPING mapping =
        isFile ? GENERIC_MAPPING{FILE_GENERIC_READ, FILE_GENERIC_WRITE, FILE_GENERIC_EXECUTE,
                                 FILE_ALL_ACCESS}
               : GENERIC_MAPPING{KEY_READ, KEY_WRITE, KEY_EXECUTE, KEY_ALL_ACCESS};
    DWORD desired = desiredRights(requested);
    MapGenericMask(&desired, &mapping);
    const auto wished = grantedRights(*descriptor, token, desired, mapping);
    const auto all = grantedRights(*descriptor, token, MAXIMUM_ALLOWED, mapping);
    if (!wished || !all) {
        return std::unexpected(wished ? all.error() : wished.error());
    }
    AccessAnswer answer;
    answer.target = target;
    answer.requested = requested;
    answer.isAllowed = (*wished & desired) == desired;
    answer.desired = desired;
    answer.granted = *all;
    answer.notConsidered = PIPECORE_TR(
        "IdentityReason", "rights on the folders above, rights of a network share, sharing with "
                          "programs that have it open, the read-only attribute and encryption");
    if (!answer.isAllowed) {
        answer.reason = {PIPECORE_TR("ErrorDetail", "its security descriptor does not grant %1"),
                         {hex(desired & ~*all)}};
    }
    return answer;
}

} // namespace pipecore::win32
