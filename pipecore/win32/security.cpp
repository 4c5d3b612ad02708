#include "win32/security.h"

#include "win32/handle.h"
#include "win32/utf16.h"
#include "win32/win32_error.h"

#include <sddl.h>

#include <array>
#include <cstddef>
#include <utility>

namespace pipecore::win32 {
namespace {

/// Room for any SID, aligned for one.
struct SidBuffer
{
    alignas(DWORD) std::array<std::byte, SECURITY_MAX_SID_SIZE> bytes{};
    [[nodiscard]] PSID sid() { return bytes.data(); }
};

Result<SidBuffer> currentUser()
{
    HANDLE opened = nullptr;
    if (OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &opened) == FALSE) {
        return std::unexpected(lastError("OpenProcessToken"));
    }
    const KernelHandle token(opened);

    alignas(TOKEN_USER) std::array<std::byte, sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE> buffer{};
    DWORD size = 0;
    if (GetTokenInformation(token.get(), TokenUser, buffer.data(),
                            static_cast<DWORD>(buffer.size()), &size)
        == FALSE) {
        return std::unexpected(lastError("GetTokenInformation"));
    }
    const auto* user = reinterpret_cast<const TOKEN_USER*>(buffer.data());
    SidBuffer result;
    if (CopySid(static_cast<DWORD>(result.bytes.size()), result.sid(), user->User.Sid) == FALSE) {
        return std::unexpected(lastError("CopySid"));
    }
    return result;
}

Result<SidBuffer> wellKnown(WELL_KNOWN_SID_TYPE type)
{
    SidBuffer result;
    auto size = static_cast<DWORD>(result.bytes.size());
    if (CreateWellKnownSid(type, nullptr, result.sid(), &size) == FALSE) {
        return std::unexpected(lastError("CreateWellKnownSid"));
    }
    return result;
}

constexpr std::size_t entries = 3;
constexpr std::size_t aclSize =
    sizeof(ACL) + entries * (sizeof(ACCESS_ALLOWED_ACE) + SECURITY_MAX_SID_SIZE);

} // namespace

struct LocalFreer
{
    void operator()(void* memory) const { LocalFree(memory); }
};

struct PipeSecurity::Parts
{
    SECURITY_DESCRIPTOR descriptor{};
    alignas(ACL) std::array<std::byte, aclSize> acl{};
    std::unique_ptr<void, LocalFreer> converted; ///< in place of the two above

    [[nodiscard]] PACL list() { return reinterpret_cast<PACL>(acl.data()); }
    [[nodiscard]] PSECURITY_DESCRIPTOR get() { return converted ? converted.get() : &descriptor; }
};

PipeSecurity::PipeSecurity(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
PipeSecurity::PipeSecurity(PipeSecurity&&) noexcept = default;
PipeSecurity& PipeSecurity::operator=(PipeSecurity&&) noexcept = default;
PipeSecurity::~PipeSecurity() = default;

Result<PipeSecurity> PipeSecurity::ownerOnly()
{
    std::array<Result<SidBuffer>, entries> allowed{
        currentUser(), wellKnown(WinBuiltinAdministratorsSid), wellKnown(WinLocalSystemSid)};
    auto parts = std::make_unique<Parts>();
    if (InitializeAcl(parts->list(), static_cast<DWORD>(aclSize), ACL_REVISION) == FALSE) {
        return std::unexpected(lastError("InitializeAcl"));
    }
    for (Result<SidBuffer>& sid : allowed) {
        if (!sid) {
            return std::unexpected(sid.error());
        }
        if (AddAccessAllowedAce(parts->list(), ACL_REVISION, FILE_ALL_ACCESS, sid->sid())
            == FALSE) {
            return std::unexpected(lastError("AddAccessAllowedAce"));
        }
    }
    if (InitializeSecurityDescriptor(&parts->descriptor, SECURITY_DESCRIPTOR_REVISION) == FALSE) {
        return std::unexpected(lastError("InitializeSecurityDescriptor"));
    }
    if (SetSecurityDescriptorDacl(&parts->descriptor, TRUE, parts->list(), FALSE) == FALSE) {
        return std::unexpected(lastError("SetSecurityDescriptorDacl"));
    }
    return PipeSecurity(std::move(parts));
}

Result<PipeSecurity> PipeSecurity::fromSddl(const std::string& sddl)
{
    const Result<std::wstring> text = toUtf16(sddl);
    if (!text) {
        return std::unexpected(text.error());
    }
    PSECURITY_DESCRIPTOR converted = nullptr;
    if (ConvertStringSecurityDescriptorToSecurityDescriptorW(text->c_str(), SDDL_REVISION_1,
                                                             &converted, nullptr)
        == FALSE) {
        Error error = lastError("ConvertStringSecurityDescriptorToSecurityDescriptor");
        error.kind = ErrorKind::InvalidArgument;
        error.detail = "not a security descriptor in SDDL: " + sddl;
        return std::unexpected(std::move(error));
    }
    auto parts = std::make_unique<Parts>();
    parts->converted.reset(converted);
    return PipeSecurity(std::move(parts));
}

SECURITY_ATTRIBUTES PipeSecurity::attributes() const
{
    return {.nLength = sizeof(SECURITY_ATTRIBUTES),
            .lpSecurityDescriptor = m_parts->get(),
            .bInheritHandle = FALSE};
}

} // namespace pipecore::win32
