#include "exported.h"
#include "runner/register.h"

#include "pipecore/export/export_columns.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace pipecore;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::int64_t callNs = 1'700'000'000'000'000'000;
constexpr const char* requestText =
    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"open\",\"params\":{\"path\":\"a,\\\"b\"}}";
constexpr const char* replyText = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[1,\"=2\",null]}";

/// A request, its reply 1.5 seconds later, a text that is nothing, and an HTTP message with JSON.
SessionScript callScript()
{
    SessionScript script;
    script.server(1, "calls");
    script.connected(1, 7, somePeer(12, "peer", "ann"));
    script.at(callNs);
    script.message(1, 7, Direction::Received, toBytes(requestText));
    script.at(callNs + 1'500'000'000);
    script.message(1, 7, Direction::Sent, toBytes(replyText));
    script.message(1, 7, Direction::Received, toBytes("hello"));
    script.message(1, 7, Direction::Sent,
                   toBytes("HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\n"
                           "Content-Length: 12\r\n\r\n{\"ok\":false}"));
    return script;
}

ExportForm form(ExportFormat format, const char* columns, bool isDecoded = false)
{
    return {format, ExportColumns::parse(columns).value(), isDecoded};
}

QJsonArray objectsOf(const QByteArray& lines)
{
    QJsonArray objects;
    for (const QByteArray& line : lines.split('\n')) {
        if (!line.isEmpty()) {
            objects += QJsonDocument::fromJson(line).object();
        }
    }
    return objects;
}

/// "offset: sentence" of a mistake; empty without one.
QString mistakeIn(const char* columns)
{
    const auto parsed = ExportColumns::parse(columns);
    return parsed ? QString()
                  : QStringLiteral("%1: %2")
                        .arg(parsed.error().offset)
                        .arg(QString::fromStdString(parsed.error().message.text()));
}

} // namespace

/// Exports with chosen columns, and with decoded messages.
class ExportColumnsTest : public QObject
{
    Q_OBJECT

private slots:
    void ATableHasTheChosenColumns()
    {
        const auto file = m_exported.open(callScript());
        QVERIFY(file);
        const QByteArray table = m_exported.bytes(
            *file, form(ExportFormat::Csv, "row, direction,latency,latency_ns,reply_to,json.id, "
                                           "json.method,json.result[*],json.params.path"));
        QCOMPARE(table, QByteArray("row,direction,latency,latency_ns,reply_to,json.id,json.method,"
                                   "json.result[*],json.params.path\r\n"
                                   "1,,,,,,,,\r\n"
                                   "2,,,,,,,,\r\n"
                                   "3,received,,,,1,\"open\",,\"a,\"\"b\"\r\n"
                                   "4,sent,1.500000000,1500000000,3,1,,\"1,=2,null\",\r\n"
                                   "5,received,,,,,,,\r\n"
                                   "6,sent,,,,,,,\r\n"));
    }

    void AFormulaInADecodedFieldIsAText()
    {
        const auto file = m_exported.open(callScript());
        QVERIFY(file);
        const QByteArray table =
            m_exported.bytes(*file, form(ExportFormat::Csv, "json.result[1]"), rowsNumbered({3}));
        QCOMPARE(table, QByteArray("json.result[1]\r\n\"'=2\"\r\n"));
    }

    void LinesHaveTheChosenMembers()
    {
        const auto file = m_exported.open(callScript());
        QVERIFY(file);
        const QByteArray lines = m_exported.bytes(
            *file,
            form(ExportFormat::JsonLines,
                 "row,latency,reply_to,json.id,json.result[*],json.method,http.status,text"),
            rowsNumbered({2, 3, 5}));
        const auto objects = lines.split('\n');
        QVERIFY2(
            objects.at(0).startsWith("{\"row\":3,\"json.id\":1,\"json.method\":\"open\",\"text\":"),
            lines.constData());
        QVERIFY2(objects.at(1).startsWith("{\"row\":4,\"latency\":1.500000000,\"reply_to\":3,"
                                          "\"json.id\":1,\"json.result[*]\":[1,\"=2\",null],"),
                 lines.constData());
        QCOMPARE(objectsOf(lines).at(1)[u"text"_s], QString::fromLatin1(replyText));
        QCOMPARE(objectsOf(lines).at(2)[u"http.status"_s], 404);
    }

    void TheUsualColumnsStayWithAll()
    {
        const auto file = m_exported.open(callScript());
        QVERIFY(file);
        for (const ExportFormat format : {ExportFormat::Csv, ExportFormat::JsonLines}) {
            const auto usual = m_exported.bytes(*file, format).trimmed().split('\n');
            const auto more = m_exported.bytes(*file, form(format, "all,latency_ns,text,row"))
                                  .trimmed()
                                  .split('\n');
            QCOMPARE(more.size(), usual.size());
            QByteArrayList ends;
            for (qsizetype line = 0; line < usual.size(); ++line) {
                const QByteArray begin =
                    format == ExportFormat::Csv ? usual[line].trimmed() : usual[line].chopped(1);
                QVERIFY2(more[line].startsWith(begin), more[line].constData());
                ends += more[line].mid(begin.size()).trimmed();
            }
            QCOMPARE(ends.join(' '), format == ExportFormat::Csv
                                         ? QByteArray(",latency_ns , , , ,1500000000 , ,")
                                         : QByteArray("} } } ,\"latency_ns\":1500000000} } }"));
        }
        QCOMPARE(m_exported.bytes(*file, form(ExportFormat::Csv, "all")),
                 m_exported.bytes(*file, ExportFormat::Csv));
    }

    void AllDecodedFieldsAreAnObject()
    {
        const auto file = m_exported.open(callScript());
        QVERIFY(file);
        const auto lines =
            objectsOf(m_exported.bytes(*file, form(ExportFormat::JsonLines, "row", true)));
        QVERIFY(!lines.at(1).toObject().contains(u"decoded"_s));
        const QJsonObject request = lines.at(2)[u"decoded"_s].toObject();
        QCOMPARE(request[u"json"_s].toObject(), QJsonDocument::fromJson(requestText).object());
        QCOMPARE(lines.at(3)[u"decoded"_s][u"json"_s][u"result"_s].toArray(),
                 QJsonArray({1, u"=2"_s, QJsonValue::Null}));
        QVERIFY(!lines.at(4).toObject().contains(u"decoded"_s));
        const QJsonObject reply = lines.at(5)[u"decoded"_s].toObject();
        QCOMPARE(reply[u"json"_s].toObject(), QJsonObject({{u"ok"_s, false}}));
        QVERIFY(reply.contains(u"http"_s));
        // Beside the usual members.
        const auto usual =
            objectsOf(m_exported.bytes(*file, form(ExportFormat::JsonLines, "", true)));
        QCOMPARE(usual.at(2)[u"decoded"_s].toObject(), request);
        QCOMPARE(usual.at(2)[u"event"_s], u"message"_s);
    }

    void WhatIsMalformedSaysSo()
    {
        SessionScript script;
        script.server(1, "calls");
        script.message(1, 7, Direction::Received, toBytes("{\"id\":1,\"id\":2,\"a\" 3}"));
        const auto file = m_exported.open(script);
        QVERIFY(file);
        const auto lines =
            objectsOf(m_exported.bytes(*file, form(ExportFormat::JsonLines, "row", true)));
        const QJsonObject decoded = lines.at(1)[u"decoded"_s].toObject();
        // Members of one name are a list.
        QCOMPARE(decoded[u"json"_s][u"id"_s].toArray(), QJsonArray({1, 2}));
        QVERIFY(!decoded[u"problem"_s].toString().isEmpty());
    }

    void AMistakeHasItsPlace()
    {
        QVERIFY(mistakeIn("row,latency,json.id").isEmpty());
        QVERIFY(mistakeIn(" conn , dir,len ").isEmpty());
        QVERIFY(mistakeIn("json.\"a,b\",row").isEmpty());
        QVERIFY(ExportColumns::parse("  ")->isUsual());
        QVERIFY2(mistakeIn("row,nothing").startsWith(u"4: Expected a column"_s),
                 qPrintable(mistakeIn("row,nothing")));
        QVERIFY(mistakeIn("row,").startsWith(u"4: "_s));
        QVERIFY(mistakeIn("row latency").startsWith(u"4: Expected a comma"_s));
        QVERIFY(mistakeIn("row,json.").startsWith(u"9: "_s));
    }

private:
    Exported m_exported;
};

PIPESCOPE_GUILESS_TEST(ExportColumnsTest)
#include "tst_export_columns.moc"
