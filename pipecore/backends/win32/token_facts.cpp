#include "token_facts.h"

#include "account_name.h"
#include "token.h"
#include "utf16.h"
#include "win32_error.h"

#include <array>
#include <span>

namespace pipecore::win32 {
namespace {

/// An account whose name has not been looked up.
Result<Account> account(PSID sid)
{
    auto text = sidText(sid);
    if (!text) {
        return std::unexpected(text.error());
    }
    return Account{.id = std::move(*text),
                   .name = refuse("the name was not looked up", ErrorKind::NotSupported)};
}

Result<Account> accountOf(HANDLE token)
{
    const auto information = TokenInformation::read(token, TokenUser);
    return information ? account(information->as<TOKEN_USER>().User.Sid)
                       : std::unexpected(information.error());
}

Result<Account> primaryGroupOf(HANDLE token)
{
    const auto information = TokenInformation::read(token, TokenPrimaryGroup);
    return information ? account(information->as<TOKEN_PRIMARY_GROUP>().PrimaryGroup)
                       : std::unexpected(information.error());
}

Result<std::uint64_t> logonSessionOf(HANDLE token)
{
    const auto statistics = tokenValue<TOKEN_STATISTICS>(token, TokenStatistics);
    if (!statistics) {
        return std::unexpected(statistics.error());
    }
    const LUID id = statistics->AuthenticationId;
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(id.HighPart)) << 32U | id.LowPart;
}

IntegrityLevel levelOf(std::uint32_t rid)
{
    if (rid < SECURITY_MANDATORY_LOW_RID) {
        return IntegrityLevel::Untrusted;
    }
    if (rid < SECURITY_MANDATORY_MEDIUM_RID) {
        return IntegrityLevel::Low;
    }
    constexpr std::uint32_t mediumPlusRid = SECURITY_MANDATORY_MEDIUM_RID + 0x100;
    if (rid < mediumPlusRid) {
        return IntegrityLevel::Medium;
    }
    if (rid < SECURITY_MANDATORY_HIGH_RID) {
        return IntegrityLevel::MediumPlus;
    }
    if (rid < SECURITY_MANDATORY_SYSTEM_RID) {
        return IntegrityLevel::High;
    }
    return rid < SECURITY_MANDATORY_PROTECTED_PROCESS_RID ? IntegrityLevel::System
                                                          : IntegrityLevel::Protected;
}

Result<Integrity> integrityOf(HANDLE token)
{
    const auto information = TokenInformation::read(token, TokenIntegrityLevel);
    if (!information) {
        return std::unexpected(information.error());
    }
    const PSID label = information->as<TOKEN_MANDATORY_LABEL>().Label.Sid;
    const DWORD last = *GetSidSubAuthorityCount(label) - 1U;
    const DWORD rid = *GetSidSubAuthority(label, last);
    return Integrity{.level = levelOf(rid), .rid = rid};
}

Result<Elevation> elevationOf(HANDLE token)
{
    const auto elevation = tokenValue<TOKEN_ELEVATION>(token, TokenElevation);
    if (!elevation) {
        return std::unexpected(elevation.error());
    }
    const auto type = tokenValue<TOKEN_ELEVATION_TYPE>(token, TokenElevationType);
    if (!type) {
        return std::unexpected(type.error());
    }
    return Elevation{.isElevated = elevation->TokenIsElevated != 0,
                     .type = *type == TokenElevationTypeFull      ? Elevation::Type::Full
                             : *type == TokenElevationTypeLimited ? Elevation::Type::Limited
                                                                  : Elevation::Type::Default};
}

Result<AppContainer> appContainerOf(HANDLE token)
{
    const auto isInside = tokenValue<DWORD>(token, TokenIsAppContainer);
    if (!isInside) {
        return std::unexpected(isInside.error());
    }
    if (*isInside == 0) {
        return AppContainer{};
    }
    const auto information = TokenInformation::read(token, TokenAppContainerSid);
    if (!information) {
        return std::unexpected(information.error());
    }
    auto package = sidText(information->as<TOKEN_APPCONTAINER_INFORMATION>().TokenAppContainer);
    if (!package) {
        return std::unexpected(package.error());
    }
    return AppContainer{.isInside = true, .packageSid = std::move(*package)};
}

Result<std::string> privilegeName(LUID id)
{
    std::array<wchar_t, 128> name{};
    auto size = static_cast<DWORD>(name.size());
    if (LookupPrivilegeNameW(nullptr, &id, name.data(), &size) == FALSE) {
        return std::unexpected(lastError("LookupPrivilegeName"));
    }
    return toUtf8({name.data(), size});
}

} // namespace

