#pragma once

#include "pipecore/base/error.h"
#include "pipecore/decode/decode.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pipecore {

/// A file with a decoder in Lua, as it is now. A value.
struct LuaDecoder
{
    std::string file{}; ///< path, UTF-8
    /// Empty: the file has never been without mistakes.
    std::optional<DecoderId> decoder{};
    std::string key{};  ///< of its fields in filters
    std::string name{}; ///< for people
    /// Its last mistake: of loading, or with a message. Empty: none. With file and line; a translation source
    /// of the context "Decode".
    Phrase problem{};
    bool isLoaded = false; ///< the file as it was loaded last has no mistake
    bool isOff = false;    ///< it passed a limit, and is not run until it is loaded again
};

/// Loads a file with a decoder in Lua (docs/LUA.md), or loads it again: its decoder keeps its number. When the
/// file has a mistake, the decoder stays as it was before. Runs the script, which may take seconds: not for the
/// GUI thread. Errors: of reading; InvalidArgument with file and line; Resources, when there are 100 already.
[[nodiscard]] Result<DecoderId> loadLuaDecoder(const std::filesystem::path& file);
/// The same with the text of the file.
[[nodiscard]] Result<DecoderId> addLuaDecoder(const std::filesystem::path& file,
                                              std::string_view source);
/// Takes the decoder of a file away, if there is one. Any thread.
void removeLuaDecoder(const std::filesystem::path& file);
/// All files that were loaded, by their paths. Any thread.
[[nodiscard]] std::vector<LuaDecoder> luaDecoders();
/// Another number after each change of luaDecoders(). Any thread, at no cost.
[[nodiscard]] std::uint64_t luaDecoderChanges();

} // namespace pipecore
