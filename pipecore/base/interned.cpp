#include "pipecore/base/interned.h"

#include <mutex>
#include <set>

namespace pipecore {

std::string_view interned(const std::string& text)
{
    constexpr std::size_t maxNames = 4096;
    constexpr std::size_t maxNameLength = 256;
    // Never destroyed: errors that live in other static objects may still refer to it.
    static std::mutex& mutex = *new std::mutex;
    static std::set<std::string, std::less<>>& names = *new std::set<std::string, std::less<>>;

    if (text.empty() || text.size() > maxNameLength) {
        return {};
    }
    const std::scoped_lock lock(mutex);
    if (const auto known = names.find(text); known != names.end()) {
        return *known;
    }
    return names.size() >= maxNames ? std::string_view() : *names.insert(text).first;
}

} // namespace pipecore
