#include "cli_process.h"
#include "runner/register.h"
#include "test_paths.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString library = QStringLiteral(PIPESCOPE_PEER_DIR "/preloaded_calls.so");
constexpr qint64 endMs = 1000; // the program ends within a second

} // namespace

/// The program beside a system that does not answer, or that is asked in the wrong order
/// (tests/peers/preload).
class UnixPreloadedTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
#ifdef PIPESCOPE_SANITIZED
        QSKIP("the sanitizers' own calls come first");
#endif
        if (!QFile::exists(library)) {
            QSKIP("the library for LD_PRELOAD is built on Linux only");
        }
    }

    void HangingNamesDoNotDelayTheEnd_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::newRow("the name of the peer's user") << QStringList();
        QTest::newRow("the names of its identity") << QStringList{u"--identity"_s};
    }
    void HangingNamesDoNotDelayTheEnd()
    {
        QFETCH(const QStringList, more);
        for (const bool isServer : {true, false}) {
            const QString name = uniquePipeName();
            CliProcess server;
            CliProcess client;
            CliProcess& tested = isServer ? server : client;
            tested.setVariable(u"LD_PRELOAD"_s, library);
            tested.setVariable(u"PIPESCOPE_NAMES_HANG"_s, u"1"_s);
            server.start(QStringList{u"serve"_s, name, u"--jsonl"_s}
                         + (isServer ? more : QStringList()));
            QVERIFY2(server.waitForOutput("\"opened\""), server.errors().constData());
            client.start(QStringList{u"connect"_s, name, u"--jsonl"_s}
                         + (isServer ? QStringList() : more));
            QVERIFY2(tested.waitForOutput("\"connected\""), tested.errors().constData());
            const QList<QJsonObject> connected = tested.events(u"connected"_s);
            QVERIFY(!connected.isEmpty());
            // Nobody said what the user is called.
            bool isNumber = false;
            const QString user = connected.first().value(u"user"_s).toString();
            user.toUInt(&isNumber);
            QVERIFY2(isNumber, qPrintable(user));
            QTest::qWait(100);
            QElapsedTimer clock;
            clock.start();
            tested.interrupt();
            QCOMPARE(tested.finish(), 0);
            QVERIFY2(clock.elapsed() <= endMs, qPrintable(QString::number(clock.elapsed())));
            QCOMPARE(tested.errors().contains("not looked up in time"), !more.isEmpty());
        }
    }

    void HangingNamesOfAnInspectionEndWithCtrlC()
    {
        const QString name = uniquePipeName();
        CliProcess server;
        server.start({u"serve"_s, name, u"--jsonl"_s});
        QVERIFY2(server.waitForOutput("\"opened\""), server.errors().constData());
        CliProcess inspect;
        inspect.setVariable(u"LD_PRELOAD"_s, library);
        inspect.setVariable(u"PIPESCOPE_NAMES_HANG"_s, u"1"_s);
        inspect.start({u"inspect"_s, name});
        QTest::qWait(300);
        QVERIFY(inspect.isRunning());
        QElapsedTimer clock;
        clock.start();
        inspect.interrupt();
        QCOMPARE(inspect.finishForShell(), 130);
        QVERIFY2(clock.elapsed() <= endMs, qPrintable(QString::number(clock.elapsed())));
    }

    // A file that is replaced is whole on the device before it has its name, and the name is there, too.
    void SavedFileIsOnTheDeviceBeforeItsName()
    {
        const QTemporaryDir folder;
        const QString from = QStringLiteral(PIPESCOPE_TESTS_DIR "/cases/simple-packets.pcapng");
        const QString to = folder.filePath(u"out.pcapng"_s);
        const QString calls = folder.filePath(u"calls"_s);
        CliProcess convert;
        convert.setVariable(u"LD_PRELOAD"_s, library);
        convert.setVariable(u"PIPESCOPE_CALLS_TO"_s, calls);
        QCOMPARE(convert.run({u"convert"_s, from, to}), 0);
        QFile file(calls);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines =
            QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        const QString part = to + u".part0"_s;
        QCOMPARE(lines, (QStringList{u"fsync "_s + part, u"rename "_s + part + u' ' + to,
                                     u"fsync "_s + QFileInfo(folder.path()).canonicalFilePath()}));
    }
};

PIPESCOPE_GUILESS_TEST(UnixPreloadedTest)
#include "tst_unix_preloaded.moc"
