#include "row_matcher.h"

#include "pipecore/analysis/row_types.h"
#include "pipecore/filter/filter_run.h"

#include <utility>

namespace pipecore {

class RowFilter::Impl
{
public:
    Impl(const RecordSource& recordSource, Filter theFilter, const std::atomic<bool>* stop)
        : source(recordSource)
        , filter(std::move(theFilter))
        , matcher(*filter.program(), source, stop)
        , cancelled(stop)
    {}

    const RecordSource& source;
    const Filter filter; ///< keeps the program that `evaluate` refers to
    filter::RowMatcher matcher;
    const std::atomic<bool>* cancelled; ///< may be null
};

RowFilter::RowFilter(const RecordSource& source, const Filter& filter,
                     const std::atomic<bool>* cancelled)
    : m_impl(std::make_unique<Impl>(source, filter, cancelled))
{}

RowFilter::~RowFilter() = default;

std::vector<std::uint64_t> RowFilter::rows(std::uint64_t first, std::uint64_t last)
{
    const auto types = m_impl->source.rowTypes();
    if (types && m_impl->filter.program()->needsPayload) {
        const std::atomic<bool>* const cancelled = m_impl->cancelled;
        types->update([cancelled] { return cancelled == nullptr || !cancelled->load(); }, last);
    }
    std::vector<std::uint64_t> requests;
    if (m_impl->filter.program()->needsLatency) {
        requests = filter::requestsOf(m_impl->source, first, last, m_impl->cancelled);
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
                               .isMalformed = row.problem != nullptr,
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
