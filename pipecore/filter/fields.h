#pragma once

#include "program.h"

#include "pipecore/model/record.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The words of the language.
namespace pipecore::filter {

/// Type of a field's values, which decides its operators.
enum class Type : std::uint8_t {
    Number,
    Duration,
    Time,
    Name,
    Text,
    Bytes,
    Direction,
    Kind,
    Flag,    ///< is there or not, and is compared with nothing
    Word,    ///< a word of a row's own vocabulary, with or without quotes
    Decoded, ///< what the decoded payload has
};

struct FieldInfo
{
    Field field = Field::Conn;
    std::string_view name;
    Type type = Type::Number;
    std::string_view help; ///< translation source of the context "FilterHelp"
};

[[nodiscard]] std::span<const FieldInfo> fields();
[[nodiscard]] const FieldInfo& infoOf(Field field);
[[nodiscard]] std::optional<Field> fieldNamed(std::string_view word);

struct OperatorInfo
{
    Operator operation = Operator::Equal;
    std::string_view symbol; ///< as it is offered
    std::string_view word;   ///< the other spelling; empty when there is none
    std::string_view help;   ///< translation source of the context "FilterHelp"
};

[[nodiscard]] std::span<const OperatorInfo> operators();
[[nodiscard]] std::optional<Operator> operatorNamed(std::string_view word);
[[nodiscard]] std::string_view symbolOf(Operator operation);
[[nodiscard]] bool fits(Operator operation, Type type);
/// "== != in": the operators for a type, for messages.
[[nodiscard]] std::string operatorsFor(Type type);

/// A word of `dir` or `kind` and its number.
struct ValueWord
{
    std::string_view word;
    std::int64_t value = 0;
    bool isAlias = false; ///< accepted, but not offered
};
/// Empty for types that have no words.
[[nodiscard]] std::span<const ValueWord> valueWords(Type type);
/// "in, out": for messages.
[[nodiscard]] std::string wordsFor(Type type);

} // namespace pipecore::filter
