// Messages of .NET's pipe wrappers (NamedPipeWrapper, H.Pipes): a length, then an object of
// BinaryFormatter ([MS-NRBF]) or JSON. Objects are named and never deserialized.
#include "decoders.h"
#include "field_reader.h"
#include "pipecore/base/translatable.h"

#include <algorithm>

namespace pipecore {

namespace netwrapper {

namespace {

constexpr std::size_t streamHead = 17;
/// SerializedStreamHeader: type 0, root 1, header -1, version 1.0.
constexpr std::byte mark[] = {std::byte{0},    std::byte{1},    std::byte{0},
                              std::byte{0},    std::byte{0},    std::byte{0xFF},
                              std::byte{0xFF}, std::byte{0xFF}, std::byte{0xFF}};

enum Record : std::uint8_t {
    SystemClassWithMembers = 2,
    ClassWithMembers = 3,
    SystemClassWithMembersAndTypes = 4,
    ClassWithMembersAndTypes = 5,
    BinaryObjectString = 6,
    BinaryArray = 7,
    BinaryLibrary = 12,
};

std::string_view recordName(std::uint8_t type)
{
    constexpr std::string_view names[] = {"SerializedStreamHeader",
                                          "ClassWithId",
                                          "SystemClassWithMembers",
                                          "ClassWithMembers",
                                          "SystemClassWithMembersAndTypes",
                                          "ClassWithMembersAndTypes",
                                          "BinaryObjectString",
                                          "BinaryArray",
                                          "MemberPrimitiveTyped",
                                          "MemberReference",
                                          "ObjectNull",
                                          "MessageEnd",
                                          "BinaryLibrary",
                                          "ObjectNullMultiple256",
                                          "ObjectNullMultiple",
                                          "ArraySinglePrimitive",
                                          "ArraySingleObject",
                                          "ArraySingleString"};
    return type < std::size(names) ? names[type] : std::string_view();
}

bool isStream(ByteView bytes)
{
    return bytes.size() >= streamHead && std::ranges::equal(bytes.first(std::size(mark)), mark);
}

/// A text after its length, in seven bits a byte.
std::string readText(FieldReader& reader, const std::string& name)
{
    std::uint32_t length = 0;
    std::size_t width = 0;
    bool ends = false;
    for (constexpr std::size_t maxWidth = 5; !ends && width < maxWidth; ++width) {
        if (!reader.has(width + 1)) {
            return {};
        }
        const auto byte = std::to_integer<std::uint32_t>(reader.rest()[width]);
        length |= (byte & 0x7FU) << (7 * width);
        ends = byte < 0x80;
    }
    if (!ends) {
        reader.fail(width, PIPECORE_TR("Decode", "expected a length"));
        return {};
    }
    reader.spelled(name + " length", std::to_string(length), width, "varint", FieldKind::Number);
    return std::string(reader.text(name, length));
}

void readClass(FieldReader& reader)
{
    reader.number<std::uint32_t>("ObjectId");
    reader.summarize(readText(reader, "class"));
    const auto count = reader.number<std::uint32_t>("members");
    for (std::uint32_t index = 0; reader.isGood() && index < count; ++index) {
        readText(reader, "member" + itemName(index));
    }
}

/// Reads what a record says of its class; returns its type.
std::uint8_t readRecord(FieldReader& reader)
{
    const auto type = reader.named<std::uint8_t>("record", recordName);
    switch (type) {
    case BinaryLibrary:
        reader.number<std::uint32_t>("LibraryId");
        readText(reader, "library");
        break;
    case SystemClassWithMembers:
    case ClassWithMembers:
    case SystemClassWithMembersAndTypes:
    case ClassWithMembersAndTypes: readClass(reader); break;
    case BinaryObjectString:
        reader.number<std::uint32_t>("ObjectId");
        reader.summarize(readText(reader, "string"));
        break;
    default: break;
    }
    return type;
}

/// The header, the first library and class, and the rest as bytes.
void readStream(FieldReader& reader)
{
    reader.open("BinaryFormatter", "object");
    reader.named<std::uint8_t>("record", recordName);
    reader.number<std::uint32_t>("RootId");
    reader.hex<std::uint32_t>("HeaderId");
    reader.number<std::uint32_t>("MajorVersion");
    reader.number<std::uint32_t>("MinorVersion");
    while (reader.hasMore() && readRecord(reader) == BinaryLibrary) {}
    reader.bytes("not deserialized", reader.left());
    reader.close();
}

void readContent(FieldReader& reader)
{
    if (isStream(reader.rest())) {
        reader.setOrder(ByteOrder::Little);
        readStream(reader);
    } else if (reader.left() > 0
               && (reader.rest()[0] == std::byte{'{'} || reader.rest()[0] == std::byte{'['})) {
        reader.nested("payload", "JSON", reader.left(), readJson);
    } else {
        reader.textOrBytes("payload", reader.left());
    }
}

} // namespace

} // namespace netwrapper

bool isBinaryFormatter(ByteView bytes)
{
    return netwrapper::isStream(bytes);
}

bool readDotnetWrapper(const Slice& slice, TreeBuilder& tree)
{
    FieldReader reader(slice, tree);
    const bool isContent = netwrapper::isStream(slice.bytes)
                           || (!slice.bytes.empty() && slice.bytes[0] != std::byte{0});
    if (isContent) {
        // A frame without its length.
        netwrapper::readContent(reader);
        return reader.isGood();
    }
    for (std::size_t index = 0; reader.hasMore() || (index == 0 && reader.has(1)); ++index) {
        reader.open(itemName(index), "message");
        const auto length = reader.number<std::uint32_t>("length");
        if (reader.isGood()) {
            FieldReader content(reader, length);
            netwrapper::readContent(content);
            content.endPart();
        }
        reader.close();
    }
    return reader.isGood();
}

} // namespace pipecore
