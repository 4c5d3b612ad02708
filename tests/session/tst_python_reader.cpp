#include "runner/register.h"
#include "session_script.h"
#include "test_paths.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace pipecore;

/// The reader that docs/SESSION_FORMAT.md shows as its example understands what is recorded.
class PythonReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
#ifdef Q_OS_WIN
        QSKIP("the example is run on Linux only");
#endif
        if (QStandardPaths::findExecutable(QStringLiteral("python3")).isEmpty()) {
            QSKIP("python3 is not installed");
        }
    }

    void ReadsEveryRow()
    {
        SessionScript script = sampleScript();
        script.message(1, 1, Direction::Sent, patternBytes(300'000),
                       {65536, 65536, 65536, 65536, 37856}, true);
        const QString path = m_folder.filePath(QStringLiteral("session.pcapng"));
        QCOMPARE(recordTo(path, script), QString());
        const QList<QByteArray> lines = read(path);
        const auto rows = script.rows();
        QCOMPARE(std::size_t(lines.size()), rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const QJsonObject object = QJsonDocument::fromJson(lines[qsizetype(i)]).object();
            const auto number = [&](const char* key) {
                return object[QLatin1String(key)].toInteger();
            };
            QCOMPARE(number("time"), qint64(rows[i].wallNs));
            QCOMPARE(number("endpoint"), qint64(rows[i].endpoint.value));
            QCOMPARE(number("connection"), qint64(rows[i].connection.value));
            const bool isMessage =
                object[QStringLiteral("event")].toString() == QStringLiteral("message");
            QCOMPARE(isMessage, rows[i].isMessage());
            if (!isMessage) {
                continue;
            }
            const QByteArray payload(reinterpret_cast<const char*>(rows[i].payload.data()),
                                     qsizetype(rows[i].payload.size()));
            QCOMPARE(object[QStringLiteral("hex")].toString().toLatin1(), payload.toHex());
            QCOMPARE(object[QStringLiteral("continues")].toBool(), rows[i].message().continues);
            QCOMPARE(object[QStringLiteral("direction")].toString(),
                     rows[i].message().direction == Direction::Sent ? QStringLiteral("sent")
                                                                    : QStringLiteral("received"));
            QCOMPARE(std::size_t(object[QStringLiteral("fragments")].toArray().size()),
                     rows[i].fragments.size());
        }
        const QJsonObject connected = QJsonDocument::fromJson(lines[1]).object();
        QCOMPARE(connected[QStringLiteral("peer")].toObject()[QStringLiteral("pid")].toInteger(),
                 qint64(4120));
        QCOMPARE(connected[QStringLiteral("peer")].toObject()[QStringLiteral("user")].toString(),
                 QStringLiteral("SHOP\\ann"));
        const QJsonObject hello = QJsonDocument::fromJson(lines[2]).object();
        QCOMPARE(hello[QStringLiteral("user")].toString(), QStringLiteral("SHOP\\ann"));
    }

    void ReportsDroppedPayloads()
    {
        EventQueue queue(1);
        queue.setBackpressure(Backpressure::DropPayload);
        SessionScript script;
        script.server(1, "p");
        script.message(1, 1, Direction::Sent, patternBytes(5000));
        script.feed(queue);
        const QString path = m_folder.filePath(QStringLiteral("dropped.pcapng"));
        Recorder recorder(queue);
        QVERIFY(recorder.start(toPath(path)));
        QVERIFY(waitForRows(recorder, 3));
        recorder.stop();
        const QList<QByteArray> lines = read(path);
        QCOMPARE(lines.size(), 3);
        const QJsonObject message = QJsonDocument::fromJson(lines[1]).object();
        QCOMPARE(message[QStringLiteral("hex")].toString(), QString());
        QCOMPARE(message[QStringLiteral("notKept")].toInteger(), 5000);
        const QJsonObject dropped = QJsonDocument::fromJson(lines[2]).object();
        QCOMPARE(dropped[QStringLiteral("event")].toString(), QStringLiteral("dropped"));
        QCOMPARE(dropped[QStringLiteral("bytes")].toInteger(), 5000);
    }

private:
    /// Output of the reader, one line per row; empty when it fails.
    static QList<QByteArray> read(const QString& path)
    {
        QProcess python;
        python.start(QStringLiteral("python3"),
                     {QStringLiteral(PIPESCOPE_TESTS_DIR "/session/read_session.py"), path});
        if (!python.waitForFinished(60'000) || python.exitCode() != 0) {
            qWarning("%s", python.readAllStandardError().constData());
            return {};
        }
        return python.readAllStandardOutput().trimmed().split('\n');
    }

    QTemporaryDir m_folder;
};

PIPESCOPE_GUILESS_TEST(PythonReaderTest)
#include "tst_python_reader.moc"
