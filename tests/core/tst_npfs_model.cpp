// The model of NPFS by itself, rule by rule (npfs_rules.h): on every system.
#include "npfs_codes.h"
#include "npfs_system.h"
#include "runner/register.h"

#include <QTest>

#include <array>
#include <thread>

using namespace npfs;
using namespace pipecore;
using namespace std::chrono_literals;

namespace {

/// Who has none of the maker's groups but Everyone.
AccessSubject stranger()
{
    AccessSubject subject;
    subject.sids = {Sid(5, {21, 1, 2, 3, 2002}), sids::everyone()};
    return subject;
}

Creation server(const char* name = R"(\\.\pipe\orders)")
{
    return {
        .name = name, .ofMessages = true, .readsMessages = true, .outQuota = 4096, .inQuota = 4096};
}

Opening client(const char* name = R"(\\.\pipe\orders)")
{
    return {.name = name, .rights = rights::genericRead | rights::genericWrite};
}

/// The code that a call came to.
template <typename Value>
Code codeOf(const std::expected<Value, Code>& result)
{
    return result ? code::success : result.error();
}

struct Posted
{
    void* overlapped = nullptr;
    Outcome outcome;
};

/// A system with what it posts.
struct Computer
{
    std::vector<Posted> posted; ///< outlives the system, whose end posts too
    System system;

    Computer()
    {
        system.post = [this](void*, std::uintptr_t, void* overlapped, Outcome outcome) {
            posted.push_back({overlapped, outcome});
        };
    }
    /// Makes, and lets report to `posted`.
    Handle serve(const Creation& creation)
    {
        const Handle handle = system.create(creation).value();
        system.associate(handle, this, 0);
        return handle;
    }
    Handle join(const Opening& opening = client())
    {
        const Handle handle = system.open(opening).value();
        system.associate(handle, this, 0);
        return handle;
    }
    /// A read that is over at once.
    Outcome read(Handle handle) { return system.read(handle, room, &room); }
    Outcome write(Handle handle, std::string_view text)
    {
        return system.write(handle, asBytes(text), &posted);
    }

    std::array<std::byte, 100> room{};
};

} // namespace

class TestNpfsModel : public QObject
{
    Q_OBJECT

private slots:
    // Rule 1.
    void AnInstanceLivesUntilBothEndsAreClosed()
    {
        Computer one;
        Creation limited = server();
        limited.limit = 1;
        const Handle first = one.serve(limited);
        const Handle reader = one.join();
        one.system.close(first);
        QCOMPARE(one.system.instances(limited.name), 1U);
        QCOMPARE(codeOf(one.system.create(limited)), code::pipeBusy);
        limited.isFirst = true;
        one.system.close(reader);
        QCOMPARE(one.system.instances(limited.name), 0U);
        QVERIFY(one.system.create(limited));
    }

    // Rule 2.
    void CreationIsCheckedInOrder()
    {
        Computer one;
        Creation creation = server();
        creation.limit = 1;
        creation.descriptor = descriptorFromSddl("D:(A;;FA;;;WD)").value();
        one.serve(creation);
        Creation other = creation;
        other.isFirst = true;
        other.ofMessages = other.readsMessages = false;
        QCOMPARE(codeOf(one.system.create(other)), code::pipeBusy); // before the rest

        Creation wide = server(R"(\\.\pipe\wide)");
        wide.descriptor = descriptorFromSddl("D:(A;;FA;;;WD)").value();
        one.serve(wide);
        Creation first = wide;
        first.isFirst = true;
        QCOMPARE(codeOf(one.system.create(first)), code::accessDenied);
        Creation bytes = wide;
        bytes.ofMessages = bytes.readsMessages = false;
        QCOMPARE(codeOf(one.system.create(bytes)), code::accessDenied);
        Creation inbound = wide;
        inbound.writes = false;
        QCOMPARE(codeOf(one.system.create(inbound)), code::accessDenied);
        QVERIFY(one.system.create(wide));
    }

