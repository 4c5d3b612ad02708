#include "row_matcher.h"

#include "pipecore/analysis/pairing.h"
#include "pipecore/base/elapsed.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace pipecore::filter {

using Verdict = Evaluator::Verdict;

std::vector<std::uint64_t> requestsOf(const RecordSource& source, std::uint64_t first,
                                      std::uint64_t last, const std::atomic<bool>* cancelled)
{
    const auto pairing = pairingOf(source);
    (void)pairing->update(last, [cancelled] { return cancelled == nullptr || !cancelled->load(); });
    std::vector<std::uint64_t> requests;
    requests.reserve(static_cast<std::size_t>(last - first));
    for (std::uint64_t row = first; row < last; ++row) {
        requests.push_back(pairing->requestOf(row).value_or(noRow));
    }
    return requests;
}

RowMatcher::RowMatcher(const Program& program, const RecordSource& source,
                       const std::atomic<bool>* cancelled, ShownText shownText)
    : m_program(program)
    , m_source(source)
    , m_cancelled(cancelled)
    , m_evaluator(program, source.facts(), source.annotations(), cancelled)
    , m_candidates(program, source)
    , m_shownText(std::move(shownText))
    , m_scan(source, program.needsPayload ? maxPayloadSize : 0)
{
    m_evaluator.setTypes(source.rowTypes());
}

Subject RowMatcher::subjectOf(std::uint64_t row, const Stretch& stretch) const
{
    // Made in its place: this runs for every row.
    Subject subject{
        .row = row, .head = m_source.head(row), .content = nullptr, .delta = {}, .latency = {}};
    const auto since = [&](std::uint64_t before) {
        return timeBetween(m_source.head(before).wallNs, subject.head.wallNs);
    };
    if (m_program.needsDelta && row > 0) {
        subject.delta = since(row - 1);
    }
    if (m_program.needsLatency && stretch.requests[row - stretch.first] != noRow) {
        const std::uint64_t request = stretch.requests[row - stretch.first];
        subject.latency = replyTime(m_source.head(request).wallNs, subject.head.wallNs);
    }
    return subject;
}

RowMatcher::Outcome RowMatcher::match(std::uint64_t first, std::uint64_t last,
                                      std::span<const std::uint64_t> requests)
{
    Outcome outcome;
    const Stretch stretch{.first = first, .requests = requests};
    std::vector<std::uint64_t> open;
    m_evaluator.forgetFacts();
    if (m_candidates.isUsable()) {
        m_candidates.find(first, last, m_found);
        for (const std::uint64_t row : m_found) {
            matchHead(row, stretch, outcome, open);
        }
    } else {
        for (std::uint64_t row = first; row < last; ++row) {
            if (row % 256 == 0 && isCancelled()) {
                return outcome;
            }
            matchHead(row, stretch, outcome, open);
        }
    }
    if (!open.empty()) {
        const auto known = static_cast<std::ptrdiff_t>(outcome.matches.size());
        matchRead(open, stretch, outcome);
        std::inplace_merge(outcome.matches.begin(), outcome.matches.begin() + known,
                           outcome.matches.end());
    }
    return outcome;
}

void RowMatcher::matchHead(std::uint64_t row, const Stretch& stretch, Outcome& outcome,
                           std::vector<std::uint64_t>& open)
{
    const Verdict verdict = m_evaluator.evaluate(subjectOf(row, stretch));
    if (verdict == Verdict::Yes) {
        outcome.matches.push_back(row);
    } else if (verdict == Verdict::Open) {
        open.push_back(row);
    }
}

void RowMatcher::matchRead(const std::vector<std::uint64_t>& open, const Stretch& stretch,
                           Outcome& outcome)
{
    for (const std::uint64_t row : open) {
        if (isCancelled()) {
            return;
        }
        const auto read = m_scan.read(row);
        if (!read) {
            if (!outcome.problem) {
                outcome.problem = read.error();
            }
            continue;
        }
        const RowView content((*read)->record, (*read)->payload);
        Subject subject = subjectOf(row, stretch);
        subject.content = &content;
        const bool isEvent = subject.head.kind != RecordKind::Message;
        const std::string shown =
            isEvent && m_shownText ? m_shownText((*read)->record) : std::string();
        subject.shown = shown;
        const Verdict verdict = m_evaluator.evaluate(subject);
        if (verdict == Verdict::Yes) {
            outcome.matches.push_back(row);
        } else if (verdict == Verdict::Open) {
            ++outcome.undecided;
        }
    }
}

} // namespace pipecore::filter
