#include "random_bytes.h"
#include "runner/register.h"

#include <QStringDecoder>
#include <QTest>

using namespace pipecore;

Q_DECLARE_METATYPE(TextEncoding)
Q_DECLARE_METATYPE(LineEnding)

class TextTest : public QObject
{
    Q_OBJECT

private slots:
    void Texts_data();
    void Texts();
    void Mistakes_data();
    void Mistakes();
    void FormatEscapes_data();
    void FormatEscapes();
    void FormatAndParseLoseNothing_data();
    void FormatAndParseLoseNothing();
    void TextBecomesHexAndBack();
    void AnyInputIsReadOrRefusedInPlace();
    void Previews_data();
    void Previews();
    void PreviewIsValidUtf8AndShort();
};

void TextTest::Texts_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<TextEncoding>("encoding");
    QTest::addColumn<LineEnding>("ending");
    QTest::addColumn<QByteArray>("bytes");
    using enum TextEncoding;
    const auto row = [](const char* name, const char* input, TextEncoding encoding,
                        LineEnding ending, const char* bytes) {
        QTest::newRow(name) << QByteArray(input) << encoding << ending << QByteArray(bytes);
    };

    row("empty", "", Utf8, LineEnding::None, "");
    row("UTF-8", "aä€😀", Utf8, LineEnding::None, "61 c3 a4 e2 82 ac f0 9f 98 80");
    row("UTF-16LE", "aä€😀", Utf16Le, LineEnding::None, "61 00 e4 00 ac 20 3d d8 00 de");
    row("Latin-1", "aäÿ", Latin1, LineEnding::None, "61 e4 ff");
    row("escapes", R"(\n\r\t\0\\)", Utf8, LineEnding::None, "0a 0d 09 00 5c");
    row("escapes in UTF-16LE", R"(\n\r\t\0\\)", Utf16Le, LineEnding::None,
        "0a 00 0d 00 09 00 00 00 5c 00");
    row("digits after NUL", R"(\012)", Utf8, LineEnding::None, "00 31 32");
    row("bytes", R"(\xff\xFE\x0a1)", Utf8, LineEnding::None, "ff fe 0a 31");
    row("bytes in UTF-16LE", R"(\xffa)", Utf16Le, LineEnding::None, "ff 61 00");
    row("bytes in Latin-1", R"(\xffa)", Latin1, LineEnding::None, "ff 61");
    row("line breaks as typed", "a\r\nb", Utf8, LineEnding::None, "61 0d 0a 62");
    row("LF", "a", Utf8, LineEnding::Lf, "61 0a");
    row("CRLF", "a", Utf8, LineEnding::CrLf, "61 0d 0a");
    row("NUL", "a", Utf8, LineEnding::Nul, "61 00");
    row("LF in UTF-16LE", "a", Utf16Le, LineEnding::Lf, "61 00 0a 00");
    row("CRLF in UTF-16LE", "a", Utf16Le, LineEnding::CrLf, "61 00 0d 00 0a 00");
    row("NUL in UTF-16LE", "a", Utf16Le, LineEnding::Nul, "61 00 00 00");
    row("ending alone", "", Latin1, LineEnding::CrLf, "0d 0a");
}

void TextTest::Texts()
{
    QFETCH(QByteArray, input);
    QFETCH(TextEncoding, encoding);
    QFETCH(LineEnding, ending);
    QFETCH(QByteArray, bytes);
    QCOMPARE(outcome(parseText(input.toStdString(), encoding, ending)), bytes);
}

