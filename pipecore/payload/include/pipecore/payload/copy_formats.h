#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/payload/payload.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace pipecore {

/// Format of bytes on the clipboard.
enum class CopyStyle : std::uint8_t {
    Text,       ///< the characters, as guessEncoding() reads them; U+FFFD for what is none
    Hex,        ///< `48 65`
    HexDump,    ///< hexDump()
    CArray,     ///< formatCArray()
    CSharp,     ///< `byte[] data = new byte[] { 0x48, 0x65 };`
    Go,         ///< `var data = []byte{0x48, 0x65}`
    Rust,       ///< `const DATA: [u8; 2] = [0x48, 0x65];`
    Python,     ///< `data = b"He"`, in several lines when it is long
    JavaScript, ///< `const data = new Uint8Array([0x48, 0x65]);`
    Base64,     ///< RFC 4648 with padding, one line
};

struct CopyStyleInfo
{
    CopyStyle style = CopyStyle::Text;
    std::string_view key;  ///< never changes ("csharp")
    std::string_view name; ///< English; translation source of the context "CopyStyle"
};
/// All styles, in the order in which a menu shows them.
[[nodiscard]] std::span<const CopyStyleInfo> copyStyles();

/// The bytes as text for a clipboard or a source file, UTF-8. `name` is what literals are called: letters, digits and
/// _ only. Lines of literals have 12 bytes. Any thread.
[[nodiscard]] std::string formatForCopy(ByteView bytes, CopyStyle style,
                                        std::string_view name = "data");

[[nodiscard]] std::string formatBase64(ByteView bytes);

} // namespace pipecore
