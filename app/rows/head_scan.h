#pragma once

#include "rows/log_rows.h"
#include "tasks/task.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace pipescope {

/// Looks for rows by what the index in memory knows of them, piece by piece on a thread of its own
/// and without touching the disk; goes on with rows that come later. To be used from the GUI thread.
class HeadScan : public QObject
{
    Q_OBJECT

public:
    /// Called on the scan's thread.
    using Predicate = std::function<bool(const pipecore::RecordSource::RowHead& head)>;

    explicit HeadScan(QObject* parent = nullptr);
    /// Ends the scan and waits for it.
    ~HeadScan() override;

    /// Looks through `rows` from the first one on; they must be of a session. A scan before is ended.
    void start(std::shared_ptr<const LogRows> rows, Predicate predicate);
    /// Returns when the thread does not use the rows any more.
    void stop();
    /// Looks into rows that were added since.
    void scanNewRows();
    /// Rows are left to look at.
    [[nodiscard]] bool isRunning() const { return m_running; }

signals:
    /// More of them, ascending, behind all that were told before. May be none at the end of the scan.
    void found(const std::vector<quint64>& rows);

private:
    struct Piece
    {
        quint64 behind = 0; ///< first row that was not looked at
        std::vector<quint64> rows;
    };

    [[nodiscard]] static Piece scan(const LogRows& rows, const Predicate& predicate, quint64 first,
                                    const std::atomic<bool>& cancelled);
    void scanNext();
    void pieceDone(const Piece& piece);

    bool m_isScanning = false; ///< there is a scan, which may have come to the end of the rows
    std::shared_ptr<const LogRows> m_rows;
    Predicate m_predicate;
    quint64 m_next = 0;
    bool m_running = false;
    Task m_scanner{"scan"};
};

} // namespace pipescope
