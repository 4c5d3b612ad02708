#pragma once

#include "pipecore/session/session.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pipecore {

namespace filter {
struct Program;
}

/// Position of an error in the text of a filter, and the expected token. Positions are bytes
/// of the UTF-8 text; a place at its end has the length 1.
struct FilterError
{
    std::size_t offset = 0;
    std::size_t length = 1;
    Phrase message; ///< translation source of the context "ErrorDetail"

    /// The same for those who have no place to underline: "At character 7: ...".
    [[nodiscard]] Error error(std::string_view text) const;

    friend bool operator==(const FilterError&, const FilterError&) = default;
};

/// A display filter, compiled: `conn == 3 && dir == in && text ~ "login"`. The language is described
/// in docs/MANUAL.md. A value, cheap to copy; any thread.
class Filter
{
public:
    /// Longer texts are refused.
    static constexpr std::size_t maxTextLength = std::size_t{64} * 1024;

    /// Lets every row through.
    Filter();

    /// Reads the text of a filter (UTF-8). Blank text lets every row through. Takes time in
    /// proportion to the text; any bytes are fine as input.
    [[nodiscard]] static std::expected<Filter, FilterError> parse(std::string_view text);

    /// As it was typed.
    [[nodiscard]] const std::string& text() const;
    /// Lets every row through.
    [[nodiscard]] bool isEmpty() const;
    /// The text ends with a word without a field, which may become the name of one while it is typed.
    [[nodiscard]] bool endsInHalfField() const;
    /// Its answers change with marks or comments.
    [[nodiscard]] bool usesAnnotations() const;
    /// Its answer for a row follows from that row and the one before it: it can be had while a file is still being
    /// read. Otherwise it also needs marks and comments, the peer's name, or the request of a reply.
    [[nodiscard]] bool needsOnlyRows() const;
    /// It has fields of decoders in Lua, which take up to seconds for a row: not for the GUI thread.
    [[nodiscard]] bool runsScripts() const;
    /// Whether judging one row may take long: it runs a regular expression or a script, or looks for
    /// a request that may be far away. Not for a paint.
    [[nodiscard]] bool isSlow() const;

    /// Whether one row passes. For many rows FilterRun is much faster. A row that cannot be read
    /// does not pass, nor does one on which a regular expression ran into its limits. Any thread.
    [[nodiscard]] bool matches(const RecordSource& source, std::uint64_t row) const;

    /// For the parts that evaluate it.
    [[nodiscard]] const std::shared_ptr<const filter::Program>& program() const;

private:
    explicit Filter(std::shared_ptr<const filter::Program> program);

    std::shared_ptr<const filter::Program> m_program; ///< never null
};

/// Completions at a place of a filter.
struct FilterCompletion
{
    enum class Kind : std::uint8_t { Field, Operator, Value, Connective };
    struct Candidate
    {
        std::string text; ///< goes in place of the part below
        Kind kind = Kind::Field;
        /// Description, in English: a translation source of the context "FilterHelp". May be empty.
        std::string_view help;
    };
    std::size_t offset = 0; ///< the part of the text that a candidate replaces, in bytes
    std::size_t length = 0;
    std::vector<Candidate> candidates; ///< candidates that begin with the part; best first
};

/// Candidates at a place of a filter that is being typed: fields, `decodedFields` among them, the
/// operators that fit a field, and values: known ones from `facts`, which may be null. `cursor` is a
/// byte offset. Any thread.
[[nodiscard]] FilterCompletion completeFilter(std::string_view text, std::size_t cursor,
                                              const SessionFacts* facts,
                                              std::span<const std::string> decodedFields = {});

/// Fields of the decoded messages of a session as a filter writes them ("json.params.id"), in order; of the
/// latest `messages` messages. Reads and decodes them: not for the GUI thread. `cancelled` may be null.
[[nodiscard]] std::vector<std::string>
decodedFieldsOf(const RecordSource& source, std::uint64_t messages,
                const std::atomic<bool>* cancelled = nullptr);

/// A text as it is written in a filter, with quotes and escapes.
[[nodiscard]] std::string filterString(std::string_view text);
/// Bytes as they are written in a filter: "de:ad:be:ef". `bytes` must not be empty.
[[nodiscard]] std::string filterBytes(ByteView bytes);
/// A moment as it is written in a filter, exact: "2026-11-22T19:54:27.123456789Z", quoted.
[[nodiscard]] std::string filterTime(std::int64_t wallNs);

} // namespace pipecore
