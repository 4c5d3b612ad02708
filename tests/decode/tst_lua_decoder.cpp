#include "lua_script.h"
#include "runner/register.h"
#include "test_paths.h"

#include <QTemporaryDir>
#include <QTest>

using namespace pipecore;
using namespace Qt::Literals::StringLiterals;

/// A decoder in a file of the user's: found, loaded, and its fields in the tree.
class LuaDecoderTest : public QObject
{
    Q_OBJECT

private slots:
    void ExampleOfTheManualDecodesAsItSays();
    void SensorExampleReadsAndChecks();
    void ChatExampleReadsLines();
    void NumbersOfAllKinds_data();
    void NumbersOfAllKinds();
    void PartsOfAMessage();
    void FieldsThatTheScriptMakes();
    void MessageThatEndsTooEarlyIsCutOff();
    void EveryCutOfAMessageKeepsThePromises();
    void MistakesHaveFileAndLine_data();
    void MistakesHaveFileAndLine();
    void MistakeConcernsOneMessage();
    void PipesAndContentAreDetected();
    void SenderAndPipeAreKnown();
    void FileIsLoadedAgain();
    void BrokenFileLeavesTheVersionBefore();
    void KeysAreNotSharedWithOthers();
    void FilesAreReadFromTheDisk();
    void MessageIsGoneAfterwards();
    void TreeIsBounded();
};

namespace {

/// The block of a page that begins after this line.
QByteArray blockAfter(const QByteArray& page, const QByteArray& fence, qsizetype& from)
{
    const qsizetype begin = page.indexOf(fence + '\n', from) + fence.size() + 1;
    const qsizetype end = page.indexOf("```", begin);
    from = end + 3;
    return page.mid(begin, end - begin);
}

QString rootFile(const char* name)
{
    return QStringLiteral(PIPESCOPE_TESTS_DIR "/../") + QLatin1String(name);
}

} // namespace

void LuaDecoderTest::ExampleOfTheManualDecodesAsItSays()
{
    const QByteArray page = fileText(rootFile("docs/LUA.md")).replace("\r\n", "\n");
    qsizetype at = 0;
    const LuaScript script(blockAfter(page, "```lua", at), "orders.lua");
    QVERIFY2(script.error().isEmpty(), script.error().constData());
    const QByteArray payload = fromHex(blockAfter(page, "```", at).constData());
    QCOMPARE(payload.size(), 11);
    QCOMPARE(script.tree(payload), blockAfter(page, "```", at));
    const auto guesses = detect(viewOf(payload), {.pipe = "/tmp/CoreFxPipe_Orders-2"});
    QVERIFY(guesses.front().decoder == script.decoder());
}

void LuaDecoderTest::SensorExampleReadsAndChecks()
{
    const LuaScript script(fileText(rootFile("resources/examples/sensor.lua")), "sensor.lua");
    QVERIFY2(script.error().isEmpty(), script.error().constData());
    const QByteArray readings = fromHex("534e 01 01 0009 02 0007 0866 0008 ff38 01b6");
    QCOMPARE(script.tree(readings), "[0]: 2 readings <message> @0+17\n"
                                    " magic: SN <text> @0+2\n"
                                    " version: 1 <u8> @2+1\n"
                                    " kind: 1 (readings) <u8> @3+1\n"
                                    " length: 9 <u16> @4+2\n"
                                    " body @6+9\n"
                                    "  count: 2 <u8> @6+1\n"
                                    "  readings @7+8\n"
                                    "   [0]: sensor 7: 21.50 °C @7+4\n"
                                    "    sensor: 7 <u16> @7+2\n"
                                    "    celsius: 21.5 @9+2\n"
                                    "   [1]: sensor 8: -2.00 °C @11+4\n"
                                    "    sensor: 8 <u16> @11+2\n"
                                    "    celsius: -2.0 @13+2\n"
                                    " checksum: 438 <u16> @15+2\n");
    QCOMPARE(detect(viewOf(readings)).front().decoder, script.decoder());
    QByteArray damaged = readings;
    damaged[16] = char(0);
    QVERIFY(script.tree(damaged).endsWith(" ! the checksum should be 438 @15+2\n"));
    QVERIFY(script.decode(damaged).end == DecodeEnd::Mistake);
    QVERIFY(script.decode(readings.first(9)).end == DecodeEnd::CutOff);
    QVERIFY(script.tree(fromHex("534e 01 09 0001 aa 00aa")).contains("! unknown kind @3+1"));
    QVERIFY(script.tree(fromHex("534e 01 03 0002 4142 0083")).contains("[0]: error: AB"));
    QVERIFY(
        script.tree(fromHex("534e 01 02 0004 00000005 0005")).contains("message 5 acknowledged"));
}

