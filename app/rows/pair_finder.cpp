#include "rows/pair_finder.h"

#include "pipecore/analysis/pairing.h"

#include <QElapsedTimer>

namespace pipescope {

namespace {

/// Duration of a piece: the GUI thread may wait for its end.
constexpr qint64 longestWaitMs = 15;

} // namespace

PairFinder::PairFinder(QObject* parent) : QObject(parent) {}

PairFinder::~PairFinder()
{
    stop();
}

void PairFinder::start(const pipecore::RecordSource* source)
{
    stop();
    m_source = source;
    includeNewRows();
}

void PairFinder::stop()
{
    m_task.stop();
    m_source = nullptr;
}

void PairFinder::includeNewRows()
{
    if (m_source == nullptr || m_task.isRunning()) {
        return;
    }
    const auto pairing = pipecore::pairingOf(*m_source);
    const quint64 count = m_source->rowCount();
    const quint64 known = pairing->knownRows();
    if (known >= count) {
        return;
    }
    if (count - known <= maxAtOnce) {
        (void)pairing->update(count);
        return;
    }
    m_task.start([this, pairing, count, known](Task::State& state) -> Task::Done {
        while (!state.cancelled && pairing->knownRows() < count) {
            QElapsedTimer clock;
            clock.start();
            const quint64 before = pairing->knownRows();
            (void)pairing->update(count, [&] {
                return !state.cancelled
                       && (clock.elapsed() < longestWaitMs || pairing->knownRows() == before);
            });
            if (pairing->knownRows() == before) {
                break; // no room for more
            }
        }
        const bool isMore = pairing->knownRows() > known;
        return [this, isMore] {
            if (isMore) {
                emit found();
                includeNewRows();
            }
        };
    });
}

std::optional<quint64> knownRequestOf(const pipecore::RecordSource& source, quint64 row)
{
    const auto pairing = pipecore::pairingOf(source);
    if (row < pairing->knownRows() + PairFinder::maxAtOnce) {
        (void)pairing->update(row + 1); // of others, a PairFinder will know
    }
    return pairing->requestOf(row);
}

} // namespace pipescope
