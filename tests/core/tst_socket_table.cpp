#include "pipecore/discovery/socket_table.h"
#include "runner/register.h"

#include <QTest>

#include <random>
#include <string>

using namespace pipecore;

namespace {

// As the kernel prints it (net/unix/af_unix.c, unix_seq_show).
constexpr std::string_view recorded =
    "Num       RefCount Protocol Flags    Type St Inode Path\n"
    "00000000b2adf5b6: 00000003 00000000 00000000 0001 03 1085147\n"
    "0000000059e021ef: 00000002 00000000 00010000 0001 01 1085027 /run/app.sock\n"
    "0000000000000001: 00000002 00000000 00010000 0005 01   629 /tmp/CoreFxPipe_orders\n"
    "0000000000000002: 00000003 00000000 00000000 0005 03   630 /tmp/CoreFxPipe_orders\n"
    "0000000000000003: 00000003 00000000 00000000 0005 03   631 /tmp/CoreFxPipe_orders\n"
    "0000000000000004: 00000003 00000000 00000000 0005 02     0 /tmp/CoreFxPipe_orders\n"
    "0000000000000005: 00000002 00000000 00010000 0001 01  700 @/tmp/.X11-unix/X0\n"
    "0000000000000006: 00000002 00000000 00000000 0002 01  701 /run/systemd/notify\n"
    "0000000000000007: 00000002 00000000 00000000 0001 01  702 /tmp/bound-only\n"
    "0000000000000008: 00000002 00000000 00010000 0001 01  703 relative\n"
    "0000000000000009: 00000002 00000000 00010000 0001 01  704  /tmp/two blanks \n";

const ListedPipe* find(const std::vector<ListedPipe>& pipes, std::string_view name)
{
    for (const ListedPipe& pipe : pipes) {
        if (pipe.name == name) {
            return &pipe;
        }
    }
    return nullptr;
}

} // namespace

/// /proc/net/unix from recorded text.
class SocketTableTest : public QObject
{
    Q_OBJECT

private slots:
    void RowsHaveTheirFlags()
    {
        const auto rows = parseSocketTable(recorded);
        // Without the header, the socket without a path and the datagram socket.
        QCOMPARE(rows.size(), std::size_t{9});
        QVERIFY(rows[0]
                == (SocketRow{.mode = PipeMode::Byte,
                              .isListening = true,
                              .inode = 1085027,
                              .path = "/run/app.sock"}));
        QVERIFY(rows[2]
                == (SocketRow{.mode = PipeMode::Message,
                              .isConnected = true,
                              .inode = 630,
                              .path = "/tmp/CoreFxPipe_orders"}));
        QVERIFY(rows[4].isWaiting && !rows[4].isConnected && !rows[4].isListening);
        QVERIFY(!rows[6].isListening);
        QCOMPARE(rows[8].path, std::string(" /tmp/two blanks "));
    }

    void OnlyListeningSocketsAreListed()
    {
        const auto pipes = listedSockets(parseSocketTable(recorded), "/tmp");
        QCOMPARE(pipes.size(), std::size_t{5});
        const ListedPipe* orders = find(pipes, "orders");
        QVERIFY(orders != nullptr);
        QCOMPARE(orders->path, std::string("/tmp/CoreFxPipe_orders"));
        QVERIFY(orders->canConnect);
        QVERIFY(orders->mode == PipeMode::Message);
        QVERIFY(orders->connected == 2U);
        QVERIFY(orders->waiting == 1U);
        QCOMPARE(orders->inode, std::uint64_t{629});
        QVERIFY(!orders->instances);

        const ListedPipe* app = find(pipes, "/run/app.sock");
        QVERIFY(app != nullptr);
        QVERIFY(app->canConnect);
        QVERIFY(app->mode == PipeMode::Byte);
        QVERIFY(app->connected == 0U);
    }

