#include "runner/register.h"
#include "streams.h"

#include <QTest>

using namespace pipecore;

/// The text of framing rules.
class FramingRuleTest : public QObject
{
    Q_OBJECT

private slots:
    void TextIsReadAndWritten_data();
    void TextIsReadAndWritten();
    void MistakesSayColumnAndExpectation_data();
    void MistakesSayColumnAndExpectation();
    void PresetsAreRules();
    void KeysOfOlderSettingsAreRules();
    void RulesAreValues();
};

void FramingRuleTest::TextIsReadAndWritten_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shortest");
    const auto row = [](const char* text, const char* shortest) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(shortest);
    };
    for (const char* text : {"none",
                             "message",
                             "line",
                             "crlf",
                             "nul",
                             "delimiter:616263",
                             "fixed:16",
                             "u8",
                             "u16le",
                             "u16be",
                             "u24le",
                             "u24be",
                             "u32le",
                             "u32be",
                             "u64le",
                             "u64be",
                             "varint",
                             "hex4",
                             "headers",
                             "headers,strict",
                             "http1",
                             "http2",
                             "json",
                             "msgpack",
                             "dbus",
                             "u32be,offset=1,counts=self",
                             "u16be,offset=2,counts=header,extra=4",
                             "u24le,extra=1",
                             "u8,add=-2",
                             "hex4,counts=self,small",
                             "u32le,offset=6,extra=4,mark=69332d697063",
                             "u32be,strict,max=4194304",
                             "line,checksum=xor8",
                             "u8,checksum=crc16-modbus,from=1,to=-2,at=-2,order=le",
                             "line then u8",
                             "u8*3 then line then json",
                             "http1,upgrade=(u32be,offset=4)",
                             "http1,upgrade=(line then u8)",
                             "http1,upgrade=(u32be,offset=4),requests=(message)"}) {
        row(text, text);
    }
    row("  line  ", "line");
    row("delimiter:0d0a", "crlf");
    row("delimiter:00", "nul");
    row("delimiter:AbCd", "delimiter:abcd");
    row("fixed", "fixed:16");
    row("until:0a then json", "delimiter:0a then json");
    row("bytes:8*1  then  u8", "fixed:8 then u8");
    row("u32be, counts=content, max=1M", "u32be");
    row("u32be,max=64K", "u32be,max=65536");
    row("http1,upgrade=( line )", "http1,upgrade=(line)");
    row("http1,requests=(line)", "http1,upgrade=(message),requests=(line)");
    row("http1,requests=(nul),upgrade=(line)", "http1,upgrade=(line),requests=(nul)");
}

void FramingRuleTest::TextIsReadAndWritten()
{
    QFETCH(QByteArray, text);
    const FramingRule rule = ruleOf(text.toStdString());
    QTEST(QByteArray::fromStdString(rule.text()), "shortest");
    QVERIFY(ruleOf(rule.text()) == rule);
}

void FramingRuleTest::MistakesSayColumnAndExpectation_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("end");
    const auto row = [](const char* text, const char* begin, const char* end) {
        QTest::newRow(*text == 0 ? "empty" : text)
            << QByteArray(text) << QByteArray(begin) << QByteArray(end);
    };
    row("", "column 1: expected a framing rule: message, line,", "found \"\".");
    row("u33be", "column 1: expected a framing rule", "found \"u33be\".");
    row("u32be,ofset=1", "column 7: expected an option: max=N, offset=N", "found \"ofset=1\".");
    row("u32be,offset=x", "column 14: expected a number from 0 to 1024", "found \"x\".");
    row("u32be,offset=9999", "column 14: expected a number from 0 to 1024", "found \"9999\".");
    row("u32be,counts=all", "column 14: expected content or self or header", "found \"all\".");
    row("line,offset=1", "column 6: expected an option: max=N, checksum=KIND;",
        "found \"offset=1\".");
    row("line,from=1", "column 6: expected an option", "found \"from=1\".");
    row("line,checksum=crc99", "column 15: expected sum8, xor8,", "found \"crc99\".");
    row("delimiter:0d0", "column 11: expected 1 to 64 bytes of two hex digits", "found \"0d0\".");
    row("delimiter", "column 10: expected \":\" and hex digits", "found \"\".");
    row("fixed:0", "column 7: expected a number from 1 to", "found \"0\".");
    row("until:0a", "column 9: expected \"then\" and another rule", "found \"\".");
    row("line*2", "column 7: expected \"then\" and another rule", "found \"\".");
    row("line*0 then u8", "column 6: expected a number from 1 to", "found \"0 then u8\".");
    row("line then", "column 10: expected a framing rule", "found \"\".");
    row("line u8", "column 6: expected \",\" or \"then\"", "found \"u8\".");
    row("http1,upgrade=line", "column 15: expected a rule in parentheses", "found \"line\".");
    row("http1,upgrade=(line", "column 20: expected \")\"", "found \"\".");
    row("http1,requests=line", "column 16: expected a rule in parentheses", "found \"line\".");
    row("u8,max=0", "column 8: expected a number of bytes from 1 to 1G", "found \"0\".");
    row("u8,max=2G", "column 8: expected a number of bytes from 1 to 1G", "found \"2G\".");
    row("u8,max", "column 7: expected \"=\" and a value", "found \"\".");
    row("u8,add=--1", "column 8: expected a whole number", "found \"--1\".");
    row("line then line then line then line then line then line then line then line then line",
        "column 81: expected fewer nested rules", "found \"line\".");
}

void FramingRuleTest::MistakesSayColumnAndExpectation()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, end);
    const auto rule = FramingRule::parse(text.toStdString());
    QVERIFY(!rule);
    QCOMPARE(rule.error().kind, ErrorKind::InvalidArgument);
    const QByteArray detail = QByteArray::fromStdString(rule.error().detail);
    QVERIFY2(detail.startsWith("Framing rule, " + begin), detail);
    QVERIFY2(detail.endsWith(end), detail);
}

void FramingRuleTest::PresetsAreRules()
{
    for (const FramingPreset& preset : framingPresets()) {
        const auto rule = FramingRule::parse(preset.text);
        QVERIFY2(rule && rule->text() == preset.text, preset.text.data());
    }
}

void FramingRuleTest::KeysOfOlderSettingsAreRules()
{
    for (const std::string_view key :
         {"none", "line", "nul", "u16le", "u16be", "u32le", "u32be", "fixed"}) {
        QVERIFY2(FramingRule::parse(key), key.data());
    }
}

void FramingRuleTest::RulesAreValues()
{
    QVERIFY(ruleOf("u32be") == ruleOf("u32be,counts=content"));
    QVERIFY(ruleOf("u32be") != ruleOf("u32le"));
    QVERIFY(ruleOf("line then u8") != ruleOf("line*2 then u8"));
    QVERIFY(ruleOf("line then u8") != ruleOf("line then u16le"));
    QVERIFY(ruleOf("line").isRestartable());
    QVERIFY(!ruleOf("line then u8").isRestartable());
    QCOMPARE(ruleOf("line then http1,upgrade=(u8)").leaves().size(), std::size_t(3));
}

PIPESCOPE_APPLESS_TEST(FramingRuleTest)

#include "tst_framing_rule.moc"
