#include "explorer/pipes_proxy.h"

#include "explorer/pipes_model.h"

namespace pipescope {

PipesProxy::PipesProxy(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(PipesModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setDynamicSortFilter(true);
}

void PipesProxy::setFilter(const QString& text)
{
    m_filter = pipecore::PipeFilter(text.toStdString());
    invalidateFilter();
}

bool PipesProxy::filterAcceptsRow(int row, const QModelIndex&) const
{
    return m_filter.matches(static_cast<const PipesModel*>(sourceModel())->rowAt(row).pipe);
}

} // namespace pipescope
