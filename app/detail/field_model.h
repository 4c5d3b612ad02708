#pragma once

#include "pipecore/decode/decode.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace pipescope {

/// A decoded payload as a tree: name, value, type, position. GUI thread only.
class FieldModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, Type, Place, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    /// Shows the children of `root`; null shows nothing.
    void setRoot(std::shared_ptr<const pipecore::Field> root);
    [[nodiscard]] const pipecore::Field* fieldAt(const QModelIndex& index) const;
    /// The innermost field below `parent` with this byte; an invalid index if none.
    [[nodiscard]] QModelIndex fieldWithByte(std::size_t byte, const QModelIndex& parent = {}) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    /// Fields in breadth-first order: siblings are adjacent.
    struct Node
    {
        const pipecore::Field* field = nullptr;
        std::size_t parent = 0;
        std::size_t firstChild = 0;
    };

    [[nodiscard]] std::size_t nodeOf(const QModelIndex& index) const;
    [[nodiscard]] QString text(const pipecore::Field& field, int column) const;

    std::shared_ptr<const pipecore::Field> m_root;
    std::vector<Node> m_nodes; ///< the root is the first
};

} // namespace pipescope
