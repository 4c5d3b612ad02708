#include "cli_process.h"
#include "runner/register.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QtEndian>

#include <csignal>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint32 manyRows = 2'000'000;

QByteArray words(std::initializer_list<quint32> values)
{
    QByteArray bytes;
    for (const quint32 value : values) {
        const quint32 little = qToLittleEndian(value);
        bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
    }
    return bytes;
}

/// A pcapng file with many packets, each of four bytes.
QByteArray largeFile()
{
    const quint32 linkTypeUser0 = 147;
    QByteArray file = words({0x0A0D0D0A, 28, 0x1A2B3C4D, 1, 0xFFFFFFFF, 0xFFFFFFFF, 28})
                      + words({1, 20, linkTypeUser0, 0, 20});
    const QByteArray packet = words({6, 36, 0, 0, 0, 4, 4, 0x6F6C6568, 36});
    return file + packet.repeated(manyRows);
}

/// Whether it has a handler of its own for this signal, as /proc says.
bool catches(qint64 pid, int signal)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QByteArray text = status.readAll();
    const qsizetype place = text.indexOf("SigCgt:");
    const QByteArray mask = text.mid(place + 7, text.indexOf('\n', place) - place - 7).trimmed();
    return place >= 0 && (mask.toULongLong(nullptr, 16) >> (signal - 1) & 1) != 0;
}

} // namespace

/// Ctrl+C while a file is worked on.
class InterruptedTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
#ifndef Q_OS_LINUX
        QSKIP("Ctrl+C is sent as a signal, and /proc says when it is waited for");
#endif
        m_session = m_folder.filePath(u"large.pcapng"_s);
        QFile file(m_session);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray all = largeFile();
        QCOMPARE(file.write(all), all.size());
    }

    void ConvertLeavesNothingBehind_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::newRow("new file") << false;
        QTest::newRow("a file that is there is kept") << true;
    }
    void ConvertLeavesNothingBehind()
    {
        QFETCH(bool, isThere);
        QTemporaryDir folder;
        const QString target = folder.filePath(u"out.html"_s);
        if (isThere) {
            QFile file(target);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("precious") > 0);
        }
        CliProcess cli;
        cli.start({u"convert"_s, m_session, target});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(target + u".part0"_s), 30'000);
        cli.interrupt();
        QCOMPARE(cli.finish(), 130);
        QCOMPARE(cli.errors(), QByteArray());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files),
                 isThere ? QStringList{u"out.html"_s} : QStringList());
        if (isThere) {
            QFile file(target);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), QByteArray("precious"));
        }
    }

    void OpeningAndFilteringEndToo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("stats") << QStringList{u"stats"_s, m_session};
        QTest::newRow("filter") << QStringList{
            u"convert"_s,      m_session,     u"-"_s,
            u"--format=csv"_s, u"--filter"_s, u"text matches \"(x+x+)+y\" && len == 5"_s};
    }
    void OpeningAndFilteringEndToo()
    {
        QFETCH(QStringList, arguments);
        CliProcess cli;
        cli.start(arguments);
        while (!catches(cli.pid(), SIGINT)) {
            QVERIFY(cli.isRunning());
            QThread::usleep(200);
        }
        cli.interrupt();
        QCOMPARE(cli.finish(), 130);
        QCOMPARE(cli.output(), QByteArray());
        QCOMPARE(cli.errors(), QByteArray());
    }

private:
    QTemporaryDir m_folder;
    QString m_session;
};

PIPESCOPE_GUILESS_TEST(InterruptedTest)
#include "tst_interrupted.moc"
