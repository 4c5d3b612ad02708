#include "message_gate.h"

#include <string>
#include <utility>

namespace pipecore {

std::uint64_t MessageGate::receive(const AssembledMessage& message, const Verdict& verdict,
                                   bool mayHold, std::uint64_t addedNs)
{
    const Verdict::Kind kind = verdict.kind();
    const bool isHeld = kind == Verdict::Kind::Hold && mayHold;
    // Replaced and dropped messages are settled at once: the log shows the original and its outcome.
    const bool isSettled = kind == Verdict::Kind::Replace || kind == Verdict::Kind::Drop;
    const std::uint64_t row = m_events.received(message, isHeld || isSettled, addedNs);
    if (isHeld) {
        m_heldRow = row;
    } else if (kind == Verdict::Kind::Replace) {
        settled(row, HeldOutcome::Edited);
        m_events.replaced(verdict.payload(), verdict.origin(), row);
    } else if (kind == Verdict::Kind::Drop) {
        settled(row, HeldOutcome::Dropped);
    }
    return row;
}

Result<void> MessageGate::settle(std::uint64_t row, HeldOutcome outcome, ByteView edited)
{
    if (row == 0 || row != m_heldRow) {
        return refuse("the message of row " + std::to_string(row) + " is not held",
                      ErrorKind::NoSuchTarget);
    }
    m_heldRow = 0;
    settled(row, outcome);
    if (outcome == HeldOutcome::Edited) {
        m_events.replaced(edited, {.kind = OriginKind::Intercept}, row);
    }
    return {};
}

void MessageGate::discard()
{
    if (m_heldRow != 0) {
        settled(std::exchange(m_heldRow, 0), HeldOutcome::Dropped);
    }
}

void MessageGate::settled(std::uint64_t row, HeldOutcome outcome)
{
    m_events.publish(HeldSettled{.outcome = outcome, .partner = row});
}

} // namespace pipecore
