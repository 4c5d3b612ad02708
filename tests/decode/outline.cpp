#include "outline.h"

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
