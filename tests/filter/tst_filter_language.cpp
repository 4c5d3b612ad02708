#include "conversation.h"
#include "message_event.h"

#include "pipecore/filter/filter_run.h"
#include "pipecore/model/identity.h"
#include "pipecore/model/row_values.h"
#include "pipecore/session/annotations.h"
#include "runner/register.h"

#include <QTest>

#include <cstdlib>
#include <ctime>

using namespace pipecore;

/// Matches of filters, and their error messages.
class FilterLanguageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // Times of day depend on the zone; this one is ahead of UTC by five and a half hours.
        qputenv("TZ", "XST-05:30");
#ifdef Q_OS_WIN
        _tzset();
#else
        tzset();
#endif
        m_session = std::make_unique<Recorded>(conversation());
        Annotations& notes = *m_session->file().annotations();
        QVERIFY(notes.set(3, {.marked = true, .comment = {}}));
        QVERIFY(notes.set(5, {.marked = true, .comment = {}}));
        QVERIFY(notes.set(4, {.marked = false, .comment = "look here"}));
    }

    void RightRowsPass_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rows");
        const auto row = [](const char* text, const char* rows) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(rows);
        };
        const char* all = "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15";
        row("", all);
        row("  \t ", all);
        row("conn", "1 2 3 4 5 7 8 9 10 11 12 13 14");
        row("conn == 1", "1 2 3 4 5 13 14");
        row("conn eq 0x1", "1 2 3 4 5 13 14");
        row("conn != 1", "7 8 9 10 11 12");
        row("!(conn == 1)", "0 6 7 8 9 10 11 12 15");
        row("not conn", "0 6 15");
        row("conn in {2, 3}", "7 8 9 10 11 12");
        row("conn in {2..9}", "7 8 9 10 11 12");
        row("conn<2", "1 2 3 4 5 13 14");
        row("conn >= 3", "9 10 11 12");
        row("endpoint == \"orders\"", "0 1 2 3 4 5 9 10 11 12 13 14 15");
        row("endpoint == \"\\\\\\\\.\\\\pipe\\\\ORDERS\"", "0 1 2 3 4 5 9 10 11 12 13 14 15");
        row("endpoint == r\"\\\\.\\pipe\\orders\"", "0 1 2 3 4 5 9 10 11 12 13 14 15");
        row("endpoint != \"orders\"", "6 7 8");
        row("endpoint contains \"BILL\"", "6 7 8");
        row("endpoint startswith \"/tmp\"", "6 7 8");
        row("endpoint in {\"billing\", \"none\"}", "6 7 8");
        row("pid", "1 2 3 4 5 13 14");
        row("pid == 4120", "1 2 3 4 5 13 14");
        row("pid != 4120", "");
        row("image == \"app.exe\"", "1 2 3 4 5 13 14");
        row("image ~ \"^app\\.exe$\"", "1 2 3 4 5 13 14");
        row("image contains \"program files\"", "1 2 3 4 5 13 14");
        row("image == \"other.exe\"", "");
        row("user == \"ann\"", "1 2 3 4 5 13 14");
        row("user == \"shop\\\\ANN\"", "1 2 3 4 5 13 14");
        row("dir == in", "2 4 5 10 11");
        row("dir == received", "2 4 5 10 11");
        row("dir == \"out\"", "3 7 12");
        row("dir != in", "3 7 12");
        row("dir in {in, out}", "2 3 4 5 7 10 11 12");
        row("kind == message", "2 3 4 5 7 10 11 12");
        row("kind == opened", "0 6");
        row("kind in {connected, disconnected}", "1 9 14");
        row("kind == error || kind == closed", "8 15");
        row("kind == identified", "13");
        row("kind == OPENED", "0 6");
        row("role == client", "6");
        row("mode == message && kind == opened", "0 6");
        row("role != client", "0");
        row("origin == user", "3 7 12");
        row("origin in {peer, \"echo\"}", "2 4 5 10 11");
        row("origin", "2 3 4 5 7 10 11 12");
        row("error.code == 110", "8");
        row("error.code > 110", "");
        row("error.kind == timedOut", "8");
        row("error.api contains \"conn\"", "8");
        row("reason == peerClosed", "14");
        row("reason != peerClosed", "");
        row("held || partner", "");
        row("!outcomeUnknown && kind == failed", "8");
        row("len == 0", "12");
        row("len >= 11 && len < 1000", "2");
        row("len > 0x1000", "5");
        row("len", "2 3 4 5 7 10 11 12");
        row("time", all);
        row("time < \"2023-11-14T22:13:20.003Z\"", "0 1 2");
        row("time <= \"2023-11-14T22:13:20.003Z\"", "0 1 2 3");
        row("time == \"2023-11-14 22:13:20.003Z\"", "3");
        row("time == \"2023-11-15 03:43:20\"", "0 1 2 3 4 5 6");
        row("time > \"2023-11-14 22:13:20+00:00\"", "7 8 9 10 11 12 13 14 15");
        row("time >= 2023-11-15T03:43:22", "7 8 9 10 11 12 13 14 15");
        row("time == 2023-11-15", all);
        row("time == 2023-11-14", "");
        row("time == 03:43:20", "0 1 2 3 4 5 6");
        row("time == \"3:43\"", all);
        row("time < 03:43:21", "0 1 2 3 4 5 6");
        row("time in {\"23:00\"..\"04:00\"}", all);
        row("time in {\"23:00\"..\"03:43:21\"}", "0 1 2 3 4 5 6");
        row("time in {\"04:00\"..\"23:00\"}", "");
        row("delta > 1s", "7");
        row("delta == 1ms", "1 2 3 4 5 6 8 9 10 11 12 13 14 15");
        row("delta >= 2000 ms", "7");
        row("delta", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15");
        row("latency", "3 12");
        row("latency <= 1000us", "3 12");
        row("latency > 0.001", "");
        row("latency in {0.5ms..1.5ms} && dir == out", "3 12");
        row("text contains \"world\"", "2");
        row("text contains \"World\"", "");
        row("text ~ \"WORLD\"", "2");
        row("text ~ \"(?-i)WORLD\"", "");
        row("text matches \"^GET /\\w$\"", "7");
        row("text contains \"r\xC3\xBC\xC3\x9F\"", "4");
        row("text == \"Gr\xC3\xBC\xC3\x9F"
            "e\"",
            "4");
        row("text ~ \"^GR\xC3\x9C.E$\"", "4");
        row("text startswith \"Gr\"", "4");
        row("text contains \"needle\"", "5");
        row("text ~ \"needle$\"", "5");
        row("text != \"hello world\" && kind == message", "3 4 5 7 10 11");
        row("text in {\"GET /x\", \"LOGIN ok\"}", "3 7");
        row("text contains \"connect\" && kind == failed", "8");
        row("text contains \"Orders\"", "0");
        row("text contains \"S-1-5-21-1\"", "13");
        row("data", "2 3 4 5 7 10 11");
        row("data contains de:ad:be:ef", "10");
        row("data contains DE-AD", "10 11");
        row("data == de.ad", "11");
        row("data != dead", "2 3 4 5 7 10");
        row("data == 0xdead", "11");
        row("data startswith \"hello\"", "2");
        row("data[0:4] == de:ad:be:ef", "10");
        row("data[0] == de", "10 11");
        row("data[-1] == 03", "10");
        row("data[-6:6] == \"needle\"", "5");
        row("data[1-2] == ad:be", "10");
        row("data[6:] == 02:03", "10");
        row("data[:2] == de:ad", "10 11");
        row("data[-2--1] == 02:03", "10");
        row("data[0,2] == de:be", "10");
        row("data[0:2,4:] == de:ad:00:01:02:03", "10");
        row("data[4:4] != 00:00:00:00", "2 3 4 5 10");
        row("data[0] in {00..20, de}", "10 11");
        row("data[0] >= 80", "10 11");
        row("data ~ \"\\xde\\xad.\"", "10");
        row("data == \"\\xde\\xad\"", "11");
        row("comment", "4");
        row("comment contains \"here\"", "4");
        row("comment ~ \"^LOOK\"", "4");
        row("mark", "3 5");
        row("!mark && conn == 1 && kind == message", "2 4");
        row("conn == 1 && dir == in || conn == 3 && dir == out", "2 4 5 12");
        row("conn == 1 && (dir == in || conn == 3) && dir == in", "2 4 5");
        row("not not dir == out", "3 7 12");
        row("! ! dir == out and !conn==2", "3 12");
        row("text contains \"needle\" or conn == 2", "5 7 8");
        row("conn == 2 or text contains \"needle\"", "5 7 8");
    }

    void RightRowsPass()
    {
        QFETCH(QString, text);
        QFETCH(QString, rows);
        const auto filter = Filter::parse(text.toStdString());
        QVERIFY2(filter, filter ? "" : filter.error().message.text().c_str());
        QCOMPARE(listOf(rowsOf(m_session->file(), *filter)), rows);
        // The same through the threads.
        FilterRun run(m_session->file(), *filter, {.threads = 3});
        QVERIFY(run.waitUntilDone(std::chrono::seconds(20)));
        std::vector<std::uint64_t> found;
        for (std::uint64_t i = 0; i < run.matches().size(); ++i) {
            found.push_back(run.matches().at(i));
        }
        QCOMPARE(listOf(found), rows);
    }

    void UserOfTheProcessAppliesUntilThePipeReportsIt()
    {
        SessionScript script;
        script.server(1, "orders");
        script.connected(1, 1, somePeer(7, "/opt/a", "SHOP\\svc"));
        script.message(1, 1, Direction::Received, toBytes("a"));
        script.connected(1, 2, somePeer(8, "/opt/b", "SHOP\\svc"));
        script.message(1, 2, Direction::Received, toBytes("b"));
        script.connected(1, 3, unknownPeer());
        ClientIdentity ann;
        ann.token.user = Account{.id = "S-1-5-21-1", .name = "SHOP\\ann"};
        const auto identity = std::make_shared<const ClientIdentity>(std::move(ann));
        script.add(1, 1, ClientIdentified{.operation = {}, .identity = identity}); // row 6
        const Recorded session(script);
        const auto rowsFor = [&](const char* text) {
            const auto filter = Filter::parse(text);
            return filter ? listOf(rowsOf(session.file(), *filter)) : QString();
        };
        QCOMPARE(rowsFor("user == \"svc\""), QStringLiteral("3 4"));
        QCOMPARE(rowsFor("user == \"shop\\\\ann\""), QStringLiteral("1 2 6"));
        QCOMPARE(rowsFor("user"), QStringLiteral("1 2 3 4 6"));
        QCOMPARE(rowsFor("text contains \", user SHOP\\\\svc\""), QStringLiteral("1 3"));
    }

    void MistakesAreShownWhereTheyAre_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("offset");
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* text, int offset, int length, const char* says) {
            QTest::newRow(text) << QString::fromUtf8(text) << offset << length
                                << QString::fromUtf8(says);
        };
        row("con == 3", 0, 3, "Unknown field “con”. Fields: conn, endpoint");
        row("== 3", 0, 2, "Expected a field");
        row("conn =", 5, 1, "Use == to compare");
        row("conn = 3", 5, 1, "Use == to compare");
        row("conn == 3 & dir == in", 10, 1, "Use && for");
        row("conn ==", 7, 1, "an integer");
        row("conn == x", 8, 1, "an integer");
        row("conn == -3", 8, 2, "an integer");
        row("conn == 99999999999999999999", 8, 20, "an integer");
        row("conn ~ \"3\"", 5, 1, "“conn” does not support ~. Use: == != < <= > >= in");
        row("conn contains 3", 5, 8, "does not support contains");
        row("conn 3", 5, 1, "Expected an operator: == != <");
        row("conn == 3 dir", 10, 3, "Expected && or ||");
        row("conn == 3 &&", 12, 1, "Expected a field");
        row("conn == 3 && ", 13, 1, "Expected a field");
        row("(conn == 3", 0, 1, "Missing closing parenthesis");
        row("((conn == 3) dir", 13, 3, "Expected &&, || or )");
        row("conn == 3)", 9, 1, "Expected && or ||");
        row("conn in 3", 8, 1, "Expected a set");
        row("conn in {3", 8, 1, "Missing closing }");
        row("conn in {3 4}", 11, 1, "Expected ',' or }");
        row("conn in {9..3}", 9, 4, "the smaller value must come first");
        row("conn in {}", 9, 1, "an integer");
        row("mark == 2", 5, 2, "“mark” takes no value: use mark or !mark");
        row("mark 2", 5, 1, "“mark” takes no value");
        row("dir == up", 7, 2, "Expected one of these for “dir”: in, out");
        row("dir < in", 4, 1, "does not support <");
        row("kind == nothing", 8, 7, "Expected one of these for “kind”: message, opened");
        row("image == node.exe", 9, 8, "Quote the text: \"node.exe\"");
        row("image == 'x'", 9, 1, "Use double quotes");
        row("text contains \"abc", 14, 4, "Missing closing quote");
        row("text == \"a\\qb\"", 10, 2, "Unknown escape");
        row("text[0:4] == \"abcd\"", 4, 1, "Only “data” can be sliced");
        row("latency > 5 parsecs", 12, 7, "Expected && or ||");
        row("latency > 5x", 10, 2, "5ms, 250us");
        row("latency > 99999999999h", 10, 12, "5ms, 250us");
        row("time > \"yesterday\"", 7, 11, "Expected a timestamp");
        row("time == 2023-02-30", 8, 10, "Expected a timestamp");
        row("time == 25:00", 8, 5, "Expected a timestamp");
        row("time in {\"12:00\"..\"2023-11-14\"}", 9, 21, "both times of day");
        row("data == xyz", 8, 3, "Expected bytes");
        row("data == de:a", 8, 4, "Expected bytes");
        row("data == de:ad-be", 8, 8, "Expected bytes");
        row("data[0:4] == 01:00", 13, 5, "A slice of 4 bytes never equals a value of 2 bytes");
        row("data[1-3] == 01", 13, 2, "A slice of 3 bytes never equals a value of 1 bytes");
        row("data[6-] == 02:03", 4, 3, "Use [start:length]");
        row("data[x] == 01", 4, 2, "Use [start:length]");
        row("data[3-1] == 01", 4, 4, "Use [start:length]");
        row("data[0:0] == 01", 4, 4, "Use [start:length]");
        row("data[0 == 01", 7, 1, "Expected ]");
        row("text ~ abc", 7, 3, "Expected a quoted regular expression");
        row("text ~ \"a(b\"", 11, 1, "Invalid regular expression: missing closing parenthesis");
        row("text ~ \"a\\\"[b\"", 13, 1, "Invalid regular expression");
        row("text ~ \"(*UTF)[\"", 15, 1, "Invalid regular expression");
        row("data ~ \"(*UTF)x\"", 14, 1, "Invalid regular expression");
        row("\xC3\xBC == 1", 0, 2, "Unknown field");
        row("conn == 1 ; 2", 10, 1, "Unexpected “;”");
    }

    void MistakesAreShownWhereTheyAre()
    {
        QFETCH(QString, text);
        QFETCH(int, offset);
        QFETCH(int, length);
        QFETCH(QString, says);
        const auto filter = Filter::parse(text.toStdString());
        QVERIFY(!filter);
        const QString message = QString::fromStdString(filter.error().message.text());
        QVERIFY2(message.contains(says), qPrintable(message));
        QCOMPARE(int(filter.error().offset), offset);
        QCOMPARE(int(filter.error().length), length);
        const Error error = filter.error().error(text.toStdString());
        QCOMPARE(error.kind, ErrorKind::InvalidArgument);
        QVERIFY(QString::fromStdString(error.detail).contains(says));
    }

    void HostileTextsAreRefusedQuickly()
    {
        const std::string deep = std::string(60'000, '(') + "conn";
        QVERIFY(!Filter::parse(deep));
        QVERIFY(!Filter::parse(std::string(60'000, '!') + "conn"));
        QVERIFY(!Filter::parse(std::string(100'000, ' ')));
        std::string many = "conn";
        while (many.size() < 60'000) {
            many += "||conn";
        }
        QVERIFY(!Filter::parse(many));
        many = many.substr(0, 6 * 999 + 4);
        const auto wide = Filter::parse(many);
        QVERIFY(wide);
        QVERIFY(wide->matches(m_session->file(), 1));
        QVERIFY(!Filter::parse("text ~ \"" + std::string(5000, 'a') + "\""));
        QVERIFY(!Filter::parse("text ~ \"(((a{1000}){1000}){1000}){1000}\""));
    }

    void AnyBytesAreFineAsInput()
    {
        // A small deterministic fuzzer: pieces of the language in any order, and noise.
        const std::vector<std::string> pieces = {
            "conn", "data",  "text",     "time",  "latency", "dir",
            "==",   "in",    "{",        "}",     "..",      ",",
            "~",    "(",     ")",        "&&",    "||",      "!",
            "[",    "]",     ":",        "-",     "1",       "de:ad",
            "\"",   "r\"",   "\\",       " ",     "\xFF",    std::string("\0x", 2),
            "5ms",  "12:30", "contains", "\"(a\""};
        std::uint32_t state = 1;
        const auto random = [&state] { return (state = state * 1664525U + 1013904223U) >> 8U; };
        for (int i = 0; i < 20'000; ++i) {
            std::string text;
            for (unsigned n = random() % 12; n > 0; --n) {
                text += pieces[random() % pieces.size()];
                text += random() % 2 == 0 ? " " : "";
            }
            const auto filter = Filter::parse(text);
            if (!filter) {
                QVERIFY(filter.error().offset <= text.size());
                QVERIFY(filter.error().length >= 1);
                QVERIFY(!filter.error().message.text().empty());
            }
            const auto completion = completeFilter(text, random() % (text.size() + 1), nullptr);
            QVERIFY(completion.offset + completion.length <= text.size());
        }
    }

    void WrittenFiltersAreReadBack()
    {
        const std::string nasty("q\"b\\n\n\t\r\x01\xFF\xC3\xBC\0end", 16);
        SessionScript script;
        script.server(1, "p");
        script.message(1, 1, Direction::Received, toBytes(nasty));
        script.message(1, 1, Direction::Sent, toBytes("other"));
        const Recorded session(script);
        const auto same = Filter::parse("text == " + filterString(nasty));
        QVERIFY2(same, filterString(nasty).c_str());
        QCOMPARE(listOf(rowsOf(session.file(), *same)), QStringLiteral("1"));
        const auto bytes = Filter::parse("data == " + filterBytes(asBytes(nasty)));
        QVERIFY(bytes);
        QCOMPARE(listOf(rowsOf(session.file(), *bytes)), QStringLiteral("1"));
        const auto record = session.file().read(2, 0);
        QVERIFY(record);
        const auto moment = Filter::parse("time == " + filterTime(record->wallNs));
        QVERIFY(moment);
        QCOMPARE(listOf(rowsOf(session.file(), *moment)), QStringLiteral("2"));
        QCOMPARE(wordFor(RecordKind::Failed), std::string_view("failed"));
    }

    /// Every completion is valid.
    void EveryKindAndFieldIsUnderstood()
    {
        for (std::size_t i = 0; i < std::variant_size_v<RowBody>; ++i) {
            const auto kind = static_cast<RecordKind>(i);
            if (rowWords(kind).isRow) {
                QVERIFY2(Filter::parse("kind == " + std::string(wordFor(kind))),
                         std::string(wordFor(kind)).c_str());
            }
        }
        for (const FilteredField& field : filteredFields()) {
            QVERIFY2(Filter::parse(std::string(field.name)), std::string(field.name).c_str());
        }
    }

    /// A message that no session has yet.
    void LiveMessagesAreEvaluated()
    {
        const SessionFacts& facts = m_session->file().facts();
        const auto passes = [&](const char* text, const Event& event) {
            return LiveFilter(Filter::parse(text).value(), facts).passes(event);
        };
        Event event;
        event.connection = {1};
        event.endpoint = {1};
        setMessage(event, asBytes("place order"), Direction::Received);
        QVERIFY(passes("text contains \"order\" && dir == in && len == 11", event));
        QVERIFY(passes("conn == 1 && user == \"ann\" && endpoint == \"orders\"", event));
        QVERIFY(passes("origin == peer && !held", event));
        QVERIFY(passes("data[0:2] == 70:6c", event));
        QVERIFY(!passes("text contains \"other\"", event));
        QVERIFY(!passes("dir == out", event));
        QVERIFY(!passes("latency > 1ms", event));
        event.body = DescriptorsPassed{.count = 3};
        QVERIFY(passes("kind == descriptors && descriptors > 2", event));
        event.body = Disconnected{.reason = CloseReason::AbortedByUs};
        event.payload = {};
        QVERIFY(passes("reason == abortedByUs", event));
        QVERIFY(!passes("kind == message", event));
    }

    void Completion_data()
    {
        QTest::addColumn<QString>("text"); // | is the cursor
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("candidates");
        const auto row = [](const char* text, const char* part, const QByteArray& candidates) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(part)
                                << QString::fromUtf8(candidates);
        };
        QByteArray rowFields;
        for (const FilteredField& field : filteredFields()) {
            rowFields += (rowFields.isEmpty() ? "" : " ")
                         + QByteArray(field.name.data(), qsizetype(field.name.size()));
        }
        row("|", "",
            "conn endpoint pid image user dir kind len time delta latency text data comment mark "
            "malformed "
                + rowFields + " not");
        row("l|", "l", "len latency");
        row("L|", "L", "len latency");
        row("conn == 1 && d|", "d", "dir delta data descriptors discardedBytes dropped");
        row("(d|", "d", "dir delta data descriptors discardedBytes dropped");
        row("( d|", "d", "dir delta data descriptors discardedBytes dropped");
        row("!d|", "d", "dir delta data descriptors discardedBytes dropped");
        row("origin |", "", "== != in && ||");
        row("held |", "", "&& ||");
        row("kind == acc|", "acc", "accessChecked");
        row("conn |", "", "== != < <= > >= in && ||");
        row("conn =|", "=", "==");
        row("dir |", "", "== != in && ||");
        row("text c|", "c", "contains");
        row("dir == |", "", "in out");
        row("dir == o|", "o", "out");
        row("kind == c|", "c", "closed connected");
        row("kind in |", "", "{");
        row("kind in {f|", "f", "failed");
        row("kind in {failed, d|", "d", "disconnected dropped descriptors");
        row("kind in {failed |", "", "");
        row("conn == |", "", "1 2 3");
        row("pid == |", "", "4120");
        row("image == |", "", "\"App.exe\"");
        row("image == \"a|", "\"a", "\"App.exe\"");
        row("image == a|", "a", "\"App.exe\"");
        row("image ~ |", "", "");
        row("user != |", "", "\"SHOP\\\\ann\"");
        row("endpoint == |", "", "\"/tmp/billing\" \"\\\\\\\\.\\\\pipe\\\\Orders\"");
        row("conn == 3 |", "", "&& ||");
        row("conn == 3 &|", "&", "&&");
        row("conn = 3 && |", "", "");
        row("conn| == 3", "conn", "conn");
    }

    void Completion()
    {
        QFETCH(QString, text);
        QFETCH(QString, part);
        QFETCH(QString, candidates);
        const auto cursor = std::size_t(text.indexOf(u'|'));
        const std::string bytes = text.remove(qsizetype(cursor), 1).toStdString();
        const auto completion = completeFilter(bytes, cursor, &m_session->file().facts());
        QCOMPARE(QString::fromStdString(bytes.substr(completion.offset, completion.length)), part);
        QStringList list;
        for (const auto& candidate : completion.candidates) {
            list.append(QString::fromStdString(candidate.text));
        }
        QCOMPARE(list.join(u' '), candidates);
    }

private:
    std::unique_ptr<Recorded> m_session;
};

PIPESCOPE_GUILESS_TEST(FilterLanguageTest)
#include "tst_filter_language.moc"
