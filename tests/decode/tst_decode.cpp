#include "outline.h"
#include "runner/register.h"

#include <QTest>

using namespace pipecore;

/// Trees of each decoder for valid data, and its errors with their places.
class DecodeTest : public QObject
{
    Q_OBJECT

private slots:
    void Trees_data();
    void Trees();
    void LaidOutText_data();
    void LaidOutText();
    void KeysAreFoundAgain();
};

namespace {

void row(const char* name, DecoderId decoder, const QByteArray& payload, const char* expected)
{
    QTest::newRow(name) << int(decoder) << payload << QByteArray(expected);
}

} // namespace

void DecodeTest::Trees_data()
{
    QTest::addColumn<int>("decoder");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("expected");
    const auto json = [](const char* name, const QByteArray& payload, const char* expected) {
        row(name, DecoderId::Json, payload, expected);
    };
    const auto xml = [](const char* name, const QByteArray& payload, const char* expected) {
        row(name, DecoderId::Xml, payload, expected);
    };
    const auto pack = [](const char* name, const char* hex, const char* expected) {
        row(name, DecoderId::MessagePack, fromHex(hex), expected);
    };
    const auto proto = [](const char* name, const char* hex, const char* expected) {
        row(name, DecoderId::Protobuf, fromHex(hex), expected);
    };

    json("json: values", R"({"a": [1, -2.5e3, true, null], "b":{}, "":"x"})",
         "[0] <object> @0+46\n"
         " a <array> @6+23\n"
         "  [0]: 1 <number> @7+1\n"
         "  [1]: -2.5e3 <number> @10+6\n"
         "  [2]: true <boolean> @18+4\n"
         "  [3]: null <null> @24+4\n"
         " b <object> @35+2\n"
         " : x <string> @42+3\n");
    json("json: escapes", R"("\u00e4\ud83d\ude00\"\\\/\b\t\ud83d")",
         "[0]: ä😀\"\\/\b\t\uFFFD <string> @0+36\n");
    json("json: byte order mark and several values", "\xEF\xBB\xBF{}\n[]\n",
         "[0] <object> @3+2\n[1] <array> @6+2\n");
    json("json: nothing", "  ", "! unexpected end of data @2+0\n");
    json("json: cut in an array", "[1,",
         "[0] <array> @0+3\n [0]: 1 <number> @1+1\n ! unexpected end of data @3+0\n");
    json("json: cut in a text", R"(["ab)", "[0] <array> @0+4\n ! unexpected end of data @1+3\n");
    json("json: cut in a word", "[tr", "[0] <array> @0+3\n ! unexpected end of data @1+2\n");
    json("json: comma at the end", "[1,]",
         "[0] <array> @0+4\n [0]: 1 <number> @1+1\n ! expected a value @3+1\n");
    json("json: no comma", R"({"a":1 "b":2})",
         "[0] <object> @0+13\n a: 1 <number> @5+1\n ! expected ',' or '}' @7+1\n");
    json("json: no name", "{a:1}", "[0] <object> @0+5\n ! expected a string key @1+1\n");
    json("json: no colon", R"({"a" 1})", "[0] <object> @0+7\n ! expected ':' @5+1\n");
    json("json: number with a zero in front", "01", "! invalid number @1+1\n");
    json("json: number without digits", "-x", "! expected a digit @1+1\n");
    json("json: line break in a text", "\"a\nb\"",
         "! unescaped control character in a string @2+1\n");
    json("json: no such escape", R"("\q")", "! invalid escape sequence @1+1\n");
    json("json: short unicode escape", R"("\u12g4")",
         "! expected four hex digits after \\u @1+1\n");
    json("json: not UTF-8", "\"a\xff\"", "! invalid UTF-8 byte @2+1\n");

    xml("xml: elements",
        R"(<?xml version="1.0"?><a x="1 &lt; 2"><b>h&#105; &amp; &unk;</b><c/></a>)",
        ": xml version=\"1.0\" <instruction> @0+21\n"
        "a <element> @21+50\n"
        " @x: 1 < 2 <attribute> @27+8\n"
        " b: hi & &unk; <element> @37+26\n"
        "  : hi & &unk; <text> @40+19\n"
        " c <element> @63+4\n");
    xml("xml: comment and CDATA", "<a><!-- x --><![CDATA[<>]]></a>",
        "a: <> <element> @0+31\n :  x  <comment> @3+10\n : <> <CDATA> @13+14\n");
    xml("xml: document type is passed over", R"(<!DOCTYPE a [<!ENTITY b "&b;&b;>">]><a>&b;</a>)",
        ": DOCTYPE a [<!ENTITY b \"&b;&b;>\">] <DOCTYPE> @0+36\n"
        "a: &b; <element> @36+10\n : &b; <text> @39+3\n");
    xml("xml: wrong end", "<a><b></a>",
        "a <element> @0+10\n b <element> @3+7\n"
        "  ! mismatched end tag: expected </b> @6+4\n");
    xml("xml: end without a beginning", "</a>", "! end tag without a start tag @0+4\n");
    xml("xml: cut in a tag", "<a><b x='",
        "a <element> @0+9\n b <element> @3+6\n  ! unexpected end of data @6+3\n");
    xml("xml: not closed", "<a>x",
        "a <element> @0+4\n : x <text> @3+1\n ! unexpected end of data @4+0\n");
    xml("xml: text outside", "<a/> x", "a <element> @0+4\n! text outside the root element @5+1\n");
    xml("xml: attribute without a value", "<a b>",
        "a <element> @0+5\n ! expected '=' and an attribute value @4+1\n");
    xml("xml: value without quotation marks", "<a b=c>",
        "a <element> @0+7\n ! expected a quoted value @5+1\n");
    xml("xml: no name", "< a>", "! expected an element name @1+1\n");

    pack("msgpack: numbers",
         "00 7f e0 ff cc ff cd 0100 ce 00010000 cf ffffffffffffffff d0 80 d1 ff38 "
         "d2 ffffffff d3 8000000000000000",
         "[0]: 0 <positive fixint> @0+1\n"
         "[1]: 127 <positive fixint> @1+1\n"
         "[2]: -32 <negative fixint> @2+1\n"
         "[3]: -1 <negative fixint> @3+1\n"
         "[4]: 255 <uint 8> @4+2\n"
         "[5]: 256 <uint 16> @6+3\n"
         "[6]: 65536 <uint 32> @9+5\n"
         "[7]: 18446744073709551615 <uint 64> @14+9\n"
         "[8]: -128 <int 8> @23+2\n"
         "[9]: -200 <int 16> @25+3\n"
         "[10]: -1 <int 32> @28+5\n"
         "[11]: -9223372036854775808 <int 64> @33+9\n");
    pack("msgpack: words, floats, bytes", "c0 c2 c3 ca 3fc00000 cb 3fb999999999999a c4 02 0aff a0",
         "[0]: nil <nil> @0+1\n"
         "[1]: false <false> @1+1\n"
         "[2]: true <true> @2+1\n"
         "[3]: 1.5 <float 32> @3+5\n"
         "[4]: 0.1 <float 64> @8+9\n"
         "[5]: 0A FF <bin 8> @17+4\n"
         "[6] <fixstr> @21+1\n");
    pack("msgpack: map", "83 a1 61 01 05 92 02 c0 c0 90",
         "[0] <fixmap> @0+10\n"
         " a: 1 <positive fixint> @3+1\n"
         " 5 <fixarray> @5+3\n"
         "  [0]: 2 <positive fixint> @6+1\n"
         "  [1]: nil <nil> @7+1\n"
         " [2] <entry> @8+2\n"
         "  key: nil <nil> @8+1\n"
         "  value <fixarray> @9+1\n");
    pack("msgpack: timestamp and another extension", "d6 ff 6662e980 d4 05 aa c7 00 01",
         "[0] <fixext 4> @0+6\n"
         " type: -1 <int 8> @1+1\n"
         " data: 2024-06-07 11:05:36 UTC <timestamp> @2+4\n"
         "[1] <fixext 1> @6+3\n"
         " type: 5 <int 8> @7+1\n"
         " data: AA @8+1\n"
         "[2] <ext 8> @9+3\n"
         " type: 1 <int 8> @11+1\n"
         " data @12+0\n");
    pack("msgpack: timestamp before 1970", "c7 0c ff 00000001 ffffffffffffffff",
         "[0] <ext 8> @0+15\n type: -1 <int 8> @2+1\n"
         " data: 1969-12-31 23:59:59.000000001 UTC <timestamp> @3+12\n");
    pack("msgpack: array that claims four billion", "dd ffffffff 01",
         "[0] <array 32> @0+6\n [0]: 1 <positive fixint> @5+1\n"
         " ! unexpected end of data @6+0\n");
    pack("msgpack: text that claims four billion", "db ffffffff 61",
         "! unexpected end of data @0+6\n");
    pack("msgpack: C1", "92 01 c1",
         "[0] <fixarray> @0+3\n [0]: 1 <positive fixint> @1+1\n"
         " ! invalid MessagePack byte C1 @2+1\n");
    pack("msgpack: text that is none", "a2 61ff",
         "[0]: a\uFFFD <fixstr> @0+3\n! invalid UTF-8 byte @2+1\n");
    pack("msgpack: cut in a number", "cd 01", "! unexpected end of data @0+2\n");

    proto("protobuf: each wire type",
          "08 9601 12 07 74657374696e67 1a 03 08 9601 25 0000803f "
          "29 000000000000f83f 33 0801 34",
          "1: 150 <VARINT> @0+3\n"
          "2: testing <LEN: text> @3+9\n"
          "3 <LEN: message> @12+5\n"
          " 1: 150 <VARINT> @14+3\n"
          "4: 1065353216 (float 1) <I32> @17+5\n"
          "5: 4609434218613702656 (double 1.5) <I64> @22+9\n"
          "6 <GROUP> @31+4\n"
          " 1: 1 <VARINT> @32+2\n");
    proto("protobuf: negative, bytes, empty", "08 ffffffffffffffffff01 12 02 ff00 1a 00",
          "1: 18446744073709551615 (-1) <VARINT> @0+11\n"
          "2: FF 00 <LEN: bytes> @11+4\n"
          "3 <LEN: bytes> @15+2\n");
    proto("protobuf: a line of text is not a message", "0a 06 68 6c 6c 6f 0a 2e",
          "1: hllo\n. <LEN: text> @0+8\n");
    proto("protobuf: a message that begins like a line", "0a 05 0a 03 616263",
          "1 <LEN: message> @0+7\n 1: abc <LEN: text> @2+5\n");
    proto("protobuf: field number 0", "00 01", "! invalid field tag @0+1\n");
    proto("protobuf: wire type 7", "0f", "! invalid field tag @0+1\n");
    proto("protobuf: cut in a length", "0a 05 61", "! unexpected end of data @0+3\n");
    proto("protobuf: length beyond everything", "0a ffffffffffffffffff01",
          "! unexpected end of data @0+11\n");
    proto("protobuf: number of eleven bytes", "08 ffffffffffffffffffff01",
          "! varint exceeds 64 bits @1+10\n");
    proto("protobuf: number of 65 bits", "08 ffffffffffffffffff02",
          "! varint exceeds 64 bits @1+10\n");
    proto("protobuf: group of another number", "0b 14",
          "1 <GROUP> @0+2\n ! end of a group that was not opened @1+1\n");
    proto("protobuf: group without end", "0b 0801",
          "1 <GROUP> @0+3\n 1: 1 <VARINT> @1+2\n ! unexpected end of data @3+0\n");

    row("lines", DecoderId::Lines, "hello\nworld\r\n\nold\rlast",
        "1: hello <LF> @0+6\n2: world <CRLF> @6+7\n3 <LF> @13+1\n4: old <CR> @14+4\n"
        "5: last @18+4\n");
    row("utf-8", DecoderId::Utf8,
        QByteArray("\xEF\xBB\xBF"
                   "caf\xe9 \xc3\xa4\0",
                   11),
        "BOM: EF BB BF <U+FEFF> @0+3\ntext: caf\uFFFD ä <UTF-8> @3+7\n"
        "! invalid byte sequence @6+1\nNUL: 00 @10+1\n");
    row("utf-16le", DecoderId::Utf16Le, fromHex("fffe 6800 3dd8 00de 0000"),
        "BOM: FF FE <U+FEFF> @0+2\ntext: h😀 <UTF-16LE> @2+6\nNUL: 00 00 @8+2\n");
    row("utf-16le: half a character", DecoderId::Utf16Le, fromHex("6800 3dd8 61"),
        "text: h\uFFFD\uFFFD <UTF-16LE> @0+5\n! invalid byte sequence @2+3\n");
    row("utf-16be", DecoderId::Utf16Be, fromHex("feff 0068 d83d de00"),
        "BOM: FE FF <U+FEFF> @0+2\ntext: h😀 <UTF-16BE> @2+6\n");

    row("frames", DecoderId::FramesU32Le, fromHex("05000000 68656c6c6f 02000000 7b7d 00000000"),
        "[0] <frame> @0+9\n length: 5 <u32 LE> @0+4\n payload: hello <bytes> @4+5\n"
        "[1] <frame> @9+6\n length: 2 <u32 LE> @9+4\n payload: {} <bytes> @13+2\n"
        "  [0] <object> @13+2\n"
        "[2] <frame> @15+4\n length: 0 <u32 LE> @15+4\n");
    row("frames: u16 BE", DecoderId::FramesU16Be, fromHex("0001 ff 0002 0102"),
        "[0] <frame> @0+3\n length: 1 <u16 BE> @0+2\n payload: FF <bytes> @2+1\n"
        "[1] <frame> @3+4\n length: 2 <u16 BE> @3+2\n payload: 01 02 <bytes> @5+2\n");
    row("frames: longer than there is", DecoderId::FramesU16Le, fromHex("0500 61"),
        "[0] <frame> @0+3\n length: 5 <u16 LE> @0+2\n ! unexpected end of data "
        "@2+1\n");
    row("frames: half a length", DecoderId::FramesU32Be, fromHex("0000"),
        "! unexpected end of data @0+2\n");
}

