#include "pipecore/filter/filter_run.h"

#include "pipecore/analysis/row_types.h"
#include "pipecore/base/thread_start.h"
#include "row_matcher.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace pipecore {

namespace {

/// Rows are handed out in pieces: small ones first, so that something shows at once.
constexpr std::uint64_t firstPiece = 1024;
constexpr std::uint64_t maxPieceSize = 16 * 1024;
constexpr unsigned maxThreads = 16;

} // namespace

class FilterRun::Impl
{
public:
    Impl(const RecordSource& recordSource, Filter theFilter, Settings theSettings)
        : source(recordSource)
        , filter(std::move(theFilter))
        , settings(std::move(theSettings))
        , next(settings.first)
        , merged(settings.first)
        , end(std::max(settings.first, settings.rowCount.value_or(recordSource.rowCount())))
    {}

    struct Piece
    {
        std::uint64_t first = 0;
        std::uint64_t last = 0;
    };
    struct Evaluated
    {
        std::uint64_t last = 0;
        filter::RowMatcher::Outcome outcome;
    };

    void startThreads(unsigned count);
    void work();
    [[nodiscard]] std::optional<Piece> takePiece();
    void hand(const Piece& piece, filter::RowMatcher::Outcome outcome);

    const RecordSource& source;
    const Filter filter;
    const Settings settings;
    std::atomic<bool> cancelled{false};
    RowSet matches;

    mutable std::mutex mutex; ///< guards all below
    std::condition_variable moreRows;
    mutable std::condition_variable moreDone;
    std::uint64_t next;   ///< the first row not taken by a thread
    std::uint64_t merged; ///< rows before are evaluated and in `matches`
    std::uint64_t end;
    std::uint64_t pieceSize = firstPiece;
    std::map<std::uint64_t, Evaluated>
        ahead; ///< evaluated, with unevaluated rows before; by first row
    std::uint64_t undecided = 0;
    std::optional<Error> problem;
    unsigned running = 0;

    std::vector<std::thread> threads;
};

void FilterRun::Impl::startThreads(unsigned count)
{
    running = count;
    for (unsigned i = 0; i < count; ++i) {
        std::thread thread;
        if (const auto started = startThread(thread, "the filter", [this] { work(); }); !started) {
            // A single thread suffices; without any thread the run reports the error.
            const std::scoped_lock lock(mutex);
            running -= count - i;
            if (threads.empty()) {
                problem = started.error();
                cancelled.store(true);
            }
            return;
        }
        threads.push_back(std::move(thread));
    }
}

std::optional<FilterRun::Impl::Piece> FilterRun::Impl::takePiece()
{
    std::unique_lock lock(mutex);
    moreRows.wait(lock, [this] { return cancelled.load() || next < end; });
    if (cancelled.load()) {
        return std::nullopt;
    }
    const Piece piece{.first = next, .last = std::min(end, next + pieceSize)};
    next = piece.last;
    pieceSize = std::min(pieceSize * 2, maxPieceSize);
    return piece;
}

void FilterRun::Impl::hand(const Piece& piece, filter::RowMatcher::Outcome outcome)
{
    {
        const std::scoped_lock lock(mutex);
        if (cancelled.load()) {
            return; // it may be half a piece
        }
        ahead.emplace(piece.first, Evaluated{.last = piece.last, .outcome = std::move(outcome)});
        for (auto first = ahead.begin(); first != ahead.end() && first->first == merged;
             first = ahead.erase(first)) {
            const Evaluated& evaluated = first->second;
            matches.add(evaluated.outcome.matches);
            merged = evaluated.last;
            undecided += evaluated.outcome.undecided;
            if (!problem) {
                problem = evaluated.outcome.problem;
            }
        }
    }
    moreDone.notify_all();
}

void FilterRun::Impl::work()
{
    {
        filter::RowMatcher matcher(*filter.program(), source, &cancelled, settings.shownText);
        const auto types = source.rowTypes();
        while (const auto piece = takePiece()) {
            if (types && filter.program()->needsPayload) {
                types->update([this] { return !cancelled.load(); }, piece->last);
            }
            std::vector<std::uint64_t> requests;
            if (filter.program()->needsLatency) {
                requests = filter::requestsOf(source, piece->first, piece->last, &cancelled);
            }
            hand(*piece, matcher.match(piece->first, piece->last, requests));
        }
    }
    const std::scoped_lock lock(mutex);
    --running;
    moreDone.notify_all();
}

FilterRun::FilterRun(const RecordSource& source, Filter filter, Settings settings)
    : m_impl(std::make_unique<Impl>(source, std::move(filter), std::move(settings)))
{
    const unsigned processors = std::max(1U, std::thread::hardware_concurrency());
    const unsigned threads = m_impl->settings.threads != 0 ? m_impl->settings.threads : processors;
    m_impl->startThreads(std::min(threads, maxThreads));
}

FilterRun::~FilterRun()
{
    end();
}

void FilterRun::end()
{
    cancel();
    for (std::thread& thread : m_impl->threads) {
        thread.join();
    }
    m_impl->threads.clear();
}

void FilterRun::extendTo(std::uint64_t rowCount)
{
    {
        const std::scoped_lock lock(m_impl->mutex);
        m_impl->end = std::max(m_impl->end, rowCount);
    }
    m_impl->moreRows.notify_all();
}

void FilterRun::cancel()
{
    {
        const std::scoped_lock lock(m_impl->mutex);
        m_impl->cancelled.store(true);
    }
    m_impl->moreRows.notify_all();
    m_impl->moreDone.notify_all();
}

bool FilterRun::hasEnded() const
{
    const std::scoped_lock lock(m_impl->mutex);
    return m_impl->running == 0;
}

FilterRun::Progress FilterRun::progress() const
{
    const std::scoped_lock lock(m_impl->mutex);
    return {.looked = m_impl->merged - m_impl->settings.first,
            .total = m_impl->end - m_impl->settings.first,
            .matches = m_impl->matches.size(),
            .undecided = m_impl->undecided,
            .problem = m_impl->problem};
}

bool FilterRun::waitUntilDone(std::chrono::milliseconds timeout) const
{
    std::unique_lock lock(m_impl->mutex);
    m_impl->moreDone.wait_for(lock, timeout, [this] {
        return m_impl->cancelled.load() || m_impl->merged == m_impl->end;
    });
    return !m_impl->cancelled.load() && m_impl->merged == m_impl->end;
}

const RowSet& FilterRun::matches() const
{
    return m_impl->matches;
}

const Filter& FilterRun::filter() const
{
    return m_impl->filter;
}

} // namespace pipecore
