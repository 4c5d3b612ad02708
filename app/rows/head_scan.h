#pragma once

#include "rows/log_rows.h"
#include "tasks/task.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace pipescope {

/// Searches rows by the index in memory, piece by piece on another thread and without disk access;
/// continues with rows added later. To be used from the GUI thread.
class HeadScan : public QObject
{
    Q_OBJECT

public:
    /// Called on the scan's thread.
    using Predicate = std::function<bool(const pipecore::RecordSource::RowHead& head)>;

    explicit HeadScan(QObject* parent = nullptr);
    /// Cancels the scan and waits for it.
    ~HeadScan() override;

    /// Scans `rows` from the first one on; they must belong to a session. Cancels a previous scan.
    void start(std::shared_ptr<const LogRows> rows, Predicate predicate);
    /// Returns when the thread does not use the rows any more.
    void stop();
    /// Scans rows that were added since.
    void scanNewRows();
    /// True while rows are left to scan.
    [[nodiscard]] bool isRunning() const { return m_running; }

signals:
    /// More matches, ascending, behind all reported before. May be empty at the end of the scan.
    void found(const std::vector<quint64>& rows);

private:
    struct Piece
    {
        quint64 behind = 0; ///< first row that was not scanned
        std::vector<quint64> rows;
    };

    [[nodiscard]] static Piece scan(const LogRows& rows, const Predicate& predicate, quint64 first,
                                    const std::atomic<bool>& cancelled);
    void scanNext();
    void pieceDone(const Piece& piece);

    bool m_isScanning = false; ///< a scan exists, which may have reached the last row
    std::shared_ptr<const LogRows> m_rows;
    Predicate m_predicate;
    quint64 m_next = 0;
    bool m_running = false;
    Task m_scanner{"scan"};
};

} // namespace pipescope
