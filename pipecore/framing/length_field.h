#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/base/error.h"
#include "pipecore/framing/rule.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace pipecore {

/// A header with a length, as far as it is there.
struct LengthReading
{
    enum class State : std::uint8_t {
        Short, ///< more bytes are needed
        Wrong, ///< no frame begins so; `problem` says why
        Good,
    };

    State state = State::Short;
    std::size_t headerSize = 0; ///< once it is not Short
    std::uint64_t number = 0;   ///< as it is in the header
    std::uint64_t content = 0;  ///< bytes after the header, for Good
};

/// Reads the header at the beginning of `bytes`, of a rule of kind Length. `strict`: a content above the maximum is
/// wrong.
[[nodiscard]] LengthReading readLength(const FramingRule& rule, ByteView bytes, bool strict);
/// Why a reading is Wrong. Translation source of the context "Decode".
[[nodiscard]] Phrase lengthProblem(const FramingRule& rule, ByteView bytes,
                                   const LengthReading& reading);

/// A header with the number for a content of this size; `header` gives the other bytes, and may be
/// empty for zeros. Error: the number does not fit its field.
[[nodiscard]] Result<Bytes> withLength(const FramingRule& rule, ByteView header,
                                       std::uint64_t content);

} // namespace pipecore
