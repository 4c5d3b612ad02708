// Parsing of /proc: texts of real systems, and broken ones.

#include "backends/unix/proc_files.h"
#include "runner/register.h"

#include <QTest>

using namespace pipecore;

class TestUnixProcFiles : public QObject
{
    Q_OBJECT

private slots:
    void StartTicksComeAfterTheName_data();
    void StartTicksComeAfterTheName();
    void BrokenStatIsCorrupt();
    void StatusIsRead();
    void StatusWithoutGroupsHasNone();
    void BrokenStatusIsCorrupt();
    void CommandLineIsQuotedWhereNeeded();
    void CapabilitiesHaveNames();
    void MissingFileNamesTheCall();
};

namespace {

constexpr std::string_view rest = " S 1 2 3 0 -1 4194304 5 6 7 8 9 10 11 12 20 0 1 0 4711 99 1\n";
constexpr std::string_view status = "Name:\tx\nState:\tS (sleeping)\nUid:\t1000\t1001\t1002\t1003\n"
                                    "Gid:\t100\t101\t102\t103\nFDSize:\t64\n"
                                    "Groups:\t4 24 1000 \nCapInh:\t0000000000000000\n"
                                    "CapEff:\t0000000000201000\n";

} // namespace

void TestUnixProcFiles::StartTicksComeAfterTheName_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << QStringLiteral("cat");
    QTest::newRow("spaces") << QStringLiteral("tmux: server");
    QTest::newRow("parentheses") << QStringLiteral("a) S 1 2 (b)");
}

void TestUnixProcFiles::StartTicksComeAfterTheName()
{
    QFETCH(QString, name);
    const std::string line = "77 (" + name.toStdString() + ")" + std::string(rest);
    const auto ticks = parseStartTicks(line);
    QVERIFY(ticks);
    QCOMPARE(*ticks, 4711U);
}

void TestUnixProcFiles::BrokenStatIsCorrupt()
{
    for (const std::string_view line : {"", "77 cat S 1", "77 (cat) S 1 2 3", "77 (cat"}) {
        const auto ticks = parseStartTicks(line);
        QVERIFY(!ticks);
        QCOMPARE(ticks.error().kind, ErrorKind::Corrupt);
    }
}

void TestUnixProcFiles::StatusIsRead()
{
    const auto parsed = parseProcStatus(status);
    QVERIFY(parsed);
    QCOMPARE(parsed->user, 1001U);
    QCOMPARE(parsed->group, 101U);
    QCOMPARE(parsed->groups, (std::vector<gid_t>{4, 24, 1000}));
    QCOMPARE(parsed->capabilities, 0x201000U);
}

void TestUnixProcFiles::StatusWithoutGroupsHasNone()
{
    const auto parsed =
        parseProcStatus("Uid:\t0\t0\t0\t0\nGid:\t0\t0\t0\t0\nGroups:\t \nCapEff:\t0\n");
    QVERIFY(parsed);
    QVERIFY(parsed->groups.empty());
}

void TestUnixProcFiles::BrokenStatusIsCorrupt()
{
    for (const std::string_view text :
         {"", "Uid:\t1\n", "Uid:\t1\t2\nGid:\t1\t2\nGroups:\tx\nCapEff:\t0\n",
          "Uid:\t1\t2\nGid:\t1\t2\nGroups:\t1\n", "Uid:\t1\t99999999999\nGid:\t1\t2\n"}) {
        const auto parsed = parseProcStatus(text);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, ErrorKind::Corrupt);
    }
}

void TestUnixProcFiles::CommandLineIsQuotedWhereNeeded()
{
    using namespace std::string_view_literals;
    QCOMPARE(commandLineFrom("cat\0/etc/passwd\0"sv), std::string("cat /etc/passwd"));
    QCOMPARE(commandLineFrom("sh\0-c\0echo 'a b'\0\0"sv),
             std::string("sh -c 'echo '\\''a b'\\''' ''"));
    QCOMPARE(commandLineFrom("no end"sv), std::string("'no end'"));
}

void TestUnixProcFiles::CapabilitiesHaveNames()
{
    QCOMPARE(capabilityName(0), std::string("CAP_CHOWN"));
    QCOMPARE(capabilityName(12), std::string("CAP_NET_ADMIN"));
    QCOMPARE(capabilityName(21), std::string("CAP_SYS_ADMIN"));
    QCOMPARE(capabilityName(40), std::string("CAP_CHECKPOINT_RESTORE"));
    QCOMPARE(capabilityName(63), std::string("CAP_63"));
}

void TestUnixProcFiles::MissingFileNamesTheCall()
{
    const auto text = readProcFile("/proc/0/no-such-file");
    QVERIFY(!text);
    QCOMPARE(text.error().kind, ErrorKind::NotFound);
    QCOMPARE(text.error().api, std::string_view("open"));
}

PIPESCOPE_GUILESS_TEST(TestUnixProcFiles)
#include "tst_unix_proc_files.moc"
