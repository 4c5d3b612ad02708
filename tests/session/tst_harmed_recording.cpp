#include "runner/register.h"
#include "session_script.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pipecore;

/// Another program does something to the file while it is recorded to.
class HarmedRecordingTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_path = m_folder.filePath(QStringLiteral("%1.pcapng").arg(++m_number)); }

    void TruncatedFileIsNoticedAndRowsAreCountedAsLost()
    {
#ifdef Q_OS_WIN
        QSKIP("Windows lets no other program write into a file that is open for a recording");
#endif
        EventQueue queue;
        Recorder recorder(queue);
        QVERIFY(recorder.start(toPath(m_path)));
        const SessionScript script = sampleScript();
        script.feed(queue);
        QVERIFY(waitForRows(recorder, script.rows().size()));
        QVERIFY(!recorder.status().problem);
        QVERIFY(QFile::resize(m_path, 200));
        QTRY_VERIFY_WITH_TIMEOUT(recorder.status().problem, 10'000);
        QCOMPARE(recorder.status().problem->kind, ErrorKind::Corrupt);
        QVERIFY(recorder.status().problem->detail.find("to 200 bytes") != std::string::npos);
        script.feed(queue);
        recorder.stop();
        QVERIFY(recorder.status().problem);
        QVERIFY(recorder.status().lostRecords >= script.rows().size());
        QCOMPARE(QFile(m_path).size(), qint64(200)); // no hole was made
    }

    void RemovedFileIsNoticedAndCanStillBeSaved()
    {
#ifdef Q_OS_WIN
        QSKIP("Windows keeps the name of a file that is open until it is closed");
#endif
        EventQueue queue;
        Recorder recorder(queue);
        QVERIFY(recorder.start(toPath(m_path)));
        const SessionScript script = sampleScript();
        script.feed(queue);
        QVERIFY(waitForRows(recorder, script.rows().size()));
        QVERIFY(QFile::remove(m_path));
        QTRY_VERIFY_WITH_TIMEOUT(recorder.status().problem, 10'000);
        QCOMPARE(recorder.status().problem->kind, ErrorKind::NotFound);
        QCOMPARE(recorder.status().lostRecords, std::uint64_t(0));
        const QString copy = m_path + QStringLiteral(".saved");
        QVERIFY(recorder.saveCopy(toPath(copy)));
        const auto saved = SessionFile::open(toPath(copy));
        QVERIFY(saved);
        QCOMPARE(difference(**saved, script.rows()), QString());
    }

    void NoticedAtTheEndWhenThereWasNoTimeBefore()
    {
#ifdef Q_OS_WIN
        QSKIP("Windows lets no other program write into a file that is open for a recording");
#endif
        EventQueue queue;
        Recorder recorder(queue);
        QVERIFY(recorder.start(toPath(m_path)));
        const SessionScript script = sampleScript();
        script.feed(queue);
        QVERIFY(waitForRows(recorder, script.rows().size()));
        QVERIFY(QFile::resize(m_path, 100));
        recorder.stop();
        QVERIFY(recorder.status().problem);
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
    int m_number = 0;
};

PIPESCOPE_GUILESS_TEST(HarmedRecordingTest)
#include "tst_harmed_recording.moc"