void LuaDecoderTest::ChatExampleReadsLines()
{
    const LuaScript script(fileText(rootFile("resources/examples/chat.lua")), "chat.lua");
    QVERIFY2(script.error().isEmpty(), script.error().constData());
    QCOMPARE(script.tree("NICK ada\r\nSAY #tea Hello!\nJUMP\nQUIT"),
             "[0]: 4 lines <message> @0+35\n"
             " [0]: NICK ada @0+10\n"
             "  command: NICK @0+8\n"
             "  nick: ada @0+8\n"
             " [1]: SAY #tea Hello! @10+16\n"
             "  command: SAY @10+15\n"
             "  room: tea @10+15\n"
             "  text: Hello! @10+15\n"
             " [2]: JUMP @26+5\n"
             "  ! unknown command @26+4\n"
             " [3]: QUIT @31+4\n"
             "  command: QUIT @31+4\n");
    QCOMPARE(detect(viewOf("SAY #tea x")).front().decoder, script.decoder());
    QVERIFY(detect(viewOf("HELLO x")).front().decoder != script.decoder());
}

void LuaDecoderTest::NumbersOfAllKinds_data()
{
    QTest::addColumn<QByteArray>("function");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("shown");
    QTest::addColumn<QByteArray>("returned");
    const auto row = [](const char* name, const char* hex, const char* shown,
                        const char* returned) {
        QTest::newRow(name) << QByteArray(name) << fromHex(hex) << QByteArray(shown)
                            << QByteArray(returned);
    };
    row("u8", "ff", "255", "255");
    row("i8", "ff", "-1", "-1");
    row("u16le", "0201", "258", "258");
    row("u16be", "0201", "513", "513");
    row("i16be", "fffe", "-2", "-2");
    row("i16le", "feff", "-2", "-2");
    row("u32le", "ffffffff", "4294967295", "4294967295");
    row("u32be", "00000100", "256", "256");
    row("i32le", "ffffffff", "-1", "-1");
    row("i32be", "80000000", "-2147483648", "-2147483648");
    row("u64le", "ffffffffffffffff", "18446744073709551615", "-1"); // Lua's numbers are signed
    row("u64be", "0000000000000100", "256", "256");
    row("i64le", "ffffffffffffffff", "-1", "-1");
    row("i64be", "8000000000000000", "-9223372036854775808", "-9223372036854775808");
    row("f32le", "0000c03f", "1.5", "1.5");
    row("f32be", "3fc00000", "1.5", "1.5");
    row("f64le", "000000000000f83f", "1.5", "1.5");
    row("f64be", "3ff8000000000000", "1.5", "1.5");
    row("varint", "ac02", "300", "300");
}

void LuaDecoderTest::NumbersOfAllKinds()
{
    QFETCH(QByteArray, function);
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, shown);
    QFETCH(QByteArray, returned);
    const LuaScript script(decodeScript("message:summary('' .. message:" + function + "('n'))"));
    QVERIFY2(script.error().isEmpty(), script.error().constData());
    const Decoded decoded = script.decode(payload);
    const Field& message = decoded.root.children.front();
    QCOMPARE(message.value, returned.toStdString());
    QCOMPARE(message.children.front().value, shown.toStdString());
    QCOMPARE(qsizetype(message.children.front().length), payload.size());
    // One byte is missing.
    QVERIFY(script.decode(payload.chopped(1)).end == DecodeEnd::CutOff);
}

