#pragma once

#include "pipecore/decode/decode.h"
#include "pipecore/decode/proto_types.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pipecore {

/// How a value lies in Protocol Buffers' wire format.
enum class WireType : std::uint8_t {
    Varint = 0,
    I64 = 1,
    Len = 2,
    StartGroup = 3,
    EndGroup = 4,
    I32 = 5
};

[[nodiscard]] WireType wireTypeOf(ProtoKind kind);
/// The word of a `.proto` file: "sint32", "message".
[[nodiscard]] std::string_view kindWord(ProtoKind kind);
/// A number as its type reads the bits; a name where an enum or a truth value has one. `offset` and `length`:
/// its place in the payload. Not for kinds with a length.
[[nodiscard]] Field scalarField(const ProtoField& type, std::string name, std::uint64_t bits,
                                std::size_t offset, std::size_t length);
/// What a message says in a word: a moment for google.protobuf.Timestamp, "1.5 s" for a Duration, else the
/// name of its type.
[[nodiscard]] std::string summaryOf(const ProtoMessage& type, const Field& message);
/// Makes one field of a map's entry: its value, with its key as the name. An entry with something else in it
/// stays as it is, and has its key as the name.
void nameByKey(Field& entry);

} // namespace pipecore