    // Rule 3.
    void FirstInstanceDecides()
    {
        Computer one;
        Creation first = server();
        first.limit = 3;
        first.descriptor = descriptorFromSddl("D:(A;;FA;;;WD)").value();
        const Handle handle = one.serve(first);
        Creation second = first;
        second.limit = 9;
        second.descriptor = descriptorFromSddl("D:(A;;FR;;;WD)").value();
        one.serve(second);
        QCOMPARE(one.system.properties(handle)->limit, 3U);
        QVERIFY(one.system.security(handle)->dacl == first.descriptor->dacl);
    }

    // Rule 4.
    void AccessListIsEnforced()
    {
        Computer one;
        Creation creation = server();
        creation.descriptor = descriptorFromSddl("D:(A;;FR;;;WD)").value();
        one.serve(creation);
        one.system.actAs(stranger());
        QCOMPARE(codeOf(one.system.open(client())), code::accessDenied);
        Opening reading = client();
        reading.rights = rights::genericRead;
        QVERIFY(one.system.open(reading));
        // To add an instance takes FILE_CREATE_PIPE_INSTANCE; to open for writing does not.
        Creation writable = server(R"(\\.\pipe\writable)");
        writable.descriptor = descriptorFromSddl("D:(A;;0x12019b;;;WD)").value();
        one.serve(writable);
        QVERIFY(one.system.open(client(R"(\\.\pipe\writable)")));
        QCOMPARE(codeOf(one.system.create(writable)), code::accessDenied);
    }

    // Rule 5.
    void ReadModeNeedsWriteAttributes()
    {
        Computer one;
        one.serve(server());
        one.serve(server());
        Opening plain = client();
        plain.rights = rights::genericRead;
        QCOMPARE(one.system.setReadMode(one.join(plain), true), code::accessDenied);
        plain.rights |= rights::writeAttributes;
        QCOMPARE(one.system.setReadMode(one.join(plain), true), code::success);
    }

    // Rule 6.
    void SynchronousHandleRunsOneCallAtATime()
    {
        Computer one;
        const Handle atServer = one.serve(server());
        Opening blocking = client();
        blocking.isSynchronous = true;
        const Handle atClient = one.system.open(blocking).value();
        Outcome outcome;
        std::array<std::byte, 8> word{};
        std::thread reader([&] { outcome = one.system.read(atClient, word, nullptr); });
        std::atomic<bool> isWritten = false;
        QTest::qSleep(50); // the reader comes first, or the test proves nothing that day
        std::thread writer([&] {
            static_cast<void>(one.system.write(atClient, asBytes("parked"), nullptr));
            isWritten = true;
        });
        QTest::qSleep(100);
        QVERIFY(!isWritten || !one.system.rules().synchronousHandlesSerialize);
        const bool wasParked = !isWritten;
        QCOMPARE(one.write(atServer, "wake").code, code::success);
        reader.join();
        writer.join();
        QCOMPARE(outcome.bytes, 4U);
        QVERIFY(wasParked);
        QCOMPARE(one.read(atServer).bytes, 6U);
    }

    // Rule 7.
    void WithoutAQuotaAWriteWaitsForItsReader()
    {
        Computer one;
        Creation creation = server();
        creation.inQuota = 0;
        const Handle atServer = one.serve(creation);
        const Handle atClient = one.join();
        QCOMPARE(one.write(atClient, "word").code, code::ioPending);
        QCOMPARE(one.read(atServer).bytes, 4U);
        QVERIFY(std::ranges::any_of(one.posted, [&](const Posted& posted) {
            return posted.overlapped == &one.posted && posted.outcome.bytes == 4;
        }));
        QCOMPARE(one.write(atServer, "word").code, code::success); // fits 4,096
    }

