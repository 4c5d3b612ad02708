#include "decoders.h"
#include "number_text.h"
#include "pipecore/base/bytes.h"
#include "pipecore/base/translatable.h"

namespace pipecore {

namespace {

enum WireType : std::uint8_t {
    Varint = 0,
    I64 = 1,
    Len = 2,
    StartGroup = 3,
    EndGroup = 4,
    I32 = 5
};

/// A number of 7 bits a byte.
struct VarintStep
{
    enum class State { Good, CutOff, TooLong };
    State state = State::CutOff;
    std::uint64_t value = 0;
    std::size_t length = 0;
};

VarintStep readVarint(ByteView bytes, std::size_t at)
{
    constexpr std::size_t maxVarintBytes = 10;
    VarintStep step;
    for (; step.length < maxVarintBytes; ++step.length) {
        if (at + step.length >= bytes.size()) {
            return step;
        }
        const auto byte = std::to_integer<std::uint64_t>(bytes[at + step.length]);
        step.value |= (byte & 0x7FU) << (7 * step.length);
        if (byte < 0x80) {
            ++step.length;
            // The tenth byte has room for one bit.
            const bool fits = step.length < maxVarintBytes || byte <= 1;
            step.state = fits ? VarintStep::State::Good : VarintStep::State::TooLong;
            return step;
        }
    }
    step.state = VarintStep::State::TooLong;
    return step;
}

constexpr std::uint64_t maxFieldNumber = (1U << 29U) - 1;

bool isTag(std::uint64_t tag)
{
    const std::uint64_t number = tag >> 3U;
    return number >= 1 && number <= maxFieldNumber && (tag & 7U) <= I32;
}

class ProtobufReader
{
public:
    ProtobufReader(const Slice& slice, TreeBuilder& tree) : m_slice(slice), m_tree(tree) {}

    /// Fields up to the end, or to the end of group `group` (0: there is none).
    bool readFields(std::uint64_t group)
    {
        while (m_at < m_slice.bytes.size()) {
            const std::size_t start = m_at;
            std::uint64_t tag = 0;
            if (!takeVarint(start, tag)) {
                return false;
            }
            if (!isTag(tag)) {
                return m_tree.fail(m_slice.base + start, m_at - start,
                                   PIPECORE_TR("Decode", "invalid field tag"));
            }
            if ((tag & 7U) == EndGroup) {
                if (tag >> 3U == group) {
                    return true;
                }
                return m_tree.fail(m_slice.base + start, m_at - start,
                                   PIPECORE_TR("Decode", "end of a group that was not opened"));
            }
            if (!readField(start, tag)) {
                return false;
            }
        }
        return group == 0 || m_tree.unexpectedEnd(m_slice, place());
    }

private:
    [[nodiscard]] std::size_t place() const { return m_slice.base + m_at; }
    [[nodiscard]] std::size_t left() const { return m_slice.bytes.size() - m_at; }

    /// `start`: where the field begins that the number is a part of.
    bool takeVarint(std::size_t start, std::uint64_t& value)
    {
        const VarintStep step = readVarint(m_slice.bytes, m_at);
        if (step.state == VarintStep::State::CutOff) {
            return m_tree.unexpectedEnd(m_slice, m_slice.base + start);
        }
        if (step.state == VarintStep::State::TooLong) {
            return m_tree.fail(place(), step.length,
                               PIPECORE_TR("Decode", "varint exceeds 64 bits"));
        }
        value = step.value;
        m_at += step.length;
        return true;
    }

    bool readField(std::size_t start, std::uint64_t tag)
    {
        std::string name = std::to_string(tag >> 3U);
        switch (tag & 7U) {
        case Varint: return readNumber(std::move(name), start);
        case I64: return readFixed(std::move(name), start, 8);
        case I32: return readFixed(std::move(name), start, 4);
        case Len: return readLen(std::move(name), start);
        default: return readGroup(std::move(name), start, tag >> 3U);
        }
    }

    bool readNumber(std::string name, std::size_t start)
    {
        std::uint64_t value = 0;
        if (!takeVarint(start, value)) {
            return false;
        }
        std::string text = std::to_string(value);
        if (value >> 63U != 0) {
            text += " (" + std::to_string(static_cast<std::int64_t>(value)) + ')';
        }
        return m_tree.add(numberField(std::move(name), std::move(text), "VARINT",
                                      m_slice.base + start, m_at - start));
    }

