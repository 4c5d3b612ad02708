// A transaction of an instance: a write and the read of its answer as one operation of the system.
#include "instance.h"

#include <string>
#include <utility>

namespace pipecore {

void Instance::transact(OperationId operation, Bytes payload)
{
    if (!m_channel->canTransact()) {
        report(operation,
               refuse("transactions on a pipe are Windows' own: send, and wait for the answer",
                      ErrorKind::NotSupported)
                   .error());
    } else if (m_transaction) {
        report(operation, refuse("another transaction is under way; its answer has not come",
                                 ErrorKind::WouldBlock)
                              .error());
    } else if (m_state != InstanceState::Connected) {
        report(operation, refuse("the connection is " + std::string(stateName(m_state)),
                                 ErrorKind::NoSuchTarget)
                              .error());
    } else if (!m_traits.mayRead || !m_traits.mayWrite) {
        report(operation,
               refuse("a transaction writes and reads: this end was opened for one direction",
                      ErrorKind::AccessDenied)
                   .error());
    } else if (m_traits.readMode != PipeMode::Message) {
        report(operation,
               refuse("a transaction needs the message read mode", ErrorKind::WrongType).error());
    } else {
        m_transaction = Transaction{.operation = operation, .payload = std::move(payload)};
        if (inFlight(OperationKind::Read)) {
            m_channel->cancelRead();
        }
        pursueTransaction();
        finishWhenIdle();
    }
}

/// Starts the transaction that waits, once nothing else is under way.
void Instance::pursueTransaction()
{
    const bool isBusy = inFlight(OperationKind::Read) || inFlight(OperationKind::Write)
                        || inFlight(OperationKind::Transact) || !m_writes.empty()
                        || !m_message.empty() || !m_fragments.empty();
    if (!m_transaction || m_state != InstanceState::Connected || isBusy) {
        return;
    }
    if (const auto result = m_channel->transact(m_transaction->payload, m_traits.options.readSize);
        result) {
        started(OperationKind::Transact);
    } else {
        report(std::exchange(m_transaction, std::nullopt)->operation, result.error());
        startRead();
    }
}

void Instance::handleTransact(const Completion& completion)
{
    const Transaction transaction = *std::exchange(m_transaction, std::nullopt);
    if (completion.error) {
        // The request may have been read, and the answer lost.
        report(transaction.operation, *completion.error, true);
    } else {
        sent(transaction.operation, transaction.payload);
        deliver(completion);
    }
    startRead();
}

void Instance::setReadMode(OperationId operation, PipeMode mode)
{
    if (m_state != InstanceState::Connected) {
        report(operation, refuse("the connection is " + std::string(stateName(m_state)),
                                 ErrorKind::NoSuchTarget)
                              .error());
        return;
    }
    if (const auto result = m_channel->setReadMode(mode); !result) {
        report(operation, result.error());
        return;
    }
    // What came of a message before is shown as far as it came.
    if (!m_message.empty()) {
        deliverAssembled(true);
    }
    m_traits.readMode = mode;
    m_context.events.publish(m_traits.endpoint, m_connection,
                             ReadModeChanged{.operation = operation, .mode = mode});
}

void Instance::readFacts(OperationId operation)
{
    m_context.events.publish(
        m_traits.endpoint, m_connection,
        FactsRead{.operation = operation,
                  .facts = std::make_shared<const PipeFacts>(m_channel->facts())});
}

} // namespace pipecore
