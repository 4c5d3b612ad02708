#include "conversation.h"
#include "runner/register.h"

#include "pipecore/decode/lua_decoders.h"
#include "pipecore/filter/filter_run.h"

#include <QTest>

using namespace pipecore;

namespace {

/// Rows by number: 2 and 3 are orders, 4 is none, 7 would be one on another pipe.
SessionScript orders()
{
    using enum Direction;
    SessionScript script;
    script.server(1, "orders");
    script.connected(1, 1, unknownPeer());
    script.message(1, 1, Received, toBytes(std::string_view("\1\7Ada", 5)));
    script.message(1, 1, Sent, toBytes(std::string_view("\2\x08Lin", 5)));
    script.message(1, 1, Sent, toBytes(std::string_view("xyz")));
    script.server(2, "other");
    script.connected(2, 2, unknownPeer());
    script.message(2, 2, Received, toBytes(std::string_view("\1\x09Eve", 5)));
    return script;
}

constexpr std::string_view source = R"(
local kinds = { [1] = "new", [2] = "cancel" }
return {
  key = "orders", pipes = "orders",
  detect = function(message) return kinds[message:u8()] ~= nil end,
  decode = function(message)
    message:u8("kind", kinds)
    message:group("head", function()
      message:u8("number")
    end)
    message:text("name")
    message:field("sender", message.sender)
  end,
})";

} // namespace

/// Fields that a decoder of the user's finds, in filters and their completion.
class FilterLuaTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(addLuaDecoder("orders.lua", source).has_value());
        m_session = std::make_unique<Recorded>(orders());
    }
    void cleanupTestCase() { removeLuaDecoder("orders.lua"); }

    void RightRowsPass_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rows");
        const auto row = [](const char* text, const char* rows) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(rows);
        };
        row("orders.kind == 1", "2");
        row("orders.kind != 1", "3");
        row("orders.kind > 1", "3");
        row("orders.kind == new", "2");
        row("orders.kind == \"cancel\"", "3");
        row("orders.kind in {1, 2}", "2 3");
        row("orders.number == 8", "3");
        row("orders.head.number == 7", "2");
        row("orders.name contains \"d\"", "2");
        row("orders.name ~ \"^L\"", "3");
        row("orders.sender == client", "2");
        row("orders.sender == server", "3");
        row("orders.kind && dir == in", "2");
        row("!orders.kind && kind == message", "4 7");
        row("orders.missing", "");
    }

    void RightRowsPass()
    {
        QFETCH(QString, text);
        QFETCH(QString, rows);
        const auto filter = Filter::parse(text.toStdString());
        QVERIFY(filter.has_value());
        QVERIFY(filter->isSlow());
        QCOMPARE(listOf(rowsOf(m_session->file(), *filter)), rows);
    }

    void FieldsAreOffered()
    {
        const auto fields = decodedFieldsOf(m_session->file(), 100);
        for (const char* path : {"orders.kind", "orders.head.number", "orders.name"}) {
            QVERIFY2(std::ranges::find(fields, path) != fields.end(), path);
        }
    }

    /// A filter that was typed before goes on to mean the same decoder.
    void FilterOutlivesAReload()
    {
        const auto filter = Filter::parse("orders.added == 1");
        QVERIFY(filter.has_value());
        QVERIFY(!filter->matches(m_session->file(), 2));
        std::string changed(source);
        changed.replace(changed.find("\"kind\""), 6, "\"added\"");
        QVERIFY(addLuaDecoder("orders.lua", changed).has_value());
        QVERIFY(filter->matches(m_session->file(), 2));
        QVERIFY(addLuaDecoder("orders.lua", source).has_value());
        QVERIFY(!filter->matches(m_session->file(), 2));
    }

    void EndlessScriptEndsTheFilter()
    {
        QVERIFY(addLuaDecoder("endless.lua",
                              "return { decode = function(m) m:u8('a') while true do end end }")
                    .has_value());
        const auto filter = Filter::parse("endless.a == 1");
        QVERIFY(filter.has_value());
        const FilterRun run(m_session->file(), *filter);
        QVERIFY(run.waitUntilDone(std::chrono::minutes(2)));
        removeLuaDecoder("endless.lua");
        QVERIFY(!Filter::parse("endless.a == 1").has_value());
    }

private:
    std::unique_ptr<Recorded> m_session;
};

PIPESCOPE_GUILESS_TEST(FilterLuaTest)
#include "tst_filter_lua.moc"
