// How an instance asks about its client.
#include "instance.h"

#include "pipecore/engine/inquiry_thread.h"

#include <algorithm>
#include <utility>

namespace pipecore {
namespace {

/// Questions that may wait; a person asks one at a time.
constexpr std::size_t mostInquiries = 64;

} // namespace

void Instance::inquire(OperationId operation, Inquiry inquiry)
{
    if (m_state != InstanceState::Connected && m_state != InstanceState::Draining) {
        report(operation, refuse("the conversation has ended", ErrorKind::NoSuchTarget).error());
    } else if (m_inquiries.size() >= mostInquiries) {
        report(
            operation,
            refuse("64 questions about this client wait already", ErrorKind::WouldBlock).error());
    } else {
        m_inquiries.push_back({.operation = operation, .inquiry = std::move(inquiry)});
        startInquiry();
    }
}

void Instance::startInquiry()
{
    while (!inFlight(OperationKind::Inquire) && !m_inquiries.empty()) {
        if (const auto result = m_channel->inquire(m_inquiries.front().inquiry); result) {
            started(OperationKind::Inquire);
        } else {
            report(m_inquiries.front().operation, result.error());
            m_inquiries.erase(m_inquiries.begin());
        }
    }
}

void Instance::handleInquiry(const Completion& completion)
{
    const OperationId operation = m_inquiries.front().operation;
    m_inquiries.erase(m_inquiries.begin());
    if (completion.error) {
        report(operation, *completion.error);
    } else {
        const InquiryAnswer answer = m_channel->takeAnswer();
        if (const auto* const identity =
                std::get_if<std::shared_ptr<const ClientIdentity>>(&answer)) {
            m_context.events.publish(m_traits.endpoint, m_connection,
                                     ClientIdentified{operation, *identity});
        } else {
            m_context.events.publish(
                m_traits.endpoint, m_connection,
                AccessChecked{operation, std::get<std::shared_ptr<const AccessAnswer>>(answer)});
        }
    }
    if (m_state != InstanceState::Closing) {
        startInquiry();
    }
}

/// The one in flight is answered by its completion.
void Instance::discardInquiries()
{
    const std::size_t keep = inFlight(OperationKind::Inquire) ? 1 : 0;
    for (std::size_t i = keep; i < m_inquiries.size(); ++i) {
        report(m_inquiries[i].operation, inquiryCancelled());
    }
    m_inquiries.resize(std::min(keep, m_inquiries.size()));
}

} // namespace pipecore
