#pragma once

#include "tasks/task.h"

#include "pipecore/session/session.h"

#include <QObject>

#include <optional>

namespace pipescope {

/// Finds out which rows of a session answer which (pipecore::Pairing), for the log's latencies: a few new rows at
/// once, many on another thread. To be used from the GUI thread.
class PairFinder : public QObject
{
    Q_OBJECT

public:
    /// Rows that are looked at in the GUI thread.
    static constexpr quint64 maxAtOnce = 1024;

    explicit PairFinder(QObject* parent = nullptr);
    /// stop()s.
    ~PairFinder() override;

    /// Begins with the rows of this session; not owned, null for none. The previous one is no longer used.
    void start(const pipecore::RecordSource* source);
    /// Returns when no rows are used any more.
    void stop();
    /// Goes on with rows that were added since.
    void includeNewRows();

signals:
    /// More pairs are known.
    void found();

private:
    const pipecore::RecordSource* m_source = nullptr;
    Task m_task{"pairs"};
};

/// The row that this one answers, if that is known or takes only a look at a few rows. GUI thread.
[[nodiscard]] std::optional<quint64> knownRequestOf(const pipecore::RecordSource& source,
                                                    quint64 row);

} // namespace pipescope
