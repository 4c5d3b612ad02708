// Typed and pasted payloads, and formatted bytes: no crash, and readable formats are
// the same.
#include "fuzz.h"
#include "pipecore/payload/copy_formats.h"
#include "pipecore/payload/payload.h"

#include "pipecore/base/utf8.h"

using namespace pipecore;

namespace {

void checkMistake(const InputError& error, std::size_t size)
{
    require(error.offset <= size && error.length <= size - error.offset + 1, "a mistake's place");
    require(!error.reason.empty(), "a mistake's reason");
}

void readBack(ByteView bytes)
{
    const Bytes expected(bytes.begin(), bytes.end());
    require(parseHex(formatHex(bytes)) == expected, "hex");
    require(parseHex(formatHex(bytes, 7)) == expected, "hex in lines");
    require(parseHex(hexDump(bytes)) == expected, "hex dump");
    require(parseHex(formatCArray(bytes)) == expected, "C array");
    require(parseHex(formatForCopy(bytes, CopyStyle::CSharp)) == expected, "C# array");
    for (const auto encoding : {TextEncoding::Utf8, TextEncoding::Utf16Le, TextEncoding::Latin1}) {
        const std::string text = formatText(bytes, encoding);
        require(parseText(text, encoding, LineEnding::None) == expected, "text");
        require(previewText(bytes, encoding, 40).size() <= 40 * 4, "preview");
    }
    for (const CopyStyleInfo& info : copyStyles()) {
        const std::string text = formatForCopy(bytes, info.style, "x1");
        require(findInvalidUtf8(text) == std::string_view::npos, "copy is UTF-8");
    }
}

} // namespace

static int fuzzPayload(const std::uint8_t* data, std::size_t size)
{
    Case input(data, size);
    const std::string_view typed = asText(input.rest());
    if (const auto parsed = parseHex(typed); !parsed) {
        checkMistake(parsed.error(), typed.size());
    }
    for (const auto encoding : {TextEncoding::Utf8, TextEncoding::Utf16Le, TextEncoding::Latin1}) {
        const auto parsed = parseText(typed, encoding, LineEnding::CrLf);
        if (!parsed) {
            checkMistake(parsed.error(), typed.size());
        }
    }
    readBack(input.rest());
    return 0;
}

PIPESCOPE_FUZZ_TARGET(payload, fuzzPayload)