void DecodeTest::Trees()
{
    QFETCH(int, decoder);
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, expected);
    const Decoded decoded = decode(viewOf(payload), static_cast<DecoderId>(decoder));
    QCOMPARE(outline(decoded), expected);
    QCOMPARE(brokenInvariant(decoded, std::size_t(payload.size())), std::string());
    QCOMPARE(decoded.end == DecodeEnd::Good, !expected.contains("! "));
}

void DecodeTest::LaidOutText_data()
{
    QTest::addColumn<int>("decoder");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("expected");
    row("json", DecoderId::Json, R"({"a":[1,{}],"b":"\u00e4"} [])",
        "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": \"\\u00e4\"\n}\n[]");
    row("xml", DecoderId::Xml, "<a><b  x='1'>t</b><!-- c --><d><e/></d></a>",
        "<a>\n  <b x='1'>t</b>\n  <!-- c -->\n  <d>\n    <e/>\n  </d>\n</a>");
    row("text", DecoderId::Utf16Be, fromHex("0068 000a 0069"), "h\ni");
    row("lines", DecoderId::Lines, "a\r\nb\n", "a\nb");
    row("frames of json", DecoderId::FramesU16Le, fromHex("0300 5b315d 0200 7b7d"),
        "[\n  1\n]\n{}");
    row("binary", DecoderId::MessagePack, fromHex("01"), "");
}

void DecodeTest::LaidOutText()
{
    QFETCH(int, decoder);
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, expected);
    const Decoded decoded = decode(viewOf(payload), static_cast<DecoderId>(decoder));
    QCOMPARE(QByteArray::fromStdString(decoded.pretty), expected);
    QVERIFY(!decoded.prettyCut);
}

void DecodeTest::KeysAreFoundAgain()
{
    for (const DecoderInfo& info : decoders()) {
        QVERIFY(decoderByKey(info.key) == info.id);
        QVERIFY(decoderInfo(info.id).key == info.key);
    }
    QVERIFY(!decoderByKey("none of them"));
}

PIPESCOPE_APPLESS_TEST(DecodeTest)

#include "tst_decode.moc"
