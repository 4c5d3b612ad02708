#include "measure.h"

#include "child_process.h"
#include "ends.h"

#include <algorithm>
#include <exception>
#include <memory>

namespace bench {
namespace {

constexpr double minThroughput = 0.95;
constexpr double maxLatencyRatio = 1.10;
/// Then both sides get new processes: where the system puts them can last as long as they do, and
/// changes a free ping-pong several times over.
constexpr unsigned repeatsOfPair = 3;

/// A side of a cell: the measuring end here and its peer in another process.
class Pair
{
public:
    Pair(Side side, const Cell& cell, bool pinned) : m_cell(cell)
    {
        static unsigned number = 0;
        const std::string name =
            "bench-" + std::to_string(ownProcessId()) + "-" + std::to_string(++number);
        m_end = side == Side::Bare ? listenBare(cell, name) : listenWithEngine(cell, name);
        m_peer = std::make_unique<PeerProcess>(
            PeerTask{.side = side, .cell = cell, .pinned = pinned, .name = name}.arguments());
        m_end->accept();
    }
    Pair(const Pair&) = delete;
    Pair& operator=(const Pair&) = delete;
    ~Pair() { m_end.reset(); } // before the peer, which ends when this end is gone

    Seconds stream(std::uint64_t messages) { return m_end->stream(messages); }
    /// A value as in Line.
    double run(std::uint64_t messages, Seconds duration)
    {
        if (m_cell.test == Test::PingPong) {
            return median(m_end->pingPong(duration));
        }
        return static_cast<double>(messages) / stream(messages).count();
    }

private:
    Cell m_cell;
    std::unique_ptr<PeerProcess> m_peer;
    std::unique_ptr<MeasuringEnd> m_end;
};

/// How many messages the bare loop streams in the time.
std::uint64_t messagesFor(Pair& bare, Seconds duration)
{
    std::uint64_t messages = 16;
    for (;;) {
        const Seconds elapsed = bare.stream(messages);
        if (elapsed * 8 > duration) {
            return std::max<std::uint64_t>(
                8,
                static_cast<std::uint64_t>(static_cast<double>(messages) * (duration / elapsed)));
        }
        messages *= 4;
    }
}

/// Adds to `line` what a pair of each side gives.
void measurePairs(Line& line, const Plan& plan, unsigned repeats)
{
    const Seconds duration(plan.seconds);
    Pair bare(Side::Bare, line.cell, line.pinned);
    Pair engine(Side::Engine, line.cell, line.pinned);
    const std::uint64_t messages = line.cell.test == Test::Stream ? messagesFor(bare, duration) : 0;
    // Buffers have grown and caches are warm before anything counts.
    bare.run(messages / 8 + 1, duration / 8);
    engine.run(messages / 8 + 1, duration / 8);
    for (unsigned i = 0; i < repeats; ++i) {
        const bool bareFirst = line.bare.size() % 2 == 0;
        if (bareFirst) {
            line.bare.push_back(bare.run(messages, duration));
        }
        line.engine.push_back(engine.run(messages, duration));
        if (!bareFirst) {
            line.bare.push_back(bare.run(messages, duration));
        }
    }
}

Line measureCell(const Cell& cell, bool pinned, const Plan& plan)
{
    Line line{.cell = cell, .pinned = pinned, .skipped = {}, .bare = {}, .engine = {}};
    try {
        for (unsigned left = plan.repeats; left != 0;) {
            const unsigned repeats = std::min(left, repeatsOfPair);
            measurePairs(line, plan, repeats);
            left -= repeats;
        }
    } catch (const std::exception& error) {
        line.skipped = error.what();
    }
    return line;
}

} // namespace

std::string Line::name() const
{
    return testName(cell.test) + " " + modeName(cell.mode) + " " + sizeName(cell.size) + " "
           + (pinned ? "pinned" : "free");
}

double Line::ratio() const
{
    std::vector<double> ratios;
    for (std::size_t i = 0; i < bare.size(); ++i) {
        ratios.push_back(engine[i] / bare[i]);
    }
    return median(std::move(ratios));
}

bool Line::isReached() const
{
    return cell.test == Test::Stream ? ratio() >= minThroughput : ratio() <= maxLatencyRatio;
}

double median(std::vector<double> values)
{
    if (values.empty()) {
        return 0;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

std::vector<Line> measure(const Plan& plan, const std::function<void(const Line&)>& done)
{
    std::vector<Line> lines;
    // Free first: a process that is pinned stays so.
    for (const bool pinned : {false, true}) {
        if (!(pinned ? plan.pinned : plan.free)) {
            continue;
        }
        if (pinned) {
            pinToOneCore();
        }
        for (const Cell& cell : allCells()) {
            const Line named{
                .cell = cell, .pinned = pinned, .skipped = {}, .bare = {}, .engine = {}};
            if (named.name().find(plan.only) == std::string::npos) {
                continue;
            }
            lines.push_back(measureCell(cell, pinned, plan));
            done(lines.back());
        }
    }
    return lines;
}

} // namespace bench
