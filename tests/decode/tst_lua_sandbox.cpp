#include "decode/lua/script.h"
#include "lua_script.h"
#include "runner/register.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace pipecore;

/// Scripts are foreign code: they reach nothing outside, and end, whatever they do.
class LuaSandboxTest : public QObject
{
    Q_OBJECT

private slots:
    void NothingOutsideIsReached_data();
    void NothingOutsideIsReached();
    void EndlessScriptIsEnded_data();
    void EndlessScriptIsEnded();
    void EndlessDetectionIsEnded();
    void EndlessFileIsNotLoaded();
    void MemoryIsBounded_data();
    void MemoryIsBounded();
    void DeepCallsAreErrors_data();
    void DeepCallsAreErrors();
    void ScriptThatIsOffIsNotRunAgain();
    void BytecodeIsNotLoaded();
    void ScriptsDoNotSeeEachOther();
    void OrdinaryCodeRuns_data();
    void OrdinaryCodeRuns();
    void ThreadsDecodeSideBySide();
    void SlowScriptsAreOffInTheEnd();
};

namespace {

/// A generous time for what ends after steps that take a fifth of a second.
constexpr int longest = 60'000;

} // namespace

void LuaSandboxTest::NothingOutsideIsReached_data()
{
    QTest::addColumn<QByteArray>("expression");
    for (const char* const name :
         {"io", "os", "package", "debug", "require", "dofile", "loadfile", "load", "loadstring",
          "collectgarbage", "print", "warn", "string.dump", "math.random", "math.randomseed",
          "coroutine.close"}) {
        QTest::newRow(name) << QByteArray(name);
    }
    // The tables that other scripts, or the functions of ours, would use.
    QTest::newRow("metatable of texts") << QByteArray("(getmetatable('') or nil)");
    QTest::newRow("metatable of the message") << QByteArray("(getmetatable(message) or nil)");
    QTest::newRow("metatable of globals") << QByteArray("(getmetatable(_G) or nil)");
}

void LuaSandboxTest::NothingOutsideIsReached()
{
    QFETCH(QByteArray, expression);
    const LuaScript script(decodeScript("message:field('found', type(" + expression + "))"));
    QVERIFY2(script.error().isEmpty(), script.error().constData());
    const Decoded decoded = script.decode("x");
    QCOMPARE(decoded.root.children.front().children.front().value, "nil");
}

void LuaSandboxTest::EndlessScriptIsEnded_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char* name, const char* body) {
        QTest::newRow(name) << QByteArray(body);
    };
    row("loop", "while true do end");
    row("pattern", "return (('a'):rep(1e5)):find('.-.-.-.-b')");
    row("pattern in match", "return (('a'):rep(1e5)):match('(.-)(.-)(.-)(.-)b')");
    row("pattern in gmatch", "for x in (('a'):rep(1e5)):gmatch('.-.-.-.-b') do end");
    row("pattern in gsub", "return (('a'):rep(1e5)):gsub('.-.-.-.-b', '')");
    row("plain search",
        "local a = ('a'):rep(2e5) while true do (a):find(('a'):rep(1e5) .. 'b', 1, true) end");
    row("protected", "while true do pcall(function() while true do end end) end");
    row("protected in itself", "local function f() while true do pcall(f) end end f()");
    row("handler", "xpcall(function() while true do end end, function() while true do end end)");
    row("handler of an error", "while true do xpcall(error, function() while true do end end) end");
    row("coroutine", "coroutine.wrap(function() while true do end end)()");
    row("coroutines", "while true do local c = coroutine.create(function() while true do end end)"
                      " coroutine.resume(c) end");
    row("coroutine that yields", "local c = coroutine.wrap(function() while true do"
                                 " coroutine.yield() end end) while true do c() end");
    row("protected in a coroutine", "coroutine.wrap(function() while true do pcall(function() "
                                    "while true do end end) end end)()");
    row("closed variable", "local x <close> = setmetatable({}, {__close = function()"
                           " while true do end end}) while true do end");
    row("closed variable of a coroutine",
        "local f = coroutine.wrap(function() local x <close> = setmetatable({}, {__close ="
        " function() while true do end end}) while true do end end) f()");
    row("closed by a loop", "for i in next, {1}, nil, setmetatable({}, {__close = function()"
                            " while true do end end}) do error('x') end");
    row("nothing, often", "while true do (''):rep(1e9) end");
    row("move", "table.move({}, 1, math.maxinteger - 1, 2)");
    row("index metamethod", "local t = setmetatable({}, {__index = function(t, k) return t[k] end})"
                            " while true do pcall(function() return t.x end) end");
    row("long texts are compared", "local a, b = ('a'):rep(4e6), ('a'):rep(4e6) .. ''"
                                   " local c = a .. 'x' local d = b .. 'x' while c == d do end");
    row("long texts are turned round", "local a = ('a'):rep(4e6) while true do a:reverse() end");
    row("weak tables", "local m = {} local t = setmetatable({}, m) m.__mode = 'k' local k = {}"
                       " while true do local n = {} t[n] = k k = n end");
    row("long names",
        "local n = ('x'):rep(1e6) while true do message:field(n, n) message:field(n, n)"
        " for i = 1, 1e5 do end end");
    row("goto", "::again:: goto again");
    row("tail calls", "local function f() return f() end f()");
    row("group", "while true do message:group('g', function() end) end");
}