    void AWriteWaitsUntilItFits()
    {
        Computer one;
        const Handle atServer = one.serve(server());
        const Handle atClient = one.join();
        const std::string half(3000, 'x');
        QCOMPARE(one.write(atClient, half).code, code::success);
        QCOMPARE(one.write(atClient, half).code, code::ioPending);
        std::vector<std::byte> large(3000);
        QCOMPARE(one.system.read(atServer, large, large.data()).code, code::success);
        QCOMPARE(one.posted.size(), 3U); // the first write, the second, and the read
    }

    // Rule 8.
    void TokenIsCapturedAtOpenWithStaticTracking()
    {
        Computer one;
        const Handle still = one.serve(server());
        Opening opening = client();
        opening.hasSqos = true;
        opening.level = 1;
        one.join(opening);
        QCOMPARE(one.system.impersonate(still).value_or(-1), 1);

        for (const bool hasSqos : {true, false}) {
            const Handle waiting = one.serve(server());
            opening.hasSqos = hasSqos;
            opening.hasDynamicTracking = true;
            const Handle talker = one.join(opening);
            QCOMPARE(codeOf(one.system.impersonate(waiting)), code::cannotImpersonate);
            QCOMPARE(one.write(talker, "I").code, code::success);
            QCOMPARE(one.read(waiting).bytes, 1U);
            QVERIFY(one.system.impersonate(waiting));
        }
    }

    // Rule 9.
    void OutboundServerIsBlind()
    {
        Computer one;
        Creation creation = server();
        creation.reads = false;
        creation.readsMessages = false;
        const Handle blind = one.serve(creation);
        Opening opening = client();
        opening.rights = rights::genericRead;
        const Handle reader = one.join(opening);
        QCOMPARE(codeOf(one.system.properties(blind)), code::accessDenied);
        QCOMPARE(one.read(blind).code, code::accessDenied);
        QCOMPARE(one.system.connect(blind, &one), code::pipeConnected);
        one.system.close(reader);
        QCOMPARE(one.system.connect(blind, &one), code::noData);
        QCOMPARE(one.write(blind, "late").code, code::noData);
    }

    // Rule 10.
    void DisconnectThrowsAwayAndCloseDoesNot()
    {
        Computer one;
        const Handle sent = one.serve(server());
        Handle reader = one.join();
        QCOMPARE(one.write(sent, "never seen").code, code::success);
        QCOMPARE(one.system.disconnect(sent), code::success);
        QCOMPARE(one.read(reader).code, code::pipeNotConnected);
        // The instance takes the next client at once.
        QCOMPARE(one.system.connect(sent, &one), code::ioPending);
        reader = one.join();
        QCOMPARE(one.write(sent, "last words").code, code::success);
        one.system.close(sent);
        QCOMPARE(one.read(reader).bytes, 10U);
        QCOMPARE(one.read(reader).code, code::brokenPipe);
    }

    // Rule 11.
    void NamesAreNormalizedBehindTheDot()
    {
        Computer one;
        one.serve(server(R"(\\.\pipe\a/b.. )"));
        QVERIFY(one.system.open(client(R"(\\.\PIPE\A\B)")));
        one.serve(server(R"(\\.\pipe\x\..\z)"));
        QVERIFY(one.system.open(client(R"(\\.\pipe\z)")));
        one.serve(server(R"(\\?\pipe\kept. )"));
        QCOMPARE(codeOf(one.system.open(client(R"(\\.\pipe\kept. )"))), code::fileNotFound);
        QVERIFY(one.system.open(client(R"(\\?\pipe\kept. )")));
    }

