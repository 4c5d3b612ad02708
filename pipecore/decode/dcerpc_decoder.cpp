#include "dcerpc_names.h"
#include "decoders.h"
#include "number_text.h"
#include "pipecore/base/bytes.h"
#include "pipecore/base/hex_digits.h"
#include "pipecore/base/translatable.h"

#include <algorithm>

namespace pipecore {

namespace {

constexpr std::size_t headerSize = 16;
constexpr std::size_t authHeadSize = 8;
constexpr std::uint8_t flagObjectUuid = 0x80;

enum PacketType : std::uint8_t {
    Request = 0,
    Response = 2,
    Fault = 3,
    Bind = 11,
    BindAck = 12,
    BindNak = 13,
    AlterContext = 14,
    AlterContextResponse = 15,
};

/// A packet ([C706] chapter 12.6): reads its fields in order. After a field that is not
/// all there nothing is read any more.
class PacketReader
{
public:
    /// `slice` has the packet, or its beginning where the data end in it; `length` is that of all of it.
    PacketReader(const Slice& slice, std::size_t length, TreeBuilder& tree)
        : m_slice(slice)
        , m_length(length)
        , m_tree(tree)
    {}

    bool read()
    {
        const auto type = std::to_integer<std::uint8_t>(m_slice.bytes[2]);
        const auto flags = std::to_integer<std::uint8_t>(m_slice.bytes[3]);
        number8("rpc_vers");
        number8("rpc_vers_minor");
        named8("PTYPE", dceRpcPacketType(type));
        readFlags();
        readDataRepresentation();
        number<std::uint16_t>("frag_length");
        const auto authLength = static_cast<std::size_t>(number<std::uint16_t>("auth_length"));
        number<std::uint32_t>("call_id");
        const std::size_t auth = authLength > 0 ? authLength + authHeadSize : 0;
        if (m_good && auth > m_length - m_at) {
            m_good = m_tree.fail(m_slice.base + 10, 2,
                                 PIPECORE_TR("Decode", "auth_length exceeds the packet"));
        }
        m_bodyEnd = m_good ? std::min(m_length - auth, m_slice.bytes.size()) : 0;
        readBody(type, flags);
        if (m_good && m_bodyEnd < m_slice.bytes.size()) {
            m_at = m_bodyEnd;
            m_bodyEnd = m_slice.bytes.size();
            readAuthentication();
        }
        return m_good;
    }

private:
    [[nodiscard]] std::size_t place() const { return m_slice.base + m_at; }
    [[nodiscard]] std::size_t left() const { return m_bodyEnd - m_at; }

    bool has(std::size_t size)
    {
        if (m_good && left() < size) {
            const bool isCut = m_bodyEnd == m_slice.bytes.size() && m_bodyEnd < m_length;
            m_good = isCut ? m_tree.unexpectedEnd(m_slice, place())
                           : m_tree.fail(place(), left(),
                                         PIPECORE_TR("Decode", "unexpected end of packet"));
        }
        return m_good;
    }

    void add(Field field)
    {
        m_at += field.length;
        m_good = m_tree.add(std::move(field));
    }

    std::uint8_t number8(std::string name) { return number<std::uint8_t>(std::move(name)); }

    template <typename T>
    T number(std::string name)
    {
        if (!has(sizeof(T))) {
            return 0;
        }
        const T value = load<T>(&m_slice.bytes[m_at], m_order);
        add(numberField(std::move(name), std::to_string(value), typeName(sizeof(T)), place(),
                        sizeof(T)));
        return value;
    }

    static std::string_view typeName(std::size_t size)
    {
        return size == 1 ? "u8" : size == 2 ? "u16" : "u32";
    }

    /// A number with the name that the protocol gives it, if it has one.
    std::uint8_t named8(std::string name, std::string_view word)
    {
        if (!has(1)) {
            return 0;
        }
        const auto value = std::to_integer<std::uint8_t>(m_slice.bytes[m_at]);
        add(numberField(std::move(name), withName(value, word), "u8", place(), 1));
        return value;
    }

    std::uint16_t named16(std::string name, std::string_view (*nameOf)(std::uint16_t))
    {
        if (!has(2)) {
            return 0;
        }
        const auto value = load<std::uint16_t>(&m_slice.bytes[m_at], m_order);
        add(numberField(std::move(name), withName(value, nameOf(value)), "u16", place(), 2));
        return value;
    }

    static std::string withName(std::uint64_t value, std::string_view word)
    {
        std::string text = std::to_string(value);
        return word.empty() ? text : text + " (" + std::string(word) + ')';
    }

    void hex32(std::string name)
    {
        if (has(4)) {
            const auto value = load<std::uint32_t>(&m_slice.bytes[m_at], m_order);
            add(numberField(std::move(name), hexNumber(value, 8), "u32", place(), 4));
        }
    }

