#include "conversation.h"
#include "runner/register.h"

#include "pipecore/filter/filter_run.h"

#include <QTest>

using namespace pipecore;

namespace {

/// Rows by number: 2 a request, 3 its answer, 4 an answer with a text for a number, 5 JSON that ends too soon, 6 the
/// head of LSP in the same message, 7 an HTTP head before JSON, 8 MessagePack, 9 no JSON, 10 a large number.
SessionScript calls()
{
    using enum Direction;
    SessionScript script;
    script.server(1, "p");
    script.connected(1, 1, unknownPeer());
    const auto message = [&script](Direction direction, std::string_view text) {
        script.message(1, 1, direction, toBytes(text));
    };
    message(Received,
            R"({"id":5,"method":"open","params":{"path":"a b","items":[{"n":1},{"n":2}]}})");
    message(Sent, R"({"id":5,"result":true,"took":0.25,"two words":"x"})");
    message(Sent, R"({"id":"5","result":null,"list":[[7,8],[9]]})");
    message(Received, R"({"id":5,"method":"cut","params":{)");
    message(Received, "Content-Length: 24\r\n\r\n{\"id\":9,\"method\":\"hover\"}");
    message(Sent, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"ok\":false}");
    message(Sent, std::string_view("\x82\xA2id\x05\xA4name\xA3"
                                   "abc",
                                   14));
    message(Received, "method open");
    message(Received, R"({"id":9007199254740993,"m\u0065thod":"escaped"})");
    return script;
}

} // namespace

