#pragma once

#include "pipecore/decode/decode.h"

#include <string>
#include <vector>

namespace pipecore {

/// A message of Protocol Buffers in a decoded payload.
struct TypedPart
{
    std::string type;               ///< full name of its type
    std::string method;             ///< of gRPC: "/package.Service/Method"; else empty
    const Field* message = nullptr; ///< its fields
};
/// The messages of a payload that was decoded by the user's types: one, or those of gRPC in its frames. Refers to
/// `decoded`. Any thread.
[[nodiscard]] std::vector<TypedPart> typedParts(const Decoded& decoded);

/// The fields of a message as a JSON object: numbers and truth values as they are, enums by their names, bytes in hex.
/// Values and names may be shortened, as DecodeLimits has it.
[[nodiscard]] std::string fieldsJson(const Field& message);
/// An array of objects with `type`, `method`, `fields`, and `problem` with its place `at` where bytes are wrong; empty
/// for a payload without such messages.
[[nodiscard]] std::string protoJson(const Decoded& decoded);

} // namespace pipecore