    void bytes(std::string name, std::size_t size)
    {
        if (size > 0 && has(size)) {
            add(bytesField(std::move(name), m_slice.bytes.subspan(m_at, size), "bytes", place()));
        }
    }

    void readFlags()
    {
        if (!has(1)) {
            return;
        }
        constexpr std::string_view names[] = {"FIRST_FRAG", "LAST_FRAG",  "PENDING_CANCEL",
                                              "0x08",       "CONC_MPX",   "DID_NOT_EXECUTE",
                                              "MAYBE",      "OBJECT_UUID"};
        const auto flags = std::to_integer<unsigned>(m_slice.bytes[m_at]);
        std::string text = hexNumber(flags, 2);
        for (unsigned bit = 0; bit < std::size(names); ++bit) {
            if ((flags >> bit & 1U) != 0) {
                text += ' ';
                text += names[bit];
            }
        }
        add(numberField("pfc_flags", std::move(text), "u8", place(), 1));
    }

    void readDataRepresentation()
    {
        if (!has(4)) {
            return;
        }
        const bool little = (std::to_integer<unsigned>(m_slice.bytes[m_at]) >> 4U) == 1;
        m_order = little ? ByteOrder::Little : ByteOrder::Big;
        add(wordField("packed_drep", little ? "little-endian" : "big-endian", "bytes", place(), 4));
    }

    void readBody(std::uint8_t type, std::uint8_t flags)
    {
        switch (type) {
        case Request: readRequest((flags & flagObjectUuid) != 0); break;
        case Response: readResponse(); break;
        case Fault: readFault(); break;
        case Bind:
        case AlterContext: readBind(); break;
        case BindAck:
        case AlterContextResponse: readBindAck(); break;
        case BindNak: readBindNak(); break;
        default: bytes("body", m_good ? left() : 0);
        }
    }

    void readRequest(bool hasObject)
    {
        number<std::uint32_t>("alloc_hint");
        number<std::uint16_t>("p_cont_id");
        number<std::uint16_t>("opnum");
        if (hasObject) {
            readUuid("object");
        }
        bytes("stub_data", m_good ? left() : 0);
    }

    void readResponse()
    {
        number<std::uint32_t>("alloc_hint");
        number<std::uint16_t>("p_cont_id");
        number8("cancel_count");
        number8("reserved");
        bytes("stub_data", m_good ? left() : 0);
    }

    void readFault()
    {
        number<std::uint32_t>("alloc_hint");
        number<std::uint16_t>("p_cont_id");
        number8("cancel_count");
        number8("reserved");
        hex32("status");
        bytes("stub_data", m_good ? left() : 0);
    }

    void readBind()
    {
        number<std::uint16_t>("max_xmit_frag");
        number<std::uint16_t>("max_recv_frag");
        number<std::uint32_t>("assoc_group_id");
        const std::uint8_t count = number8("n_context_elem");
        number8("reserved");
        number<std::uint16_t>("reserved2");
        for (unsigned index = 0; m_good && index < count; ++index) {
            readContext(index);
        }
    }

    void readContext(std::size_t index)
    {
        m_good = m_tree.open(groupField("p_context_elem" + itemName(index), {}, place()));
        number<std::uint16_t>("p_cont_id");
        const std::uint8_t count = number8("n_transfer_syn");
        number8("reserved");
        readSyntax("abstract_syntax");
        for (unsigned syntax = 0; m_good && syntax < count; ++syntax) {
            readSyntax("transfer_syntax" + itemName(syntax));
        }
        closeIfGood();
    }

    void readBindAck()
    {
        number<std::uint16_t>("max_xmit_frag");
        number<std::uint16_t>("max_recv_frag");
        number<std::uint32_t>("assoc_group_id");
        const std::size_t length = number<std::uint16_t>("sec_addr length");
        if (length > 0 && has(length)) {
            std::string_view text = asText(m_slice.bytes.subspan(m_at, length));
            text = text.substr(0, text.find('\0'));
            add(textField("sec_addr", text, "text", place(), length));
        }
        // The next field is aligned to four bytes from the packet's beginning.
        bytes("pad", m_good ? (4 - m_at % 4) % 4 : 0);
        const std::uint8_t count = number8("n_results");
        number8("reserved");
        number<std::uint16_t>("reserved2");
        for (unsigned index = 0; m_good && index < count; ++index) {
            m_good = m_tree.open(groupField("p_result" + itemName(index), {}, place()));
            named16("result", dceRpcResult);
            number<std::uint16_t>("reason");
            readSyntax("transfer_syntax");
            closeIfGood();
        }
    }

