#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/payload/payload.h"

#include <QString>

#include <expected>

namespace pipescope {

enum class PayloadMode : quint8 { Text, Hex };

/// The composer's input: the characters and their format. A value.
struct PayloadInput
{
    QString text;
    PayloadMode mode = PayloadMode::Text;
    pipecore::TextEncoding encoding = pipecore::TextEncoding::Utf8; ///< of text
    pipecore::LineEnding ending = pipecore::LineEnding::None;       ///< added to text

    friend bool operator==(const PayloadInput&, const PayloadInput&) = default;
};

/// Position and reason of an input error. Positions are characters (UTF-16 units) of the input.
struct InputMistake
{
    qsizetype position = 0;
    qsizetype length = 1;
    QString reason; ///< in the user's language

    friend bool operator==(const InputMistake&, const InputMistake&) = default;
};

/// Parses the input to bytes.
[[nodiscard]] std::expected<pipecore::Bytes, InputMistake> parseInput(const PayloadInput& input);

/// The input that parseInput() parses back to exactly `bytes`. As text, `ending` is kept if the
/// bytes end with it; otherwise the result has no ending. The text has only characters that a text
/// editor preserves.
[[nodiscard]] PayloadInput inputFor(pipecore::ByteView bytes, PayloadMode mode,
                                    pipecore::TextEncoding encoding, pipecore::LineEnding ending);

/// True if `text` has a line too long to edit: a text editor needs seconds per key in a line of a
/// megabyte.
[[nodiscard]] bool hasEndlessLine(const QString& text);

/// The input itself, or, if it has an endless line, the same bytes as lines of hex.
[[nodiscard]] std::expected<PayloadInput, InputMistake> editableInput(const PayloadInput& input);

} // namespace pipescope