TokenFacts tokenFacts(HANDLE token)
{
    TokenFacts facts;
    facts.user = accountOf(token);
    facts.primaryGroup = primaryGroupOf(token);
    facts.logonSession = logonSessionOf(token);
    facts.terminalSession = tokenValue<DWORD>(token, TokenSessionId);
    facts.integrity = integrityOf(token);
    facts.elevation = elevationOf(token);
    facts.appContainer = appContainerOf(token);
    return facts;
}

TokenFacts noTokenFacts(const Error& error)
{
    const std::unexpected<Error> unknown(error);
    return {.user = unknown,
            .primaryGroup = unknown,
            .logonSession = unknown,
            .terminalSession = unknown,
            .integrity = unknown,
            .elevation = unknown,
            .appContainer = unknown};
}

Result<std::vector<Group>> tokenGroups(HANDLE token)
{
    const auto information = TokenInformation::read(token, TokenGroups);
    if (!information) {
        return std::unexpected(information.error());
    }
    const auto& list = information->as<TOKEN_GROUPS>();
    std::vector<Group> groups;
    for (const SID_AND_ATTRIBUTES& entry : std::span(&list.Groups[0], list.GroupCount)) {
        auto group = account(entry.Sid);
        if (!group) {
            return std::unexpected(group.error());
        }
        groups.push_back({.account = std::move(*group),
                          .isEnabled = (entry.Attributes & SE_GROUP_ENABLED) != 0,
                          .denyOnly = (entry.Attributes & SE_GROUP_USE_FOR_DENY_ONLY) != 0});
    }
    return groups;
}

Result<std::vector<Privilege>> tokenPrivileges(HANDLE token)
{
    const auto information = TokenInformation::read(token, TokenPrivileges);
    if (!information) {
        return std::unexpected(information.error());
    }
    const auto& list = information->as<TOKEN_PRIVILEGES>();
    std::vector<Privilege> privileges;
    for (const LUID_AND_ATTRIBUTES& entry : std::span(&list.Privileges[0], list.PrivilegeCount)) {
        auto name = privilegeName(entry.Luid);
        if (!name) {
            return std::unexpected(name.error());
        }
        privileges.push_back({.name = std::move(*name),
                              .isEnabled = (entry.Attributes & SE_PRIVILEGE_ENABLED) != 0});
    }
    return privileges;
}

Result<ImpersonationLevel> tokenLevel(HANDLE token)
{
    const auto level = tokenValue<SECURITY_IMPERSONATION_LEVEL>(token, TokenImpersonationLevel);
    if (!level) {
        return std::unexpected(level.error());
    }
    switch (*level) {
    case SecurityIdentification: return ImpersonationLevel::Identification;
    case SecurityImpersonation: return ImpersonationLevel::Impersonation;
    case SecurityDelegation: return ImpersonationLevel::Delegation;
    case SecurityAnonymous: break;
    }
    return ImpersonationLevel::Anonymous;
}

void nameAccounts(TokenFacts& facts)
{
    for (Result<Account>* const one : {&facts.user, &facts.primaryGroup}) {
        if (*one) {
            (*one)->name = accountName((*one)->id);
        }
    }
}

void nameAccounts(Result<std::vector<Group>>& groups)
{
    if (!groups) {
        return;
    }
    for (Group& group : *groups) {
        group.account.name = accountName(group.account.id);
    }
}

} // namespace pipecore::win32
