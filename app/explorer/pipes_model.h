#pragma once

#include "explorer/pipe_rows.h"

#include "pipecore/discovery/listing.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QSortFilterProxyModel>

#include <optional>
#include <vector>

namespace pipescope {

/// The pipes of this computer. Holds values; data() makes all text. A new listing changes only rows
/// that differ, so that selection and scroll position of a view stay.
class PipesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Not every system fills every column, see hasColumn().
    enum Column { Name, Type, Count, Limit, Program, ProcessId, ColumnCount };

    /// The sort key of a column.
    static constexpr int SortRole = Qt::UserRole + 1;

    explicit PipesModel(QObject* parent = nullptr);

    void setListing(std::vector<pipecore::ListedPipe> listing);
    void clear();
    /// Removes rows whose time is over, and repaints fading marks.
    void tick();
    /// Milliseconds until the next tick(); empty if none is pending.
    [[nodiscard]] std::optional<int> nextTick() const;
    /// Updates texts and colours after a change of language or theme.
    void refreshTexts();

    /// True if listings contain the column: Windows has instances and limits, Linux has types,
    /// clients and processes.
    [[nodiscard]] bool hasColumn(int column) const;
    /// Number of pipes, without removed ones.
    [[nodiscard]] int presentCount() const;
    /// The row's values. Valid until the next change.
    [[nodiscard]] const PipeRow& rowAt(int row) const
    {
        return m_rows.at(static_cast<std::size_t>(row));
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    void update();
    [[nodiscard]] qint64 now() const { return m_clock.elapsed() + 1; } // 0 means never
    [[nodiscard]] QVariant foreground(const PipeRow& row, int column) const;

    QElapsedTimer m_clock;
    PipeRowKeeper m_keeper;
    std::vector<PipeRow> m_rows;
    bool m_countsInstances = false;
};

/// The rows of PipesModel that match a filter, sorted.
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
