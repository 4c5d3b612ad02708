#include "session_script.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace pipecore;

/// Wireshark's own programs read what is recorded, and what they write is read back.
class WiresharkTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
#ifdef Q_OS_WIN
        QSKIP("Wireshark's programs are run on Linux only");
#endif
        for (const char* program : {"tshark", "capinfos", "editcap"}) {
            if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty()) {
                QSKIP("tshark, capinfos or editcap is not installed");
            }
        }
    }
    void init() { m_path = m_folder.filePath(QStringLiteral("%1.pcapng").arg(++m_number)); }

    void TsharkShowsMessagesAndEvents()
    {
        QCOMPARE(recordTo(m_path, sampleScript()), QString());
        const QStringList lines = run(
            QStringLiteral("tshark"),
            {QStringLiteral("-r"), m_path, QStringLiteral("-T"), QStringLiteral("fields"),
             QStringLiteral("-e"), QStringLiteral("frame.interface_name"), QStringLiteral("-e"),
             QStringLiteral("frame.time_epoch"), QStringLiteral("-e"),
             QStringLiteral("frame.packet_flags_direction"), QStringLiteral("-e"),
             QStringLiteral("data.data"), QStringLiteral("-e"), QStringLiteral("frame.protocols")});
        QCOMPARE(lines.size(), qsizetype(sampleScript().rows().size()));
        const QStringList hello = lines[2].split(u'\t');
        QCOMPARE(hello[0], QStringLiteral("\\\\.\\pipe\\orders #1"));
        QVERIFY2(hello[1].startsWith(QStringLiteral("1700000000.1")), qPrintable(hello[1]));
        QCOMPARE(hello[2], QStringLiteral("0x00000001"));
        QCOMPARE(hello[3], QStringLiteral("68656c6c6f"));
        const QStringList world = lines[3].split(u'\t');
        QCOMPARE(world[2], QStringLiteral("0x00000002"));
        const QStringList opened = lines[0].split(u'\t');
        QCOMPARE(opened[0], QStringLiteral("PipeScope events"));
        QVERIFY2(opened[4].endsWith(QStringLiteral("json")), qPrintable(opened[4]));
    }

    void TsharkDecodesTheEvents()
    {
        QCOMPARE(recordTo(m_path, sampleScript()), QString());
        const QString text =
            run(QStringLiteral("tshark"), {QStringLiteral("-r"), m_path, QStringLiteral("-V"),
                                           QStringLiteral("-Y"), QStringLiteral("frame.number==2")})
                .join(u'\n');
        QVERIFY2(text.contains(QStringLiteral("4120")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("app.exe")));
    }

    void NothingIsMalformedWhateverItHolds()
    {
        QCOMPARE(recordTo(m_path, nastyScript()), QString());
        const QStringList all = run(QStringLiteral("tshark"), {QStringLiteral("-r"), m_path});
        QVERIFY(all.size() > qsizetype(nastyScript().rows().size())); // long messages are several
        const QStringList malformed =
            run(QStringLiteral("tshark"),
                {QStringLiteral("-r"), m_path, QStringLiteral("-Y"),
                 QStringLiteral("_ws.malformed || _ws.expert.severity==error")});
        QCOMPARE(malformed, QStringList());
    }

    void CapinfosCountsThePackets()
    {
        QCOMPARE(recordTo(m_path, sampleScript()), QString());
        const QString text =
            run(QStringLiteral("capinfos"), {QStringLiteral("-M"), m_path}).join(u'\n');
        QVERIFY2(text.contains(QStringLiteral("PipeScope ")), qPrintable(text));
        QVERIFY(text.contains(QRegularExpression(
            QStringLiteral("Number of packets: +%1\\b").arg(sampleScript().rows().size()))));
        QVERIFY(
            text.contains(QRegularExpression(QStringLiteral("Number of interfaces in file: +2"))));
        QVERIFY(text.contains(QStringLiteral("peer app.exe (pid 4120)")));
    }

    void EditcapCopyHasTheSameRows_data()
    {
        QTest::addColumn<bool>("nasty");
        QTest::newRow("sample") << false;
        QTest::newRow("nasty") << true;
    }
    void EditcapCopyHasTheSameRows()
    {
        QFETCH(bool, nasty);
        const SessionScript script = nasty ? nastyScript() : sampleScript();
        QCOMPARE(recordTo(m_path, script), QString());
        const QString copy = m_path + QStringLiteral(".copy");
        run(QStringLiteral("editcap"), {m_path, copy});
        const auto before = SessionFile::open(toPath(m_path));
        const auto after = SessionFile::open(toPath(copy));
        QVERIFY(before && after);
        QCOMPARE(difference(**after, script.rows()), QString());
        QCOMPARE(difference((*after)->facts(), (*before)->facts()), QString());
        QVERIFY(!(*after)->report().problem);
    }

    void MessagesAloneKeepTheirProcess()
    {
        QCOMPARE(recordTo(m_path, sampleScript()), QString());
        const QString copy = m_path + QStringLiteral(".copy");
        run(QStringLiteral("tshark"), {QStringLiteral("-r"), m_path, QStringLiteral("-Y"),
                                       QStringLiteral("data"), QStringLiteral("-w"), copy});
        const auto file = SessionFile::open(toPath(copy));
        QVERIFY(file);
        QVERIFY((*file)->rowCount() >= 3);
        const auto connection = (*file)->facts().connection({1});
        QVERIFY(connection);
        QCOMPARE(*connection->peer->processId, std::uint32_t(4120));
        QCOMPARE((*file)->facts().endpoint({1})->name, std::string("\\\\.\\pipe\\orders"));
    }

private:
    QStringList run(const QString& program, std::initializer_list<QString> arguments)
    {
        QProcess process;
        process.start(program, arguments);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0) {
            QTest::qFail(process.readAllStandardError().constData(), __FILE__, __LINE__);
        }
        const QString text = QString::fromUtf8(process.readAllStandardOutput());
        return text.split(u'\n', Qt::SkipEmptyParts);
    }

    QTemporaryDir m_folder;
    QString m_path;
    int m_number = 0;
};

QTEST_GUILESS_MAIN(WiresharkTest)
#include "tst_wireshark.moc"
