#include "arguments/decoder_files.h"

#include "system/console.h"

#include "pipecore/base/clean_text.h"
#include "pipecore/decode/lua_decoders.h"

#include <system_error>

namespace pipescope::cli {

namespace {

/// Between two looks at the files.
constexpr std::chrono::milliseconds lookInterval{500};

std::string textOf(const std::filesystem::path& path)
{
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

} // namespace

DecoderFiles::Version DecoderFiles::versionOf(const std::filesystem::path& path)
{
    // A file that is not there for a moment is one that is being replaced.
    std::error_code error;
    Version version;
    version.changed = std::filesystem::last_write_time(path, error);
    version.size = error ? 0 : std::filesystem::file_size(path, error);
    return error ? Version() : version;
}

Problem DecoderFiles::add(const std::string& file)
{
    File added{.path = std::filesystem::path(std::u8string(file.begin(), file.end())),
               .version = {}};
    added.version = versionOf(added.path);
    const auto decoder = pipecore::loadLuaDecoder(added.path);
    if (!decoder) {
        return pipecore::onOneLine(decoder.error().detail);
    }
    m_files.push_back(std::move(added));
    return std::nullopt;
}

void DecoderFiles::reloadChanged()
{
    const auto now = std::chrono::steady_clock::now();
    if (m_files.empty() || now < m_nextLook) {
        return;
    }
    m_nextLook = now + lookInterval;
    for (File& file : m_files) {
        const Version version = versionOf(file.path);
        if (version == file.version || version == Version()) {
            continue;
        }
        file.version = version;
        const auto decoder = pipecore::loadLuaDecoder(file.path);
        const std::string name = pipecore::onOneLine(textOf(file.path.filename()));
        if (decoder) {
            m_said.erase(textOf(file.path));
            Console::error("pipescope-cli: " + name + ": loaded again");
        } else {
            m_said[textOf(file.path)] = decoder.error().detail;
            Console::error("pipescope-cli: " + pipecore::onOneLine(decoder.error().detail)
                           + "; the version before is still used");
        }
    }
}

void DecoderFiles::report()
{
    if (m_files.empty() || m_changes == pipecore::luaDecoderChanges()) {
        return;
    }
    m_changes = pipecore::luaDecoderChanges();
    for (const pipecore::LuaDecoder& decoder : pipecore::luaDecoders()) {
        const std::string problem = decoder.problem.text();
        std::string& said = m_said[decoder.file];
        if (!problem.empty() && problem != said) {
            said = problem;
            Console::error("pipescope-cli: " + pipecore::onOneLine(problem));
        }
    }
}

void describeDecoders(Options& options, DecoderFiles& decoders)
{
    options.value("--decoder", "FILE.lua",
                  "decode messages with this script (docs/LUA.md); may be given again",
                  [&decoders](const std::string& file) { return decoders.add(file); });
}

} // namespace pipescope::cli
