#include "inquiries.h"

#include "pipecore/engine/inquiry_thread.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <variant>

namespace pipecore {
namespace {

/// Questions that may wait; a person asks one at a time.
constexpr std::size_t maxInquiries = 64;

} // namespace

void Inquiries::readFacts(OperationId operation)
{
    m_events.publish(FactsRead{.operation = operation,
                               .facts = std::make_shared<const PipeFacts>(m_channel.facts())});
}

void Inquiries::ask(OperationId operation, Inquiry inquiry)
{
    if (m_queries.size() >= maxInquiries) {
        m_events.failed(operation, refuse("64 queries about this client are already pending",
                                          ErrorKind::WouldBlock)
                                       .error());
        return;
    }
    m_queries.push_back({.operation = operation, .inquiry = std::move(inquiry)});
    askNext();
}

void Inquiries::askNext()
{
    while (!m_isInFlight && !m_queries.empty()) {
        if (const auto result = m_channel.inquire(m_queries.front().inquiry); result) {
            m_isInFlight = true;
        } else {
            m_events.failed(m_queries.front().operation, result.error());
            m_queries.erase(m_queries.begin());
        }
    }
}

void Inquiries::completed(const Completion& completion)
{
    m_isInFlight = false;
    const OperationId operation = m_queries.front().operation;
    m_queries.erase(m_queries.begin());
    if (completion.error) {
        m_events.failed(operation, *completion.error);
        return;
    }
    const InquiryAnswer answer = m_channel.takeAnswer();
    if (const auto* const identity = std::get_if<std::shared_ptr<const ClientIdentity>>(&answer)) {
        m_events.publish(ClientIdentified{operation, *identity});
    } else {
        m_events.publish(
            AccessChecked{operation, std::get<std::shared_ptr<const AccessAnswer>>(answer)});
    }
}

void Inquiries::discardWaiting()
{
    const std::size_t keep = m_isInFlight ? 1 : 0;
    for (std::size_t i = keep; i < m_queries.size(); ++i) {
        m_events.failed(m_queries[i].operation, inquiryCancelled());
    }
    m_queries.resize(std::min(keep, m_queries.size()));
}

} // namespace pipecore