void TextTest::Mistakes_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<TextEncoding>("encoding");
    QTest::addColumn<QByteArray>("mistake");
    using enum TextEncoding;
    const auto row = [](const char* name, const char* input, TextEncoding encoding,
                        const char* mistake) {
        QTest::newRow(name) << QByteArray(input) << encoding << QByteArray(mistake);
    };
    constexpr auto escape = ": unknown escape; use \\n \\r \\t \\0 \\xHH or \\\\";
    const auto at = [](const char* place, const char* reason) {
        return QByteArray(place) + reason;
    };

    row("backslash at the end", "ab\\", Utf8, at("2+1", escape).constData());
    row("unknown escape", "a\\qb", Utf8, at("1+2", escape).constData());
    row("unknown escape of two bytes", "a\\ä", Utf8, at("1+3", escape).constData());
    row("no digits", "a\\x", Utf8, "1+2: expected two hex digits after \\x");
    row("one digit", "a\\x5g", Utf8, "1+3: expected two hex digits after \\x");
    row("not in Latin-1", "ä€", Latin1, "2+3: the character is not in Latin-1");
    row("not UTF-8", "a\xff", Utf8, "1+1: invalid UTF-8 byte");
    row("cut off", "a\xe2\x82", Utf8, "1+1: invalid UTF-8 byte");
    row("overlong", "\xc0\xaf", Utf8, "0+1: invalid UTF-8 byte");
    row("overlong in three bytes", "\xe0\x80\xaf", Utf8, "0+1: invalid UTF-8 byte");
    row("overlong in four bytes", "\xf0\x80\x80\xaf", Utf8, "0+1: invalid UTF-8 byte");
    row("surrogate", "\xed\xa0\x80", Utf16Le, "0+1: invalid UTF-8 byte");
    row("beyond Unicode", "\xf4\x90\x80\x80", Utf8, "0+1: invalid UTF-8 byte");
}

void TextTest::Mistakes()
{
    QFETCH(QByteArray, input);
    QFETCH(TextEncoding, encoding);
    QFETCH(QByteArray, mistake);
    QCOMPARE(outcome(parseText(input.toStdString(), encoding, LineEnding::Lf)), mistake);
}

void TextTest::FormatEscapes_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<TextEncoding>("encoding");
    QTest::addColumn<QByteArray>("text");
    using enum TextEncoding;
    const auto row = [](const char* name, const char* hex, TextEncoding encoding,
                        const char* text) {
        QTest::newRow(name) << QByteArray(hex) << encoding << QByteArray(text);
    };

    row("plain", "61c3a4e282acf09f9880", Utf8, "aä€😀");
    row("escapes", "0a0d09005c1b7f", Utf8, R"(\n\r\t\0\\\x1B\x7F)");
    row("not UTF-8", "61ff62c3", Utf8, R"(a\xFFb\xC3)");
    row("control of two bytes", "c285", Utf8, R"(\xC2\x85)");
    row("byte order mark", "efbbbf61", Utf8, R"(\xEF\xBB\xBFa)");
    row("right to left override", "e280ae61", Utf8, R"(\xE2\x80\xAEa)");
    row("no-break space", "c2a0", Utf8, R"(\xC2\xA0)");
    row("UTF-16LE", "6100e400ac203dd800de", Utf16Le, "aä€😀");
    row("line break in UTF-16LE", "0d000a00", Utf16Le, R"(\r\n)");
    row("lone high surrogate", "3dd86100", Utf16Le, R"(\x3D\xD8a)");
    row("lone low surrogate", "00de", Utf16Le, R"(\x00\xDE)");
    row("odd byte", "610062", Utf16Le, R"(a\x62)");
    row("Latin-1", "61e4ff80ad", Latin1, R"(aäÿ\x80\xAD)");
}

void TextTest::FormatEscapes()
{
    QFETCH(QByteArray, hex);
    QFETCH(TextEncoding, encoding);
    QFETCH(QByteArray, text);
    const Bytes bytes = toBytes(QByteArray::fromHex(hex).toStdString());
    QCOMPARE(qBytes(formatText(bytes, encoding)), text);
}

void TextTest::FormatAndParseLoseNothing_data()
{
    QTest::addColumn<TextEncoding>("encoding");
    QTest::newRow("UTF-8") << TextEncoding::Utf8;
    QTest::newRow("UTF-16LE") << TextEncoding::Utf16Le;
    QTest::newRow("Latin-1") << TextEncoding::Latin1;
}

