// Gives every file of the folders on the command line to the fuzz target it is linked with. What a
// fuzzer once found stays found.
#include "fuzz.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

int main(int count, char** arguments)
{
    std::vector<std::filesystem::path> files;
    for (int at = 1; at < count; ++at) {
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
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    }
    std::printf("%zu cases\n", files.size());
    return files.empty() ? EXIT_FAILURE : EXIT_SUCCESS;
}
