#include "pipecore/security/security.h"

#include "entry_types.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace pipecore {

namespace {

// [MS-DTYP] 2.4.2.2 (SID), 2.4.4.1 (ACE_HEADER), 2.4.5 (ACL), 2.4.6 (SECURITY_DESCRIPTOR).
constexpr std::size_t descriptorSize = 20;
constexpr std::size_t aclHeaderSize = 8;
constexpr std::size_t aceHeaderSize = 4;
constexpr std::size_t sidHeaderSize = 8;
constexpr std::uint8_t aclRevision = 2;
constexpr std::uint8_t aclRevisionObjects = 4; ///< lists with entries for parts of an object

std::unexpected<Error> corrupt(std::string what, std::size_t offset)
{
    return refuse("the security descriptor is damaged: " + std::move(what) + " at byte "
                      + std::to_string(offset),
                  ErrorKind::Corrupt);
}

/// Reads little-endian numbers inside [0, end) and never outside.
class Reader
{
public:
    explicit Reader(ByteView bytes) : m_bytes(bytes) {}

    [[nodiscard]] bool has(std::size_t offset, std::size_t count) const
    {
        return offset <= m_bytes.size() && count <= m_bytes.size() - offset;
    }
    /// The caller has asked has() before.
    [[nodiscard]] std::uint32_t number(std::size_t offset, std::size_t width) const
    {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < width; ++i) {
            value |= std::to_integer<std::uint32_t>(m_bytes[offset + i]) << (8 * i);
        }
        return value;
    }
    [[nodiscard]] std::uint8_t byte(std::size_t offset) const
    {
        return std::to_integer<std::uint8_t>(m_bytes[offset]);
    }
    [[nodiscard]] ByteView part(std::size_t offset, std::size_t count) const
    {
        return m_bytes.subspan(offset, count);
    }
    /// The same bytes, ended earlier.
    [[nodiscard]] Reader upTo(std::size_t end) const { return Reader(m_bytes.first(end)); }

private:
    ByteView m_bytes;
};

Result<Sid> readSid(const Reader& reader, std::size_t offset)
{
    if (!reader.has(offset, sidHeaderSize)) {
        return corrupt("a SID lies outside of it", offset);
    }
    const std::size_t count = reader.byte(offset + 1);
    if (reader.byte(offset) != 1 || count == 0 || count > Sid::maxSubAuthorities) {
        return corrupt("invalid SID", offset);
    }
    if (!reader.has(offset + sidHeaderSize, count * 4)) {
        return corrupt("truncated SID", offset);
    }
    Sid sid;
    for (std::size_t i = 2; i < sidHeaderSize; ++i) {
        sid.authority = (sid.authority << 8U) | reader.byte(offset + i);
    }
    for (std::size_t i = 0; i < count; ++i) {
        sid.subAuthorities.push_back(reader.number(offset + sidHeaderSize + i * 4, 4));
    }
    return sid;
}

SecurityEntry otherEntry(const Reader& reader, std::size_t offset, std::size_t size)
{
    SecurityEntry entry;
    entry.kind = EntryKind::Other;
    entry.otherType = reader.byte(offset);
    entry.flags = reader.byte(offset + 1);
    const ByteView body = reader.part(offset + aceHeaderSize, size - aceHeaderSize);
    entry.otherBody.assign(body.begin(), body.end());
    return entry;
}

Result<SecurityEntry> readEntry(const Reader& reader, std::size_t offset, std::size_t size,
                                bool inSacl)
{
    const auto type = std::ranges::find(entryTypes, reader.byte(offset), &EntryType::number);
    // An entry in the wrong list counts for nothing: it is kept like one that is not understood.
    if (type == entryTypes.end() || type->inSacl != inSacl) {
        return otherEntry(reader, offset, size);
    }
    SecurityEntry entry;
    entry.flags = reader.byte(offset + 1);
    if (size < aceHeaderSize + 4) {
        return corrupt("truncated entry", offset);
    }
    entry.kind = type->kind;
    entry.mask = reader.number(offset + aceHeaderSize, 4);
    auto sid = readSid(reader.upTo(offset + size), offset + aceHeaderSize + 4);
    if (!sid) {
        return std::unexpected(sid.error());
    }
    if (entry.kind == EntryKind::Label && !integrityLevel(*sid)) {
        return otherEntry(reader, offset, size);
    }
    entry.sid = std::move(*sid);
    return entry;
}