void LuaDecoderTest::PartsOfAMessage()
{
    const LuaScript script(decodeScript(R"(
        message:cstring("c")
        message:line("l")
        message:skip(1)
        message:field("next", message:peek(2))
        message:field("left", message.left)
        message:bytes("b", 2)
        message:field("all", #message.data)
        message:seek(1)
        message:field("position", message.position)
        message:text("t", 1)
        message:seek(#message + 1)
        message:text("rest"))"));
    QVERIFY2(script.error().isEmpty(), script.error().constData());
    QCOMPARE(script.tree(QByteArray("ab\0cd\r\n_xyz", 11)), "[0] <message> @0+11\n"
                                                            " c: ab <text> @0+2\n"
                                                            " l: cd <text> @3+2\n"
                                                            " next: xy @7+1\n"
                                                            " left: 3 @7+1\n"
                                                            " b: 78 79 <bytes> @8+2\n"
                                                            " all: 11 @8+2\n"
                                                            " position: 1 @8+2\n"
                                                            " t: a <text> @0+1\n"
                                                            " rest <text> @11+0\n");
    QVERIFY(script.decode("no zero byte").end == DecodeEnd::CutOff);
}

void LuaDecoderTest::FieldsThatTheScriptMakes()
{
    const LuaScript script(decodeScript(R"(
        local flags = message:u8("flags")
        message:field("urgent", flags & 1 ~= 0)
        message:field("ratio", 0.5, 2, 1)
        local sum = message:group("g", function(m, a, b)
          m:summary("inner")
          m:field("deep", "x", 1, 3)
          return a + b
        end, 2, 3)
        message:field("sum", sum)
        message:summary("outer"))"));
    QVERIFY2(script.error().isEmpty(), script.error().constData());
    const Decoded decoded = script.decode("\1\2\3");
    QCOMPARE(outline(decoded), "[0]: outer <message> @0+3\n"
                               " flags: 1 <u8> @0+1\n"
                               " urgent: true @0+1\n"
                               " ratio: 0.5 @1+1\n"
                               " g: inner @0+3\n"
                               "  deep: x @0+3\n"
                               " sum: 5 @0+1\n");
    QCOMPARE(brokenInvariant(decoded, 3, {}), "");
}

void LuaDecoderTest::MessageThatEndsTooEarlyIsCutOff()
{
    const LuaScript script(decodeScript(
        "message:group('g', function() message:u8('a') pcall(message.u32le, message, 'b')"
        " message:u8('c') end) message:u8('d')"));
    const Decoded decoded = script.decode("\1\2");
    QVERIFY(decoded.end == DecodeEnd::CutOff);
    QCOMPARE(outline(decoded),
             "[0] <message> @0+2\n g @0+2\n  a: 1 <u8> @0+1\n  ! unexpected end of data @1+1\n");
    // An end of the data is no mistake of the script.
    QCOMPARE(script.problem(), "");
}

void LuaDecoderTest::EveryCutOfAMessageKeepsThePromises()
{
    const LuaScript script(fileText(rootFile("resources/examples/sensor.lua")), "sensor.lua");
    const QByteArray whole = fromHex("534e 01 01 0009 02 0007 0866 0008 ff38 01b6");
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const Decoded decoded = script.decode(whole.first(size));
        QVERIFY(decoded.end != DecodeEnd::Good);
        QCOMPARE(brokenInvariant(decoded, std::size_t(size), {}), "");
    }
    // The same, where only a part is looked at.
    DecodeLimits limits;
    limits.bytes = 9;
    const Decoded part = decode(viewOf(whole), script.decoder(), limits);
    QVERIFY(part.end == DecodeEnd::Limit);
}

void LuaDecoderTest::MistakesHaveFileAndLine_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char* name, const char* source, const char* error) {
        QTest::newRow(name) << QByteArray(source) << QByteArray(error);
    };
    row("syntax", "return {\n  decode =\n}", "test.lua:3: unexpected symbol near '}'");
    row("nothing", "",
        "test.lua: the script must return a table: return { name = ..., decode = ... }");
    row("no function", "return {}", "test.lua: decode must be a function");
    row("name", "return { name = {}, decode = error }", "test.lua: name must be a string");
    row("pipes", "return { pipes = { 1 }, decode = error }",
        "test.lua: pipes must be a string or a list of strings");
    row("key", "return { key = 'Two words', decode = error }",
        "test.lua: key must be letters a to z, digits, - and _, not \"Two words\"");
    row("taken", "return { key = 'json', decode = error }",
        "test.lua: another decoder has the key \"json\": give this one its own, key = \"...\"");
    row("error", "\nerror('not today')", "test.lua:2: not today");
    row("missing", "\nlocal f = io.open('x')",
        "test.lua:2: attempt to index a nil value (global 'io')");
    row("no text", "error({})", "test.lua:1: the error is a table value, not a text");
}

void LuaDecoderTest::MistakesHaveFileAndLine()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, error);
    const LuaScript script(source);
    QCOMPARE(script.error(), error);
    const LuaDecoder state = script.state();
    QVERIFY(!state.isLoaded);
    QVERIFY(!state.decoder.has_value());
    QCOMPARE(script.problem(), error);
}

