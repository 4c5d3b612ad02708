#pragma once

#include "pipecore/base/bytes.h"

#include <QString>

#include <cstdint>
#include <string_view>

/// Builds pcapng files byte by byte, in either byte order, also wrong ones.
class PcapngBuilder
{
public:
    enum class Order { Little, Big };
    explicit PcapngBuilder(Order order = Order::Little) : m_order(order) {}

    PcapngBuilder& u8(std::uint8_t value);
    PcapngBuilder& u16(std::uint16_t value) { return number(value, 2); }
    PcapngBuilder& u32(std::uint32_t value) { return number(value, 4); }
    PcapngBuilder& u64(std::uint64_t value) { return number(value, 8); }
    /// In network order, whatever the file's is: tags of exported PDUs.
    PcapngBuilder& tag(std::uint16_t code, std::string_view value);
    PcapngBuilder& text(std::string_view bytes);
    PcapngBuilder& pad();
    PcapngBuilder& option(std::uint16_t code, std::string_view value);

    /// Everything up to end() is the inside of a block.
    PcapngBuilder& begin(std::uint32_t type);
    PcapngBuilder& end();

    PcapngBuilder& section();
    PcapngBuilder& interface(std::uint16_t linkType, std::string_view name = {},
                             int resolution = -1, std::uint32_t snapLength = 0);
    /// An enhanced packet block; `flags` 0 leaves the option out.
    PcapngBuilder& packet(std::uint32_t interface, std::uint64_t time, std::string_view data,
                          std::uint32_t flags = 0, std::string_view comment = {});
    PcapngBuilder& append(const PcapngBuilder& other);

    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }
    [[nodiscard]] const pipecore::Bytes& bytes() const { return m_bytes; }
    [[nodiscard]] bool save(const QString& path) const;

private:
    PcapngBuilder& number(std::uint64_t value, int size);

    Order m_order;
    pipecore::Bytes m_bytes;
    std::size_t m_blockStart = 0;
};

[[nodiscard]] bool saveBytes(const QString& path, pipecore::ByteView bytes);
