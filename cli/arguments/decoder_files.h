#pragma once

#include "arguments/options.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace pipescope::cli {

/// The decoders in Lua of a command line. A value; main thread only.
class DecoderFiles
{
public:
    /// Loads a file for the rest of the program.
    [[nodiscard]] Problem add(const std::string& file);
    [[nodiscard]] bool isEmpty() const { return m_files.empty(); }

    /// Loads files again that have changed, and says so on standard error. Looks twice a second at most, so it
    /// can be called often.
    void reloadChanged();
    /// Prints mistakes of the scripts to standard error, each once.
    void report();

private:
    /// Tells a changed file from the one that was loaded.
    struct Version
    {
        std::filesystem::file_time_type changed;
        std::uintmax_t size = 0;

        friend bool operator==(const Version&, const Version&) = default;
    };
    struct File
    {
        std::filesystem::path path;
        Version version;
    };
    static Version versionOf(const std::filesystem::path& path);

    std::vector<File> m_files;
    std::map<std::string, std::string> m_said; ///< the last problem of each file
    std::uint64_t m_changes = 0;               ///< of luaDecoderChanges()
    std::chrono::steady_clock::time_point m_nextLook;
};

/// Adds --decoder FILE.lua.
void describeDecoders(Options& options, DecoderFiles& decoders);

} // namespace pipescope::cli