void LuaSandboxTest::EndlessScriptIsEnded()
{
    QFETCH(QByteArray, body);
    const LuaScript script(decodeScript(body));
    QVERIFY2(script.error().isEmpty(), script.error().constData());
    QElapsedTimer timer;
    timer.start();
    const Decoded decoded = script.decode("x");
    QVERIFY2(timer.elapsed() < longest, QByteArray::number(timer.elapsed()).constData());
    QVERIFY(decoded.end != DecodeEnd::Good);
    if (qstrcmp(QTest::currentDataTag(), "group") != 0) { // the tree was full before
        const LuaDecoder state = script.state();
        QVERIFY2(state.isOff, script.problem().constData());
        QVERIFY2(script.problem().startsWith("test.lua:"), script.problem().constData());
        QVERIFY2(script.problem().contains("decoder is off"), script.problem().constData());
    }
}

void LuaSandboxTest::EndlessDetectionIsEnded()
{
    const LuaScript script(
        "return { key = 'test', decode = function() end, detect = function(message)\n"
        "  while true do\n  end\nend }");
    QVERIFY(script.error().isEmpty());
    for (const Guess& guess : detect(viewOf("hello"))) {
        QVERIFY(guess.decoder != script.decoder());
    }
    QVERIFY(script.state().isOff);
    QVERIFY2(script.problem().startsWith("test.lua:2: more than "), script.problem().constData());
}

void LuaSandboxTest::EndlessFileIsNotLoaded()
{
    const LuaScript script("-- a decoder\nwhile true do end\nreturn {}");
    QVERIFY2(script.error().startsWith("test.lua:2: more than "), script.error().constData());
    const LuaScript tooDeep("return " + QByteArray("(").repeated(100'000), "deep.lua");
    QVERIFY2(tooDeep.error().startsWith("deep.lua:"), tooDeep.error().constData());
}

void LuaSandboxTest::MemoryIsBounded_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char* name, const char* body) {
        QTest::newRow(name) << QByteArray(body);
    };
    row("rep", "string.rep('x', 1e9)");
    row("buffers, protected", "local t = {} for i = 1, 20 do t[i] = ('x'):rep(1e6) end"
                              " while true do pcall(table.concat, t, t[1]) end");
    row("rep, protected", "while true do pcall(string.rep, 'x', 1e9) end");
    row("concat", "local t = {} for i = 1, 1000 do t[i] = ('x'):rep(1e5) end table.concat(t)");
    row("texts", "local t = {} for i = 1, 1e9 do t[i] = ('x'):rep(1e5) .. i end");
    row("in a coroutine", "coroutine.wrap(function() return ('x'):rep(1e9) end)()");
    row("in a protected coroutine",
        "coroutine.wrap(function() pcall(function() return ('x'):rep(1e9) end) end)()");
    row("gsub", "(('x'):rep(1e5)):gsub('x', ('y'):rep(1e5))");
    row("pack",
        "local a = ('x'):rep(1e6) string.pack(('s4'):rep(100), a, a, a, a, a, a, a, a, a, a, a, a, "
        "a,"
        " a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a)");
}

void LuaSandboxTest::MemoryIsBounded()
{
    QFETCH(QByteArray, body);
    const LuaScript script(decodeScript(body));
    QVERIFY2(script.error().isEmpty(), script.error().constData());
    const Decoded decoded = script.decode("x");
    QVERIFY(decoded.end == DecodeEnd::Mistake);
    QVERIFY2(script.state().isOff, script.problem().constData());
    QVERIFY2(script.problem().startsWith("test.lua:2: more than "), script.problem().constData());
}

