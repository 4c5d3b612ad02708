#include "exported.h"
#include "runner/register.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QtEndian>

using namespace pipecore;

namespace {

/// The records of RFC 4180, read as it is written there.
QList<QList<QByteArray>> readCsv(const QByteArray& csv)
{
    QList<QList<QByteArray>> records{{{}}};
    bool quoted = false;
    for (qsizetype i = 0; i < csv.size(); ++i) {
        const char c = csv[i];
        QByteArray& field = records.last().last();
        if (quoted && c == '"' && csv.mid(i + 1, 1) == "\"") {
            field += '"';
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == ',') {
            records.last().append(QByteArray());
        } else if (!quoted && csv.mid(i, 2) == "\r\n") {
            records.append(QList<QByteArray>{{}});
            ++i;
        } else {
            field += c;
        }
    }
    records.removeLast();
    return records;
}

QByteArray payloadOf(const Record& record)
{
    return QByteArray(asText(record.payload).data(), qsizetype(record.payload.size()));
}

QList<QJsonObject> readLines(const QByteArray& lines)
{
    QList<QJsonObject> objects;
    for (const QByteArray& line : lines.split('\n')) {
        if (!line.isEmpty()) {
            objects += QJsonDocument::fromJson(line).object();
        }
    }
    return objects;
}

} // namespace

/// JSON Lines, CSV and raw payloads: what other programs read.
class ExportTablesTest : public QObject
{
    Q_OBJECT

private slots:
    void JsonHasEveryByteOfEveryRow()
    {
        for (const SessionScript& script : {sampleScript(), nastyScript()}) {
            const auto lines = readLines(m_exported.bytes(script, ExportFormat::JsonLines));
            const auto rows = script.rows();
            QCOMPARE(lines.size(), qsizetype(rows.size()));
            for (qsizetype i = 0; i < lines.size(); ++i) {
                const Record& row = rows[std::size_t(i)];
                const QJsonObject& line = lines[i];
                QCOMPARE(line[QStringLiteral("row")].toInteger(-1), i + 1);
                const bool isMessage = row.isMessage();
                QCOMPARE(line[QStringLiteral("event")] == QStringLiteral("message"), isMessage);
                if (!isMessage) {
                    continue;
                }
                QCOMPARE(line[QStringLiteral("hex")].toString().toLatin1(), payloadOf(row).toHex());
                QCOMPARE(line[QStringLiteral("length")].toInteger(-1),
                         qint64(row.message().length));
                QCOMPARE(line[QStringLiteral("direction")].toString(),
                         row.message().direction == Direction::Sent ? QStringLiteral("sent")
                                                                    : QStringLiteral("received"));
                if (line.contains(QStringLiteral("text"))) {
                    QCOMPARE(line[QStringLiteral("text")].toString().toUtf8(), payloadOf(row));
                }
            }
        }
    }

    void JsonSaysWhoAndWhenAndWhy()
    {
        const auto lines = readLines(m_exported.bytes(sampleScript(), ExportFormat::JsonLines));
        const QJsonObject& hello = lines[2];
        QCOMPARE(hello[QStringLiteral("time")], QStringLiteral("2023-11-14T22:13:20.127456789Z"));
        QCOMPARE(hello[QStringLiteral("pipe")], QStringLiteral("\\\\.\\pipe\\orders"));
        QCOMPARE(hello[QStringLiteral("pid")].toInt(), 4120);
        QCOMPARE(hello[QStringLiteral("user")], QStringLiteral("SHOP\\ann"));
        QCOMPARE(hello[QStringLiteral("text")], QStringLiteral("hello"));
        const QJsonObject& failed = lines[7];
        QCOMPARE(failed[QStringLiteral("event")], QStringLiteral("failed"));
        QCOMPARE(failed[QStringLiteral("error")][QStringLiteral("symbol")],
                 QStringLiteral("ETIMEDOUT"));
        QCOMPARE(lines.last()[QStringLiteral("reason")], QStringLiteral("peerClosed"));
        QCOMPARE(lines.last()[QStringLiteral("discardedBytes")].toInt(), 12);
    }

    void CsvHasEveryByteOfEveryRow()
    {
        for (const SessionScript& script : {sampleScript(), nastyScript()}) {
            const QByteArray csv = m_exported.bytes(script, ExportFormat::Csv);
            QVERIFY(csv.endsWith("\r\n"));
            const auto records = readCsv(csv);
            const auto rows = script.rows();
            QCOMPARE(records.size(), qsizetype(rows.size()) + 1);
            const qsizetype hex = records[0].indexOf("hex");
            const qsizetype length = records[0].indexOf("length");
            for (qsizetype i = 0; i < qsizetype(rows.size()); ++i) {
                const auto& record = records[i + 1];
                QCOMPARE(record.size(), records[0].size());
                QCOMPARE(record[0], QByteArray::number(i + 1));
                if (rows[std::size_t(i)].isMessage()) {
                    QCOMPARE(record[hex], payloadOf(rows[std::size_t(i)]).toHex());
                    QCOMPARE(record[length],
                             QByteArray::number(rows[std::size_t(i)].message().length));
                }
            }
        }
    }

    void CsvSaysWho()
    {
        const auto records = readCsv(m_exported.bytes(sampleScript(), ExportFormat::Csv));
        const qsizetype user = records[0].indexOf("user");
        QCOMPARE(user, records[0].indexOf("image") + 1);
        QCOMPARE(records[3][user], QByteArray("SHOP\\ann"));
        QCOMPARE(records[1][user], QByteArray()); // the server's own row
    }

    void CsvIsSafeInASpreadsheet()
    {
        SessionScript script;
        script.server(1, "=cmd|'/c calc'!A1");
        script.connected(1, 1, somePeer(1, "@SUM(1),\"x\"\r\n"));
        script.message(1, 1, Direction::Received, toBytes("=1+1"));
        script.message(1, 1, Direction::Received, toBytes("-5 \"quoted\", and\na new line"));
        const auto records = readCsv(m_exported.bytes(script, ExportFormat::Csv));
        QCOMPARE(records.size(), qsizetype(5));
        for (const auto& record : records.sliced(1)) {
            for (const QByteArray& field : record) {
                QVERIFY2(field.isEmpty() || !QByteArray("=+-@\t\r").contains(field[0]),
                         field.constData());
            }
        }
        const qsizetype text = records[0].indexOf("text");
        QCOMPARE(records[3][text], QByteArray("'=1+1"));
        QCOMPARE(records[4][text], QByteArray("'-5 \"quoted\", and\\na new line"));
    }

    void RawIsLengthsAndBytes()
    {
        const SessionScript script = nastyScript();
        const QByteArray raw = m_exported.bytes(script, ExportFormat::Raw);
        QByteArray expected;
        for (const Record& row : script.rows()) {
            if (row.isMessage()) {
                const auto length = qToLittleEndian(quint32(row.payload.size()));
                expected += QByteArray(reinterpret_cast<const char*>(&length), 4);
                expected += payloadOf(row);
            }
        }
        QVERIFY(!expected.isEmpty());
        QCOMPARE(raw.size(), expected.size());
        QVERIFY(raw == expected);
    }

private:
    Exported m_exported;
};

PIPESCOPE_GUILESS_TEST(ExportTablesTest)
#include "tst_export_tables.moc"
