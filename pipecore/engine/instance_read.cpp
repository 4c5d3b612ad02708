// How an instance reads, and puts messages together.
#include "instance.h"

namespace pipecore {
namespace {

/// Memory for putting a message together is kept up to here.
constexpr std::size_t mostMessageKept = std::size_t{4} * 1024 * 1024;

} // namespace

void Instance::startRead()
{
    if (inFlight(OperationKind::Read) || inFlight(OperationKind::Transact) || m_echoPaused) {
        return;
    }
    // A transaction waits until the pipe is quiet; a message that has begun is read to its end first.
    if (m_transaction && m_message.empty() && m_fragments.empty()) {
        pursueTransaction();
        return;
    }
    if (m_traits.synchronous && inFlight(OperationKind::Write)) {
        return;
    }
    if (m_state != InstanceState::Connected && m_state != InstanceState::Draining) {
        return;
    }
    if (!m_context.events.hasRoom()) {
        if (!m_throttled) {
            m_throttled = true;
            m_context.events.publish(m_traits.endpoint, m_connection, Throttled{true});
        }
        return;
    }
    if (const auto result = m_channel->read(m_traits.options.readSize); result) {
        started(OperationKind::Read);
    } else {
        fail(result.error());
    }
}

void Instance::resumeReading()
{
    if (!m_throttled || !m_context.events.hasRoom()) {
        return;
    }
    m_throttled = false;
    m_context.events.publish(m_traits.endpoint, m_connection, Throttled{false});
    startRead();
    finishWhenIdle();
}

void Instance::handleRead(const Completion& completion)
{
    if (completion.endOfStream) {
        peerLeft();
        return;
    }
    if (completion.error) {
        if (m_transaction && completion.error->kind == ErrorKind::Cancelled) {
            pursueTransaction();
        } else if (m_state != InstanceState::Closing) {
            fail(*completion.error);
        }
        return;
    }
    // Also while closing: what the system handed over was received.
    deliver(completion);
    startRead();
}

void Instance::deliver(const Completion& completion)
{
    const ByteView data = completion.data;
    if (m_traits.readMode == PipeMode::Byte) {
        received(data, false);
        return;
    }
    if (m_message.empty() && m_fragments.empty() && !completion.moreData) {
        received(data, false);
        return;
    }
    m_message.insert(m_message.end(), data.begin(), data.end());
    m_fragments.push_back(static_cast<std::uint32_t>(data.size()));
    const bool overLimit = m_message.size() >= m_traits.options.messageLimit;
    if (completion.moreData && !overLimit) {
        return;
    }
    deliverAssembled(completion.moreData);
}

void Instance::deliverAssembled(bool continues)
{
    received(m_message, continues);
    m_fragments.clear();
    // The memory is kept for the next one, but not that of a giant.
    if (m_message.capacity() > mostMessageKept) {
        m_message = {};
    }
    m_message.clear();
}

void Instance::received(ByteView payload, bool continues)
{
    m_context.events.publish(m_traits.endpoint, m_connection,
                             Data{.direction = Direction::Received,
                                  .continues = continues,
                                  .payload = payload,
                                  .fragments = m_fragments,
                                  .operation = {}});
    const bool answers = m_traits.options.echo && m_traits.mayWrite && !m_sendBroken;
    if (!answers || m_state != InstanceState::Connected) {
        return;
    }
    // A zero-byte write of a Windows peer in byte mode is a read of nothing, with nothing to send back.
    if (payload.empty() && m_traits.mode == PipeMode::Byte) {
        return;
    }
    echo(payload);
}

} // namespace pipecore
