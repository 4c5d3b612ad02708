#include "parser.h"
#include "pipecore/base/translatable.h"

#include <algorithm>
#include <charconv>
#include <limits>

/// The part in brackets of data[0:4].
namespace pipecore::filter {

namespace {

constexpr std::int64_t maxOffset = std::numeric_limits<std::int32_t>::max();

/// Reads `0:4`, `2-5`, `:4`, `4:`, `-4:2`, `3` off the front of a text.
class SliceReader
{
public:
    explicit SliceReader(std::string_view text) : m_text(text) {}

    /// Empty when it is none.
    [[nodiscard]] std::optional<Slice> next()
    {
        Slice slice;
        if (take(':')) {
            slice.length = number();
            return slice.length && *slice.length > 0 ? std::optional(slice) : std::nullopt;
        }
        const auto begin = number();
        if (!begin) {
            return std::nullopt;
        }
        slice.begin = *begin;
        if (take(':')) {
            if (isNumberNext()) {
                slice.length = number();
                return slice.length && *slice.length > 0 ? std::optional(slice) : std::nullopt;
            }
            return slice; // to the end
        }
        if (take('-')) {
            slice.last = number();
            const bool ordered =
                slice.last && ((*slice.last < 0) != (*begin < 0) || *slice.last >= *begin);
            return ordered ? std::optional(slice) : std::nullopt;
        }
        slice.length = 1;
        return slice;
    }
    [[nodiscard]] bool take(char wanted)
    {
        skipBlanks();
        if (m_place < m_text.size() && m_text[m_place] == wanted) {
            ++m_place;
            return true;
        }
        return false;
    }
    [[nodiscard]] std::size_t place() const { return m_place; }

private:
    void skipBlanks()
    {
        while (m_place < m_text.size() && (m_text[m_place] == ' ' || m_text[m_place] == '\t')) {
            ++m_place;
        }
    }
    [[nodiscard]] bool isNumberNext()
    {
        skipBlanks();
        return m_place < m_text.size()
               && (m_text[m_place] == '-' || (m_text[m_place] >= '0' && m_text[m_place] <= '9'));
    }
    [[nodiscard]] std::optional<std::int64_t> number()
    {
        skipBlanks();
        std::int64_t value = 0;
        const char* begin = m_text.data() + m_place;
        const auto [rest, error] = std::from_chars(begin, m_text.data() + m_text.size(), value);
        if (error != std::errc{} || value > maxOffset || value < -maxOffset) {
            return std::nullopt;
        }
        m_place += static_cast<std::size_t>(rest - begin);
        return value;
    }

    std::string_view m_text;
    std::size_t m_place = 0;
};

/// Bytes that a slice always has, if the message is long enough.
std::optional<std::int64_t> fixedLength(const Slice& slice)
{
    if (slice.length) {
        return slice.length;
    }
    if (slice.last && (*slice.last < 0) == (slice.begin < 0)) {
        return *slice.last - slice.begin + 1;
    }
    return std::nullopt;
}

} // namespace

Parser::Done Parser::slices(Test& test)
{
    constexpr std::size_t maxSlices = 64;
    expect({.kind = Expectation::Kind::Nothing, .field = {}});
    const Token open = m_token;
    if (infoOf(test.field).type != Type::Bytes) {
        return wrong({PIPECORE_TR("ErrorDetail", "Only “data” can be sliced: data[0:4]")});
    }
    SliceReader reader(m_lexer.rest());
    const std::size_t begin = m_lexer.position();
    do {
        const auto slice = reader.next();
        if (!slice || test.slices.size() == maxSlices) {
            return wrongAt(
                open.offset, 1 + std::max<std::size_t>(reader.place(), 1),
                {PIPECORE_TR("ErrorDetail", "Use [start:length], [first-last], [:length], [start:] "
                                            "or [index]; a negative start counts from the end")});
        }
        test.slices.push_back(*slice);
    } while (reader.take(','));
    if (!reader.take(']')) {
        return wrongAt(begin + reader.place(), 1, {PIPECORE_TR("ErrorDetail", "Expected ]")});
    }
    m_lexer.skip(reader.place());
    advance();
    return {};
}

Parser::Done Parser::checkSliceLength(const Test& test, const std::string& bytes,
                                      const Token& token) const
{
    const bool whole = test.operation == Operator::Equal || test.operation == Operator::NotEqual
                       || test.operation == Operator::In;
    if (!whole || test.slices.empty()) {
        return {};
    }
    std::int64_t length = 0;
    for (const Slice& slice : test.slices) {
        const auto part = fixedLength(slice);
        if (!part) {
            return {};
        }
        length += *part;
    }
    if (length == static_cast<std::int64_t>(bytes.size())) {
        return {};
    }
    return wrongAt(
        token.offset, token.text.size(),
        {PIPECORE_TR("ErrorDetail", "A slice of %1 bytes never equals a value of %2 bytes"),
         {std::to_string(length), std::to_string(bytes.size())}});
}

} // namespace pipecore::filter
