#include "listed_pipe.h"

#include "pipecore/model/pipe_name.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace pipecore {

std::string listedKey(const ListedPipe& pipe)
{
    return pipe.inode == 0 ? pipe.path : std::to_string(pipe.inode);
}

std::string serverName(const ListedPipe& pipe)
{
    if (!pipe.server.image) {
        return {};
    }
    const std::string& image = *pipe.server.image;
    const std::size_t slash = image.find_last_of("/\\");
    return slash == std::string::npos ? image : image.substr(slash + 1);
}

void determineConnection(ListedPipe& pipe)
{
    const auto parsed = PipeName::parse(pipe.name);
    pipe.canConnect = parsed && parsed->native() == pipe.path;
}

void sortListing(std::vector<ListedPipe>& pipes)
{
    std::ranges::sort(pipes, [](const ListedPipe& one, const ListedPipe& other) {
        return std::tie(one.name, one.path, one.inode)
               < std::tie(other.name, other.path, other.inode);
    });
}

Result<std::vector<ListedPipe>> listPipes()
{
    return makePipeLister()->list();
}

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