    // Rule 12.
    void NumbersOfOtherComputersAreTheirs()
    {
        Computer one;
        one.system.addComputer("elsewhere", 777);
        QCOMPARE(codeOf(one.system.open(client(R"(\\nowhere\pipe\orders)"))), code::badNetPath);
        const Handle atServer = one.serve(server());
        const Handle atClient = one.join(client(R"(\\ELSEWHERE\pipe\orders)"));
        QCOMPARE(one.system.peerProcess(atServer).value_or(0), 777U);
        QCOMPARE(one.system.peerProcess(atClient).value_or(0), 777U);
        QCOMPARE(one.system.clientComputer(atServer).value_or(""), std::string("elsewhere"));
        Creation local = server(R"(\\.\pipe\local)");
        local.rejectsRemote = true;
        const Handle here = one.serve(local);
        QCOMPARE(codeOf(one.system.open(client(R"(\\elsewhere\pipe\local)"))), code::accessDenied);
        one.join(client(R"(\\.\pipe\local)"));
        QCOMPARE(codeOf(one.system.clientComputer(here)), code::pipeLocal);
    }

    // Rule 13.
    void WriteOfNothingToABytePipeIsAReadOfNothing()
    {
        Computer one;
        Creation creation = server();
        creation.ofMessages = creation.readsMessages = false;
        const Handle atServer = one.serve(creation);
        const Handle atClient = one.join();
        QCOMPARE(one.read(atServer).code, code::ioPending);
        QCOMPARE(one.write(atClient, "").code, code::success);
        const auto isReadOfNothing = [&](const Posted& posted) {
            return posted.overlapped == &one.room && posted.outcome.code == code::success
                   && posted.outcome.bytes == 0;
        };
        QCOMPARE(std::ranges::count_if(one.posted, isReadOfNothing), 1);
        // Nobody waits: it keeps its place among the data.
        for (const std::string_view text : {"ab", "", "c"}) {
            QCOMPARE(one.write(atClient, text).code, code::success);
        }
        for (const std::uint32_t bytes : {2U, 0U, 1U}) {
            const Outcome outcome = one.read(atServer);
            QCOMPARE(outcome.code, code::success);
            QCOMPARE(outcome.bytes, bytes);
        }
    }

    void CancelledCallsEndOnce()
    {
        Computer one;
        const Handle atServer = one.serve(server());
        QCOMPARE(one.system.connect(atServer, &one), code::ioPending);
        QCOMPARE(one.system.cancel(atServer, nullptr), code::success);
        QCOMPARE(one.system.cancel(atServer, nullptr), code::notFound);
        QCOMPARE(one.posted.size(), 1U);
        QCOMPARE(one.posted[0].outcome.code, code::operationAborted);
        const Handle atClient = one.join();
        QCOMPARE(one.read(atClient).code, code::ioPending);
        QCOMPARE(one.system.cancel(atClient, &one.room), code::success);
        QCOMPARE(one.posted[1].outcome.code, code::operationAborted);
    }

    void WaitingThreadsAreInterrupted()
    {
        Computer one;
        const Handle taken = one.serve(server());
        one.join();
        std::atomic<std::uint64_t> number = 0;
        one.system.threadNumber = [&] {
            const std::uint64_t own = std::hash<std::thread::id>()(std::this_thread::get_id());
            number = own;
            return own;
        };
        Code outcome = 0;
        std::thread waiter([&] { outcome = one.system.wait(R"(\\.\pipe\orders)", 1min); });
        // Not in the macro, which evaluates once more after a success.
        bool isInterrupted = false;
        for (int i = 0; i < 1000 && !isInterrupted; ++i) {
            QTest::qSleep(5);
            isInterrupted = number != 0 && one.system.cancelThread(number) == code::success;
        }
        QVERIFY(isInterrupted);
        waiter.join();
        QCOMPARE(outcome, code::operationAborted);
        QCOMPARE(one.system.wait(R"(\\.\pipe\orders)", 10ms), code::semTimeout);
        QCOMPARE(one.system.disconnect(taken), code::success);
        QCOMPARE(one.system.connect(taken, &one), code::ioPending);
        QCOMPARE(one.system.wait(R"(\\.\pipe\orders)", 10ms), code::success);
    }
};

PIPESCOPE_GUILESS_TEST(TestNpfsModel)
#include "tst_npfs_model.moc"
