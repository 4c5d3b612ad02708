#include "field_reader.h"

#include "decoders.h"
#include "pipecore/base/translatable.h"

#include <algorithm>

namespace pipecore {

std::string withName(std::uint64_t value, std::string_view word)
{
    std::string text = std::to_string(value);
    if (!word.empty()) {
        text.append(" (").append(word).append(")");
    }
    return text;
}

std::string flagsText(std::uint64_t value, unsigned hexDigits,
                      std::span<const std::string_view> names)
{
    std::string text = hexNumber(value, hexDigits);
    for (std::size_t bit = 0; bit < names.size(); ++bit) {
        if ((value >> bit & 1U) != 0 && !names[bit].empty()) {
            text.append(" ").append(names[bit]);
        }
    }
    return text;
}

FieldReader::FieldReader(const Slice& slice, TreeBuilder& tree, ByteOrder order)
    : m_slice(slice)
    , m_tree(tree)
    , m_order(order)
    , m_end(slice.bytes.size())
    , m_good(&m_own)
{}

FieldReader::FieldReader(FieldReader& outer, std::uint64_t size)
    : m_slice(outer.m_slice)
    , m_tree(outer.m_tree)
    , m_order(outer.m_order)
    , m_at(outer.m_at)
    , m_end(outer.m_end)
    , m_isPart(outer.m_isPart)
    , m_good(outer.m_good)
{
    if (size <= m_end - m_at) {
        m_end = m_at + static_cast<std::size_t>(size);
        m_isPart = true;
    } else {
        m_missing = size - (m_end - m_at);
    }
    outer.m_at = m_end;
}

bool FieldReader::has(std::uint64_t size)
{
    if (*m_good && left() < size) {
        *m_good = m_isPart ? m_tree.fail(place(), left(),
                                         PIPECORE_TR("Decode", "expected %1 bytes, found %2"),
                                         {std::to_string(size), std::to_string(left())})
                           : m_tree.unexpectedEnd(m_slice, place());
    }
    return *m_good;
}

void FieldReader::addField(Field field)
{
    m_at += field.length;
    *m_good = m_tree.add(std::move(field));
}

std::string_view FieldReader::text(std::string name, std::uint64_t size, std::string_view type)
{
    if (!has(size)) {
        return {};
    }
    const std::string_view text =
        asText(m_slice.bytes.subspan(m_at, static_cast<std::size_t>(size)));
    addField(textField(std::move(name), text, type, place(), text.size()));
    return text;
}

void FieldReader::spelled(std::string name, std::string_view value, std::uint64_t size,
                          std::string_view type, FieldKind kind)
{
    if (has(size)) {
        Field field =
            textField(std::move(name), value, type, place(), static_cast<std::size_t>(size));
        field.kind = kind;
        addField(std::move(field));
    }
}

void FieldReader::bytes(std::string name, std::uint64_t size, std::string_view type)
{
    if (size > 0 && has(size)) {
        const ByteView bytes = m_slice.bytes.subspan(m_at, static_cast<std::size_t>(size));
        addField(bytesField(std::move(name), bytes, type, place()));
    }
}

void FieldReader::secret(std::string name, std::uint64_t size)
{
    if (m_tree.limits().showSecrets) {
        textOrBytes(std::move(name), size);
    } else if (size > 0 && has(size)) {
        addField(wordField(std::move(name), "hidden", "secret", place(),
                           static_cast<std::size_t>(size)));
    }
}

void FieldReader::textOrBytes(std::string name, std::uint64_t size)
{
    if (size > left() || !isPlainText(rest().first(static_cast<std::size_t>(size)), false)) {
        bytes(std::move(name), size);
    } else {
        text(std::move(name), size);
    }
}

void FieldReader::nested(std::string name, std::string_view type, std::uint64_t size,
                         const std::function<bool(const Slice&, TreeBuilder&)>& read)
{
    if (!*m_good) {
        return;
    }
    const bool isAll = size <= left();
    const std::size_t taken = isAll ? static_cast<std::size_t>(size) : left();
    open(std::move(name), type);
    if (*m_good && taken > 0) {
        const Slice part{m_slice.bytes.subspan(m_at, taken), place(), !isAll && m_slice.cut};
        *m_good = read(part, m_tree);
    }
    if (*m_good) {
        m_at += taken;
        if (has(size - taken)) {
            dropList();
        }
    }
    close();
}

/// A document is the value itself, not a list of one.
void FieldReader::dropList()
{
    Field& list = m_tree.top();
    if (list.children.size() != 1 || list.children.front().name != itemName(0)) {
        return;
    }
    Field value = std::move(list.children.front());
    value.name = std::move(list.name);
    value.offset = list.offset;
    list = std::move(value);
}

void FieldReader::skip(std::uint64_t size)
{
    if (has(size)) {
        m_at += static_cast<std::size_t>(size);
    }
}

void FieldReader::open(std::string name, std::string_view type, FieldKind kind)
{
    if (*m_good) {
        *m_good = m_tree.open(groupField(std::move(name), type, place(), kind));
    }
}

void FieldReader::summarize(std::string_view text)
{
    if (*m_good) {
        m_tree.top().value = shortened(text, m_tree.limits().valueBytes);
    }
}

void FieldReader::close()
{
    if (*m_good) {
        m_tree.close(place());
    }
}

void FieldReader::fail(std::uint64_t size, std::string_view pattern,
                       std::vector<std::string> values)
{
    if (*m_good) {
        const std::uint64_t shown = std::min<std::uint64_t>(size, left());
        *m_good = m_tree.fail(place(), static_cast<std::size_t>(shown), pattern, std::move(values));
    }
}

} // namespace pipecore