Result<AccessList> readList(const Reader& whole, std::size_t offset, bool isSacl)
{
    if (!whole.has(offset, aclHeaderSize)) {
        return corrupt("a list lies outside of it", offset);
    }
    const std::uint8_t revision = whole.byte(offset);
    const std::size_t size = whole.number(offset + 2, 2);
    if (revision < aclRevision || revision > aclRevisionObjects || size < aclHeaderSize
        || !whole.has(offset, size)) {
        return corrupt("invalid list", offset);
    }
    const Reader reader = whole.upTo(offset + size);
    const std::size_t count = whole.number(offset + 4, 2);
    AccessList list;
    std::size_t at = offset + aclHeaderSize;
    for (std::size_t i = 0; i < count; ++i) {
        if (!reader.has(at, aceHeaderSize)) {
            return corrupt("entry " + std::to_string(i + 1) + " is outside of its list", at);
        }
        const std::size_t entrySize = reader.number(at + 2, 2);
        if (entrySize < aceHeaderSize || entrySize % 4 != 0 || !reader.has(at, entrySize)) {
            return corrupt("entry " + std::to_string(i + 1) + " has a wrong size", at);
        }
        auto entry = readEntry(reader, at, entrySize, isSacl);
        if (!entry) {
            return std::unexpected(entry.error());
        }
        list.entries.push_back(std::move(*entry));
        at += entrySize;
    }
    return list;
}

/// Bits of the control word that belong to one of the two lists.
struct ListBits
{
    std::uint16_t present;
    std::uint16_t autoInheritReq;
    std::uint16_t autoInherited;
    std::uint16_t isProtected;
};
constexpr ListBits daclBits{control::daclPresent, control::daclAutoInheritReq,
                            control::daclAutoInherited, control::daclProtected};
constexpr ListBits saclBits{control::saclPresent, control::saclAutoInheritReq,
                            control::saclAutoInherited, control::saclProtected};

Result<std::optional<AccessList>> readOptionalList(const Reader& reader, std::size_t offset,
                                                   std::uint32_t word, const ListBits& bits)
{
    const bool isSacl = bits.present == control::saclPresent;
    // A NULL list of audits is none.
    if ((word & bits.present) == 0 || (isSacl && offset == 0)) {
        return std::optional<AccessList>();
    }
    AccessList list;
    if (offset == 0) {
        list.isNull = true;
    } else {
        auto read = readList(reader, offset, isSacl);
        if (!read) {
            return std::unexpected(read.error());
        }
        list = std::move(*read);
    }
    list.autoInheritReq = (word & bits.autoInheritReq) != 0;
    list.autoInherited = (word & bits.autoInherited) != 0;
    list.isProtected = (word & bits.isProtected) != 0;
    return list;
}

class Writer
{
public:
    /// Little endian; `width` may be more than a number has, which reserves room for a later put().
    void number(std::uint64_t value, std::size_t width)
    {
        for (std::size_t i = 0; i < width; ++i) {
            bytes.push_back(static_cast<std::byte>(value & 0xFFU));
            value >>= 8U;
        }
    }
    void put(std::size_t offset, std::size_t value, std::size_t width)
    {
        for (std::size_t i = 0; i < width; ++i) {
            bytes[offset + i] = static_cast<std::byte>(value >> (8 * i));
        }
    }
    Result<void> sid(const Sid& sid)
    {
        if (!sid.domainAlias.empty()) {
            return refuse(sid.domainAlias
                          + " is an account of a domain or of this computer, whose number is not "
                            "known here; write its SID (S-1-5-21-…)");
        }
        if (sid.subAuthorities.size() > Sid::maxSubAuthorities) {
            return refuse("a SID has at most 15 subauthorities");
        }
        number(1, 1);
        number(sid.subAuthorities.size(), 1);
        for (std::size_t i = 6; i-- > 0;) {
            number(sid.authority >> (8 * i), 1);
        }
        for (const std::uint32_t part : sid.subAuthorities) {
            number(part, 4);
        }
        return {};
    }
    Result<void> entry(const SecurityEntry& entry)
    {
        const std::size_t start = bytes.size();
        const auto type = std::ranges::find(entryTypes, entry.kind, &EntryType::kind);
        number(type == entryTypes.end() ? entry.otherType : type->number, 1);
        number(entry.flags, 1);
        number(0, 2);
        if (type == entryTypes.end()) {
            bytes.insert(bytes.end(), entry.otherBody.begin(), entry.otherBody.end());
        } else {
            number(entry.mask, 4);
            if (auto written = sid(entry.sid); !written) {
                return written;
            }
        }
        return size(start, 2);
    }
    Result<void> list(const AccessList& list)
    {
        const std::size_t start = bytes.size();
        const bool others = std::ranges::find(list.entries, EntryKind::Other, &SecurityEntry::kind)
                            != list.entries.end();
        number(others ? aclRevisionObjects : aclRevision, 1);
        number(0, 3); // its size comes when it is known
        number(list.entries.size(), 2);
        number(0, 2);
        for (const SecurityEntry& next : list.entries) {
            if (auto written = entry(next); !written) {
                return written;
            }
        }
        return size(start, 2);
    }

