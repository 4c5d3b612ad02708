// The transition table of an instance: every way through it, and every pair that means nothing.

#include "pipecore/model/instance_state.h"
#include "runner/register.h"

#include <QTest>

#include <array>
#include <set>

using namespace pipecore;
using S = InstanceState;
using T = InstanceTrigger;

namespace {

constexpr std::array allStates{S::Created,   S::Listening,  S::Connecting,
                               S::Connected, S::InputEnded, S::PeerGone,
                               S::Draining,  S::Closing,    S::Closed};
constexpr std::array allTriggers{
    T::Listen,   T::StartConnect,  T::PeerArrived,   T::InputEnded, T::OutputEnded,
    T::PeerLeft, T::CloseGraceful, T::CloseAbortive, T::Drained,    T::LastOperation};

S walk(S state, std::initializer_list<T> triggers)
{
    for (const T trigger : triggers) {
        const auto next = nextState(state, trigger);
        if (!next) {
            return S::Created;
        }
        state = *next;
    }
    return state;
}

} // namespace

class InstanceStates : public QObject
{
    Q_OBJECT

private slots:
    void ServerInstanceServesAndEnds();
    void ClientConnectsAndCloses();
    void PeerLeavesWhileDraining();
    void PeerSendsNoMoreAndLeavesLater();
    void PeerSendsNoMoreWhileDraining();
    void OnlyAnOpenConnectionTakesSends();
    void NothingLeadsOutOfClosed();
    void EveryStateButClosedCanBeAborted();
    void ClosedIsReachedOnlyWithoutOperations();
    void EveryStateHasAName();
};

void InstanceStates::ServerInstanceServesAndEnds()
{
    QCOMPARE(walk(S::Created, {T::Listen, T::PeerArrived}), S::Connected);
    QCOMPARE(walk(S::Connected, {T::PeerLeft, T::Drained, T::LastOperation}), S::Closed);
}

void InstanceStates::ClientConnectsAndCloses()
{
    QCOMPARE(walk(S::Created, {T::StartConnect, T::PeerArrived, T::CloseGraceful}), S::Draining);
    QCOMPARE(walk(S::Draining, {T::Drained, T::LastOperation}), S::Closed);
    QCOMPARE(walk(S::Created, {T::StartConnect, T::CloseGraceful}), S::Closing);
}

void InstanceStates::PeerLeavesWhileDraining()
{
    QCOMPARE(walk(S::Draining, {T::PeerLeft}), S::PeerGone);
    QCOMPARE(walk(S::PeerGone, {T::CloseGraceful}), S::PeerGone);
}

void InstanceStates::PeerSendsNoMoreAndLeavesLater()
{
    QCOMPARE(walk(S::Connected, {T::InputEnded, T::PeerLeft}), S::PeerGone);
    QCOMPARE(walk(S::Connected, {T::InputEnded, T::CloseGraceful}), S::Draining);
    // It is said once, and means nothing to a connection that is not up.
    QVERIFY(!nextState(S::InputEnded, T::InputEnded));
    QVERIFY(!nextState(S::Listening, T::InputEnded));
    QVERIFY(!nextState(S::PeerGone, T::InputEnded));
}

void InstanceStates::PeerSendsNoMoreWhileDraining()
{
    QCOMPARE(walk(S::Draining, {T::InputEnded}), S::Draining);
    QCOMPARE(walk(S::Draining, {T::InputEnded, T::Drained}), S::Closing);
}

void InstanceStates::OnlyAnOpenConnectionTakesSends()
{
    for (const S state : allStates) {
        QCOMPARE(takesSends(state), state == S::Connected || state == S::InputEnded);
    }
}

void InstanceStates::NothingLeadsOutOfClosed()
{
    for (const T trigger : allTriggers) {
        QVERIFY(!nextState(S::Closed, trigger));
    }
}

void InstanceStates::EveryStateButClosedCanBeAborted()
{
    for (const S state : allStates) {
        if (state != S::Closed) {
            QCOMPARE(nextState(state, T::CloseAbortive), S::Closing);
        }
    }
}

void InstanceStates::ClosedIsReachedOnlyWithoutOperations()
{
    for (const S state : allStates) {
        for (const T trigger : allTriggers) {
            if (nextState(state, trigger) == S::Closed) {
                QVERIFY(state == S::Closing && trigger == T::LastOperation);
            }
        }
    }
}

void InstanceStates::EveryStateHasAName()
{
    std::set<std::string_view> names;
    for (const S state : allStates) {
        names.insert(stateName(state));
    }
    QCOMPARE(names.size(), allStates.size());
    QVERIFY(!names.contains("unknown"));
}

PIPESCOPE_GUILESS_TEST(InstanceStates)
#include "tst_instance_state.moc"