    void UntypableNamesAreShownUnchanged()
    {
        const auto pipes = listedSockets(parseSocketTable(recorded), "/tmp");
        for (const char* name : {"@/tmp/.X11-unix/X0", "relative", " /tmp/two blanks "}) {
            const ListedPipe* pipe = find(pipes, name);
            QVERIFY2(pipe != nullptr, name);
            QVERIFY2(!pipe->canConnect, name);
        }
    }

    void NamesAreAsOneTypesThem_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("name");
        const auto row = [](const char* path, const char* name) {
            QTest::newRow(path) << QByteArray(path) << QByteArray(name);
        };
        row("/tmp/x/CoreFxPipe_orders", "orders");
        row("/tmp/CoreFxPipe_orders", "/tmp/CoreFxPipe_orders"); // another folder
        row("/tmp/x/CoreFxPipe_", "/tmp/x/CoreFxPipe_");         // no name
        row("/tmp/x/CoreFxPipe_@a", "/tmp/x/CoreFxPipe_@a");     // looks abstract
        row("/tmp/x/CoreFxPipe_a\\b", "a\\b");
        row("/tmp/x/corefxpipe_orders", "/tmp/x/corefxpipe_orders");     // case counts
        row("/tmp/x/y/CoreFxPipe_orders", "/tmp/x/y/CoreFxPipe_orders"); // deeper
        row("CoreFxPipe_orders", "CoreFxPipe_orders");                   // not from the root
        row("@/tmp/x/CoreFxPipe_orders", "@/tmp/x/CoreFxPipe_orders");   // abstract
    }
    void NamesAreAsOneTypesThem()
    {
        QFETCH(const QByteArray, path);
        QTEST(QByteArray::fromStdString(nameOfSocket(path.toStdString(), "/tmp/x/")), "name");
    }

    // A server was started again while the old one still has its socket: new clients reach the new one.
    void NewestOfOnePathHasTheClients()
    {
        const auto pipes = listedSockets(
            parseSocketTable("0: 2 0 00010000 0001 01 50 /s\n0: 2 0 00010000 0001 01 40 /s\n"
                             "0: 2 0 00000000 0001 03 60 /s\n"),
            "/tmp");
        QCOMPARE(pipes.size(), std::size_t{2});
        QCOMPARE(pipes[0].inode, std::uint64_t{40});
        QVERIFY(pipes[0].connected == 0U);
        QVERIFY(pipes[1].connected == 1U);
        QVERIFY(listedKey(pipes[0]) != listedKey(pipes[1]));
    }

    void LinesOfAnotherFormAreLeftOut_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char* line :
             {"", "|", "0", "0:", "0: 2", "0: 2 0 00010000 0001 01", "0: 2 0 00010000 0001 01 5",
              "0: 2 0 00010000 0001 01 5 ", "0 2 0 00010000 0001 01 5 /a",
              "zz: 2 0 00010000 0001 01 5 /a", "0: 2 0 00010000 0001 01 5x /a",
              "0: 2 0 00010000 0001 01 99999999999999999999999 /a", "and the rest of a path"}) {
            QTest::addRow("'%s'", line) << QByteArray(line).replace("|", "\n");
        }
    }
    void LinesOfAnotherFormAreLeftOut()
    {
        QFETCH(const QByteArray, line);
        QVERIFY(parseSocketTable(line.toStdString()).empty());
    }

    void AnyTextIsSafe()
    {
        std::mt19937 random(21); // NOLINT: the same text in each run
        for (int round = 0; round < 5'000; ++round) {
            std::string text(recorded.substr(0, random() % (recorded.size() + 1)));
            for (auto changes = random() % 20; changes > 0 && !text.empty(); --changes) {
                text[random() % text.size()] = static_cast<char>(random());
            }
            const auto pipes = listedSockets(parseSocketTable(text), "/tmp");
            QVERIFY(pipes.size() <= text.size());
        }
    }
};

PIPESCOPE_APPLESS_TEST(SocketTableTest)
#include "tst_socket_table.moc"
