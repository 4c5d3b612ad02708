#include "pipecore/discovery/socket_owner.h"

#include "pipecore/base/translatable.h"

#include <sys/stat.h>
#include <unistd.h>

#include <string>

namespace pipecore {

std::optional<Phrase> socketOwnerWarning(const PipeName& name)
{
    struct stat facts
    {};
    if (lstat(name.native().c_str(), &facts) != 0 || !S_ISSOCK(facts.st_mode)
        || facts.st_uid == geteuid() || facts.st_uid == 0) {
        return std::nullopt;
    }
    return Phrase{PIPECORE_TR("ErrorDetail",
                              "%1 belongs to user %2, neither to you nor to root: that "
                              "user gets what is sent to it"),
                  {name.native(), std::to_string(facts.st_uid)}};
}

} // namespace pipecore
