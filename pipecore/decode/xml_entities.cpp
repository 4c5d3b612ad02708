#include "xml_entities.h"

#include "pipecore/base/utf8.h"

#include <charconv>
#include <cstdint>
#include <utility>

namespace pipecore {

namespace {

/// Appends what `name` (between & and ;) stands for; false when it is not known.
bool appendEntity(std::string& result, std::string_view name)
{
    constexpr std::pair<std::string_view, char> named[] = {
        {"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}};
    for (const auto& [known, character] : named) {
        if (name == known) {
            result += character;
            return true;
        }
    }
    if (!name.starts_with('#')) {
        return false;
    }
    const bool isHex = name.starts_with("#x");
    name.remove_prefix(isHex ? 2 : 1);
    std::uint32_t code = 0;
    const char* end = name.data() + name.size();
    const auto read = std::from_chars(name.data(), end, code, isHex ? 16 : 10);
    const bool isCharacter = code > 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    if (read.ec != std::errc{} || read.ptr != end || !isCharacter) {
        return false;
    }
    appendUtf8(result, code);
    return true;
}

} // namespace

std::string withoutEntities(std::string_view text)
{
    constexpr std::size_t longestName = 12;
    std::string result;
    while (!text.empty()) {
        const std::size_t plain = std::min(text.find('&'), text.size());
        result += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) {
            break;
        }
        const std::size_t end = text.substr(0, longestName).find(';');
        if (end != std::string_view::npos && appendEntity(result, text.substr(1, end - 1))) {
            text.remove_prefix(end + 1);
        } else {
            result += '&';
            text.remove_prefix(1);
        }
    }
    return result;
}

} // namespace pipecore
