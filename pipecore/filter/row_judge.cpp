#include "row_judge.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace pipecore::filter {

using Verdict = Evaluator::Verdict;

RowJudge::RowJudge(const Program& program, const RecordSource& source,
                   const std::atomic<bool>* cancelled)
    : m_program(program)
    , m_source(source)
    , m_cancelled(cancelled)
    , m_evaluator(program, source, cancelled)
    , m_scan(source, program.needsPayload ? longestPayload : 0)
{}

RowView RowJudge::viewOf(std::uint64_t row, const Stretch& stretch) const
{
    RowView view;
    view.row = row;
    view.head = m_source.head(row);
    if (!stretch.requests.empty() && stretch.requests[row - stretch.first] == noRow) {
        view.latency = Known::absent();
    }
    return view;
}

RowJudge::Outcome RowJudge::judge(std::uint64_t first, std::uint64_t last,
                                  std::span<const std::uint64_t> requests)
{
    Outcome outcome;
    Stretch stretch{.first = first, .requests = requests, .times = {}};
    std::vector<std::uint64_t> open;
    m_evaluator.forgetFacts();
    for (std::uint64_t row = first; row < last; ++row) {
        const Verdict verdict = m_evaluator.judge(viewOf(row, stretch));
        if (verdict == Verdict::Yes) {
            outcome.matches.push_back(row);
        } else if (verdict == Verdict::Open) {
            open.push_back(row);
        }
        if (row % 256 == 0 && isCancelled()) {
            return outcome;
        }
    }
    if (!open.empty()) {
        if (needsTimes()) {
            stretch.times.resize(static_cast<std::size_t>(last - first));
        }
        const auto known = static_cast<std::ptrdiff_t>(outcome.matches.size());
        judgeRead(open, stretch, outcome);
        std::inplace_merge(outcome.matches.begin(), outcome.matches.begin() + known,
                           outcome.matches.end());
    }
    return outcome;
}

std::vector<std::uint64_t> RowJudge::withTheirTimes(const std::vector<std::uint64_t>& open,
                                                    const Stretch& stretch) const
{
    std::vector<std::uint64_t> rows = open;
    for (const std::uint64_t row : open) {
        if (m_program.needsDelta && row > stretch.first) {
            rows.push_back(row - 1);
        }
        if (m_program.needsLatency) {
            const std::uint64_t request = stretch.requests[row - stretch.first];
            if (request != noRow && request >= stretch.first) {
                rows.push_back(request);
            }
        }
    }
    std::ranges::sort(rows);
    const auto rest = std::ranges::unique(rows);
    rows.erase(rest.begin(), rest.end());
    return rows;
}

/// How long before it `row` was, which is read already or before the stretch.
Known RowJudge::since(std::uint64_t row, std::int64_t wallNs, const Stretch& stretch)
{
    std::int64_t then = 0;
    if (row >= stretch.first) {
        then = stretch.times[row - stretch.first];
    } else {
        const auto record = m_source.read(row, 0);
        if (!record) {
            return Known::absent();
        }
        then = record->wallNs;
    }
    // Times in a file may be anything.
    return Known::of(static_cast<std::int64_t>(static_cast<std::uint64_t>(wallNs)
                                               - static_cast<std::uint64_t>(then)));
}

void RowJudge::judgeRead(const std::vector<std::uint64_t>& open, Stretch& stretch, Outcome& outcome)
{
    const std::vector<std::uint64_t> rows =
        needsTimes() ? withTheirTimes(open, stretch) : std::vector<std::uint64_t>();
    auto next = open.begin();
    for (const std::uint64_t row : needsTimes() ? rows : open) {
        if (isCancelled()) {
            return;
        }
        const bool isOpen = next != open.end() && *next == row;
        next += isOpen ? 1 : 0;
        const auto read = m_scan.read(row);
        if (!read) {
            if (!outcome.problem) {
                outcome.problem = read.error();
            }
            continue;
        }
        const Record& record = (*read)->record;
        if (!stretch.times.empty()) {
            stretch.times[row - stretch.first] = record.wallNs;
        }
        if (!isOpen) {
            continue;
        }
        RowView view = viewOf(row, stretch);
        view.record = &record;
        view.payload = (*read)->payload;
        if (m_program.needsDelta && row > 0) {
            view.delta = since(row - 1, record.wallNs, stretch);
        }
        if (m_program.needsLatency && view.latency.state == Known::State::Unknown) {
            view.latency = since(stretch.requests[row - stretch.first], record.wallNs, stretch);
        }
        const Verdict verdict = m_evaluator.judge(view);
        if (verdict == Verdict::Yes) {
            outcome.matches.push_back(row);
        } else if (verdict == Verdict::Open) {
            ++outcome.undecided;
        }
    }
}

} // namespace pipecore::filter