    /// Eight or four bytes, which may be an integer or a number with a point: both are shown.
    bool readFixed(std::string name, std::size_t start, std::size_t size)
    {
        if (left() < size) {
            return m_tree.unexpectedEnd(m_slice, m_slice.base + start);
        }
        std::string text;
        if (size == 8) {
            const auto bits = load<std::uint64_t>(&m_slice.bytes[m_at], ByteOrder::Little);
            text = std::to_string(bits) + " (double " + doubleText(bits) + ')';
        } else {
            const auto bits = load<std::uint32_t>(&m_slice.bytes[m_at], ByteOrder::Little);
            text = std::to_string(bits) + " (float " + floatText(bits) + ')';
        }
        m_at += size;
        return m_tree.add(numberField(std::move(name), std::move(text), size == 8 ? "I64" : "I32",
                                      m_slice.base + start, m_at - start));
    }

    /// Text, a message or just bytes: the wire does not say which.
    bool readLen(std::string name, std::size_t start)
    {
        std::uint64_t length = 0;
        if (!takeVarint(start, length)) {
            return false;
        }
        if (length > left()) {
            return m_tree.unexpectedEnd(m_slice, m_slice.base + start);
        }
        const Slice content{m_slice.bytes.subspan(m_at, length), place()};
        m_at += length;
        const bool fits = isProtobuf(content.bytes, false);
        // Lengths are often control characters: a "text" that begins with one and fits is a message.
        const bool isText =
            isPlainText(content.bytes, false) && (!fits || content.bytes.front() >= std::byte{' '});
        if (fits && !isText && m_tree.depth() + 1 < m_tree.limits().depth) {
            if (!m_tree.open(groupField(std::move(name), "LEN: message", m_slice.base + start))
                || !ProtobufReader(content, m_tree).readFields(0)) {
                return false;
            }
            m_tree.close(place());
            return true;
        }
        Field field = isText ? textField({}, asText(content.bytes), "LEN: text", 0, 0)
                             : bytesField({}, content.bytes, "LEN: bytes", 0);
        field.name = std::move(name);
        field.offset = m_slice.base + start;
        field.length = m_at - start;
        return m_tree.add(std::move(field));
    }

    bool readGroup(std::string name, std::size_t start, std::uint64_t number)
    {
        if (!m_tree.open(groupField(std::move(name), "GROUP", m_slice.base + start))
            || !readFields(number)) {
            return false;
        }
        m_tree.close(place());
        return true;
    }

    const Slice m_slice;
    TreeBuilder& m_tree;
    std::size_t m_at = 0;
};

/// How many bytes the field behind a tag takes; nothing when it has no end, `bytes.size()` or more
/// when it goes beyond. Groups are not followed.
std::optional<std::uint64_t> fieldLength(ByteView bytes, std::size_t at, std::uint64_t wireType)
{
    switch (wireType) {
    case I64: return 8;
    case I32: return 4;
    case Varint:
    case Len: {
        const VarintStep step = readVarint(bytes, at);
        if (step.state == VarintStep::State::TooLong) {
            return std::nullopt;
        }
        if (step.state == VarintStep::State::CutOff || wireType == Varint) {
            return step.state == VarintStep::State::CutOff ? bytes.size() + 1 : step.length;
        }
        // Beyond any payload, and no sum that goes around.
        return step.length + std::min<std::uint64_t>(step.value, bytes.size() + 1);
    }
    default: return 0;
    }
}

} // namespace

bool readProtobuf(const Slice& slice, TreeBuilder& tree)
{
    return ProtobufReader(slice, tree).readFields(0);
}

bool isProtobuf(ByteView bytes, bool cut)
{
    std::vector<std::uint64_t> groups;
    std::size_t at = 0;
    while (at < bytes.size()) {
        const VarintStep tag = readVarint(bytes, at);
        if (tag.state == VarintStep::State::CutOff) {
            return cut;
        }
        if (tag.state == VarintStep::State::TooLong || !isTag(tag.value)) {
            return false;
        }
        at += tag.length;
        const std::uint64_t number = tag.value >> 3U;
        if ((tag.value & 7U) == StartGroup) {
            groups.push_back(number);
        } else if ((tag.value & 7U) == EndGroup) {
            if (groups.empty() || groups.back() != number) {
                return false;
            }
            groups.pop_back();
        }
        const auto length = fieldLength(bytes, at, tag.value & 7U);
        if (!length) {
            return false;
        }
        if (*length > bytes.size() - at) {
            return cut;
        }
        at += *length;
    }
    return !bytes.empty() && (groups.empty() || cut);
}

} // namespace pipecore
