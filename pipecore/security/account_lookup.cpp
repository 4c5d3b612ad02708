#include "pipecore/security/account_lookup.h"

#include "scanner.h"

#include <algorithm>

namespace pipecore {

Result<Sid> findAccount(std::string_view text)
{
    if (const auto sid = Sid::parse(text)) {
        return *sid;
    }
    const auto sameLetter = [](char a, char b) { return toUpper(a) == toUpper(b); };
    for (const WellKnownAccount& account : wellKnownAccounts()) {
        if (std::ranges::equal(account.name, text, sameLetter)) {
            return *Sid::parse(account.sid.empty() ? account.alias : account.sid);
        }
    }
    return lookUpAccount(text);
}

} // namespace pipecore
