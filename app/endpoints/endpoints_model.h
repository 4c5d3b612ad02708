#pragma once

#include "endpoints/endpoint_rows.h"
#include "endpoints/row_merge.h"

#include "pipecore/session/session.h"

#include <QAbstractItemModel>
#include <QElapsedTimer>

#include <optional>

namespace pipescope {

/// Servers and clients with their connections below them. Holds values; all text is made in data().
/// One call of setFacts() looks at what it was given and changes only what is another now, so that
/// selection, expansion and scroll position of a view stay.
class EndpointsModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, ProcessId, State, Since, Received, Sent, ColumnCount };

    /// The colour behind a row that has just come or gone, fading; or nothing.
    static constexpr int MarkRole = rowMarkRole;

    explicit EndpointsModel(QObject* parent = nullptr);

    /// All that is known, or what has changed since the last time.
    void setFacts(const pipecore::SessionFacts::Snapshot& facts);
    /// Lets closed rows leave whose time is over, and repaints marks that fade.
    void tick();
    void clearClosed();
    /// How long closed rows stay, in milliseconds; negative: until clearClosed().
    void setClosedStay(qint64 milliseconds);
    [[nodiscard]] qint64 closedStay() const { return m_keeper.stay(); }
    /// Milliseconds until tick() has something to do; empty when it has nothing to do.
    [[nodiscard]] std::optional<int> nextTick();
    /// Texts are in another language, colours are others.
    void refreshTexts();

    /// The row's values; null when the index is not of that kind. Valid until the next change.
    [[nodiscard]] const EndpointRow* endpointAt(const QModelIndex& index) const;
    [[nodiscard]] const ConnectionRow* connectionAt(const QModelIndex& index) const;
    [[nodiscard]] const std::vector<ConnectionRow>& connectionsOf(const EndpointRow& row) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    void repaintRows();
    void show(EndpointRowChanges changes);
    /// Of the endpoints (0), or of the connections of one.
    [[nodiscard]] MergeNotifier notifierFor(quint64 endpoint);
    [[nodiscard]] QModelIndex indexOf(quint64 endpoint) const;
    [[nodiscard]] QVariant endpointData(const EndpointRow& row, int column, int role) const;
    [[nodiscard]] QVariant connectionData(const ConnectionRow& row, int column, int role) const;
    [[nodiscard]] qint64 now() const;

    QElapsedTimer m_clock;
    RowKeeper m_keeper;
    std::vector<EndpointRow> m_endpoints;
    std::unordered_map<quint64, std::vector<ConnectionRow>> m_connections; ///< by endpoint
};

} // namespace pipescope
