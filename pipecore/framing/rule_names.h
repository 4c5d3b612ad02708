#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/framing/rule.h"

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <utility>

/// The words of a rule's text, for reading and writing it.
namespace pipecore::rulenames {

using Counts = LengthField::Counts;
using Form = LengthField::Form;
template <typename T>
using Named = std::pair<std::string_view, T>;

inline constexpr Named<FramingKind> plainNames[] = {
    {"none", FramingKind::None},   {"message", FramingKind::Message},
    {"line", FramingKind::Line},   {"headers", FramingKind::Headers},
    {"http1", FramingKind::Http1}, {"http2", FramingKind::Http2},
    {"json", FramingKind::Json},   {"msgpack", FramingKind::MessagePack},
    {"dbus", FramingKind::Dbus},   {"resp", FramingKind::Resp},
};

struct WidthName
{
    std::string_view name;
    Form form;
    std::uint8_t width;
    ByteOrder order;
};
inline constexpr WidthName widthNames[] = {
    {"u8", Form::Binary, 1, ByteOrder::Big},      {"u16le", Form::Binary, 2, ByteOrder::Little},
    {"u16be", Form::Binary, 2, ByteOrder::Big},   {"u24le", Form::Binary, 3, ByteOrder::Little},
    {"u24be", Form::Binary, 3, ByteOrder::Big},   {"u32le", Form::Binary, 4, ByteOrder::Little},
    {"u32be", Form::Binary, 4, ByteOrder::Big},   {"u64le", Form::Binary, 8, ByteOrder::Little},
    {"u64be", Form::Binary, 8, ByteOrder::Big},   {"varint", Form::Varint, 4, ByteOrder::Big},
    {"hex4", Form::HexDigits, 4, ByteOrder::Big}, {"hex8", Form::HexDigits, 8, ByteOrder::Big},
};
inline constexpr Named<Counts> countsNames[] = {
    {"content", Counts::Content}, {"self", Counts::Itself}, {"header", Counts::Header}};
inline constexpr Named<ByteOrder> orderNames[] = {{"be", ByteOrder::Big},
                                                  {"le", ByteOrder::Little}};

[[nodiscard]] inline Bytes bytesOf(std::initializer_list<unsigned> values)
{
    Bytes bytes;
    for (const unsigned value : values) {
        bytes.push_back(static_cast<std::byte>(value));
    }
    return bytes;
}

} // namespace pipecore::rulenames
