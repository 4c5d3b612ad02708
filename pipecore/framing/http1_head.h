#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace pipecore {

class FramingContext;

/// True for "GET / HTTP/1.1" and "HTTP/1.1 200 OK", without the line's end.
[[nodiscard]] bool isStartLine(std::string_view line);
/// True as long as a request line can begin so.
[[nodiscard]] bool canBeRequestLine(std::string_view begin);
/// Size of a chunk, from its line; empty when it has none.
[[nodiscard]] std::optional<std::uint64_t> chunkSize(std::string_view line);

/// How a message's body ends.
enum class HttpBody : std::uint8_t { None, Length, Chunked, ToEnd, Wrong };

struct HttpHead
{
    HttpBody body = HttpBody::None;
    std::uint64_t length = 0;
    bool isRequest = false;
    bool isBodyless = false;       ///< no body, whatever its fields say
    bool isUpgradeRequest = false; ///< another protocol may follow
    bool endsHttp = false;         ///< another protocol follows
};
/// Judges a complete head. Tells the context of requests, and asks it about replies; it may be null.
[[nodiscard]] HttpHead readHttpHead(std::string_view head, FramingContext* context);

} // namespace pipecore
