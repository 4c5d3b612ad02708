#pragma once

#include "pipecore/decode/connection_types.h"
#include "pipecore/decode/decode.h"
#include "pipecore/filter/filter.h"

#include <cstddef>
#include <expected>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pipecore {

namespace filter {
struct DecodedPath;
}

/// The name of a field of decoded messages, as a filter has it: `json.params.id`, `http.Content-Type`. A value.
class DecodedName
{
public:
    /// Whether a word begins like such a name: a decoder and a dot.
    [[nodiscard]] static bool isBegin(std::string_view word);
    /// Reads a name at the beginning of `text`, for which isBegin() holds; length() is what it takes.
    [[nodiscard]] static std::expected<DecodedName, FilterError> parse(std::string_view text);

    /// As it was typed.
    [[nodiscard]] const std::string& text() const;
    [[nodiscard]] std::size_t length() const { return text().size(); }
    [[nodiscard]] const filter::DecodedPath& path() const { return *m_path; }

private:
    explicit DecodedName(std::shared_ptr<const filter::DecodedPath> path) : m_path(std::move(path))
    {}

    std::shared_ptr<const filter::DecodedPath> m_path; ///< never null
};

/// A value of a field, by itself.
struct FieldValue
{
    FieldKind kind = FieldKind::Text;
    std::string text; ///< of lists and groups that have no value: their bytes

    /// As JSON. A number that JSON cannot write is a text.
    [[nodiscard]] std::string json() const;
};

/// Reads fields of one message after the other, and decodes each once for a decoder. One thread.
class DecodedMessage
{
public:
    /// The next message; its bytes, and what `context` and `typed` refer to, are not owned. `typed`: how the
    /// user's types decode it.
    void set(ByteView payload, const DecodeContext& context = {},
             const std::optional<TypedMessage>& typed = {});
    /// Values of a field, in order; empty when the message has none.
    [[nodiscard]] std::vector<FieldValue> values(const DecodedName& name);
    /// Every field as one JSON object: a member for each decoder that fits, with the names as filters have them
    /// after it (`{"json":{"id":1}}`); members of one name are a list. What is wrong is a member `problem`. Empty when no
    /// decoder with named fields fits.
    [[nodiscard]] std::string json();

private:
    [[nodiscard]] const Decoded& decodedAs(DecoderId decoder, ByteView content);

    ByteView m_payload;
    DecodeContext m_context;
    std::optional<TypedMessage> m_typed;
    std::map<DecoderId, Decoded> m_decoded;
};

} // namespace pipecore
