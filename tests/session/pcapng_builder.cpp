#include "pcapng_builder.h"

#include <QFile>

using pipecore::asBytes;

PcapngBuilder& PcapngBuilder::number(std::uint64_t value, int size)
{
    for (int i = 0; i < size; ++i) {
        const int place = m_order == Order::Little ? i : size - 1 - i;
        m_bytes.push_back(static_cast<std::byte>((value >> (8 * place)) & 0xFFU));
    }
    return *this;
}

PcapngBuilder& PcapngBuilder::u8(std::uint8_t value)
{
    m_bytes.push_back(std::byte{value});
    return *this;
}

PcapngBuilder& PcapngBuilder::tag(std::uint16_t code, std::string_view value)
{
    for (const std::size_t part : {std::size_t(code), value.size()}) {
        u8(static_cast<std::uint8_t>(part >> 8U));
        u8(static_cast<std::uint8_t>(part & 0xFFU));
    }
    return text(value);
}

PcapngBuilder& PcapngBuilder::text(std::string_view bytes)
{
    const auto view = asBytes(bytes);
    m_bytes.insert(m_bytes.end(), view.begin(), view.end());
    return *this;
}

PcapngBuilder& PcapngBuilder::pad()
{
    while (m_bytes.size() % 4 != 0) {
        u8(0);
    }
    return *this;
}

PcapngBuilder& PcapngBuilder::option(std::uint16_t code, std::string_view value)
{
    u16(code).u16(static_cast<std::uint16_t>(value.size()));
    return text(value).pad();
}

PcapngBuilder& PcapngBuilder::begin(std::uint32_t type)
{
    m_blockStart = m_bytes.size();
    return u32(type).u32(0);
}

PcapngBuilder& PcapngBuilder::end()
{
    const auto length = static_cast<std::uint32_t>(m_bytes.size() - m_blockStart + 4);
    u32(length);
    PcapngBuilder start(m_order);
    start.u32(length);
    std::ranges::copy(start.m_bytes,
                      m_bytes.begin() + static_cast<std::ptrdiff_t>(m_blockStart + 4));
    return *this;
}

PcapngBuilder& PcapngBuilder::section()
{
    return begin(0x0A0D0D0A).u32(0x1A2B3C4D).u16(1).u16(0).u64(~std::uint64_t{0}).end();
}

PcapngBuilder& PcapngBuilder::interface(std::uint16_t linkType, std::string_view name,
                                        int resolution, std::uint32_t snapLength)
{
    begin(1).u16(linkType).u16(0).u32(snapLength);
    if (!name.empty()) {
        option(2, name);
    }
    if (resolution >= 0) {
        option(9, std::string(1, static_cast<char>(resolution)));
    }
    return u32(0).end();
}

PcapngBuilder& PcapngBuilder::packet(std::uint32_t interface, std::uint64_t time,
                                     std::string_view data, std::uint32_t flags,
                                     std::string_view comment)
{
    const auto size = static_cast<std::uint32_t>(data.size());
    begin(6).u32(interface).u32(static_cast<std::uint32_t>(time >> 32U));
    u32(static_cast<std::uint32_t>(time)).u32(size).u32(size).text(data).pad();
    if (!comment.empty()) {
        option(1, comment);
    }
    if (flags != 0) {
        u16(2).u16(4).u32(flags);
    }
    if (flags != 0 || !comment.empty()) {
        u32(0);
    }
    return end();
}

PcapngBuilder& PcapngBuilder::append(const PcapngBuilder& other)
{
    m_bytes.insert(m_bytes.end(), other.m_bytes.begin(), other.m_bytes.end());
    return *this;
}

bool PcapngBuilder::save(const QString& path) const
{
    return saveBytes(path, m_bytes);
}

bool saveBytes(const QString& path, pipecore::ByteView bytes)
{
    // Some file systems write a file that is overwritten to the disk at once, which takes long.
    QFile::remove(path);
    QFile file(path);
    const auto size = static_cast<qint64>(bytes.size());
    return file.open(QIODevice::WriteOnly)
           && file.write(reinterpret_cast<const char*>(bytes.data()), size) == size;
}
