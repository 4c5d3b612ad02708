#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/base/error.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace pipecore {

enum class TextEncoding : std::uint8_t { Utf8, Utf16Le, Latin1 };
enum class LineEnding : std::uint8_t { None, Lf, CrLf, Nul };

/// Position and reason of an error in the input. Positions are bytes of the UTF-8 input.
struct InputError
{
    std::size_t offset = 0;
    std::size_t length = 1;
    std::string reason; ///< English; translation source of the context "InputError"

    friend bool operator==(const InputError&, const InputError&) = default;
};
template <typename T>
using Parsed = std::expected<T, InputError>;

/// Reads bytes written as hex: `0A 0b`, `0x0A, 0x0B`, `\x0a\x0b`, `0a0b`, `0a:0b`, `0a-0b`, arrays of C
/// (`{ 0x0a, 0x0b }` with or without their declaration), and dumps with offsets and a text column as
/// xxd, hexdump -C and this program print them. White space and line breaks are free.
[[nodiscard]] Parsed<Bytes> parseHex(std::string_view input);
/// `0A 0B`, `perLine` bytes a line (0: all on one).
[[nodiscard]] std::string formatHex(ByteView bytes, std::size_t perLine = 0);

/// Reads text with the escapes `\n \r \t \0 \\ \xHH`; \xHH is that byte, whatever the encoding.
/// `input` is UTF-8. A character that Latin-1 lacks is an error at its place.
[[nodiscard]] Parsed<Bytes> parseText(std::string_view input, TextEncoding encoding,
                                      LineEnding ending);
/// The text that parseText (same encoding, LineEnding::None) reads back to exactly `bytes`: what is not
/// printable, not valid or a backslash is escaped.
[[nodiscard]] std::string formatText(ByteView bytes, TextEncoding encoding);

/// The encoding that the bytes are most likely text in, by their first kibibyte. Latin-1 when nothing
/// else fits, because every byte means something there.
[[nodiscard]] TextEncoding guessEncoding(ByteView bytes);

/// For showing only: never fails, never longer than `maxCharacters`; control characters and what does not decode become `·`.
/// UTF-8.
[[nodiscard]] std::string previewText(ByteView bytes, TextEncoding encoding,
                                      std::size_t maxCharacters);

/// `00000000  48 65 6c 6c 6f ...  |Hello...|`, 16 bytes a line, as `hexdump -C`; each line ends with
/// a line break. Repeated lines are printed as often as they are there.
[[nodiscard]] std::string hexDump(ByteView bytes);
/// `unsigned char data[5] = { 0x48, ... };` with line breaks every 12 bytes.
[[nodiscard]] std::string formatCArray(ByteView bytes, std::string_view name = "data");

} // namespace pipecore