void LuaDecoderTest::MistakeConcernsOneMessage()
{
    const LuaScript script(decodeScript(
        "local n = message:u8('n')\nif n == 1 then n = nil + 1 end\nmessage:field('ok', n)"));
    QCOMPARE(script.tree("\1"),
             "[0] <message> @0+1\n n: 1 <u8> @0+1\n"
             " ! test.lua:3: attempt to perform arithmetic on a nil value @1+0\n");
    QCOMPARE(script.tree("\2"), "[0] <message> @0+1\n n: 2 <u8> @0+1\n ok: 2 @0+1\n");
    QVERIFY(!script.state().isOff);
    QVERIFY(script.problem().startsWith("test.lua:3: "));
}

void LuaDecoderTest::PipesAndContentAreDetected()
{
    const auto scoreOf = [](const LuaScript& script, const QByteArray& payload,
                            std::string_view pipe) {
        for (const Guess& guess : detect(viewOf(payload), {.pipe = pipe})) {
            if (guess.decoder == script.decoder()) {
                return guess.score;
            }
        }
        return 0;
    };
    const LuaScript byName("return { pipes = 'my*pipe', decode = function() end }", "by-name.lua");
    QCOMPARE(scoreOf(byName, "x", "\\\\.\\pipe\\My-Pipe"), 90);
    QCOMPARE(scoreOf(byName, "x", "/run/my-pipe"), 90);
    QCOMPARE(scoreOf(byName, "x", "mypipe2"), 0);
    QCOMPARE(scoreOf(byName, "x", ""), 0);
    {
        const LuaScript byContent(
            "return { detect = function(m) return m:u8() end, decode = function() end }",
            "by-content.lua");
        QCOMPARE(scoreOf(byContent, QByteArray(1, 42), "any"), 42);
        QCOMPARE(scoreOf(byContent, QByteArray(1, char(200)), ""), 100);
    }
    const LuaScript byBoth(
        "return { pipes = {'a', 'b?'}, detect = function(m) return m.data == 'yes' end,"
        " decode = function() end }",
        "by-both.lua");
    QCOMPARE(scoreOf(byBoth, "yes", "b1"), 90);
    QCOMPARE(scoreOf(byBoth, "no", "b1"), 0);
    QCOMPARE(scoreOf(byBoth, "yes", "c"), 0);
    QCOMPARE(scoreOf(byBoth, "yes", ""), 90);
    const LuaScript byHand("return { decode = function() end }", "by-hand.lua");
    QCOMPARE(scoreOf(byHand, "yes", "any"), 0);
    // A filter asks for the fields of messages that are its own.
    QVERIFY(!decodeOwn(viewOf("yes"), byBoth.decoder(), {}, {.pipe = "a"}).root.children.empty());
    QVERIFY(decodeOwn(viewOf("no"), byBoth.decoder(), {}, {.pipe = "a"}).root.children.empty());
    QVERIFY(decodeOwn(viewOf("yes"), byBoth.decoder(), {}, {.pipe = "c"}).root.children.empty());
    QVERIFY(!decodeOwn(viewOf("x"), byHand.decoder(), {}, {.pipe = "c"}).root.children.empty());
    QVERIFY(addedDecoderFor(viewOf("yes"), {.pipe = "a"}) == byBoth.decoder());
}

void LuaDecoderTest::SenderAndPipeAreKnown()
{
    const LuaScript script(
        decodeScript("message:summary(message.pipe .. ' ' .. tostring(message.sender))"));
    const auto said = [&script](const DecodeContext& context) {
        return QByteArray::fromStdString(script.decode("x", context).root.children.front().value);
    };
    QCOMPARE(said({.pipe = "p", .sender = Sender::Client}), "p client");
    QCOMPARE(said({.pipe = "p", .sender = Sender::Server}), "p server");
    QCOMPARE(said({}), " nil");
}

