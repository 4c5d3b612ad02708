#include "rows/finder.h"

#include "pipecore/filter/filter_run.h"

#include <QElapsedTimer>

#include <algorithm>

namespace pipescope {

namespace {

/// Duration of a piece, so that results show early and a new search need not wait.
constexpr qint64 pieceMs = 25;
/// Messages are searched whole: the engine delivers none that is longer.
constexpr std::size_t payloadLimit = std::size_t{64} * 1024 * 1024;
constexpr quint64 rowsBetweenClocks = 64;

} // namespace

Finder::Finder(QObject* parent) : QObject(parent) {}

Finder::~Finder() = default;

void Finder::cancel()
{
    m_searcher.forget();
    m_isSearching = false;
    m_matches.clear();
    m_running = false;
}

void Finder::start(std::shared_ptr<const LogRows> rows, const FindPattern& pattern, quint64 from)
{
    cancel();
    m_rows = std::move(rows);
    m_pattern = pattern;
    m_end = m_rows ? m_rows->count() : 0;
    m_first = std::min(from, m_end) / pipecore::RowSet::blockRows * pipecore::RowSet::blockRows;
    m_next = m_first;
    m_wrappedNext = 0;
    if (!m_rows || m_pattern.isEmpty()) {
        return;
    }
    m_isSearching = true;
    searchNext();
}

void Finder::stop()
{
    cancel();
    m_searcher.stop();
    m_rows.reset();
    m_pattern = {};
}

void Finder::searchNewRows()
{
    if (m_isSearching && !m_running) {
        searchNext();
    }
}

double Finder::progress() const
{
    const quint64 rows = m_rows ? m_rows->count() : 0;
    const quint64 done = m_next - m_first + m_wrappedNext;
    return rows == 0 ? 1.0 : static_cast<double>(done) / static_cast<double>(rows);
}

void Finder::searchNext()
{
    const bool wrapped = m_next >= m_end && m_wrappedNext < m_first;
    if (!wrapped && m_next >= m_end) {
        m_end = m_rows->count();
    }
    const quint64 first = wrapped ? m_wrappedNext : m_next;
    const quint64 behind = wrapped ? m_first : m_end;
    m_running = first < behind;
    if (!m_running) {
        return;
    }
    m_searcher.start([this, rows = m_rows, pattern = m_pattern, first, behind,
                      wrapped](Task::State& state) -> Task::Done {
        return [this, piece = Finder::search(*rows, pattern, first, behind, state.cancelled),
                wrapped] { pieceDone(piece, wrapped); };
    });
}

Finder::Piece Finder::search(const LogRows& rows, const FindPattern& pattern, quint64 first,
                             quint64 behind, const std::atomic<bool>& cancelled)
{
    if (!pattern.filter().isEmpty() && rows.source() != nullptr) {
        return searchFiltered(rows, pattern, first, behind, cancelled);
    }
    Piece piece;
    QElapsedTimer clock;
    clock.start();
    quint64 row = first;
    while (row < behind && !cancelled.load(std::memory_order_relaxed)) {
        const auto record = rows.read(row, payloadLimit);
        if (record && pattern.matches(*record, rows)) {
            piece.matches.push_back(row);
        }
        ++row;
        if ((row - first) % rowsBetweenClocks == 0 && clock.elapsed() >= pieceMs) {
            break;
        }
    }
    piece.behind = row;
    return piece;
}

bool Finder::isFoundEvent(const LogRows& rows, quint64 row, const FindPattern& pattern)
{
    if (rows.source()->head(rows.sourceRow(row)).kind == pipecore::RecordKind::Message) {
        return true; // already matched by the filter
    }
    const auto record = rows.read(row, payloadLimit);
    return record && pattern.matches(*record, rows);
}

Finder::Piece Finder::searchFiltered(const LogRows& rows, const FindPattern& pattern, quint64 first,
                                     quint64 behind, const std::atomic<bool>& cancelled)
{
    constexpr quint64 stretch = 1024;
    Piece piece{.behind = behind, .matches = {}};
    pipecore::RowFilter filter(*rows.source(), pattern.filter(), &cancelled);
    QElapsedTimer clock;
    clock.start();
    quint64 row = first;
    while (row < behind && !cancelled.load(std::memory_order_relaxed)
           && (row == first || clock.elapsed() < pieceMs)) {
        // Consecutive rows of the session are filtered together.
        const quint64 begin = rows.sourceRow(row);
        quint64 count = std::min(stretch, behind - row);
        if (rows.sourceRow(row + count - 1) - begin != count - 1) {
            count = 1;
        }
        for (const quint64 found : filter.rows(begin, begin + count)) {
            if (!pattern.asksEvents() || isFoundEvent(rows, row + (found - begin), pattern)) {
                piece.matches.push_back(row + (found - begin));
            }
        }
        row += count;
    }
    piece.behind = row;
    return piece;
}

void Finder::pieceDone(const Piece& piece, bool wrapped)
{
    m_matches.add(piece.matches);
    (wrapped ? m_wrappedNext : m_next) = piece.behind;
    searchNext();
    emit progressed();
}

} // namespace pipescope
