#include "decoders.h"
#include "pipecore/base/clean_text.h"
#include "pipecore/base/translatable.h"
#include "pipecore/base/utf8.h"
#include "pipecore/payload/text_decoder.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace pipecore {

namespace {

constexpr std::size_t mistakesShown = 100;
constexpr std::string_view replacement = "\uFFFD";

/// A text as read: its characters, and the runs of invalid bytes.
struct ReadText
{
    struct Run
    {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    std::string text;
    std::vector<Run> bad; ///< one more than the maximum shown
};

/// Invalid bytes become U+FFFD. `cut`: an incomplete character at the end is omitted.
ReadText readCharacters(ByteView bytes, std::size_t begin, TextEncoding encoding, bool cut)
{
    constexpr std::size_t maxCharacterBytes = 4; // bytes of a character
    ReadText result;
    for (std::size_t at = begin; at < bytes.size();) {
        const TextStep step = decodeText(bytes, at, encoding);
        if (step.valid) {
            appendUtf8(result.text, step.codePoint);
        } else if (cut && bytes.size() - at < maxCharacterBytes) {
            break;
        } else {
            result.text += replacement;
            if (!result.bad.empty() && result.bad.back().end == at) {
                result.bad.back().end += step.length;
            } else if (result.bad.size() <= mistakesShown) {
                result.bad.push_back({at, at + step.length});
            }
        }
        at += step.length;
    }
    return result;
}

bool addMistakes(const Slice& slice, const ReadText& text, TreeBuilder& tree)
{
    for (std::size_t index = 0; index < text.bad.size(); ++index) {
        const auto [begin, end] = text.bad[index];
        if (index == mistakesShown) {
            return tree.fail(slice.base + begin, end - begin,
                             PIPECORE_TR("Decode", "invalid byte sequence (and others)"));
        }
        if (!tree.error(slice.base + begin, end - begin,
                        PIPECORE_TR("Decode", "invalid byte sequence"))) {
            return false;
        }
    }
    return true;
}

/// `bytes` are the slice's, in an order that decodeText() knows.
bool readText(const Slice& slice, ByteView bytes, TextEncoding encoding, std::string_view type,
              TreeBuilder& tree)
{
    const std::size_t unit = encoding == TextEncoding::Utf16Le ? 2 : 1;
    const ByteView bom = asBytes(unit == 2 ? "\xFF\xFE" : "\xEF\xBB\xBF");
    std::size_t begin = 0;
    if (bytes.size() >= bom.size() && std::ranges::equal(bytes.first(bom.size()), bom)) {
        begin = bom.size();
        if (!tree.add(bytesField("BOM", slice.bytes.first(begin), "U+FEFF", slice.base))) {
            return false;
        }
    }
    // Texts of C programs carry their terminator along.
    std::size_t end = bytes.size();
    const auto isZero = [](std::byte byte) { return byte == std::byte{0}; };
    if (!slice.cut && end - begin >= unit && (end - begin) % unit == 0
        && std::ranges::all_of(bytes.subspan(end - unit, unit), isZero)) {
        end -= unit;
    }
    const ReadText read = readCharacters(bytes.first(end), begin, encoding, slice.cut);
    tree.pretty(read.text);
    if (!tree.add(textField("text", read.text, type, slice.base + begin, end - begin))
        || !addMistakes(slice, read, tree)) {
        return false;
    }
    return end == bytes.size()
           || tree.add(bytesField("NUL", slice.bytes.subspan(end), {}, slice.base + end));
}

/// End of the line that begins at `at`, and the length of its ending.
std::pair<std::size_t, std::size_t> endOfLine(std::string_view text, std::size_t at)
{
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    const std::string_view ending = text.substr(end, 2);
    return {end, ending == "\r\n" ? 2 : std::min<std::size_t>(ending.size(), 1)};
}

} // namespace

bool readUtf8(const Slice& slice, TreeBuilder& tree)
{
    return readText(slice, slice.bytes, TextEncoding::Utf8, "UTF-8", tree);
}

bool readUtf16Le(const Slice& slice, TreeBuilder& tree)
{
    return readText(slice, slice.bytes, TextEncoding::Utf16Le, "UTF-16LE", tree);
}

bool readUtf16Be(const Slice& slice, TreeBuilder& tree)
{
    Bytes swapped(slice.bytes.begin(), slice.bytes.end());
    for (std::size_t at = 0; at + 1 < swapped.size(); at += 2) {
        std::swap(swapped[at], swapped[at + 1]);
    }
    return readText(slice, swapped, TextEncoding::Utf16Le, "UTF-16BE", tree);
}

bool readLines(const Slice& slice, TreeBuilder& tree)
{
    const std::string_view text = asText(slice.bytes);
    for (std::size_t at = 0, number = 1; at < text.size(); ++number) {
        const auto [end, ending] = endOfLine(text, at);
        const std::string_view type = ending == 2         ? "CRLF"
                                      : ending == 0       ? ""
                                      : text[end] == '\n' ? "LF"
                                                          : "CR";
        Field line = textField(std::to_string(number), text.substr(at, end - at), type,
                               slice.base + at, end + ending - at);
        if (!tree.add(std::move(line))) {
            return false;
        }
        tree.prettyLine(0);
        tree.pretty(shortened(text.substr(at, end - at), tree.limits().prettyBytes));
        at = end + ending;
    }
    return true;
}

bool isPlainText(ByteView bytes, bool cut)
{
    constexpr std::string_view usual = "\t\n\r";
    if (bytes.size() > 1 && bytes.back() == std::byte{0}) {
        bytes = bytes.first(bytes.size() - 1);
    }
    const std::string_view text = asText(bytes);
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Step step = decodeUtf8(text, at);
        if (!step.valid) {
            return cut && at > 0 && text.size() - at < 4;
        }
        const bool isUsual = step.length == 1 && usual.find(text[at]) != std::string_view::npos;
        if (!isUsual && !isPrintable(step.codePoint) && step.codePoint != 0xFEFF) {
            return false;
        }
        at += step.length;
    }
    return !text.empty();
}

} // namespace pipecore
