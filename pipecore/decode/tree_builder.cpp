#include "tree_builder.h"

#include "pipecore/base/clean_text.h"
#include "pipecore/base/translatable.h"
#include "pipecore/base/utf8.h"
#include "pipecore/payload/payload.h"

#include <algorithm>

namespace pipecore {

namespace {

constexpr std::size_t hexShown = 32;
constexpr std::string_view ellipsis = "…";

} // namespace

TreeBuilder::TreeBuilder(Decoded& decoded, const DecodeLimits& limits, const DecodeContext& context)
    : m_decoded(decoded)
    , m_limits(limits)
    , m_context(context)
    , m_open{&decoded.root}
{}

void TreeBuilder::ended(DecodeEnd end)
{
    if (m_decoded.end == DecodeEnd::Good) {
        m_decoded.end = end;
    }
}

bool TreeBuilder::stop(std::size_t offset, std::string_view pattern,
                       std::vector<std::string> values)
{
    // A field beyond the limit reports the truncation.
    Field field;
    field.kind = FieldKind::Notice;
    field.offset = offset;
    field.problem = {pattern, std::move(values)};
    top().children.push_back(std::move(field));
    ended(DecodeEnd::Limit);
    return false;
}

bool TreeBuilder::add(Field field)
{
    if (m_fields >= m_limits.fields) {
        return stop(field.offset, PIPECORE_TR("Decode", "truncated: showing the first %1 fields"),
                    {std::to_string(m_limits.fields)});
    }
    ++m_fields;
    field.name = shortened(field.name, m_limits.valueBytes);
    field.value = shortened(field.value, m_limits.valueBytes);
    top().children.push_back(std::move(field));
    return true;
}

bool TreeBuilder::open(Field field)
{
    if (depth() >= m_limits.depth) {
        return stop(field.offset,
                    PIPECORE_TR("Decode", "nested deeper than %1 levels: contents not shown"),
                    {std::to_string(m_limits.depth)});
    }
    if (!add(std::move(field))) {
        return false;
    }
    // Only the innermost open field gets children, so no field moves while it is in this list.
    m_open.push_back(&top().children.back());
    return true;
}

void TreeBuilder::close(std::size_t end)
{
    top().length = end - top().offset;
    m_open.pop_back();
}

bool TreeBuilder::error(std::size_t offset, std::size_t length, std::string_view pattern,
                        std::vector<std::string> values)
{
    Field field;
    field.kind = FieldKind::Error;
    field.offset = offset;
    field.length = length;
    field.problem = {pattern, std::move(values)};
    ended(DecodeEnd::Mistake);
    return add(std::move(field));
}

bool TreeBuilder::fail(std::size_t offset, std::size_t length, std::string_view pattern,
                       std::vector<std::string> values)
{
    // A field beyond the limit: the place of the error must be visible.
    m_limits.fields = std::max(m_limits.fields, m_fields + 1);
    static_cast<void>(error(offset, length, pattern, std::move(values)));
    return false;
}

bool TreeBuilder::unexpectedEnd(const Slice& slice, std::size_t offset)
{
    const std::size_t end = slice.base + slice.bytes.size();
    if (slice.cut) {
        return stop(end, PIPECORE_TR("Decode", "truncated: decoding the first %1 bytes"),
                    {std::to_string(end)});
    }
    ended(DecodeEnd::CutOff);
    return fail(offset, end - offset, PIPECORE_TR("Decode", "unexpected end of data"));
}

void TreeBuilder::finish(std::size_t end)
{
    while (m_open.size() > 1) {
        close(end);
    }
}

void TreeBuilder::pretty(std::string_view text)
{
    std::string& whole = m_decoded.pretty;
    if (m_decoded.prettyCut) {
        return;
    }
    const std::string_view part = clipUtf8(text, m_limits.prettyBytes - whole.size());
    whole += part;
    m_decoded.prettyCut = part.size() < text.size();
}

void TreeBuilder::prettyLine(std::size_t indent)
{
    constexpr std::size_t step = 2;
    if (!m_decoded.pretty.empty()) {
        pretty("\n" + std::string(indent * step, ' '));
    }
}

Field groupField(std::string name, std::string_view type, std::size_t offset, FieldKind kind)
{
    Field field;
    field.name = std::move(name);
    field.type = type;
    field.kind = kind;
    field.offset = offset;
    return field;
}

Field textField(std::string name, std::string_view text, std::string_view type, std::size_t offset,
                std::size_t length)
{
    Field field = groupField(std::move(name), type, offset, FieldKind::Text);
    field.value = text;
    field.length = length;
    return field;
}

Field numberField(std::string name, std::string value, std::string_view type, std::size_t offset,
                  std::size_t length)
{
    Field field = groupField(std::move(name), type, offset, FieldKind::Number);
    field.value = std::move(value);
    field.length = length;
    return field;
}

Field wordField(std::string name, std::string_view word, std::string_view type, std::size_t offset,
                std::size_t length)
{
    Field field = textField(std::move(name), word, type, offset, length);
    field.kind = FieldKind::Word;
    return field;
}

Field bytesField(std::string name, ByteView bytes, std::string_view type, std::size_t offset)
{
    Field field = groupField(std::move(name), type, offset, FieldKind::Binary);
    field.value = formatHex(bytes.first(std::min(bytes.size(), hexShown)));
    if (bytes.size() > hexShown) {
        field.value += ' ';
        field.value += ellipsis;
    }
    field.length = bytes.size();
    return field;
}

std::string itemName(std::size_t index)
{
    return '[' + std::to_string(index) + ']';
}

std::string shortened(std::string_view text, std::size_t maxBytes)
{
    const std::string_view part = clipUtf8(text, maxBytes);
    std::string result = findInvalidUtf8(part) == std::string_view::npos
                             ? std::string(part)
                             : toValidUtf8(part, std::string::npos);
    bool cut = part.size() < text.size();
    // A byte that is none becomes three.
    if (result.size() > maxBytes) {
        result.resize(clipUtf8(result, maxBytes).size());
        cut = true;
    }
    if (cut) {
        result += ellipsis;
    }
    return result;
}

} // namespace pipecore
