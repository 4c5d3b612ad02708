#include "decode/lua/pattern.h"
#include "outline.h"
#include "runner/register.h"

#include <QTest>

#include <lua.hpp>

#include <random>

using namespace pipecore::lua;

/// Patterns find what Lua's own functions find, and count their steps.
class LuaPatternsTest : public QObject
{
    Q_OBJECT

private slots:
    void AgreesWithLua_data();
    void AgreesWithLua();
    void AgreesWithLuaOnRandomPatterns();
    void StepsEndTheSearch();
};

namespace {

std::string_view viewOfText(const QByteArray& bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

/// "begin-end: captures", "none", or the mistake.
QByteArray ours(const QByteArray& text, const QByteArray& pattern)
{
    if (viewOfText(pattern).find_first_of("^$*+?.([%-") == std::string_view::npos) {
        // string.find looks for it as it is.
        const qsizetype at = text.indexOf(pattern);
        return at < 0 ? "none"
                      : QByteArray::number(at + 1) + '-' + QByteArray::number(at + pattern.size());
    }
    StepBudget steps{1'000'000'000};
    const bool anchored = pattern.startsWith('^');
    PatternSearch search(viewOfText(text), viewOfText(pattern).substr(anchored ? 1 : 0), steps);
    switch (search.find(0, anchored)) {
    case PatternEnd::None: return "none";
    case PatternEnd::OverBudget: return "over";
    case PatternEnd::Mistake: return "mistake";
    case PatternEnd::Found: break;
    }
    QByteArray found = QByteArray::number(qulonglong(search.begin() + 1)) + '-'
                       + QByteArray::number(qulonglong(search.end()));
    for (size_t index = 0; index < search.captures(); ++index) {
        const PatternSearch::Capture& capture = search.capture(index);
        found += ' ';
        found += capture.length == PatternSearch::position
                     ? '@' + QByteArray::number(qulonglong(capture.begin + 1))
                     : text.mid(qsizetype(capture.begin), qsizetype(capture.length));
    }
    return found;
}

/// The same from string.find of Lua.
QByteArray luas(lua_State* state, const QByteArray& text, const QByteArray& pattern)
{
    lua_settop(state, 0);
    lua_getglobal(state, "string");
    lua_getfield(state, -1, "find");
    lua_remove(state, 1);
    lua_pushlstring(state, text.constData(), size_t(text.size()));
    lua_pushlstring(state, pattern.constData(), size_t(pattern.size()));
    if (lua_pcall(state, 2, LUA_MULTRET, 0) != LUA_OK) {
        return "mistake";
    }
    if (lua_isnil(state, 1)) {
        return "none";
    }
    QByteArray found = QByteArray::number(lua_tointeger(state, 1)) + '-'
                       + QByteArray::number(lua_tointeger(state, 2));
    for (int index = 3; index <= lua_gettop(state); ++index) {
        found += ' ';
        size_t length = 0;
        found += lua_type(state, index) == LUA_TNUMBER
                     ? '@' + QByteArray::number(lua_tointeger(state, index))
                     : QByteArray(lua_tolstring(state, index, &length),
                                  qsizetype(lua_rawlen(state, index)));
    }
    return found;
}

struct CloseState
{
    void operator()(lua_State* state) const { lua_close(state); }
};
using State = std::unique_ptr<lua_State, CloseState>;

State newState()
{
    State state(luaL_newstate());
    luaL_openlibs(state.get());
    return state;
}

} // namespace

void LuaPatternsTest::AgreesWithLua_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("pattern");
    const auto row = [](const char* text, const char* pattern) {
        QTest::newRow(pattern) << QByteArray(text) << QByteArray(pattern);
    };
    row("hello world", "o w");
    row("key = value", "^(%w+)%s*=%s*(%w+)$");
    row("aaab", "a-b");
    row("aaab", "a*ab");
    row("aaab", "^a+$");
    row("colour color", "colou?r$");
    row("f(a(b)c)d", "%b()");
    row("THE (quick) fox", "%f[%a]%a+%f[%A]");
    row("THE END", "%f[%w]%w+%f[%z]");
    row("abcabc", "(abc)%1");
    row("say \"hi\" or 'ho'", "([\"'])(.-)%1");
    row("x", "()x()");
    row("a-b]c^d", "[]%-^]+");
    row("a-b", "[a-]+");
    row("abc", "[^a-b]");
    row("tab\there", "%c%l+");
    row("1f G", "%x+ %X");
    row("price $5", "%$(%d)");
    row("5$", "5$$");
    row("x.y", "x%.y");
    row("", "^$");
    row("", ".-");
    row("abc", "(a(b(c)))");
    row("abc", "%");
    row("abc", "[a");
    row("abc", "[a%");
    row("abc", "(a");
    row("abc", "a)");
    row("abc", "%1");
    row("abc", "(a%1)");
    row("abc", "%b");
    row("abc", "%bx");
    row("abc", "%f");
    row("abc", "%fa");
    row("abc", "[%a-z]");
    row("a-z", "[%a-z]+");
    row("abc", "$");
    row("abc", "c$b");
    row("a+b", "a%+b");
    row("+", "+");
    row("*a", "*a");
    row("-", "-");
    row("]", "[]]");
    row("^", "[^^]");
}

void LuaPatternsTest::AgreesWithLua()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pattern);
    const State state = newState();
    QCOMPARE(ours(text, pattern), luas(state.get(), text, pattern));
}

void LuaPatternsTest::AgreesWithLuaOnRandomPatterns()
{
    const State state = newState();
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same each time
    constexpr std::string_view items[] = {"a",  "b", ".", "%a", "%d", "[ab]", "[^a]",
                                          "%s", "(", ")", "()", "%1", "%b()", "%f[%a]",
                                          "^",  "$", "*", "+",  "-",  "?"};
    constexpr std::string_view letters = "ab1 ()";
    for (int round = 0; round < 20'000; ++round) {
        QByteArray pattern;
        for (auto count = random() % 7; count > 0; --count) {
            const std::string_view item = items[random() % std::size(items)];
            pattern.append(item.data(), qsizetype(item.size()));
        }
        QByteArray text;
        for (auto count = random() % 12; count > 0; --count) {
            text += letters[random() % letters.size()];
        }
        const QByteArray expected = luas(state.get(), text, pattern);
        const QByteArray found = ours(text, pattern);
        if (found != expected) {
            QFAIL(("\"" + pattern + "\" in \"" + text + "\": " + found + " instead of " + expected)
                      .constData());
        }
    }
}

void LuaPatternsTest::StepsEndTheSearch()
{
    const std::string text(100'000, 'a');
    StepBudget steps{1'000'000};
    PatternSearch search(text, ".-.-.-.-b", steps);
    QVERIFY(search.find(0, false) == PatternEnd::OverBudget);
    QCOMPARE(steps.left, std::uint64_t(0));
    StepBudget enough{1'000'000};
    PatternSearch quick(text, "^a+$", enough);
    QVERIFY(quick.find(0, false) == PatternEnd::None); // ^ is for the caller
    PatternSearch anchored(text, "a+$", enough);
    QVERIFY(anchored.find(0, true) == PatternEnd::Found);
}

PIPESCOPE_APPLESS_TEST(LuaPatternsTest)

#include "tst_lua_patterns.moc"
