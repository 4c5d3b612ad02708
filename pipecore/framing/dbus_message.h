#pragma once

#include "number_bytes.h"
#include "pipecore/base/bytes.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace pipecore::dbus {

/// Bytes up to the fields, with the length of their array.
constexpr std::size_t headSize = 16;
constexpr std::size_t bodyLengthAt = 4;
constexpr std::size_t fieldsLengthAt = 12;
/// More is not kept of a header; the specification allows 64 MiB.
constexpr std::uint64_t maxFields = 512 * 1024;
constexpr std::uint64_t maxMessage = std::uint64_t{128} * 1024 * 1024;

constexpr std::byte maxFlags{7};

/// Bytes after the head.
struct Sizes
{
    std::size_t fields = 0; ///< with the padding after them
    std::uint64_t body = 0;
};

[[nodiscard]] inline ByteOrder orderOf(ByteView message)
{
    return message.front() == std::byte{'l'} ? ByteOrder::Little : ByteOrder::Big;
}

/// True for method calls, returns, errors and signals.
[[nodiscard]] inline bool isType(std::byte byte)
{
    return byte >= std::byte{1} && byte <= std::byte{4};
}

/// Reads a complete head; empty when a length is not allowed.
[[nodiscard]] inline std::optional<Sizes> readHead(ByteView head)
{
    constexpr std::uint64_t alignment = 8;
    const ByteOrder order = orderOf(head);
    const std::uint64_t body = loadNumber(head.subspan(bodyLengthAt, 4), order);
    const std::uint64_t fields = loadNumber(head.subspan(fieldsLengthAt, 4), order);
    if (fields > maxFields || body > maxMessage) {
        return std::nullopt;
    }
    const std::uint64_t padded = (fields + alignment - 1) / alignment * alignment;
    return Sizes{static_cast<std::size_t>(padded), body};
}

} // namespace pipecore::dbus