void TextTest::FormatAndParseLoseNothing()
{
    QFETCH(TextEncoding, encoding);
    // Bytes that often make characters of several bytes, surrogates, escapes and halves of them.
    const Bytes telling = toBytes("\\x0nrt AZ\n\r\t\x7f\xc2\xc3\xa0\xad\xe2\x80\x82\xa8\xae\xef\xbb"
                                  "\xbf\xed\xf0\x9f\x98\xf4\x90\xd8\xdc\xdf\xfe\xff");
    RandomBytes random(815);
    for (int round = 0; round < 20000; ++round) {
        Bytes bytes = random.take(random.below(24));
        if (round % 4 != 0) {
            for (std::byte& byte : bytes) {
                byte = telling[random.below(std::uint32_t(telling.size()))];
            }
        }
        const std::string text = formatText(bytes, encoding);
        QCOMPARE(outcome(parseText(text, encoding, LineEnding::None)),
                 qBytes(ByteView(bytes)).toHex(' '));
    }
    // All single bytes and all pairs.
    for (unsigned pair = 0; pair < 0x10000; ++pair) {
        const Bytes bytes{std::byte(pair & 0xffU), std::byte(pair >> 8U)};
        QVERIFY(parseText(formatText(bytes, encoding), encoding, LineEnding::None) == bytes);
        const Bytes single{std::byte(pair & 0xffU)};
        QVERIFY(parseText(formatText(single, encoding), encoding, LineEnding::None) == single);
    }
}

void TextTest::TextBecomesHexAndBack()
{
    const auto typed = parseText(R"(Grüße\r\n\0\xFF)", TextEncoding::Utf16Le, LineEnding::Nul);
    QVERIFY(typed.has_value());
    const auto asHex = parseHex(formatHex(*typed));
    QVERIFY(asHex == typed);
    // The single byte moved everything behind it by half a character.
    QCOMPARE(qBytes(formatText(*asHex, TextEncoding::Utf16Le)), QByteArray(R"(Grüße\r\n\0ÿ\x00)"));
}

void TextTest::AnyInputIsReadOrRefusedInPlace()
{
    RandomBytes random(99);
    for (int round = 0; round < 20000; ++round) {
        const Bytes raw = random.take(random.below(16));
        std::string input(asText(raw));
        if (round % 2 == 0) {
            input.insert(random.below(std::uint32_t(input.size()) + 1), "\\x4");
        }
        for (const auto encoding :
             {TextEncoding::Utf8, TextEncoding::Utf16Le, TextEncoding::Latin1}) {
            const auto parsed = parseText(input, encoding, LineEnding::None);
            if (!parsed) {
                QVERIFY(parsed.error().length > 0);
                QVERIFY(parsed.error().offset + parsed.error().length <= input.size());
            }
        }
    }
}

void TextTest::Previews_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<TextEncoding>("encoding");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QByteArray>("text");
    using enum TextEncoding;
    const auto row = [](const char* name, const char* hex, TextEncoding encoding, int limit,
                        const char* text) {
        QTest::newRow(name) << QByteArray(hex) << encoding << limit << QByteArray(text);
    };

    row("plain", "48656c6c6f", Utf8, 80, "Hello");
    row("control characters", "610a0d00621b", Utf8, 80, "a···b·");
    row("not UTF-8", "61ffc362", Utf8, 80, "a··b");
    row("cut to the limit", "c3a4c3b6c3bc", Utf8, 2, "äö");
    row("no room", "61", Utf8, 0, "");
    row("UTF-16LE", "6100e4003dd800de", Utf16Le, 80, "aä😀");
    row("UTF-16LE broken", "3dd8610062", Utf16Le, 80, "·a·");
    row("Latin-1", "61e480", Latin1, 80, "aä·");
    row("direction marks", "e280ae61", Utf8, 80, "·a");
}

void TextTest::Previews()
{
    QFETCH(QByteArray, hex);
    QFETCH(TextEncoding, encoding);
    QFETCH(int, limit);
    QFETCH(QByteArray, text);
    const Bytes bytes = toBytes(QByteArray::fromHex(hex).toStdString());
    QCOMPARE(qBytes(previewText(bytes, encoding, std::size_t(limit))), text);
}

void TextTest::PreviewIsValidUtf8AndShort()
{
    RandomBytes random(7);
    for (int round = 0; round < 5000; ++round) {
        const Bytes bytes = random.take(random.below(60));
        const std::size_t limit = random.below(30);
        for (const auto encoding :
             {TextEncoding::Utf8, TextEncoding::Utf16Le, TextEncoding::Latin1}) {
            const std::string text = previewText(bytes, encoding, limit);
            QStringDecoder decoder(QStringDecoder::Utf8);
            const QString shown = decoder(qBytes(text));
            QVERIFY(!decoder.hasError());
            QVERIFY(std::size_t(shown.toUcs4().size()) <= limit);
        }
    }
}

PIPESCOPE_APPLESS_TEST(TextTest)
#include "tst_text.moc"
