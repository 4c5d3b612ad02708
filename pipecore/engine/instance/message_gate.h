#pragma once

#include "connection_events.h"
#include "message_assembler.h"
#include "pipecore/engine/traffic_handler.h"

#include <cstdint>

namespace pipecore {

/// Publishes received messages and applies the decision of the handler. One message at a time is held:
/// reading pauses meanwhile. Engine's thread.
class MessageGate
{
public:
    /// `events` outlives this.
    explicit MessageGate(ConnectionEvents& events) : m_events(events) {}

    /// A message came, with this verdict; the reply is the caller's to send. Without `mayHold` it is not
    /// held: it can no longer be settled. The number of its row.
    /// `addedNs`: as Message::addedNs.
    std::uint64_t receive(const AssembledMessage& message, const Verdict& verdict, bool mayHold,
                          std::uint64_t addedNs = 0);
    [[nodiscard]] bool isHolding() const { return m_heldRow != 0; }
    /// Settles the held message. NoSuchTarget when that of row `row` is not held.
    [[nodiscard]] Result<void> settle(std::uint64_t row, HeldOutcome outcome, ByteView edited);
    /// The conversation ends: what is held goes nowhere.
    void discard();

private:
    void settled(std::uint64_t row, HeldOutcome outcome);

    ConnectionEvents& m_events;
    std::uint64_t m_heldRow = 0; ///< 0: none is held
};

/// Why an instance does not read at the moment.
enum class ReadPause : std::uint8_t {
    SinkFull,         ///< the consumer of the events is behind
    AnswersWait,      ///< the peer does not read the replies to its messages
    Held,             ///< a message is held, and later ones wait
    Transaction,      ///< a transaction, which reads itself, waits or is under way
    SynchronousWrite, ///< a write of a handle that runs one operation at a time
    InputEnded,       ///< there is nothing more to read: the peer ended its sending
    PartnerNotReady,  ///< the other side of a relay is not there yet or any more
    PartnerBehind,    ///< the other side of a relay has not taken what was passed on
};

/// The active reasons: reading resumes when none is left.
class ReadPauses
{
public:
    void set(ReadPause reason, bool holds)
    {
        m_reasons = holds ? m_reasons | bit(reason) : m_reasons & ~bit(reason);
    }
    [[nodiscard]] bool has(ReadPause reason) const { return (m_reasons & bit(reason)) != 0; }
    [[nodiscard]] bool isEmpty() const { return m_reasons == 0; }

private:
    [[nodiscard]] static constexpr unsigned bit(ReadPause reason)
    {
        return 1U << static_cast<unsigned>(reason);
    }

    unsigned m_reasons = 0;
};

} // namespace pipecore
