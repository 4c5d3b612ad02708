#include "pipecore/discovery/listing.h"

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace pipecore {

ListingDiff diffListings(const std::vector<ListedPipe>& before,
                         const std::vector<ListedPipe>& after)
{
    std::unordered_map<std::string, const ListedPipe*> known;
    known.reserve(before.size());
    for (const ListedPipe& pipe : before) {
        known.emplace(listedKey(pipe), &pipe);
    }
    ListingDiff diff;
    std::unordered_set<std::string> stays;
    stays.reserve(after.size());
    for (const ListedPipe& pipe : after) {
        std::string key = listedKey(pipe);
        const auto found = known.find(key);
        if (found == known.end()) {
            diff.added.push_back(pipe);
        } else if (!(*found->second == pipe)) {
            diff.changed.push_back({*found->second, pipe});
        }
        stays.insert(std::move(key));
    }
    for (const ListedPipe& pipe : before) {
        if (!stays.contains(listedKey(pipe))) {
            diff.removed.push_back(pipe);
        }
    }
    return diff;
}

} // namespace pipecore