/// Fields of decoded messages in filters, and words without a field.
class FilterDecodedTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_session = std::make_unique<Recorded>(calls()); }

    void RightRowsPass_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rows");
        const auto row = [](const char* text, const char* rows) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(rows);
        };
        row("json.id == 5", "2 3 5");
        row("json.id == 0x5", "2 3 5");
        row("json.id == 5.0", "2 3 5");
        row("json.id == \"5\"", "4");
        row("json.id != 5", "4 6 10");
        row("json.id", "2 3 4 5 6 10");
        row("json.id in {9, \"5\"}", "4 6");
        row("json.id > 5", "6 10");
        row("json.id <= 5", "2 3 5");
        row("json.id == 9007199254740993", "10");
        row("json.id == 9007199254740992", "");
        row("json.took < 0.3 && json.took >= 25e-2", "3");
        row("json.method", "2 5 6 10");
        row("json.method == \"open\"", "2");
        row("json.method == open", "2");
        row("json.method startswith \"h\"", "6");
        row("json.method contains \"ov\"", "6");
        row("json.method ~ \"^O.*N$\"", "2");
        row("json.result == true", "3");
        row("json.result == \"true\"", "");
        row("json.result == null", "4");
        row("json.ok == false", "7");
        row("json.params.path == \"a b\"", "2");
        row("json.params.items[1].n == 2", "2");
        row("json.params.items[0].n == 2", "");
        row("json.params.items[*].n == 2", "2");
        row("json.params.items.n == 2", "2");
        row("json.params.items.n != 2", "2"); // the first one
        row("json.list[0][1] == 8", "4");
        row("json.list[*][*] == 9", "4");
        row("json.params contains \"items\"", "2");
        row("json.\"two words\" == \"x\"", "3");
        row("json.none", "");
        row("json.none != 3", "");
        row("!json.id && kind == message", "7 8 9");
        row("msgpack.id == 5", "8");
        row("msgpack.name == \"abc\" || json.method == cut", "5 8");
        row("dir == out && json.id", "3 4");
        row("http.status == 200", "7");
        row("http1.status == 200 && json.ok == false", "7");
        row("http.status >= 500", "");
        row("http.\"Content-Type\" contains \"json\"", "7");
        row("http.Content-Type", "7");
        // A word without a field.
        row("open", "0 2 9"); // of an event, its description
        row("\"a b\"", "2");
        row("open && !json.method && kind == message", "9");
        row("(hover || escaped) && dir == in", "6 10");
        row("not method", "0 1 3 4 7 8 10");
        row("Open", "");
        row("pipe == \"p\" && json.id == 5", "2 3 5");
    }
    void RightRowsPass()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, rows);
        const auto filter = Filter::parse(text.toStdString());
        QVERIFY2(filter, filter ? "" : filter.error().error(text.toStdString()).detail.c_str());
        QCOMPARE(listOf(rowsOf(m_session->file(), *filter)), rows);
        const FilterRun run(m_session->file(), *filter);
        QVERIFY(run.waitUntilDone(std::chrono::minutes(1)));
        QStringList found;
        for (std::uint64_t i = 0; i < run.matches().size(); ++i) {
            found.append(QString::number(run.matches().at(i)));
        }
        QCOMPARE(found.join(u' '), rows);
    }

    void MistakesAreExplained_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("offset");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* text, int offset, const char* message) {
            QTest::newRow(text) << QString::fromUtf8(text) << offset << QString::fromUtf8(message);
        };
        row("json.", 5, "Expected the name of a field");
        row("json.a[", 7, "Expected the number of an element, or *");
        row("json.a[1", 8, "Expected ]");
        row("json.a[*", 8, "Expected ]");
        row("json.\"a", 5, "Missing closing quote");
        row("json.id ==", 10, "Expected a number, a quoted text, true, false or null");
        row("json.id < \"5\"", 10, "Only numbers are smaller or greater");
        row("json.id < true", 10, "Only numbers are smaller or greater");
        row("json.id ~ 5", 10, "Expected a quoted regular expression");
        row("json.id 5", 8, "Expected an operator");
        row("two words", 4, "Put text with blanks in quotes");
        row("nofield == 3", 0, "Unknown field “nofield”");
        row("nofield contains \"x\"", 0, "Unknown field “nofield”");
        row("lines.a == 3", 0, "Unknown field “lines.a”");
    }
    void MistakesAreExplained()
    {
        QFETCH(const QString, text);
        QFETCH(const int, offset);
        QFETCH(const QString, message);
        const auto filter = Filter::parse(text.toStdString());
        QVERIFY(!filter);
        const QString told = QString::fromStdString(filter.error().message.text());
        QVERIFY2(told.contains(message), qPrintable(told));
        QCOMPARE(int(filter.error().offset), offset);
    }

    void FieldsOfTheSessionComplete()
    {
        const auto fields = decodedFieldsOf(m_session->file(), 100);
        const auto has = [&fields](const char* path) {
            return std::ranges::find(fields, path) != fields.end();
        };
        for (const char* const path :
             {"json.id", "json.method", "json.params.items.n", "json.\"two words\"", "json.ok",
              "http.status", "msgpack.name"}) {
            QVERIFY2(has(path), path);
        }
        const auto offered = [&fields](std::string_view text) {
            const auto completion = completeFilter(text, text.size(), nullptr, fields);
            QStringList list;
            for (const auto& candidate : completion.candidates) {
                list.append(QString::number(completion.offset) + u' '
                            + QString::fromStdString(candidate.text));
            }
            return list;
        };
        QVERIFY(offered("js").contains(QStringLiteral("0 json.id")));
        QVERIFY(offered("conn == 1 && json.params.i")
                    .contains(QStringLiteral("13 json.params.items.n")));
        QVERIFY(offered("json.").contains(QStringLiteral("0 json.method")));
        QVERIFY(!offered("json.me").contains(QStringLiteral("0 json.id")));
        QVERIFY(offered("json.id ").contains(QStringLiteral("8 ==")));
        QVERIFY(offered("json.params.items[0].n ").contains(QStringLiteral("23 >")));
    }

    /// Only the latest messages are looked at, and a cancelled look ends.
    void FieldsAreThoseOfTheLatestMessages()
    {
        QCOMPARE(decodedFieldsOf(m_session->file(), 1).size(), std::size_t{2});
        const std::atomic<bool> cancelled{true};
        QVERIFY(decodedFieldsOf(m_session->file(), 100, &cancelled).empty());
    }

    /// The log filters live rows in the same way.
    void ALiveMessageIsDecoded()
    {
        LiveFilter filter(*Filter::parse("json.id == 5"), m_session->file().facts());
        const auto passes = [&filter](std::string_view text) {
            Record record;
            record.body = Message{.length = text.size()};
            const Bytes payload = toBytes(text);
            return filter.passes(RowView(record, payload));
        };
        QVERIFY(passes(R"({"id":5})"));
        QVERIFY(!passes(R"({"id":6})"));
        QVERIFY(passes(R"({"id":5})"));
    }

private:
    std::unique_ptr<Recorded> m_session;
};

PIPESCOPE_GUILESS_TEST(FilterDecodedTest)
#include "tst_filter_decoded.moc"
