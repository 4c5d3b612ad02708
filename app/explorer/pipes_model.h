#pragma once

#include "explorer/pipe_rows.h"

#include "pipecore/discovery/listing.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QSortFilterProxyModel>

#include <optional>
#include <vector>

namespace pipescope {

/// The pipes of this computer. Holds values; all text is made in data(). A new listing changes only the
/// rows that are others now, so that selection and scroll position of a view stay.
class PipesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Not every system fills every column, see hasColumn().
    enum Column { Name, Type, Count, Limit, Program, ProcessId, ColumnCount };

    /// What a column is sorted by.
    static constexpr int SortRole = Qt::UserRole + 1;

    explicit PipesModel(QObject* parent = nullptr);

    void setListing(std::vector<pipecore::ListedPipe> listing);
    void clear();
    /// Lets rows leave whose time is over, and repaints marks that fade.
    void tick();
    /// Milliseconds until tick() has something to do; empty when it has nothing to do.
    [[nodiscard]] std::optional<int> nextTick() const;
    /// Texts are in another language, colours are others.
    void refreshTexts();

    /// Whether the listing says what the column shows: Windows has instances and limits, Linux has
    /// types, clients and processes.
    [[nodiscard]] bool hasColumn(int column) const;
    /// How many are there, without those that are gone.
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
