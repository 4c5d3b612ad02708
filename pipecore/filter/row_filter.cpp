#include "row_matcher.h"

#include "pipecore/analysis/pairing.h"
#include "pipecore/filter/filter_run.h"

#include <utility>

namespace pipecore {

class RowFilter::Impl
{
public:
    Impl(const RecordSource& recordSource, Filter theFilter, const std::atomic<bool>* cancelled)
        : source(recordSource)
        , filter(std::move(theFilter))
        , matcher(*filter.program(), source, cancelled)
    {}

    const RecordSource& source;
    const Filter filter; ///< keeps the program that `evaluate` refers to
    filter::RowMatcher matcher;
};

RowFilter::RowFilter(const RecordSource& source, const Filter& filter,
                     const std::atomic<bool>* cancelled)
    : m_impl(std::make_unique<Impl>(source, filter, cancelled))
{}

RowFilter::~RowFilter() = default;

std::vector<std::uint64_t> RowFilter::rows(std::uint64_t first, std::uint64_t last)
{
    std::vector<std::uint64_t> requests;
    if (m_impl->filter.program()->needsLatency) {
        // Requests within the range come from the range, earlier ones from looking back.
        RequestTracker tracker;
        std::unordered_map<ConnectionId, bool> met;
        requests.reserve(static_cast<std::size_t>(last - first));
        for (std::uint64_t row = first; row < last; ++row) {
            const RecordSource::RowHead head = m_impl->source.head(row);
            auto request = tracker.next(row, head);
            if (head.kind == RecordKind::Message && met.try_emplace(head.connection, true).second) {
                request = requestOf(m_impl->source, row);
            }
            requests.push_back(request.value_or(filter::noRow));
        }
    }
    return std::move(m_impl->matcher.match(first, last, requests).matches);
}

class LiveFilter::Impl
{
public:
    Impl(Filter theFilter, const SessionFacts& facts)
        : filter(std::move(theFilter))
        , evaluator(*filter.program(), facts, nullptr, nullptr)
    {}

    const Filter filter; ///< keeps the program that `evaluator` refers to
    filter::Evaluator evaluator;
};

LiveFilter::LiveFilter(const Filter& filter, const SessionFacts& facts)
    : m_impl(std::make_unique<Impl>(filter, facts))
{}

LiveFilter::~LiveFilter() = default;

bool LiveFilter::passes(const RowView& row)
{
    RecordSource::RowHead head{.kind = kindOf(row.body),
                               .connection = row.connection,
                               .endpoint = row.endpoint,
                               .wallNs = row.wallNs};
    if (const auto* const message = std::get_if<Message>(&row.body)) {
        head.direction = message->direction;
        head.continues = message->continues;
        head.length = message->length;
    }
    const filter::Subject subject{
        .row = 0, .head = head, .content = &row, .delta = {}, .latency = {}};
    return m_impl->evaluator.evaluate(subject) == filter::Evaluator::Verdict::Yes;
}

} // namespace pipecore
