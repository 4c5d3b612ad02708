#pragma once

#include "pipecore/model/row_set.h"
#include "rows/find_pattern.h"
#include "tasks/task.h"

#include <QObject>

#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

namespace pipescope {

/// Searches a log for a pattern, piece by piece on another thread, starting at the user's position,
/// then the rest. Continues with rows added later. To be used from the GUI thread.
class Finder : public QObject
{
    Q_OBJECT

public:
    explicit Finder(QObject* parent = nullptr);
    /// Cancels the search and waits for it.
    ~Finder() override;

    /// Resets the results and searches `rows`, from near `from` on and then from the top. Does not
    /// wait for a previous search.
    void start(std::shared_ptr<const LogRows> rows, const FindPattern& pattern, quint64 from);
    /// Resets the results, and returns when the thread does not use the rows any more.
    void stop();
    /// Searches rows that were added since.
    void searchNewRows();

    [[nodiscard]] const pipecore::RowSet& matches() const { return m_matches; }
    [[nodiscard]] const FindPattern& pattern() const { return m_pattern; }
    /// True while rows are left to search.
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// Fraction of the rows searched, 0 to 1.
    [[nodiscard]] double progress() const;

signals:
    /// More rows were searched.
    void progressed();

private:
    struct Piece
    {
        quint64 behind = 0; ///< first row that was not searched
        std::vector<std::uint64_t> matches;
    };

    [[nodiscard]] static Piece search(const LogRows& rows, const FindPattern& pattern,
                                      quint64 first, quint64 behind,
                                      const std::atomic<bool>& cancelled);
    [[nodiscard]] static bool isFoundEvent(const LogRows& rows, quint64 row,
                                           const FindPattern& pattern);
    [[nodiscard]] static Piece searchFiltered(const LogRows& rows, const FindPattern& pattern,
                                              quint64 first, quint64 behind,
                                              const std::atomic<bool>& cancelled);
    void searchNext();
    void pieceDone(const Piece& piece, bool wrapped);
    void cancel();

    bool m_isSearching = false; ///< a search exists, which may have reached the last row
    std::shared_ptr<const LogRows> m_rows;
    FindPattern m_pattern;
    pipecore::RowSet m_matches;
    quint64 m_first = 0;       ///< start of the search, at the start of a block of RowSet
    quint64 m_next = 0;        ///< rows from m_first up to here were searched
    quint64 m_end = 0;         ///< continues at the top when m_next is here
    quint64 m_wrappedNext = 0; ///< and from 0 up to here
    bool m_running = false;
    Task m_searcher{"find"};
};

} // namespace pipescope
