// The parts of an instance, each for itself.

#include "engine/instance/connect_attempts.h"
#include "engine/instance/message_assembler.h"
#include "engine/instance/message_gate.h"
#include "runner/register.h"

#include <QTest>

#include <string>
#include <vector>

using namespace pipecore;
using namespace std::chrono_literals;

namespace {

/// Message delivered by an assembler.
struct Delivered
{
    std::string text;
    std::vector<std::uint32_t> fragments;
    bool continues = false;

    friend bool operator==(const Delivered&, const Delivered&) = default;
};

auto into(std::vector<Delivered>& all)
{
    return [&all](const AssembledMessage& message) {
        all.push_back({.text = std::string(asText(message.payload)),
                       .fragments = {message.fragments.begin(), message.fragments.end()},
                       .continues = message.continues});
    };
}

} // namespace

class InstanceParts : public QObject
{
    Q_OBJECT

private slots:
    void PartsMakeOneMessage();
    void MessageOfOneReadHasNoFragments();
    void MessageBeyondTheLimitComesInParts();
    void MessageWithoutItsEndIsDeliveredInPart();
    void ByteModeDeliversEveryRead();
    void EachReasonToPauseHoldsForItself();
    void AttemptsBecomeRarerAndEndInTime();
    void AttemptsEndAtOnceWhenNothingWillChange();
};

void InstanceParts::PartsMakeOneMessage()
{
    MessageAssembler assembler(PipeMode::Message, 100);
    std::vector<Delivered> all;
    assembler.add(toBytes("ab"), true, into(all));
    QVERIFY(all.empty() && assembler.isInside());
    assembler.add({}, true, into(all));
    assembler.add(toBytes("c"), false, into(all));
    QVERIFY(all == (std::vector<Delivered>{{"abc", {2, 0, 1}, false}}));
    QVERIFY(!assembler.isInside());
}

void InstanceParts::MessageOfOneReadHasNoFragments()
{
    MessageAssembler assembler(PipeMode::Message, 2);
    std::vector<Delivered> all;
    assembler.add(toBytes("abcdef"), false, into(all));
    assembler.add({}, false, into(all));
    QVERIFY(all == (std::vector<Delivered>{{"abcdef", {}, false}, {"", {}, false}}));
}

void InstanceParts::MessageBeyondTheLimitComesInParts()
{
    MessageAssembler assembler(PipeMode::Message, 4);
    std::vector<Delivered> all;
    for (const char* const part : {"abc", "def", "ghi"}) {
        assembler.add(toBytes(part), true, into(all));
    }
    assembler.add(toBytes("j"), false, into(all));
    QVERIFY(all == (std::vector<Delivered>{{"abcdef", {3, 3}, true}, {"ghij", {3, 1}, false}}));
}

void InstanceParts::MessageWithoutItsEndIsDeliveredInPart()
{
    MessageAssembler assembler(PipeMode::Message, 100);
    std::vector<Delivered> all;
    assembler.finish(into(all));
    QVERIFY(all.empty());
    assembler.add(toBytes("abc"), true, into(all));
    assembler.finish(into(all));
    QVERIFY(all == (std::vector<Delivered>{{"abc", {3}, true}}));
    QVERIFY(!assembler.isInside());
}

void InstanceParts::ByteModeDeliversEveryRead()
{
    MessageAssembler assembler(PipeMode::Message, 100);
    assembler.setMode(PipeMode::Byte);
    std::vector<Delivered> all;
    assembler.add(toBytes("ab"), true, into(all));
    assembler.add(toBytes("c"), false, into(all));
    QVERIFY(all == (std::vector<Delivered>{{"ab", {}, false}, {"c", {}, false}}));
}

void InstanceParts::EachReasonToPauseHoldsForItself()
{
    ReadPauses pauses;
    QVERIFY(pauses.isEmpty());
    pauses.set(ReadPause::SinkFull, true);
    pauses.set(ReadPause::AnswersWait, true);
    pauses.set(ReadPause::SinkFull, true);
    pauses.set(ReadPause::SinkFull, false);
    QVERIFY(!pauses.has(ReadPause::SinkFull) && pauses.has(ReadPause::AnswersWait));
    QVERIFY(!pauses.isEmpty());
    pauses.set(ReadPause::AnswersWait, false);
    QVERIFY(pauses.isEmpty());
}

void InstanceParts::AttemptsBecomeRarerAndEndInTime()
{
    const Error busy{.kind = ErrorKind::Busy};
    ConnectAttempts attempts;
    std::int64_t now = 1'000'000'000;
    const std::int64_t begin = now;
    attempts.begin(100ms, now);
    std::vector<std::int64_t> delaysMs;
    for (;;) {
        const auto next = attempts.nextAfter(busy, now);
        if (!next) {
            QCOMPARE(next.error().kind, ErrorKind::TimedOut);
            break;
        }
        delaysMs.push_back((*next - now) / 1'000'000);
        now = *next;
    }
    QCOMPARE(now - begin, 100'000'000);
    QVERIFY(delaysMs == (std::vector<std::int64_t>{1, 2, 4, 8, 16, 32, 32, 5}));
}

void InstanceParts::AttemptsEndAtOnceWhenNothingWillChange()
{
    ConnectAttempts attempts;
    attempts.begin(100ms, 0);
    const auto denied = attempts.nextAfter({.kind = ErrorKind::AccessDenied}, 0);
    QVERIFY(!denied);
    QCOMPARE(denied.error().kind, ErrorKind::AccessDenied);
    attempts.begin(0ms, 0);
    const auto once = attempts.nextAfter({.kind = ErrorKind::NotFound}, 0);
    QVERIFY(!once);
    QCOMPARE(once.error().kind, ErrorKind::NotFound);
}

PIPESCOPE_GUILESS_TEST(InstanceParts)
#include "tst_instance_parts.moc"
