#pragma once

#include "pipecore/decode/decode.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pipecore {

/// A part of a payload that one decoder reads.
struct Slice
{
    ByteView bytes;
    std::size_t base = 0; ///< offset in the payload
    bool cut = false;     ///< more bytes follow that are not looked at
};

/// Grows the tree of a Decoded and keeps it within its limits. Every function that adds returns
/// whether to continue; after `false` the decoder ends.
class TreeBuilder
{
public:
    /// `decoded` is not owned; its root is the first open field.
    TreeBuilder(Decoded& decoded, const DecodeLimits& limits, const DecodeContext& context = {});

    /// Adds a field, and makes it the one that further fields go below.
    [[nodiscard]] bool open(Field field);
    /// Opens a field again that was closed: the innermost open one's child with this number.
    void openAgain(std::size_t child) { m_open.push_back(&top().children[child]); }
    /// Ends the innermost open field at `end`, a place in the payload.
    void close(std::size_t end);
    /// Ends all fields that a decoder which gave up has left open.
    void finish(std::size_t end);
    [[nodiscard]] bool add(Field field);
    /// The innermost open field.
    [[nodiscard]] Field& top() { return *m_open.back(); }
    /// How many fields are open below the root.
    [[nodiscard]] std::size_t depth() const { return m_open.size() - 1; }

    /// Something is wrong with these bytes. `pattern` is marked with PIPECORE_TR("Decode", …).
    /// Returns false.
    bool fail(std::size_t offset, std::size_t length, std::string_view pattern,
              std::vector<std::string> values = {});
    /// The same, and decoding continues.
    [[nodiscard]] bool error(std::size_t offset, std::size_t length, std::string_view pattern,
                             std::vector<std::string> values = {});
    /// `slice` ends although something that began at `offset` does not. Returns false.
    bool unexpectedEnd(const Slice& slice, std::size_t offset);

    /// Adds to the laid-out text.
    void pretty(std::string_view text);
    void prettyLine(std::size_t indent);

    [[nodiscard]] const DecodeLimits& limits() const { return m_limits; }
    [[nodiscard]] const DecodeContext& context() const { return m_context; }

private:
    void ended(DecodeEnd end);
    bool stop(std::size_t offset, std::string_view pattern, std::vector<std::string> values);

    Decoded& m_decoded;
    DecodeLimits m_limits;
    DecodeContext m_context;
    std::size_t m_fields = 0;
    std::vector<Field*> m_open;
};

/// Fields as decoders make them. `offset` is a place in the payload.
[[nodiscard]] Field groupField(std::string name, std::string_view type, std::size_t offset,
                               FieldKind kind = FieldKind::Group);
[[nodiscard]] Field textField(std::string name, std::string_view text, std::string_view type,
                              std::size_t offset, std::size_t length);
[[nodiscard]] Field numberField(std::string name, std::string value, std::string_view type,
                                std::size_t offset, std::size_t length);
[[nodiscard]] Field wordField(std::string name, std::string_view word, std::string_view type,
                              std::size_t offset, std::size_t length);
/// The value is the first bytes in hex.
[[nodiscard]] Field bytesField(std::string name, ByteView bytes, std::string_view type,
                               std::size_t offset);
/// "[3]".
[[nodiscard]] std::string itemName(std::size_t index);

/// Valid UTF-8 of at most about `maxBytes` bytes, with an ellipsis where it was cut.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t maxBytes);

} // namespace pipecore
