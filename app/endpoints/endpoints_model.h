#pragma once

#include "endpoints/endpoint_rows.h"
#include "endpoints/row_merge.h"

#include "pipecore/session/session.h"

#include <QAbstractItemModel>
#include <QElapsedTimer>

#include <optional>

namespace pipescope {

/// Servers and clients with their connections as children. Holds values; data() makes all text.
/// setFacts() applies only the changes, so that selection, expansion and scroll position of a view
/// stay.
class EndpointsModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, ProcessId, State, Since, Received, Sent, ColumnCount };

    /// The fading background of a row that has just appeared or closed; or nothing.
    static constexpr int MarkRole = rowMarkRole;

    explicit EndpointsModel(QObject* parent = nullptr);

    /// Takes all facts, or the changes since the last call.
    void setFacts(const pipecore::SessionFacts::Snapshot& facts);
    /// Removes closed rows whose time is over, and repaints fading marks.
    void tick();
    void clearClosed();
    /// Time that closed rows stay, in milliseconds; negative: until clearClosed().
    void setClosedStay(qint64 milliseconds);
    [[nodiscard]] qint64 closedStay() const { return m_keeper.stay(); }
    /// Milliseconds until the next tick(); empty if none is pending.
    [[nodiscard]] std::optional<int> nextTick();
    /// Updates texts and colours after a change of language or theme.
    void refreshTexts();

    /// The row's values; null if the index is of another kind. Valid until the next change.
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
    /// The notifier of the endpoints (0), or of the connections of one.
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