void LuaSandboxTest::DeepCallsAreErrors_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("functions") << QByteArray("local function f() return 1 + f() end f()");
    QTest::newRow("protected") << QByteArray(
        "local function f() return 1, pcall(f) end f() f = nil + 1");
    QTest::newRow("coroutines") << QByteArray("local function f() coroutine.wrap(f)() end f()");
    QTest::newRow("metamethods") << QByteArray("local m = {} m.__index = function(t, k) return t[k "
                                               ".. 'x'] end return setmetatable({}, m).a");
    QTest::newRow("replacements") << QByteArray(
        "local function f() return ('x'):gsub('x', f) end f()");
    QTest::newRow("groups") << QByteArray("local function f() message:group('g', f) end f()");
    QTest::newRow("tostring") << QByteArray(
        "local t = setmetatable({}, { __tostring = function(t) return tostring(t) end })"
        " tostring(t)");
    QTest::newRow("sort of what is not there") << QByteArray(
        "table.sort(setmetatable({}, {__len = function() return 1e9 end, __index = rawlen}))");
    QTest::newRow("pattern") << QByteArray("(('x'):rep(1e5)):find(('x?'):rep(1e4))");
}

void LuaSandboxTest::DeepCallsAreErrors()
{
    QFETCH(QByteArray, body);
    const LuaScript script(decodeScript(body));
    QVERIFY2(script.error().isEmpty(), script.error().constData());
    QVERIFY(script.decode("x").end != DecodeEnd::Good);
    if (script.decode("x").end == DecodeEnd::Mistake) {
        QVERIFY2(script.problem().startsWith("test.lua:2: "), script.problem().constData());
    }
    // It goes on with the next message, or was ended by a limit: it said so.
    QVERIFY(script.decode("x").end != DecodeEnd::Good);
}

void LuaSandboxTest::ScriptThatIsOffIsNotRunAgain()
{
    LuaScript script(decodeScript("if message:u8() == 1 then while true do end end"));
    QVERIFY(script.decode(QByteArray("\0", 1)).end == DecodeEnd::Good);
    QVERIFY(script.decode("\1").end == DecodeEnd::Mistake);
    // A message that it could decode.
    const Decoded later = script.decode(QByteArray("\0", 1));
    QVERIFY(later.end == DecodeEnd::Mistake);
    QVERIFY(later.root.children.front().problem.text().find("The decoder is off")
            != std::string::npos);
    QVERIFY(decodeOwn(viewOf("\2"), script.decoder()).root.children.empty());
    script.load(decodeScript("message:u8('kind')"));
    QVERIFY(script.decode("\1").end == DecodeEnd::Good);
    QVERIFY(!script.state().isOff);
    QCOMPARE(script.problem(), "");
}

void LuaSandboxTest::BytecodeIsNotLoaded()
{
    const LuaScript script(QByteArray("\x1bLua\x54\0\x19\x93\r\n\x1a\n", 12));
    QVERIFY2(script.error().contains("test.lua"), script.error().constData());
    QVERIFY2(script.error().contains("binary chunk"), script.error().constData());
}

void LuaSandboxTest::ScriptsDoNotSeeEachOther()
{
    const LuaScript first("secret = 1 string.rep = nil return { decode = function(message)"
                          " message:field('own', secret) end }",
                          "first.lua");
    const LuaScript second("return { decode = function(message)"
                           " message:field('other', tostring(secret) .. ('a'):rep(2)) end }",
                           "second.lua");
    QCOMPARE(first.tree("x"), "[0] <message> @0+1\n own: 1 @0+0\n");
    QCOMPARE(second.tree("x"), "[0] <message> @0+1\n other: nilaa @0+0\n");
}

