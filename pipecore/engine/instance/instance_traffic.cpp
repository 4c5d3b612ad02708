// Traffic of a connected instance: reading, writing, transactions, queries.
#include "instance.h"

#include <string>
#include <utility>

namespace pipecore {
namespace {

/// Answers that the peer does not take stop the reading here, and it is taken up again at the half.
constexpr std::size_t answersHighWater = std::size_t{1024} * 1024;
/// Time a consumer that keeps up may need for the waiting events, in nanoseconds.
constexpr std::int64_t pacingNs = 5'000'000;

} // namespace

// --- reading -----------------------------------------------------------------------------------

void Instance::continueReading()
{
    if (inFlight(OperationKind::Read)) {
        return;
    }
    // A transaction waits until the pipe is quiet; a message that has begun is read to its end first.
    m_pauses.set(ReadPause::Transaction, m_transaction.isWanted() && !m_assembler.isInside());
    m_pauses.set(ReadPause::SynchronousWrite, m_traits.synchronous && m_writer.isWriting());
    const bool isOpen = m_state == InstanceState::Connected || m_state == InstanceState::Draining
                        || m_state == InstanceState::OutputEnded;
    if (m_pauses.has(ReadPause::Transaction)) {
        advanceTransaction();
        return;
    }
    if (!m_pauses.isEmpty() || !isOpen || !m_traits.mayRead) {
        return;
    }
    if (!sinkHasRoom()) {
        waitForSink();
    } else if (const auto result = m_channel->read(m_traits.options.readSize); result) {
        started(OperationKind::Read);
    } else {
        fail(result.error());
    }
}

bool Instance::sinkHasRoom() const
{
    return m_usesReserve ? m_events.hasReserve() : m_events.hasRoom();
}

/// Waiting a moment is normal in a flood. Only when the consumer stands still does the reserve fill, and
/// when it is full, a row reports it.
void Instance::waitForSink()
{
    m_pauses.set(ReadPause::SinkFull, true);
    if (m_usesReserve) {
        throttle();
        return;
    }
    m_pacingTimer.start(m_events.monotonicNs() + pacingNs, [this] {
        m_usesReserve = true;
        if (!m_events.hasReserve()) {
            throttle();
            return;
        }
        m_pauses.set(ReadPause::SinkFull, false);
        continueReading();
        finishWhenIdle();
    });
}

void Instance::throttle()
{
    m_isThrottled = true;
    m_events.publish(Throttled{});
}

void Instance::resume()
{
    if (m_acceptsLater && m_state == InstanceState::Listening) {
        startAccept();
        finishWhenIdle();
        return;
    }
    m_usesReserve = false;
    if (!m_pauses.has(ReadPause::SinkFull)) {
        return;
    }
    if (!m_events.hasRoom()) {
        if (!m_isThrottled) {
            waitForSink();
        }
        return;
    }
    m_pacingTimer.stop();
    m_pauses.set(ReadPause::SinkFull, false);
    if (std::exchange(m_isThrottled, false)) {
        m_events.publish(Resumed{});
    }
    continueReading();
    finishWhenIdle();
}

void Instance::handleRead(const Completion& completion)
{
    if (completion.endOfStream) {
        m_wasReset = m_wasReset || completion.isReset;
        completion.peerReads ? inputEnded() : peerLeft();
        return;
    }
    if (!completion.error) {
        if (completion.descriptors != 0) {
            receivedDescriptors(completion.descriptors);
        }
        // Also while closing: data returned by the system has been received.
        deliver(completion);
    } else if (!m_transaction.isWanted() || completion.error->kind != ErrorKind::Cancelled) {
        if (m_state != InstanceState::Closing) {
            fail(*completion.error);
        }
        return;
    }
    continueReading();
}

void Instance::receivedDescriptors(std::uint32_t count)
{
    DescriptorsPassed passed{.count = count};
    m_passed = m_channel->takePassed();
    if (m_passed && m_partner != nullptr) {
        passed.passedOn = true;
        passed.what = m_passed->describe();
    }
    m_events.publish(std::move(passed));
}

void Instance::deliver(const Completion& completion)
{
    m_assembler.add(completion.data, completion.moreData,
                    [this](const AssembledMessage& message) { received(message); });
}

void Instance::received(const AssembledMessage& message)
{
    const bool takesAnswers = takesSends(m_state) && m_sending == Sending::Open && m_traits.mayWrite
                              && !m_writer.isBroken();
    Verdict verdict = Verdict::pass();
    if (TrafficHandler* const handler = m_owner.handler()) {
        verdict = handler->onMessage({.endpoint = m_traits.endpoint,
                                      .connection = connection(),
                                      .mode = m_traits.mode,
                                      .takesAnswers = takesAnswers},
                                     {.payload = message.payload, .continues = message.continues});
    }
    const std::uint64_t added = m_traits.side == RelaySide::None ? 0 : m_events.sinceStamp();
    const std::uint64_t row = m_gate.receive(message, verdict, hasBothEnds(m_state), added);
    m_pauses.set(ReadPause::Held, m_gate.isHolding());
    if (m_partner != nullptr) {
        passOn(message, verdict);
    }
    if (verdict.kind() == Verdict::Kind::Reply && takesAnswers) {
        reply({.origin = verdict.origin(), .partner = row}, verdict.payload());
    }
}

void Instance::settle(OperationId operation, std::uint64_t row, HeldOutcome outcome,
                      ByteView edited)
{
    if (const auto settled = m_gate.settle(row, outcome, edited); !settled) {
        m_events.failed(operation, settled.error());
        return;
    }
    m_pauses.set(ReadPause::Held, false);
    settlePartner(outcome, edited);
    continueReading();
    endWithInput();
    finishWhenIdle();
}

// --- the other side of a relay -----------------------------------------------------------------

void Instance::join(Instance& target)
{
    m_partner = &target;
    target.m_partner = this;
    for (Instance* const side : {this, &target}) {
        side->m_pauses.set(ReadPause::PartnerNotReady, true);
        side->m_channel->keepPassed();
    }
}

void Instance::partnerReady()
{
    m_pauses.set(ReadPause::PartnerNotReady, false);
    continueReading();
    finishWhenIdle();
}

void Instance::partnerLeft(bool abruptly, CloseReason reason)
{
    m_partner = nullptr;
    // Bytes that come now have nowhere to go.
    m_pauses.set(ReadPause::PartnerNotReady, true);
    m_drainsSlowly = true;
    end(abruptly ? CloseMode::Abortive : CloseMode::Graceful, reason);
    finishWhenIdle();
}

void Instance::endWith(const Error& error)
{
    fail(error);
    finishWhenIdle();
}

bool Instance::endsAbruptly() const
{
    return m_wasReset || m_reason == CloseReason::AbortedByUs || m_reason == CloseReason::Failed;
}

void Instance::passOn(const AssembledMessage& message, const Verdict& verdict)
{
    if (message.continues && m_assembler.mode() == PipeMode::Message) {
        if (hasBothEnds(
                m_state)) { // else its end will never come, and the peer heard nothing of it
            fail(refuse("a message is longer than the limit of "
                            + std::to_string(m_traits.options.messageLimit)
                            + " bytes, and a relay passes on only whole ones",
                        ErrorKind::MessageTooLarge)
                     .error());
        }
        return;
    }
    switch (verdict.kind()) {
    case Verdict::Kind::Pass: m_partner->forward(message.payload, std::move(m_passed)); break;
    case Verdict::Kind::Replace: m_partner->forward(verdict.payload(), std::move(m_passed)); break;
    case Verdict::Kind::Hold:
        if (m_gate.isHolding()) {
            m_held.assign(message.payload.begin(), message.payload.end());
            m_heldFiles = std::move(m_passed);
        } else {
            m_partner->forward(message.payload, std::move(m_passed));
        }
        break;
    case Verdict::Kind::Drop:
    case Verdict::Kind::Reply: break;
    }
    m_passed.reset();
}

void Instance::settlePartner(HeldOutcome outcome, ByteView edited)
{
    const Bytes held = std::exchange(m_held, {});
    auto files = std::exchange(m_heldFiles, nullptr);
    if (m_partner == nullptr || outcome == HeldOutcome::Dropped) {
        return;
    }
    m_partner->forward(outcome == HeldOutcome::Edited ? edited : ByteView(held), std::move(files));
}

void Instance::forward(ByteView payload, std::unique_ptr<PassedFiles> files)
{
    const bool isHeard = takesSends(m_state) && m_sending == Sending::Open && m_traits.mayWrite
                         && !m_writer.isBroken();
    // A zero-byte write of a Windows peer in byte mode is a read of nothing.
    if (!isHeard || (payload.empty() && m_traits.mode == PipeMode::Byte)) {
        return;
    }
    const Result<void> result =
        m_writer.answer({.origin = {.kind = OriginKind::Relay}}, payload, std::move(files));
    if (m_partner != nullptr) {
        m_partner->m_pauses.set(ReadPause::PartnerBehind, !m_writer.isEmpty());
    }
    if (!result) {
        writingFailed(result.error());
        finishWhenIdle();
    }
}

void Instance::partnerWrote(bool all)
{
    if (m_pauses.has(ReadPause::PartnerBehind) && all) {
        m_pauses.set(ReadPause::PartnerBehind, false);
        continueReading();
        finishWhenIdle();
    }
}

void Instance::setReadMode(OperationId operation, PipeMode mode)
{
    if (m_state != InstanceState::Connected) {
        m_events.failed(operation, refuseNow().error());
        return;
    }
    if (const auto result = m_channel->setReadMode(mode); !result) {
        m_events.failed(operation, result.error());
        return;
    }
    // A partly received message is shown as far as it arrived.
    m_assembler.finish([this](const AssembledMessage& message) { received(message); });
    m_assembler.setMode(mode);
    m_events.publish(ReadModeChanged{.operation = operation, .mode = mode});
}

// --- writing -----------------------------------------------------------------------------------

void Instance::send(const Cause& cause, Outgoing payload)
{
    Result<void> taken = maySend();
    if (taken) {
        taken = m_writer.add(cause, std::move(payload));
    }
    if (!taken) {
        m_events.failed(cause.operation, taken.error());
    } else if (!std::exchange(m_isUnwritten, true)) {
        m_context.unwritten.push_back(this);
    }
}

Result<void> Instance::maySend() const
{
    if (m_writer.isBroken()) {
        return {}; // the writer reports it
    }
    if (m_sending != Sending::Open && hasBothEnds(m_state)) {
        return refuse("this end has ended its sending", ErrorKind::NoSuchTarget);
    }
    if (!takesSends(m_state)) {
        return refuseNow();
    }
    if (!m_traits.mayWrite) {
        return refuse("this end was opened for reading only", ErrorKind::AccessDenied);
    }
    return {};
}

void Instance::writeQueued()
{
    m_isUnwritten = false;
    if (m_state == InstanceState::Closing || m_state == InstanceState::Closed) {
        return;
    }
    wrote(m_writer.writeQueued());
    finishWhenIdle();
}

void Instance::handleWrite(const Completion& completion)
{
    const Result<void> result = m_writer.completed(completion);
    if (m_state != InstanceState::Closing) {
        wrote(result ? m_writer.writeQueued() : result);
    }
}

void Instance::reply(const Cause& cause, ByteView payload)
{
    // A zero-byte write of a Windows peer in byte mode is a read of nothing, with nothing to send back.
    if (payload.empty() && m_traits.mode == PipeMode::Byte) {
        return;
    }
    const Result<void> result = m_writer.answer(cause, payload);
    m_pauses.set(ReadPause::AnswersWait, m_writer.cost() > answersHighWater);
    if (!result) {
        writingFailed(result.error());
    }
}

void Instance::wrote(const Result<void>& result)
{
    if (!result) {
        writingFailed(result.error());
    }
    if (m_writer.cost() <= answersHighWater / 2) {
        m_pauses.set(ReadPause::AnswersWait, false);
    }
    if (m_partner != nullptr) {
        m_partner->partnerWrote(m_writer.isEmpty());
    }
    advanceTransaction();
    continueReading();
    endWithInput();
    endSendingWhenWritten();
    const bool ending = m_state == InstanceState::PeerGone || m_state == InstanceState::Draining;
    if (ending && m_writer.isEmpty()) {
        drained();
    }
}

void Instance::writingFailed(const Error& error)
{
    if (error.kind != ErrorKind::PeerClosed) {
        end(CloseMode::Abortive, CloseReason::Failed);
    } else if (!m_traits.mayRead || m_state == InstanceState::InputEnded) {
        peerLeft();
    } else {
        // Data sent before the peer left is still unread: the read sees the end after it.
        m_pauses.set(ReadPause::AnswersWait, false);
        continueReading();
    }
}

// --- transactions and questions ----------------------------------------------------------------

void Instance::transact(OperationId operation, Bytes payload)
{
    Result<void> taken = mayTransact();
    if (taken) {
        taken = m_transaction.request(operation, std::move(payload));
    }
    if (!taken) {
        m_events.failed(operation, taken.error());
        return;
    }
    if (inFlight(OperationKind::Read) && !m_assembler.isInside()) {
        m_channel->cancelRead();
    }
    advanceTransaction();
    finishWhenIdle();
}

Result<void> Instance::mayTransact() const
{
    if (!m_channel->canTransact() || m_transaction.isWanted()) {
        return {}; // the transaction reports it
    }
    if (m_state != InstanceState::Connected) {
        return refuseNow();
    }
    if (!m_traits.mayRead || !m_traits.mayWrite) {
        return refuse("a transaction requires both directions: this end was opened for one",
                      ErrorKind::AccessDenied);
    }
    if (m_assembler.mode() != PipeMode::Message) {
        return refuse("a transaction requires the message read mode", ErrorKind::WrongType);
    }
    return {};
}

void Instance::advanceTransaction()
{
    const bool isBusy = inFlight(OperationKind::Read) || m_transaction.isInFlight()
                        || !m_writer.isEmpty() || m_assembler.isInside()
                        || m_pauses.has(ReadPause::Held);
    if (!m_transaction.isWanted() || m_state != InstanceState::Connected || isBusy) {
        return;
    }
    if (!m_transaction.start(m_traits.options.readSize)) {
        continueReading();
    }
}

void Instance::handleTransact(const Completion& completion)
{
    if (m_transaction.completed(completion)) {
        deliver(completion);
    }
    continueReading();
}

void Instance::inquire(OperationId operation, Inquiry inquiry)
{
    if (hasBothEnds(m_state) || m_state == InstanceState::Draining) {
        m_inquiries.ask(operation, std::move(inquiry));
    } else {
        m_events.failed(operation,
                        refuse("the connection has ended", ErrorKind::NoSuchTarget).error());
    }
}

void Instance::handleInquiry(const Completion& completion)
{
    m_inquiries.completed(completion);
    if (m_state != InstanceState::Closing) {
        m_inquiries.askNext();
    }
}

std::unexpected<Error> Instance::refuseNow() const
{
    return refuse("the connection is " + std::string(stateName(m_state)), ErrorKind::NoSuchTarget);
}

} // namespace pipecore
