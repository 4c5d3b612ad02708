// Gives every file of some folders to a fuzz target. What a fuzzer once found stays found.
//   test_fuzz TOPIC FOLDER...
#include "fuzz.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

namespace {

std::map<std::string_view, FuzzTarget>& targets()
{
    static std::map<std::string_view, FuzzTarget> known;
    return known;
}

} // namespace

ReplayedTarget::ReplayedTarget(std::string_view topic, FuzzTarget target)
{
    targets().emplace(topic, std::move(target));
}

int main(int count, char** arguments)
{
    const auto target = targets().find(count > 1 ? arguments[1] : "");
    if (target == targets().end()) {
        std::fprintf(stderr, "usage: %s TOPIC FOLDER...\n", arguments[0]);
        return EXIT_FAILURE;
    }
    std::vector<std::filesystem::path> files;
    for (int at = 2; at < count; ++at) {
        std::error_code error;
        for (const auto& entry : std::filesystem::directory_iterator(arguments[at], error)) {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    for (const auto& path : files) {
        std::ifstream file(path, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        std::printf("%s\n", path.filename().string().c_str());
        std::fflush(stdout); // the last one that is named is the one that failed
        target->second(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    }
    std::printf("%zu cases\n", files.size());
    return files.empty() ? EXIT_FAILURE : EXIT_SUCCESS;
}