void LuaSandboxTest::OrdinaryCodeRuns_data()
{
    QTest::addColumn<QByteArray>("expression");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char* expression, const char* result) {
        QTest::newRow(expression) << QByteArray(expression) << QByteArray(result);
    };
    row("select('#', pcall(error, 'x')) .. select(2, pcall(error, 'x', 0))", "2x");
    row("tostring(pcall(function(a, b) return a + b end, 1, 2))", "true");
    row("select(2, xpcall(function() error('bad', 0) end, function(m) return m .. '!' end))",
        "bad!");
    row("select(2, xpcall(function(a) return a .. 'c' end, print or error, 'b'))", "bc");
    row("(function() local r = '' for v in coroutine.wrap(function() coroutine.yield(1)"
        " coroutine.yield(2) end) do r = r .. v end return r end)()",
        "12");
    row("select(2, coroutine.resume(coroutine.create(function(...) return select('#', ...) end), "
        "1, 2))",
        "2");
    row("(function() local c = coroutine.create(function() local ok, v = pcall(coroutine.yield, 1)"
        " return v end) coroutine.resume(c) return select(2, coroutine.resume(c, 'in')) end)()",
        "in");
    row("select(2, coroutine.resume(coroutine.create(function() error('inside', 0) end)))",
        "inside");
    row("coroutine.status(coroutine.create(error))", "suspended");
    row("table.concat({1, 2, 3}, ',')", "1,2,3");
    row("(function() local t = {3, 1, 2} table.sort(t) table.insert(t, 4) table.remove(t, 1)"
        " return table.concat(table.move(t, 1, 3, 2), '-') end)()",
        "2-2-3-4");
    row("string.format('%5.2f|%-4s|%x|%q', 1.5, 'ab', 255, 'q')", " 1.50|ab  |ff|\"q\"");
    row("(string.unpack('<I2', '\\1\\2'))", "513");
    row("utf8.char(228, 8364)", "ä€");
    row("utf8.len('äö')", "2");
    row("math.tointeger(7 // 2)", "3");
    row("('10' + 5)", "15");
    row("('abc'):upper()", "ABC");
    row("tostring(tonumber('ff', 16))", "255");
    row("select(2, pcall(setmetatable, {}, {__gc = function() end}))", "__gc is not available");
    row("select(2, pcall(setmetatable, {}, {__mode = 'k'}))", "__mode is not available");
    row("tostring((function() local m = {} return getmetatable(setmetatable({}, m)) == m end)())",
        "true");
    row("setmetatable({}, {__index = {a = 'inherited'}}).a", "inherited");
    row("tostring(setmetatable({}, {__tostring = function() return 'own' end}))", "own");
    row("(getmetatable(setmetatable({}, {__metatable = 'locked'})))", "locked");
    row("tostring(getmetatable(setmetatable(setmetatable({}, {}), nil)))", "nil");
    row("#setmetatable({}, {__len = function() return 7 end})", "7");
    row("tostring(select(2, pcall(function() x = 1 end))):match(\"'x' is not declared\")",
        "'x' is not declared");
}

void LuaSandboxTest::OrdinaryCodeRuns()
{
    QFETCH(QByteArray, expression);
    QFETCH(QByteArray, result);
    const LuaScript script(decodeScript("message:field('r', " + expression + ")"));
    QVERIFY2(script.error().isEmpty(), script.error().constData());
    const Decoded decoded = script.decode("x");
    const Field& field = decoded.root.children.front().children.front();
    QCOMPARE(QByteArray::fromStdString(field.value + field.problem.text()), result);
}

void LuaSandboxTest::ThreadsDecodeSideBySide()
{
    const LuaScript script(decodeScript("local n = message:u8('n') local s = 0 for i = 1, n * 10 do"
                                        " s = s + i end message:field('sum', s)"));
    QVERIFY(script.error().isEmpty());
    std::atomic<int> wrong{0};
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&script, &wrong, thread] {
            for (int round = 0; round < 200; ++round) {
                const int n = (round * 7 + thread * 31) % 200;
                const Decoded decoded = script.decode(QByteArray(1, char(n)));
                const auto& fields = decoded.root.children.front().children;
                wrong += fields.size() == 2
                                 && fields[1].value == std::to_string(n * 10 * (n * 10 + 1) / 2)
                             ? 0
                             : 1;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    QCOMPARE(wrong.load(), 0);
}

void LuaSandboxTest::SlowScriptsAreOffInTheEnd()
{
    // No single message is too much.
    const QByteArray source = decodeScript("for i = 1, 2e6 do local x = i end");
    const lua::TotalLimits limits{.total = std::chrono::milliseconds(50),
                                  .average = std::chrono::milliseconds(0)};
    const auto script =
        lua::Script::load(source.toStdString(), "slow.lua", lua::SandboxLimits(), limits).value();
    QElapsedTimer timer;
    timer.start();
    for (int round = 0; !script->isOff() && timer.elapsed() < longest; ++round) {
        Decoded decoded;
        TreeBuilder tree(decoded, DecodeLimits());
        QCOMPARE(script->decode({}, tree, {}), true);
    }
    QVERIFY(script->isOff());
    QVERIFY(script->problem()->text().find("on average") != std::string::npos);
}

PIPESCOPE_APPLESS_TEST(LuaSandboxTest)

#include "tst_lua_sandbox.moc"
