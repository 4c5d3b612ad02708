#include "session_script.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pipecore;

/// A session as text for people.
class ExportTextTest : public QObject
{
    Q_OBJECT

private slots:
    void OneLineOfFactsThenADump()
    {
        const QString text = exported(sampleScript(), 0, 1'000);
        QVERIFY2(text.contains(
                     QStringLiteral("#0  2023-11-14 22:13:20.123456789 UTC  \\\\.\\pipe\\orders  "
                                    "server opened, message mode, duplex\n")),
                 qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("connection 1  connected: app.exe (pid 4120)\n")));
        QVERIFY(
            text.contains(QStringLiteral("connection 1  app.exe (pid 4120)  <- received 5 bytes\n"
                                         "00000000  68 65 6c 6c 6f")));
        QVERIFY(text.contains(QStringLiteral("-> sent 6 bytes\n")));
        QVERIFY(text.contains(QStringLiteral("<- received 0 bytes\n#")));
        QVERIFY(text.contains(QStringLiteral("<- received 300 bytes in 3 reads\n")));
        QVERIFY(text.contains(QStringLiteral("error: connect failed: 110 ETIMEDOUT")));
        QVERIFY(text.contains(
            QStringLiteral("disconnected: closed by the other end, 12 bytes were not sent\n")));
    }

    void OnlyTheRowsAskedFor()
    {
        const QString text = exported(sampleScript(), 2, 4);
        QVERIFY(text.startsWith(QStringLiteral("#2 ")));
        QCOMPARE(text.count(QStringLiteral("\n#")), 1);
        QCOMPARE(exported(sampleScript(), 5, 5), QString());
        QCOMPARE(exported(sampleScript(), 50, 60), QString());
    }

    void FactsStayOnOneLine()
    {
        SessionScript script;
        script.server(1, "two\nlines");
        script.connected(1, 1, somePeer(1, "a\r\nb"));
        const QString text = exported(script, 0, 10);
        QCOMPARE(text.count(u'\n'), 2);
        QVERIFY(text.contains(QStringLiteral("two lines")));
    }

    void StoppedExportLeavesNothing()
    {
        SessionScript script;
        script.message(1, 1, Direction::Sent, patternBytes(1'000'000));
        script.message(1, 1, Direction::Sent, patternBytes(1'000'000));
        open(script);
        const QString target = m_folder.filePath(QStringLiteral("stopped.txt"));
        const auto result = exportText(*m_file, 0, 2, toPath(target), [](double) { return false; });
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
        QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("stopped*")}).isEmpty());
    }

    void AFolderThatIsNotThere()
    {
        open(sampleScript());
        const auto result =
            exportText(*m_file, 0, 2, toPath(m_folder.filePath(QStringLiteral("no/x.txt"))));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::NotFound);
    }

private:
    void open(const SessionScript& script)
    {
        const QString path = m_folder.filePath(QStringLiteral("%1.pcapng").arg(++m_number));
        QCOMPARE(recordTo(path, script), QString());
        auto file = SessionFile::open(toPath(path));
        QVERIFY(file);
        m_file = std::move(*file);
    }
    QString exported(const SessionScript& script, std::uint64_t first, std::uint64_t last)
    {
        open(script);
        const QString target = m_folder.filePath(QStringLiteral("export.txt"));
        if (const auto result = exportText(*m_file, first, last, toPath(target)); !result) {
            qFatal("%s", describe(result.error()).c_str());
        }
        QFile file(target);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<SessionFile> m_file;
    int m_number = 0;
};

QTEST_GUILESS_MAIN(ExportTextTest)
#include "tst_export_text.moc"
