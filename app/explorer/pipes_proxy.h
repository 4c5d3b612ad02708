#pragma once

#include "pipecore/discovery/listing.h"

#include <QSortFilterProxyModel>

namespace pipescope {

/// The rows of PipesModel that a filter lets through, sorted.
class PipesProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit PipesProxy(QObject* parent = nullptr);

    void setFilter(const QString& text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    pipecore::PipeFilter m_filter{{}};
};

} // namespace pipescope