void LuaDecoderTest::FileIsLoadedAgain()
{
    LuaScript script(decodeScript("message:u8('before')"));
    const DecoderId decoder = script.decoder();
    const std::uint64_t changes = luaDecoderChanges();
    QVERIFY(script.tree("\1").contains("before"));
    script.load(decodeScript("message:u8('after')"));
    QVERIFY(script.decoder() == decoder);
    QVERIFY(luaDecoderChanges() != changes);
    QVERIFY(script.tree("\1").contains("after"));
    // With another key it is another decoder.
    script.load("return { key = 'other', name = 'Other', decode = function() end }");
    QVERIFY(script.decoder() != decoder);
    QVERIFY(!decoderByKey("test").has_value());
    QVERIFY(decoderByKey("other") == script.decoder());
    QCOMPARE(decoderInfo(script.decoder()).name, "Other");
    QVERIFY(outline(decode(viewOf("x"), decoder)).contains("not loaded"));
}

void LuaDecoderTest::BrokenFileLeavesTheVersionBefore()
{
    LuaScript script(decodeScript("message:u8('before')"));
    script.load("return {");
    QVERIFY(script.error().startsWith("test.lua:1: "));
    QVERIFY(script.tree("\1").contains("before"));
    QVERIFY(!script.state().isLoaded);
    QVERIFY(script.state().decoder.has_value());
    script.load(decodeScript("message:u8('after')"));
    QVERIFY(script.state().isLoaded);
    QCOMPARE(script.problem(), "");
}

void LuaDecoderTest::KeysAreNotSharedWithOthers()
{
    const LuaScript first("return { key = 'same', decode = function() end }", "first.lua");
    const LuaScript second("return { key = 'same', decode = function() end }", "second.lua");
    QVERIFY(second.error().contains("another decoder has the key \"same\""));
    QVERIFY(decoderByKey("same") == first.decoder());
    const LuaScript named("return { decode = function() end }", "My Protocol v2.lua");
    QVERIFY(decoderByKey("my-protocol-v2") == named.decoder());
    QVERIFY(hasAddedDecoders());
    QCOMPARE(addedDecoders().size(), std::size_t(2));
}

void LuaDecoderTest::FilesAreReadFromTheDisk()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"größe.lua"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xEF\xBB\xBFreturn { key = 'disk', decode = function(m) m:u8('a') end }");
    file.close();
#ifdef Q_OS_WIN
    const std::filesystem::path native(path.toStdWString());
#else
    const std::filesystem::path native(path.toStdString());
#endif
    const auto decoder = loadLuaDecoder(native);
    QVERIFY(decoder.has_value());
    QVERIFY(outline(decode(viewOf("\1"), *decoder)).contains("a: 1"));
    removeLuaDecoder(native);
    QVERIFY(!decoderByKey("disk").has_value());
    QVERIFY(!hasAddedDecoders());
    const auto missing = loadLuaDecoder(native.parent_path() / "missing.lua");
    QVERIFY(!missing.has_value());
    QVERIFY(missing.error().kind == ErrorKind::NotFound);
    QVERIFY(luaDecoders().empty());
}

void LuaDecoderTest::MessageIsGoneAfterwards()
{
    const LuaScript script("local kept\nreturn { decode = function(message)\n"
                           "  if kept then return kept:u8('x') end\n  kept = message\nend,"
                           " detect = function() return kept.left end }");
    QVERIFY(script.decode("\1").end == DecodeEnd::Good);
    // The object is the same for the next message: there is nothing of the first to be seen.
    QVERIFY(script.tree("\2").contains("x: 2"));
    const LuaScript wrong(
        decodeScript("local m = setmetatable({}, { __index = message }) m.u8(m)"));
    QVERIFY(wrong.tree("\1").contains("call it with a colon"));
}

void LuaDecoderTest::TreeIsBounded()
{
    const LuaScript endless(decodeScript("while true do message:field('f', 'x') end"));
    const Decoded many = endless.decode("x");
    QVERIFY(many.end == DecodeEnd::Limit);
    QCOMPARE(brokenInvariant(many, 1, {}), "");
    const LuaScript deep(decodeScript("local function f() message:group('g', f) end f()"));
    const Decoded nested = deep.decode("x");
    QVERIFY(nested.end == DecodeEnd::Limit);
    QCOMPARE(brokenInvariant(nested, 1, {}), "");
    const LuaScript large(
        decodeScript("message:field('f', ('x'):rep(1e6)) message:summary(('y'):rep(1e6))"));
    QCOMPARE(brokenInvariant(large.decode("x"), 1, {}), "");
}

PIPESCOPE_APPLESS_TEST(LuaDecoderTest)

#include "tst_lua_decoder.moc"
