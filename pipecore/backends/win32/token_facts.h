#pragma once

#include "pipecore/model/identity.h"

#include <windows.h>

#include <vector>

namespace pipecore::win32 {

/// Facts of a token that was opened with TOKEN_QUERY (GetTokenInformation). SIDs have no names yet:
/// see nameAccounts(). Any thread.
[[nodiscard]] TokenFacts tokenFacts(HANDLE token);
[[nodiscard]] Result<std::vector<Group>> tokenGroups(HANDLE token);
[[nodiscard]] Result<std::vector<Privilege>> tokenPrivileges(HANDLE token);
/// TokenImpersonationLevel, of impersonation tokens only.
[[nodiscard]] Result<ImpersonationLevel> tokenLevel(HANDLE token);

/// Facts without a token: the same error in each.
[[nodiscard]] TokenFacts noTokenFacts(const Error& error);

/// Looks the names up that tokenFacts() and tokenGroups() left open. It may wait for the network: not
/// for the engine's thread.
void nameAccounts(TokenFacts& facts);
void nameAccounts(Result<std::vector<Group>>& groups);

} // namespace pipecore::win32
