#include "accounts.h"

#include "unix_error.h"

#include <grp.h>
#include <pwd.h>

#include <cerrno>
#include <vector>

namespace pipecore {
namespace {

/// Room for one entry; groups of many members need more than the system suggests.
constexpr std::size_t firstRoom = 4096;
constexpr std::size_t maxEntrySize = std::size_t{4} * 1024 * 1024;

/// `find(room, size)` is a getXXXid_r call; `nameOf` reads the entry it has found.
template <typename Find, typename NameOf>
Result<std::string> nameFrom(std::string_view api, const Find& find, const NameOf& nameOf)
{
    std::vector<char> room(firstRoom);
    for (;;) {
        bool found = false;
        const int code = find(room.data(), room.size(), found);
        if (code == ERANGE && room.size() < maxEntrySize) {
            room.resize(room.size() * 4);
        } else if (code != 0) {
            return std::unexpected(systemError(api, code));
        } else if (!found) {
            return std::unexpected(Error{
                .kind = ErrorKind::NotFound, .api = api, .detail = "no name for this number"});
        } else {
            return std::string(nameOf());
        }
    }
}

} // namespace

Account accountOfUser(uid_t user)
{
    passwd entry{};
    return {.id = std::to_string(user),
            .name = nameFrom(
                "getpwuid_r",
                [&](char* room, std::size_t size, bool& found) {
                    passwd* result = nullptr;
                    const int code = getpwuid_r(user, &entry, room, size, &result);
                    found = result != nullptr;
                    return code;
                },
                [&] { return entry.pw_name; })};
}

Account accountOfGroup(gid_t group)
{
    ::group entry{};
    return {.id = std::to_string(group),
            .name = nameFrom(
                "getgrgid_r",
                [&](char* room, std::size_t size, bool& found) {
                    ::group* result = nullptr;
                    const int code = getgrgid_r(group, &entry, room, size, &result);
                    found = result != nullptr;
                    return code;
                },
                [&] { return entry.gr_name; })};
}

} // namespace pipecore
