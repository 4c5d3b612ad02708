#pragma once

#include "security/accounts.h"

#include <string>
#include <string_view>

namespace pipescope {

inline const pipecore::Sid self(5, {21, 1, 2, 3, 1001});
inline const pipecore::Sid operators(5, {21, 1, 2, 3, 2001});

/// A system with two accounts.
inline AccountSource twoAccounts()
{
    AccountSource source;
    source.find = [](std::string_view name) -> pipecore::Result<pipecore::Sid> {
        if (name == "SHOP\\operators") {
            return operators;
        }
        return pipecore::refuse(std::string(name), pipecore::ErrorKind::NotFound);
    };
    source.name = [](const pipecore::Sid& sid) -> pipecore::Result<std::string> {
        if (sid == operators) {
            return "SHOP\\operators";
        }
        return pipecore::refuse({}, pipecore::ErrorKind::NotFound);
    };
    source.self = pipecore::AccessSubject{
        .sids = {self, pipecore::sids::everyone(), pipecore::sids::authenticatedUsers()},
        .denyOnly = {},
        .packages = {}};
    return source;
}

} // namespace pipescope
