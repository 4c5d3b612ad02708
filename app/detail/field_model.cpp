#include "detail/field_model.h"

#include "detail/decode_text.h"
#include "widgets/formatting.h"
#include "widgets/theme.h"

#include <QFont>

namespace pipescope {

namespace {

using pipecore::Field;
using pipecore::FieldKind;

constexpr qsizetype maxTipLength = 2000;

bool isProblem(const Field& field)
{
    return field.kind == FieldKind::Error || field.kind == FieldKind::Notice;
}

} // namespace

void FieldModel::setRoot(std::shared_ptr<const Field> root)
{
    beginResetModel();
    m_root = std::move(root);
    m_nodes.clear();
    if (m_root) {
        m_nodes.push_back({m_root.get(), 0, 0});
        for (std::size_t at = 0; at < m_nodes.size(); ++at) {
            m_nodes[at].firstChild = m_nodes.size();
            for (const Field& child : m_nodes[at].field->children) {
                m_nodes.push_back({&child, at, 0});
            }
        }
    }
    endResetModel();
}

std::size_t FieldModel::nodeOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<std::size_t>(index.internalId()) : 0;
}

const Field* FieldModel::fieldAt(const QModelIndex& index) const
{
    return index.isValid() ? m_nodes[nodeOf(index)].field : nullptr;
}

QModelIndex FieldModel::fieldWithByte(std::size_t byte, const QModelIndex& parent) const
{
    for (int row = 0; row < rowCount(parent); ++row) {
        const QModelIndex child = index(row, 0, parent);
        const Field& field = *fieldAt(child);
        if (byte >= field.offset && byte - field.offset < field.length) {
            const QModelIndex inner = fieldWithByte(byte, child);
            return inner.isValid() ? inner : child;
        }
    }
    return {};
}

QModelIndex FieldModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    const Node& node = m_nodes[nodeOf(parent)];
    return createIndex(row, column,
                       static_cast<quintptr>(node.firstChild) + static_cast<quintptr>(row));
}

QModelIndex FieldModel::parent(const QModelIndex& child) const
{
    const std::size_t parent = child.isValid() ? m_nodes[nodeOf(child)].parent : 0;
    if (parent == 0) {
        return {};
    }
    const std::size_t first = m_nodes[m_nodes[parent].parent].firstChild;
    return createIndex(static_cast<int>(parent - first), 0, static_cast<quintptr>(parent));
}

int FieldModel::rowCount(const QModelIndex& parent) const
{
    if (m_nodes.empty() || parent.column() > 0) {
        return 0;
    }
    return static_cast<int>(m_nodes[nodeOf(parent)].field->children.size());
}

int FieldModel::columnCount(const QModelIndex& parent) const
{
    Q_UNUSED(parent);
    return ColumnCount;
}

QString FieldModel::text(const Field& field, int column) const
{
    switch (column) {
    case Name:
        if (field.kind == FieldKind::Error) {
            return tr("Error");
        }
        return field.kind == FieldKind::Notice ? tr("Truncated") : onOneLine(fromCore(field.name));
    case Value:
        if (isProblem(field)) {
            return decodeProblem(field.problem);
        }
        if (field.value.empty() && !field.children.empty()) {
            return field.children.size() == 1
                       ? tr("1 field")
                       : tr("%1 fields").arg(formatCount(field.children.size()));
        }
        return onOneLine(fromCore(field.value));
    case Type: return fromCore(field.type);
    default:
        return QStringLiteral("0x%1 + %2")
            .arg(QString::number(field.offset, 16).toUpper(), formatCount(field.length));
    }
}

QVariant FieldModel::data(const QModelIndex& index, int role) const
{
    const Field* field = fieldAt(index);
    if (field == nullptr) {
        return {};
    }
    const Theme& theme = Theme::instance();
    const bool isSummary = field->value.empty() && !isProblem(*field);
    switch (role) {
    case Qt::DisplayRole: return text(*field, index.column());
    case Qt::ToolTipRole:
        return index.column() == Value || index.column() == Name
                   ? text(*field, index.column()).left(maxTipLength)
                   : QVariant();
    case Qt::FontRole: return index.column() == Name ? QVariant() : theme.monospaceFont();
    case Qt::ForegroundRole:
        if (isProblem(*field)) {
            return theme.color(field->kind == FieldKind::Error ? Token::Error : Token::Warning);
        }
        return index.column() > Value || (index.column() == Value && isSummary)
                   ? theme.color(Token::Muted)
                   : QVariant();
    default: return {};
    }
}

QVariant FieldModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name: return tr("Name");
    case Value: return tr("Value");
    case Type: return tr("Type");
    default: return tr("Offset, length");
    }
}

} // namespace pipescope
