#pragma once

#include "decoded_path.h"
#include "regex.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// A parsed filter, as the evaluator runs it.
namespace pipecore::filter {

enum class Field : std::uint8_t {
    Conn,
    Endpoint,
    Pid,
    Image,
    User,
    Dir,
    Kind,
    Len,
    Time,
    Delta,
    Latency,
    Text,
    Data,
    Comment,
    Mark,
    Malformed,
    Decoded,     ///< of a decoded payload, see Test::decoded
    FirstOfRows, ///< from here on: the fields of the kinds of rows, see filteredFields()
};
[[nodiscard]] constexpr bool isRowField(Field field)
{
    return field >= Field::FirstOfRows;
}

enum class Operator : std::uint8_t {
    Present, ///< the field alone
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    In,
    Matches,
    Contains,
    StartsWith,
};

/// All numbers from `first` to `last`, both included.
struct Range
{
    std::int64_t first = 0;
    std::int64_t last = 0;
};

/// A part of a payload: from `begin` on (negative: from its end) `length` bytes, or up to `last`, or
/// to the end.
struct Slice
{
    std::int64_t begin = 0;
    std::optional<std::int64_t> length;
    std::optional<std::int64_t> last; ///< included; negative: from the end
};

/// Right side of a comparison with a field of a decoded payload.
struct Literal
{
    enum class Kind : std::uint8_t {
        Number,
        Text, ///< in quotes
        Word, ///< without: true, null, the name of a number
    };
    Kind kind = Kind::Text;
    std::string text;
    double number = 0; ///< of Number
};

/// A comparison.
struct Test
{
    Field field = Field::Conn;
    Operator operation = Operator::Present;
    /// Numbers, durations, moments and enumerations: the ones it holds for. != has those of == and
    /// `negated`.
    std::vector<Range> ranges;
    std::vector<Range> timesOfDay; ///< nanoseconds since local midnight
    bool negated = false;
    std::vector<std::string> values; ///< texts (names in small letters) and bytes
    std::vector<std::string> lasts;  ///< of `data`: ends of the ranges that begin with `values`
    std::vector<std::string> wides;  ///< of `text`: the same in UTF-16LE
    std::shared_ptr<const Regex> regex;
    std::vector<Slice> slices;                  ///< of `data`; empty means all of it
    std::shared_ptr<const DecodedPath> decoded; ///< of Field::Decoded, with `literals`
    std::vector<Literal> literals;
};

struct Node
{
    enum class Type : std::uint8_t { And, Or, Not, Test };
    Type type = Type::Test;
    std::uint32_t left = 0;  ///< nodes; of Test the number of the test
    std::uint32_t right = 0; ///< And, Or
};

struct Program
{
    std::string source;
    std::vector<Node> nodes; ///< a node comes after those it refers to; the last is the root
    std::vector<Test> tests;

    bool endsInHalfField = false; ///< as Filter::endsInHalfField()
    bool needsDelta = false;
    bool needsLatency = false;
    bool needsPayload = false; ///< text, data, or a decoded field
    bool needsAnnotations = false;
};

} // namespace pipecore::filter
