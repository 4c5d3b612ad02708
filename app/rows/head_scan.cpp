#include "rows/head_scan.h"

#include <QElapsedTimer>

namespace pipescope {

namespace {

/// Duration of a piece, so that results show early and stopping need not wait.
constexpr qint64 scanPieceMs = 25;
constexpr quint64 scannedBetweenClocks = 4096;

} // namespace

HeadScan::HeadScan(QObject* parent) : QObject(parent) {}

HeadScan::~HeadScan() = default;

void HeadScan::start(std::shared_ptr<const LogRows> rows, Predicate predicate)
{
    stop();
    m_rows = std::move(rows);
    m_predicate = std::move(predicate);
    m_next = 0;
    if (m_rows && m_rows->source() != nullptr) {
        m_isScanning = true;
        scanNext();
    }
}

void HeadScan::stop()
{
    m_scanner.stop();
    m_isScanning = false;
    m_running = false;
    m_rows.reset();
    m_predicate = {};
}

void HeadScan::scanNewRows()
{
    if (m_isScanning && !m_running) {
        scanNext();
    }
}

void HeadScan::scanNext()
{
    m_running = m_next < m_rows->count();
    if (!m_running) {
        return;
    }
    m_scanner.start([this, rows = m_rows, predicate = m_predicate,
                     first = m_next](Task::State& state) -> Task::Done {
        return [this, piece = HeadScan::scan(*rows, predicate, first, state.cancelled)] {
            pieceDone(piece);
        };
    });
}

HeadScan::Piece HeadScan::scan(const LogRows& rows, const Predicate& predicate, quint64 first,
                               const std::atomic<bool>& cancelled)
{
    const pipecore::RecordSource& source = *rows.source();
    const quint64 behind = rows.count();
    Piece piece;
    QElapsedTimer clock;
    clock.start();
    quint64 row = first;
    while (row < behind && !cancelled.load(std::memory_order_relaxed)) {
        if (predicate(source.head(rows.sourceRow(row)))) {
            piece.rows.push_back(row);
        }
        ++row;
        if ((row - first) % scannedBetweenClocks == 0 && clock.elapsed() >= scanPieceMs) {
            break;
        }
    }
    piece.behind = row;
    return piece;
}

void HeadScan::pieceDone(const Piece& piece)
{
    m_next = piece.behind;
    scanNext();
    emit found(piece.rows);
}

} // namespace pipescope