    void readBindNak()
    {
        number<std::uint16_t>("provider_reject_reason");
        const std::uint8_t count = number8("n_protocols");
        for (unsigned index = 0; m_good && index < count; ++index) {
            number8("rpc_vers" + itemName(index));
            number8("rpc_vers_minor" + itemName(index));
        }
        bytes("rest", m_good ? left() : 0);
    }

    void readAuthentication()
    {
        m_good = m_tree.open(groupField("auth_verifier", {}, place()));
        if (has(authHeadSize)) {
            named8("auth_type", dceRpcAuthType(std::to_integer<std::uint8_t>(m_slice.bytes[m_at])));
            number8("auth_level");
            number8("auth_pad_length");
            number8("auth_reserved");
            number<std::uint32_t>("auth_context_id");
            bytes("auth_value", m_good ? left() : 0);
        }
        closeIfGood();
    }

    /// An interface or a transfer syntax with its version.
    void readSyntax(std::string name)
    {
        constexpr std::size_t size = 20;
        if (!has(size)) {
            return;
        }
        const std::string uuid = uuidText();
        const auto version = load<std::uint32_t>(&m_slice.bytes[m_at + 16], m_order);
        std::string text =
            uuid + ' ' + std::to_string(version & 0xFFFFU) + '.' + std::to_string(version >> 16U);
        if (const auto known = dceRpcInterface(uuid); !known.empty()) {
            text += " (" + std::string(known) + ')';
        }
        add(textField(std::move(name), text, "UUID, version", place(), size));
    }

    void readUuid(std::string name)
    {
        constexpr std::size_t size = 16;
        if (has(size)) {
            add(textField(std::move(name), uuidText(), "UUID", place(), size));
        }
    }

    /// The UUID at m_at: its first three parts are numbers in the packet's byte order.
    [[nodiscard]] std::string uuidText() const
    {
        const std::byte* bytes = &m_slice.bytes[m_at];
        std::string text = hexNumber(load<std::uint32_t>(bytes, m_order), 8).substr(2) + '-'
                           + hexNumber(load<std::uint16_t>(bytes + 4, m_order), 4).substr(2) + '-'
                           + hexNumber(load<std::uint16_t>(bytes + 6, m_order), 4).substr(2) + '-';
        for (std::size_t at = 8; at < 16; ++at) {
            if (at == 10) {
                text += '-';
            }
            text += hexNumber(std::to_integer<std::uint64_t>(bytes[at]), 2).substr(2);
        }
        return text;
    }

    void closeIfGood()
    {
        if (m_good) {
            m_tree.close(place());
        }
    }

    const Slice& m_slice;
    std::size_t m_length;
    TreeBuilder& m_tree;
    ByteOrder m_order = ByteOrder::Little;
    std::size_t m_at = 0;
    std::size_t m_bodyEnd = headerSize; ///< of what may be read now
    bool m_good = true;
};

ByteOrder orderOf(ByteView header)
{
    return (std::to_integer<unsigned>(header[4]) >> 4U) == 1 ? ByteOrder::Little : ByteOrder::Big;
}

} // namespace

bool isDceRpcHeader(ByteView bytes)
{
    if (bytes.size() < headerSize) {
        return false;
    }
    const auto at = [bytes](std::size_t index) { return std::to_integer<unsigned>(bytes[index]); };
    return at(0) == 5 && at(1) <= 1 && !dceRpcPacketType(static_cast<std::uint8_t>(at(2))).empty()
           && (at(4) >> 4U) <= 1 && (at(4) & 0x0FU) <= 1 && at(5) <= 3
           && load<std::uint16_t>(&bytes[8], orderOf(bytes)) >= headerSize;
}

bool readDceRpc(const Slice& slice, TreeBuilder& tree)
{
    std::size_t at = 0;
    for (std::size_t index = 0; at < slice.bytes.size() || index == 0; ++index) {
        const ByteView rest = slice.bytes.subspan(at);
        if (rest.size() < headerSize) {
            return tree.unexpectedEnd(slice, slice.base + at);
        }
        if (!isDceRpcHeader(rest)) {
            return tree.fail(slice.base + at, headerSize,
                             PIPECORE_TR("Decode", "not a DCE/RPC 5 header"));
        }
        const auto length = load<std::uint16_t>(&rest[8], orderOf(rest));
        const auto type = dceRpcPacketType(std::to_integer<std::uint8_t>(rest[2]));
        if (!tree.open(groupField(itemName(index), type, slice.base + at))) {
            return false;
        }
        const Slice packet{rest.first(std::min<std::size_t>(length, rest.size())), slice.base + at,
                           slice.cut};
        if (!PacketReader(packet, length, tree).read()) {
            return false;
        }
        if (length > rest.size()) {
            return tree.unexpectedEnd(slice, slice.base + slice.bytes.size());
        }
        at += length;
        tree.close(slice.base + at);
    }
    return true;
}

} // namespace pipecore
