#include "transaction.h"

#include <utility>

namespace pipecore {

Result<void> Transaction::request(OperationId operation, Bytes payload)
{
    if (!m_channel.canTransact()) {
        return refuse("pipe transactions exist only on Windows: send, and wait for the reply",
                      ErrorKind::NotSupported);
    }
    if (m_request) {
        return refuse("another transaction is pending", ErrorKind::WouldBlock);
    }
    m_request = Request{.operation = operation, .payload = std::move(payload)};
    return {};
}

bool Transaction::start(std::size_t replySize)
{
    m_begin = m_events.takenTime();
    const auto result = m_channel.transact(m_request->payload, replySize);
    m_isInFlight = result.has_value();
    if (!result) {
        m_events.failed(std::exchange(m_request, std::nullopt)->operation, result.error());
    }
    return m_isInFlight;
}

bool Transaction::completed(const Completion& completion)
{
    m_isInFlight = false;
    const Request request = *std::exchange(m_request, std::nullopt);
    if (completion.error) {
        // The request may have been read, and the answer lost.
        m_events.failed(request.operation, *completion.error, true);
        return false;
    }
    m_events.sentAt(m_begin, {.operation = request.operation}, request.payload);
    return true;
}

void Transaction::discardWaiting()
{
    if (m_request && !m_isInFlight) {
        m_events.failed(
            m_request->operation,
            refuse("the connection ended before this was sent", ErrorKind::Cancelled).error());
        m_request.reset();
    }
}

} // namespace pipecore