    Bytes bytes;

private:
    /// Fills in the size of what began at `start`.
    Result<void> size(std::size_t start, std::size_t field)
    {
        const std::size_t length = bytes.size() - start;
        if (length > std::numeric_limits<std::uint16_t>::max()) {
            return refuse("a list of " + std::to_string(length)
                              + " bytes is too long; Windows allows 65535",
                          ErrorKind::MessageTooLarge);
        }
        put(start + field, length, 2);
        return {};
    }
};

std::uint16_t controlBits(const std::optional<AccessList>& list, const ListBits& bits)
{
    if (!list) {
        return 0;
    }
    unsigned word = bits.present;
    word |= list->autoInheritReq ? bits.autoInheritReq : 0U;
    word |= list->autoInherited ? bits.autoInherited : 0U;
    word |= list->isProtected ? bits.isProtected : 0U;
    return static_cast<std::uint16_t>(word);
}

} // namespace

Result<Sid> parseSid(ByteView bytes)
{
    return readSid(Reader(bytes), 0);
}

Result<Bytes> toBytes(const Sid& sid)
{
    Writer writer;
    if (auto written = writer.sid(sid); !written) {
        return std::unexpected(written.error());
    }
    return std::move(writer.bytes);
}

Result<SecurityDescriptor> parseDescriptor(ByteView bytes)
{
    const Reader reader(bytes);
    if (!reader.has(0, descriptorSize)) {
        return corrupt("the header is truncated", bytes.size());
    }
    const std::uint32_t word = reader.number(2, 2);
    if (reader.byte(0) != 1 || (word & control::selfRelative) == 0) {
        return corrupt("not a self-relative descriptor of revision 1", 0);
    }
    SecurityDescriptor descriptor;
    const auto account = [&reader](std::size_t field, std::optional<Sid>& target) -> Result<void> {
        if (const std::size_t offset = reader.number(field, 4); offset != 0) {
            auto sid = readSid(reader, offset);
            if (!sid) {
                return std::unexpected(sid.error());
            }
            target = std::move(*sid);
        }
        return {};
    };
    if (auto read = account(4, descriptor.owner); !read) {
        return std::unexpected(read.error());
    }
    if (auto read = account(8, descriptor.group); !read) {
        return std::unexpected(read.error());
    }
    auto sacl = readOptionalList(reader, reader.number(12, 4), word, saclBits);
    if (!sacl) {
        return std::unexpected(sacl.error());
    }
    auto dacl = readOptionalList(reader, reader.number(16, 4), word, daclBits);
    if (!dacl) {
        return std::unexpected(dacl.error());
    }
    descriptor.sacl = std::move(*sacl);
    descriptor.dacl = std::move(*dacl);
    return descriptor;
}

Result<Bytes> toBytes(const SecurityDescriptor& descriptor)
{
    Writer writer;
    writer.number(1, 2);
    writer.number(static_cast<std::uint16_t>(control::selfRelative
                                             | controlBits(descriptor.dacl, daclBits)
                                             | controlBits(descriptor.sacl, saclBits)),
                  2);
    writer.number(0, 16);
    const auto account = [&writer](std::size_t field, const std::optional<Sid>& sid) {
        if (!sid) {
            return Result<void>();
        }
        writer.put(field, writer.bytes.size(), 4);
        return writer.sid(*sid);
    };
    const auto list = [&writer](std::size_t field, const std::optional<AccessList>& wanted) {
        if (!wanted || wanted->isNull) {
            return Result<void>();
        }
        writer.put(field, writer.bytes.size(), 4);
        return writer.list(*wanted);
    };
    for (const Result<void>& written : {account(4, descriptor.owner), account(8, descriptor.group),
                                        list(12, descriptor.sacl), list(16, descriptor.dacl)}) {
        if (!written) {
            return std::unexpected(written.error());
        }
    }
    return std::move(writer.bytes);
}

} // namespace pipecore
