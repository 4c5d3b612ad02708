#pragma once

#include "number_text.h"
#include "pipecore/base/bytes.h"
#include "tree_builder.h"

#include <concepts>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace pipecore {

/// "5 (FAILURE)"; without a word only the number.
[[nodiscard]] std::string withName(std::uint64_t value, std::string_view word);
/// "0x05 FIRST LAST": the names of the bits that are set, the lowest first. An empty name is left out.
[[nodiscard]] std::string flagsText(std::uint64_t value, unsigned hexDigits,
                                    std::span<const std::string_view> names);

/// Reads the fields of a binary format in order, each with its place. After a field that is not all
/// there, or a limit of the tree, nothing is read any more: isGood() is false, numbers are 0. Fields
/// then stay open until TreeBuilder::finish().
class FieldReader
{
public:
    /// Reads all of `slice`, which must outlive it.
    FieldReader(const Slice& slice, TreeBuilder& tree, ByteOrder order = ByteOrder::Big);
    /// Reads the next `size` bytes of `outer` and moves that behind them. Shares isGood() with it. A
    /// field that goes beyond these bytes is a mistake; with fewer bytes in `outer`, the data end,
    /// which endPart() reports.
    FieldReader(FieldReader& outer, std::uint64_t size);
    FieldReader(const FieldReader&) = delete;
    FieldReader& operator=(const FieldReader&) = delete;

    [[nodiscard]] bool isGood() const { return *m_good; }
    /// True while fields follow.
    [[nodiscard]] bool hasMore() const { return *m_good && m_at < m_end; }
    [[nodiscard]] std::size_t left() const { return *m_good ? m_end - m_at : 0; }
    /// With those that the data do not have any more.
    [[nodiscard]] std::uint64_t wholeLeft() const { return left() + m_missing; }
    /// Bytes from the beginning of the slice.
    [[nodiscard]] std::size_t position() const { return m_at; }
    [[nodiscard]] std::size_t place() const { return m_slice.base + m_at; }
    [[nodiscard]] ByteView rest() const { return m_slice.bytes.subspan(m_at, left()); }
    [[nodiscard]] TreeBuilder& tree() { return m_tree; }
    [[nodiscard]] ByteOrder order() const { return m_order; }
    void setOrder(ByteOrder order) { m_order = order; }

    /// True when `size` more bytes are there; otherwise reports that they are not.
    bool has(std::uint64_t size);
    /// The number that comes next, without moving; 0 when it is not there.
    template <std::unsigned_integral T>
    [[nodiscard]] T peek() const
    {
        return left() < sizeof(T) ? T{0} : load<T>(&m_slice.bytes[m_at], m_order);
    }
    template <std::unsigned_integral T>
    T number(std::string name)
    {
        return add<T>(std::move(name), [](T value) { return std::to_string(value); });
    }
    /// A number and the word that `nameOf` has for it, which may be empty.
    template <std::unsigned_integral T, typename NameOf>
    T named(std::string name, NameOf nameOf)
    {
        return add<T>(std::move(name), [&](T value) { return withName(value, nameOf(value)); });
    }
    template <std::unsigned_integral T>
    T hex(std::string name)
    {
        return add<T>(std::move(name), [](T value) { return hexNumber(value, 2 * sizeof(T)); });
    }
    template <std::unsigned_integral T>
    T flags(std::string name, std::span<const std::string_view> names)
    {
        return add<T>(std::move(name),
                      [&](T value) { return flagsText(value, 2 * sizeof(T), names); });
    }
    /// Text of so many bytes. Its place is that of the bytes.
    std::string_view text(std::string name, std::uint64_t size, std::string_view type = "text");
    /// The next `size` bytes, with a value that is spelled otherwise than they are.
    void spelled(std::string name, std::string_view value, std::uint64_t size,
                 std::string_view type, FieldKind kind = FieldKind::Text);
    /// Bytes in hex; none when `size` is 0.
    void bytes(std::string name, std::uint64_t size, std::string_view type = "bytes");
    /// Bytes that are not shown unless the limits allow secrets.
    void secret(std::string name, std::uint64_t size);
    /// Bytes as text if they are, else in hex.
    void textOrBytes(std::string name, std::uint64_t size);
    /// The next `size` bytes as another format, within a group; a single value takes its place. What is
    /// missing of them is reported.
    void nested(std::string name, std::string_view type, std::uint64_t size,
                const std::function<bool(const Slice&, TreeBuilder&)>& read);
    void skip(std::uint64_t size);

    void open(std::string name, std::string_view type = {}, FieldKind kind = FieldKind::Group);
    /// Gives the open field a summary.
    void summarize(std::string_view text);
    void close();
    /// Ends a part: reports the bytes that it should have had and the data do not.
    void endPart() { has(left() + m_missing); }
    /// A mistake in the next `size` bytes; nothing is read any more.
    void fail(std::uint64_t size, std::string_view pattern, std::vector<std::string> values = {});

private:
    template <typename T, typename Spell>
    T add(std::string name, Spell spell)
    {
        if (!has(sizeof(T))) {
            return T{0};
        }
        const T value = load<T>(&m_slice.bytes[m_at], m_order);
        constexpr std::string_view types[] = {"", "u8", "u16", "", "u32", "", "", "", "u64"};
        addField(numberField(std::move(name), spell(value), types[sizeof(T)], place(), sizeof(T)));
        return value;
    }
    void addField(Field field);
    void dropList();

    const Slice& m_slice;
    TreeBuilder& m_tree;
    ByteOrder m_order;
    std::size_t m_at = 0;
    std::size_t m_end = 0;
    std::uint64_t m_missing = 0; ///< bytes of the part that the data do not have
    bool m_isPart = false;       ///< the end is that of a part, not of the data
    bool m_own = true;
    bool* m_good;
};

} // namespace pipecore
