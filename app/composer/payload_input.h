#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/payload/payload.h"

#include <QString>

#include <expected>

namespace pipescope {

enum class PayloadMode : quint8 { Text, Hex };

/// What stands in the composer: the characters, and how they are to be read. A value.
struct PayloadInput
{
    QString text;
    PayloadMode mode = PayloadMode::Text;
    pipecore::TextEncoding encoding = pipecore::TextEncoding::Utf8; ///< of text
    pipecore::LineEnding ending = pipecore::LineEnding::None;       ///< added to text

    friend bool operator==(const PayloadInput&, const PayloadInput&) = default;
};

/// Where the input cannot be read, and why. Positions are characters (UTF-16 units) of the input.
struct InputMistake
{
    qsizetype position = 0;
    qsizetype length = 1;
    QString reason; ///< in the user's language

    friend bool operator==(const InputMistake&, const InputMistake&) = default;
};

/// The bytes that the input stands for.
[[nodiscard]] std::expected<pipecore::Bytes, InputMistake> parseInput(const PayloadInput& input);

/// The input that parseInput() reads back to exactly `bytes`. As text, `ending` is kept when the
/// bytes end with it; otherwise the result has no ending. The text has only characters that a text
/// editor gives back unchanged.
[[nodiscard]] PayloadInput inputFor(pipecore::ByteView bytes, PayloadMode mode,
                                    pipecore::TextEncoding encoding, pipecore::LineEnding ending);

/// A text editor needs seconds for each key in a line of a megabyte. True when `text` has a line that
/// is too long to be edited.
[[nodiscard]] bool hasEndlessLine(const QString& text);

/// The input itself, or when it has an endless line the same bytes as lines of hex.
[[nodiscard]] std::expected<PayloadInput, InputMistake> editableInput(const PayloadInput& input);

} // namespace pipescope
