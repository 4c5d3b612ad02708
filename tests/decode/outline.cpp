#include "outline.h"

#include "payload/utf8.h"

using namespace pipecore;

namespace {

void addLines(QByteArray& text, const Field& field, int depth)
{
    for (const Field& child : field.children) {
        text += QByteArray(depth, ' ');
        QByteArray line = QByteArray::fromStdString(child.name);
        if (!child.value.empty()) {
            line += ": " + QByteArray::fromStdString(child.value);
        }
        if (!child.type.empty()) {
            line += " <" + QByteArray(child.type.data(), qsizetype(child.type.size())) + '>';
        }
        if (child.kind == FieldKind::Error || child.kind == FieldKind::Notice) {
            line += (child.kind == FieldKind::Error ? "! " : "… ")
                    + QByteArray::fromStdString(child.problem.text());
        }
        line += " @" + QByteArray::number(qulonglong(child.offset)) + '+'
                + QByteArray::number(qulonglong(child.length));
        text += line.trimmed() + '\n';
        addLines(text, child, depth + 1);
    }
}

struct Count
{
    std::size_t fields = 0;
    QByteArray broken;
};

void check(const Field& field, const Field& parent, std::size_t depth, std::size_t payloadSize,
           const DecodeLimits& limits, Count& count)
{
    // An ellipsis may follow what was cut.
    constexpr std::size_t more = 8;
    ++count.fields;
    if (depth > limits.depth + 1) {
        count.broken = "too deep";
    } else if (field.offset + field.length > payloadSize) {
        count.broken = "outside of the payload: " + QByteArray::fromStdString(field.name);
    } else if (field.offset < parent.offset) {
        count.broken = "before its parent: " + QByteArray::fromStdString(field.name);
    } else if (findInvalidUtf8(field.value) != std::string_view::npos
               || findInvalidUtf8(field.name) != std::string_view::npos) {
        count.broken = "not UTF-8";
    } else if (field.kind != FieldKind::Binary && field.value.size() > limits.valueBytes + more) {
        count.broken = "too long";
    } else if ((field.kind == FieldKind::Error || field.kind == FieldKind::Notice)
               == field.problem.pattern.empty()) {
        count.broken = "a problem without words, or words without a problem";
    }
    for (const Field& child : field.children) {
        check(child, field, depth + 1, payloadSize, limits, count);
    }
}

} // namespace

QByteArray outline(const Decoded& decoded)
{
    QByteArray text;
    addLines(text, decoded.root, 0);
    return text;
}

QByteArray fromHex(const char* hex)
{
    return QByteArray::fromHex(hex);
}

ByteView viewOf(const QByteArray& bytes)
{
    return asBytes({bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

QByteArray brokenPromise(const Decoded& decoded, std::size_t payloadSize,
                         const DecodeLimits& limits)
{
    Count count;
    check(decoded.root, decoded.root, 0, payloadSize, limits, count);
    if (count.fields > limits.fields + 4) {
        return "too many fields";
    }
    if (decoded.pretty.size() > limits.prettyBytes + 8) {
        return "laid-out text too long";
    }
    return count.broken;
}
