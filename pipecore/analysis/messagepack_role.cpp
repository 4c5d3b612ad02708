// Roles of messages in MessagePack: MessagePack-RPC, and JSON-RPC as StreamJsonRpc writes it.
#include "pipecore/framing/reassembler.h"
#include "stream_roles.h"

#include <optional>
#include <string>

namespace pipecore {

namespace {

using Part = MessageRole::Part;

/// Takes the values of an array or map one by one.
class PackedValues
{
public:
    /// A map has two values for each member.
    explicit PackedValues(ByteView bytes) : m_rest(bytes)
    {
        constexpr unsigned map = 0x80;
        constexpr unsigned array = 0x90;
        constexpr unsigned text = 0xA0;
        const unsigned first = bytes.empty() ? text : std::to_integer<unsigned>(bytes.front());
        if (first < map || first >= text) {
            return; // longer ones are no messages
        }
        m_isMap = first < array;
        m_left = first % 16 * (m_isMap ? 2U : 1U);
        m_rest = bytes.subspan(1);
    }

    [[nodiscard]] bool isMap() const { return m_isMap; }
    /// Values that have not been taken.
    [[nodiscard]] unsigned left() const { return m_left; }
    /// Empty at the end, and where the bytes end too early.
    std::optional<ByteView> next()
    {
        const auto size = m_left > 0 ? messagePackSize(m_rest) : std::nullopt;
        if (!size) {
            return std::nullopt;
        }
        const ByteView value = m_rest.first(*size);
        m_rest = m_rest.subspan(*size);
        --m_left;
        return value;
    }

private:
    ByteView m_rest;
    unsigned m_left = 0;
    bool m_isMap = false;
};

unsigned firstOf(ByteView value)
{
    return std::to_integer<unsigned>(value.front());
}

/// The text of a short string.
std::optional<std::string_view> textIn(ByteView value)
{
    constexpr unsigned fixText = 0xA0;
    constexpr unsigned text8 = 0xD9;
    const unsigned first = firstOf(value);
    if ((first & 0xE0U) == fixText) {
        return asText(value.subspan(1));
    }
    return first == text8 ? std::optional(asText(value.subspan(2))) : std::nullopt;
}

/// An unsigned number of any width, in digits.
std::optional<std::string> numberIn(ByteView value)
{
    constexpr unsigned first8 = 0xCC;
    constexpr unsigned first64 = 0xCF;
    const unsigned first = firstOf(value);
    if (first < 0x80) {
        return std::to_string(first);
    }
    if (first < first8 || first > first64) {
        return std::nullopt;
    }
    std::uint64_t number = 0;
    for (const std::byte byte : value.subspan(1)) {
        number = number << 8U | std::to_integer<std::uint64_t>(byte);
    }
    return std::to_string(number);
}

/// An id: a number, or a text in quotes. Empty for nil.
std::string idIn(ByteView value)
{
    const auto text = textIn(value);
    return text ? '"' + std::string(*text) + '"' : numberIn(value).value_or(std::string());
}

/// [0, id, method, arguments], [1, id, error, result], [2, method, arguments].
MessageRole arrayRole(PackedValues values)
{
    const unsigned count = values.left();
    const auto type = values.next();
    const auto second = values.next();
    if (!type || !second || (count != 3 && count != 4)) {
        return {};
    }
    if (count == 3) {
        return firstOf(*type) == 2 && textIn(*second) ? MessageRole{.part = Part::Event}
                                                      : MessageRole{};
    }
    const auto id = numberIn(*second);
    if (!id || firstOf(*type) > 1) {
        return {};
    }
    return {
        .part = firstOf(*type) == 0 ? Part::Request : Part::Reply, .id = *id, .isCertain = true};
}

MessageRole mapRole(PackedValues values)
{
    std::string id;
    bool isRpc = false;
    bool isCall = false;
    bool isAnswer = false;
    while (const auto key = values.next()) {
        const auto value = values.next();
        const auto name = textIn(*key);
        if (!value || !name) {
            return {};
        }
        if (*name == "id") {
            id = idIn(*value);
        }
        isRpc = isRpc || *name == "jsonrpc";
        isCall = isCall || *name == "method";
        isAnswer = isAnswer || *name == "result" || *name == "error";
    }
    if (!isRpc || isCall == isAnswer || values.left() > 0 || (isAnswer && id.empty())) {
        return {};
    }
    return {.part = isAnswer     ? Part::Reply
                    : id.empty() ? Part::Event
                                 : Part::Request,
            .id = id,
            .isCertain = true};
}

} // namespace

MessageRole messagePackRole(ByteView bytes)
{
    const PackedValues values(bytes);
    return values.isMap() ? mapRole(values) : arrayRole(values);
}

} // namespace pipecore
