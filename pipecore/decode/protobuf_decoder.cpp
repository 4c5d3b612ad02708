#include "decoders.h"
#include "number_text.h"
#include "pipecore/base/bytes.h"
#include "pipecore/base/translatable.h"
#include "pipecore/base/utf8.h"
#include "proto_values.h"

#include <map>

namespace pipecore {

namespace {

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

WireType wireOf(std::uint64_t tag)
{
    return static_cast<WireType>(tag & 7U);
}

bool isTag(std::uint64_t tag)
{
    const std::uint64_t number = tag >> 3U;
    return number >= 1 && number <= maxFieldNumber
           && (tag & 7U) <= std::to_underlying(WireType::I32);
}

/// Reads the fields of a message: by its type, with their names, and those that it does not have by
/// what the wire says.
class ProtobufReader
{
public:
    /// Begins at the byte `at` of `slice`. `type` may be null.
    ProtobufReader(const Slice& slice, TreeBuilder& tree, const ProtoMessage* type = nullptr,
                   std::size_t at = 0)
        : m_slice(slice)
        , m_tree(tree)
        , m_type(type)
        , m_at(at)
    {}

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
            if (wireOf(tag) == WireType::EndGroup) {
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

    /// Four or eight bytes.
    bool takeFixed(std::size_t start, std::size_t size, std::uint64_t& bits)
    {
        if (left() < size) {
            return m_tree.unexpectedEnd(m_slice, m_slice.base + start);
        }
        const std::byte* const bytes = &m_slice.bytes[m_at];
        bits = size == sizeof(std::uint64_t) ? load<std::uint64_t>(bytes, ByteOrder::Little)
                                             : load<std::uint32_t>(bytes, ByteOrder::Little);
        m_at += size;
        return true;
    }

    /// The bytes behind a length. When not all of them are there, `content` has those that are, and `isAll` is
    /// false.
    bool takeContent(std::size_t start, Slice& content, bool& isAll)
    {
        std::uint64_t length = 0;
        if (!takeVarint(start, length)) {
            return false;
        }
        isAll = length <= left();
        content = {m_slice.bytes.subspan(m_at, isAll ? static_cast<std::size_t>(length) : left()),
                   place(), !isAll && m_slice.cut};
        return true;
    }

    bool takeContent(std::size_t start, Slice& content)
    {
        bool isAll = false;
        if (!takeContent(start, content, isAll)) {
            return false;
        }
        if (!isAll) {
            return m_tree.unexpectedEnd(m_slice, m_slice.base + start);
        }
        m_at += content.bytes.size();
        return true;
    }

    bool readField(std::size_t start, std::uint64_t tag)
    {
        const WireType wire = wireOf(tag);
        if (const ProtoField* const field =
                m_type != nullptr ? m_type->field(tag >> 3U) : nullptr) {
            if (wire == wireTypeOf(field->kind)) {
                return field->isRepeated ? readElement(*field, start)
                                         : readValue(*field, field->name, start);
            }
            if (wire == WireType::Len && field->isRepeated) {
                return readPacked(*field, start);
            }
        }
        std::string name = std::to_string(tag >> 3U);
        switch (wire) {
        case WireType::Varint: return readNumber(std::move(name), start);
        case WireType::I64: return readFixed(std::move(name), start, 8);
        case WireType::I32: return readFixed(std::move(name), start, 4);
        case WireType::Len: return readLen(std::move(name), start);
        default: return readGroup(std::move(name), "GROUP", start, tag >> 3U, nullptr);
        }
    }

    /// Opens the list of a repeated field, which may have been interrupted by other fields.
    bool openList(const ProtoField& field, std::size_t start)
    {
        const auto [known, isNew] = m_lists.try_emplace(field.number, m_tree.top().children.size());
        if (!isNew) {
            m_tree.openAgain(known->second);
            return true;
        }
        return m_tree.open(groupField(field.name, field.isMap ? "map" : "repeated",
                                      m_slice.base + start,
                                      field.isMap ? FieldKind::Group : FieldKind::List));
    }

    bool readElement(const ProtoField& field, std::size_t start)
    {
        if (!openList(field, start)
            || !readValue(field, itemName(m_tree.top().children.size()), start)) {
            return false;
        }
        if (field.isMap) {
            nameByKey(m_tree.top().children.back());
        }
        m_tree.close(place());
        return true;
    }

    bool readPacked(const ProtoField& field, std::size_t start)
    {
        Slice content;
        if (!takeContent(start, content) || !openList(field, start)) {
            return false;
        }
        ProtobufReader values(content, m_tree);
        while (values.left() > 0) {
            if (!values.readScalar(field, itemName(m_tree.top().children.size()), values.m_at)) {
                return false;
            }
        }
        m_tree.close(place());
        return true;
    }

    bool readValue(const ProtoField& field, std::string name, std::size_t start)
    {
        switch (field.kind) {
        case ProtoKind::String:
        case ProtoKind::Blob: return readBytes(field, std::move(name), start);
        case ProtoKind::Message: return readMessage(std::move(name), start, field.message);
        case ProtoKind::Group:
            return readGroup(std::move(name), kindWord(field.kind), start, field.number,
                             field.message);
        default: return readScalar(field, std::move(name), start);
        }
    }

    bool readScalar(const ProtoField& field, std::string name, std::size_t start)
    {
        std::uint64_t bits = 0;
        const WireType wire = wireTypeOf(field.kind);
        const bool isTaken = wire == WireType::Varint
                                 ? takeVarint(start, bits)
                                 : takeFixed(start, wire == WireType::I64 ? 8 : 4, bits);
        return isTaken
               && m_tree.add(
                   scalarField(field, std::move(name), bits, m_slice.base + start, m_at - start));
    }

    bool readBytes(const ProtoField& field, std::string name, std::size_t start)
    {
        Slice content;
        if (m_anyType != nullptr && field.kind == ProtoKind::Blob) {
            return readMessage(std::move(name), start, m_anyType);
        }
        if (!takeContent(start, content)) {
            return false;
        }
        const std::size_t invalid = findInvalidUtf8(asText(content.bytes));
        const bool isText = field.kind == ProtoKind::String && invalid == std::string_view::npos;
        Field added = isText ? textField({}, asText(content.bytes), "string", 0, 0)
                             : bytesField({}, content.bytes, kindWord(field.kind), 0);
        added.name = std::move(name);
        added.offset = m_slice.base + start;
        added.length = m_at - start;
        if (isText && m_type != nullptr && m_type->name == "google.protobuf.Any"
            && m_tree.context().types != nullptr) {
            const std::string& url = added.value;
            m_anyType = m_tree.context().types->message(url.substr(url.find_last_of('/') + 1));
        }
        if (isText || field.kind == ProtoKind::Blob || !field.isUtf8) {
            return m_tree.add(std::move(added));
        }
        if (!m_tree.open(std::move(added))
            || !m_tree.error(content.base + invalid, 1,
                             PIPECORE_TR("Decode", "invalid UTF-8 byte"))) {
            return false;
        }
        m_tree.close(place());
        return true;
    }

    /// A message behind its length. Of one that is cut off, the fields that are there are shown.
    bool readMessage(std::string name, std::size_t start, const ProtoMessage* type)
    {
        Slice content;
        bool isAll = false;
        if (!takeContent(start, content, isAll)
            || !m_tree.open(groupField(std::move(name), "message", m_slice.base + start))) {
            return false;
        }
        if (type != nullptr) {
            m_tree.top().value = shortened(type->name, m_tree.limits().valueBytes);
        }
        if (!ProtobufReader(content, m_tree, type).readFields(0)) {
            return false;
        }
        m_at += content.bytes.size();
        if (!isAll) {
            return m_tree.unexpectedEnd(m_slice, place());
        }
        summarize(type);
        m_tree.close(place());
        return true;
    }

    void summarize(const ProtoMessage* type)
    {
        if (type != nullptr) {
            Field& message = m_tree.top();
            message.value = shortened(summaryOf(*type, message), m_tree.limits().valueBytes);
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
        std::uint64_t bits = 0;
        if (!takeFixed(start, size, bits)) {
            return false;
        }
        const std::string text =
            std::to_string(bits)
            + (size == 8 ? " (double " + doubleText(bits)
                         : " (float " + floatText(static_cast<std::uint32_t>(bits)))
            + ')';
        return m_tree.add(numberField(std::move(name), text, size == 8 ? "I64" : "I32",
                                      m_slice.base + start, m_at - start));
    }

    /// Text, a message or just bytes: the wire does not say which.
    bool readLen(std::string name, std::size_t start)
    {
        Slice content;
        if (!takeContent(start, content)) {
            return false;
        }
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

    bool readGroup(std::string name, std::string_view word, std::size_t start, std::uint64_t number,
                   const ProtoMessage* type)
    {
        if (!m_tree.open(groupField(std::move(name), word, m_slice.base + start))) {
            return false;
        }
        ProtobufReader fields(m_slice, m_tree, type, m_at);
        if (!fields.readFields(number)) {
            return false;
        }
        m_at = fields.m_at;
        summarize(type);
        m_tree.close(place());
        return true;
    }

    const Slice m_slice;
    TreeBuilder& m_tree;
    const ProtoMessage* const m_type;        ///< null: not known
    const ProtoMessage* m_anyType = nullptr; ///< of the bytes in a google.protobuf.Any
    std::map<std::uint32_t, std::size_t>
        m_lists; ///< of repeated fields, among the children, by number
    std::size_t m_at;
};

/// How many bytes the field behind a tag takes; nothing when it has no end, `bytes.size()` or more
/// when it goes beyond. Groups are not followed.
std::optional<std::uint64_t> fieldLength(ByteView bytes, std::size_t at, WireType wireType)
{
    switch (wireType) {
    case WireType::I64: return 8;
    case WireType::I32: return 4;
    case WireType::Varint:
    case WireType::Len: {
        const VarintStep step = readVarint(bytes, at);
        if (step.state == VarintStep::State::TooLong) {
            return std::nullopt;
        }
        if (step.state == VarintStep::State::CutOff || wireType == WireType::Varint) {
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
    // A payload may have a type. What is a part of something else has its own.
    const bool isPayload = tree.depth() == 0;
    const ProtoMessage* const type = isPayload ? tree.context().message : nullptr;
    if (isPayload && type == nullptr) {
        tree.top().kind = FieldKind::Group;
    }
    return readProtobufMessage(slice, tree, type);
}

bool readProtobufMessage(const Slice& slice, TreeBuilder& tree, const ProtoMessage* type)
{
    if (type == nullptr) {
        return ProtobufReader(slice, tree).readFields(0);
    }
    const bool isPayload = tree.depth() == 0;
    if (isPayload && !tree.open(groupField("message", protobufType, slice.base))) {
        return false;
    }
    tree.top().value = shortened(type->name, tree.limits().valueBytes);
    if (!ProtobufReader(slice, tree, type).readFields(0)) {
        return false;
    }
    tree.top().value = shortened(summaryOf(*type, tree.top()), tree.limits().valueBytes);
    if (isPayload) {
        tree.close(slice.base + slice.bytes.size());
    }
    return true;
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
        const WireType wire = wireOf(tag.value);
        if (wire == WireType::StartGroup) {
            groups.push_back(number);
        } else if (wire == WireType::EndGroup) {
            if (groups.empty() || groups.back() != number) {
                return false;
            }
            groups.pop_back();
        }
        const auto length = fieldLength(bytes, at, wire);
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
