#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/base/error.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pipecore {

/// How a stream of bytes is parted into frames.
enum class FramingKind : std::uint8_t {
    None,        ///< it is not: each message of the pipe stands for itself
    Message,     ///< each message of the pipe is a frame
    Line,        ///< each ends with LF or CRLF
    Delimiter,   ///< each ends with the bytes of `delimiter`
    Fixed,       ///< each has `size` bytes
    Length,      ///< each has a header with its length, see LengthField
    Headers,     ///< lines with Content-Length, an empty line, so many bytes (LSP, DAP)
    Http1,       ///< HTTP/1 with chunks and upgrades
    Http2,       ///< HTTP/2: the preface, then frames of 9 bytes and a payload
    Json,        ///< JSON values one after the other
    MessagePack, ///< MessagePack values one after the other
    Dbus,        ///< a zero byte, lines of SASL, then messages
    Resp,        ///< values of Redis' protocol RESP, and commands in a line
    Phases,      ///< `count` frames by the first rule of `rules`, then by the second
};

/// The number in a header that says how long the frame is.
struct LengthField
{
    enum class Form : std::uint8_t {
        Binary,    ///< `width` bytes in `order`
        Varint,    ///< LEB128: seven bits a byte, the lowest first
        HexDigits, ///< `width` hex digits
    };
    enum class Counts : std::uint8_t {
        Content, ///< the bytes after the header
        Itself,  ///< these and the bytes of the number
        Header,  ///< the whole frame
    };

    Form form = Form::Binary;
    std::uint8_t width = 4; ///< 1 to 8
    ByteOrder order = ByteOrder::Big;
    Counts counts = Counts::Content;
    std::uint32_t offset = 0; ///< bytes of the header before the number
    std::uint32_t extra = 0;  ///< bytes of the header after it
    std::int64_t add = 0;     ///< bytes of the frame that the number does not count
    /// A number that is smaller than what it counts ends a frame without content (pkt-line "0000").
    bool smallIsEmpty = false;

    friend bool operator==(const LengthField&, const LengthField&) = default;
};

/// A sum over bytes of the frame, with its place. Places count from the frame's first byte;
/// negative ones back from the end of its content.
struct Checksum
{
    enum class Kind : std::uint8_t {
        Sum8,
        Xor8,
        Sum16,
        Fletcher16,
        Crc16Ccitt,  ///< polynomial 0x1021, begins with 0xFFFF
        Crc16Xmodem, ///< polynomial 0x1021, begins with 0
        Crc16Modbus,
        Adler32,
        Crc32,  ///< of zip, PNG and Ethernet
        Crc32c, ///< Castagnoli
    };

    Kind kind = Kind::Crc32;
    std::int64_t from = 0;
    std::optional<std::int64_t> to{}; ///< empty: to the sum, or to the end if the sum is before
    std::optional<std::int64_t> at{}; ///< empty: the last bytes
    ByteOrder order = ByteOrder::Big;

    friend bool operator==(const Checksum&, const Checksum&) = default;
};

/// How to part a stream into frames, and to put a changed frame together again. A value; its text is
/// what users type and settings keep. The grammar is in docs/FRAMING.md.
struct FramingRule
{
    /// Bytes of a frame's content that are kept if the rule does not say otherwise.
    static constexpr std::size_t defaultMax = std::size_t{1024} * 1024;

    FramingKind kind = FramingKind::None;
    Bytes delimiter{};       ///< for Delimiter: 1 to 64 bytes
    std::uint32_t size = 16; ///< for Fixed: bytes of a frame, at least 1
    LengthField length{};    ///< for Length
    Bytes mark{};            ///< for Length: each frame begins with these bytes; empty: with any
    std::size_t max = defaultMax; ///< bytes of a frame's content that are kept
    /// A length above `max` is wrong, for Length and Headers. False: it is believed, and the
    /// beginning of the content is kept.
    bool strict = false;
    std::optional<Checksum> checksum{}; ///< for Delimiter, Line, Fixed, Length and Message
    std::uint32_t count = 1;            ///< for Phases: frames by the first rule, at least 1
    /// For Phases the two rules; for Http1 up to two after an upgrade: of both sides, of the side that asks.
    std::vector<FramingRule> rules{};

    /// Reads a rule's text. The error says the column, what was expected there and what there is.
    [[nodiscard]] static Result<FramingRule> parse(std::string_view text);
    /// The shortest text that parse() reads as this rule.
    [[nodiscard]] std::string text() const;

    /// True: a frame is read alike whatever was before it, so that reading can begin at any frame.
    [[nodiscard]] bool isRestartable() const;
    /// The rules that part bytes, without Phases: in Phases the first, then the second, and with
    /// Http1 what follows an upgrade. Frame::leaf counts them.
    [[nodiscard]] std::vector<FramingRule> leaves() const;

    bool operator==(const FramingRule& other) const;
};

/// A rule with a name, for lists.
struct FramingPreset
{
    std::string_view text; ///< of the rule; never changes, because settings contain it ("u32le")
    std::string_view name; ///< English; translation source of the context "Framing"
};
/// In the order in which a list shows them.
[[nodiscard]] std::span<const FramingPreset> framingPresets();

/// A kind of checksum, with the name that a rule's text has for it and its size in bytes.
struct ChecksumInfo
{
    Checksum::Kind kind = Checksum::Kind::Crc32;
    std::string_view key;
    std::size_t width = 4;
};
[[nodiscard]] std::span<const ChecksumInfo> checksumKinds();

} // namespace pipecore
