#include "runner/register.h"
#include "streams.h"

#include <QTest>

#include <algorithm>

using namespace pipecore;

/// What holds for every framing rule: frames are the same wherever the stream was cut; a frame with another
/// content is put right and is read as that; after something wrong, the stream gets back in step.
class EveryRuleTest : public QObject
{
    Q_OBJECT

private slots:
    void EveryLengthCutAnywhere_data();
    void EveryLengthCutAnywhere();
    void EveryLengthIsCorrected_data();
    void EveryLengthIsCorrected();
    void EveryWrongLengthIsLeft_data();
    void EveryWrongLengthIsLeft();
    void OtherRulesCutAnywhere_data();
    void OtherRulesCutAnywhere();
    void OtherRulesCarryAnotherContent_data();
    void OtherRulesCarryAnotherContent();
    void OtherRulesGetBackInStep_data();
    void OtherRulesGetBackInStep();
    void ChecksumsArePutRight_data();
    void ChecksumsArePutRight();
};

namespace {

/// A form of a header with a length.
struct LengthForm
{
    const char* name = "";
    int width = 0;
    enum class Order { Little, Big, Varint, Hex } order = Order::Little;
    int offset = 0;
    int extra = 0;
    enum class Counts { Content, Self, Header } counts = Counts::Content;

    [[nodiscard]] QByteArray rule() const
    {
        QByteArray text = name;
        text += offset > 0 ? ",offset=" + QByteArray::number(offset) : "";
        text += extra > 0 ? ",extra=" + QByteArray::number(extra) : "";
        return text
               + (counts == Counts::Self     ? ",counts=self"
                  : counts == Counts::Header ? ",counts=header"
                                             : "");
    }
    /// What the length says of a content, besides that content.
    [[nodiscard]] int counted() const
    {
        return counts == Counts::Self     ? width
               : counts == Counts::Header ? offset + width + extra
                                          : 0;
    }
    [[nodiscard]] QByteArray lengthBytes(qsizetype value) const
    {
        if (order == Order::Hex) {
            return QByteArray::number(value, 16).rightJustified(width, '0');
        }
        QByteArray bytes(width, '\0');
        bytes[order == Order::Big ? width - 1 : 0] = char(value); // below 128
        return bytes;
    }
    /// The largest length that can be written.
    [[nodiscard]] QByteArray wrongLength() const
    {
        return order == Order::Hex      ? QByteArray(width, 'f')
               : order == Order::Varint ? QByteArray("\xff\xff\xff\xff\x7f")
                                        : QByteArray(width, '\xff');
    }
    [[nodiscard]] QByteArray around(const QByteArray& length, const QByteArray& content) const
    {
        return QByteArray(offset, '\xee') + length + QByteArray(extra, '\xee') + content;
    }
    [[nodiscard]] QByteArray frame(const QByteArray& content) const
    {
        return around(lengthBytes(content.size() + counted()), content);
    }
};

std::vector<LengthForm> lengthForms()
{
    using Order = LengthForm::Order;
    using Counts = LengthForm::Counts;
    const LengthForm widths[] = {
        {"u8", 1, Order::Little},     {"u16le", 2, Order::Little}, {"u16be", 2, Order::Big},
        {"u24le", 3, Order::Little},  {"u24be", 3, Order::Big},    {"u32le", 4, Order::Little},
        {"u32be", 4, Order::Big},     {"u64le", 8, Order::Little}, {"u64be", 8, Order::Big},
        {"varint", 1, Order::Varint}, {"hex4", 4, Order::Hex},     {"hex8", 8, Order::Hex}};
    std::vector<LengthForm> forms;
    for (LengthForm form : widths) {
        for (const int offset : {0, 3}) {
            for (const int extra : {0, 2}) {
                for (const Counts counts : {Counts::Content, Counts::Self, Counts::Header}) {
                    form.offset = offset;
                    form.extra = extra;
                    form.counts = counts;
                    forms.push_back(form);
                }
            }
        }
    }
    return forms;
}

void addLengthForms()
{
    QTest::addColumn<int>("number");
    const auto forms = lengthForms();
    for (std::size_t i = 0; i < forms.size(); ++i) {
        QTest::newRow(forms[i].rule().constData()) << int(i);
    }
}

LengthForm formOfRow()
{
    return lengthForms().at(
        std::size_t(*static_cast<int*>(QTest::qData("number", QMetaType::Int))));
}

/// A rule that has no length, with three frames of a stream.
struct OtherRule
{
    const char* rule = "";
    QByteArray frames[3];
    const char* contents[3] = {"", "", ""};
    /// Another content for the frame in the middle. Empty: a frame of this rule has only one content.
    QByteArray other;
    /// Bytes that are no frame; empty: any bytes are one.
    QByteArray wrong;
};

std::vector<OtherRule> otherRules()
{
    const QByteArray http = "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n";
    const QByteArray chunked = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
    const QByteArray upgraded = "HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n";
    const auto h2 = [](int flags, const QByteArray& payload) {
        return QByteArray("\0\0", 2) + char(payload.size()) + '\0' + char(flags)
               + QByteArray("\0\0\0\1", 4) + payload;
    };
    const auto dbus = [](const QByteArray& body) {
        return QByteArray::fromHex("6c010001") + char(body.size())
               + QByteArray::fromHex("000000 07000000 00000000") + body;
    };
    return {
        {"line", {"a\n", "b\r\n", "c\n"}, {"a", "b", "c"}, "other", {}},
        {"crlf", {"a\r\n", "b\nb\r\n", "c\r\n"}, {"a", "b\\x0ab", "c"}, "ot\nher", {}},
        {"nul",
         {QByteArray("a\0", 2), QByteArray("\0", 1), QByteArray("c\0", 2)},
         {"a", "", "c"},
         "other",
         {}},
        {"delimiter:6162616263", {"xababc", "yababc", "abababc"}, {"x", "y", "ab"}, "other", {}},
        {"fixed:2", {"ab", "cd", "ef"}, {"ab", "cd", "ef"}, "xy", {}},
        {"headers",
         {"Content-Length: 1\r\n\r\na", "X: y\r\ncontent-length: 2\r\n\r\nbb",
          "Content-Length: 0\r\n\r\n"},
         {"a", "bb", ""},
         "Content-Length: 5\r\n\r\n",
         "Content-Length: x\r\n\r\nzz"},
        {"http1",
         {http + "ab", http + "cd", http + "ef"},
         {"ab", "cd", "ef"},
         "other",
         "no head\r\n"},
        {"http1",
         {chunked + "1\r\na\r\n0\r\n\r\n", chunked + "2;x=y\r\nbb\r\n1\r\nb\r\n0\r\nT: u\r\n\r\n",
          chunked + "0\r\n\r\n"},
         {"a", "bbb", ""},
         "0\r\n\r\n",
         chunked + "zz\r\n"},
        {"http1,upgrade=(u16be)",
         {upgraded, QByteArray("\0\2bb", 4), QByteArray("\0\1c", 3)},
         {"", "bb", "c"},
         "other",
         {}},
        {"http2",
         {h2(0, "a"), h2(8, QByteArray("\2bb..", 5)), h2(1, "c")},
         {"a", "bb", "c"},
         "other",
         QByteArray("\x7f\x7f\x7f\x7fwrong", 9)},
        {"json",
         {"{\"a\":1}", "[2]", "{}"},
         {"{\"a\":1}", "[2]", "{}"},
         "{\"b\":\"}\"}",
         "]nonsense\n"},
        {"msgpack",
         {"\x92\1\2", "\xa2hi", QByteArray("\xc4\2\0\1", 4)},
         {"\\x92\\x01\\x02", "\\xa2hi", "\\xc4\\x02\\x00\\x01"},
         "\x93\1\2\3",
         "\xc1"},
        {"resp",
         {"+a\r\n", "*2\r\n$1\r\nb\r\n:2\r\n", "$-1\r\n"},
         {"+a\\x0d\\x0a", "*2\\x0d\\x0a$1\\x0d\\x0ab\\x0d\\x0a:2\\x0d\\x0a", "$-1\\x0d\\x0a"},
         "%1\r\n+k\r\n_\r\n",
         "?wrong\r\n"},
        {"dbus",
         {dbus("a"), dbus("bb"), dbus("")},
         {"a", "bb", ""},
         "other",
         QByteArray::fromHex("6c7f")},
        {"line then u8", {"a\n", "\2bb", "\1c"}, {"a", "bb", "c"}, "other", {}},
        {"bytes:1 then headers",
         {"a", "Content-Length: 2\r\n\r\nbb", "Content-Length: 1\r\n\r\nc"},
         {"a", "bb", "c"},
         "other",
         "wrong\r\n"},
        {"until:0a0a then json", {"a\n\n", "{}", "[]"}, {"a", "{}", "[]"}, "[1]", "}\n"},
        {"line,checksum=xor8",
         {"a\x61\n", "b\x62\r\n", "c\x63\n"},
         {"a", "b", "c"},
         "other",
         "dx\n"},
    };
}

void addOtherRules(bool (*isIn)(const OtherRule&))
{
    QTest::addColumn<int>("number");
    const auto rules = otherRules();
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (isIn(rules[i])) {
            QTest::addRow("%s, %d", rules[i].rule, int(i)) << int(i);
        }
    }
}

OtherRule otherOfRow()
{
    return otherRules().at(std::size_t(*static_cast<int*>(QTest::qData("number", QMetaType::Int))));
}

/// "[a][b][c]".
QByteArray bracketed(std::initializer_list<QByteArray> contents)
{
    QByteArray text;
    for (const QByteArray& content : contents) {
        text += '[' + content + ']';
    }
    return text;
}

/// The stream after the frame with this number was given another content, or what is wrong.
QByteArray withContent(const QByteArray& rule, const QByteArray& stream, std::size_t number,
                       const QByteArray& content)
{
    FramedStream read(rule.toStdString());
    read.add(0, stream);
    QByteArray result;
    for (const Frame& frame : read.frames) {
        const bool isIt = frame.number == number;
        const auto encoded = encodeFrame(ruleOf(rule.toStdString()), frame,
                                         isIt ? viewOfBytes(content) : frame.content());
        if (!encoded) {
            return "error: " + QByteArray::fromStdString(encoded.error().detail);
        }
        if (!isIt && !encoded->corrections.empty()) {
            return "an unchanged frame was corrected";
        }
        result += qBytes(ByteView(encoded->bytes));
    }
    return result;
}

} // namespace

void EveryRuleTest::EveryLengthCutAnywhere_data()
{
    addLengthForms();
}

void EveryRuleTest::EveryLengthCutAnywhere()
{
    const LengthForm form = formOfRow();
    const QByteArray stream = form.frame("ab") + form.frame("") + form.frame("xyz");
    QCOMPARE(framed(form.rule().toStdString(), stream), "[ab][][xyz]");
    QCOMPARE(problems(form.rule().toStdString(), stream), "");
}

void EveryRuleTest::EveryLengthIsCorrected_data()
{
    addLengthForms();
}

void EveryRuleTest::EveryLengthIsCorrected()
{
    const LengthForm form = formOfRow();
    const QByteArray stream = form.frame("ab") + form.frame("cd") + form.frame("xyz");
    for (const QByteArray& content : {QByteArray(""), QByteArray("y"), QByteArray(100, 'y')}) {
        const QByteArray changed = withContent(form.rule(), stream, 1, content);
        QCOMPARE(changed, form.frame("ab") + form.frame(content) + form.frame("xyz"));
        QCOMPARE(framed(form.rule().toStdString(), changed), bracketed({"ab", content, "xyz"}));
    }
}

void EveryRuleTest::EveryWrongLengthIsLeft_data()
{
    addLengthForms();
}

void EveryRuleTest::EveryWrongLengthIsLeft()
{
    const LengthForm form = formOfRow();
    const QByteArray rule = form.rule() + ",strict,max=16";
    const auto check = [&](const QByteArray& wrongLength) {
        const QByteArray stream = form.frame("ab") + form.around(wrongLength, "xyz")
                                  + form.frame("pqr") + form.frame("q");
        const QByteArray frames = framed(rule.toStdString(), stream);
        QVERIFY2(frames.startsWith("[ab]["), frames);
        QVERIFY2(frames.endsWith("!][pqr][q]"), frames);
        QCOMPARE(frames.count('!'), 1);
        const QByteArray problem = problems(rule.toStdString(), stream);
        QVERIFY2(problem.startsWith("1: length "), problem);
        QVERIFY2(problem.endsWith("skipped to the next plausible header\n"), problem);
    };
    check(form.wrongLength());
    if (form.counts != LengthForm::Counts::Content) {
        check(form.lengthBytes(0)); // smaller than what it counts
    }
}

void EveryRuleTest::OtherRulesCutAnywhere_data()
{
    addOtherRules([](const OtherRule&) { return true; });
}

void EveryRuleTest::OtherRulesCutAnywhere()
{
    const OtherRule other = otherOfRow();
    const QByteArray stream = other.frames[0] + other.frames[1] + other.frames[2];
    QCOMPARE(framed(other.rule, stream),
             bracketed({other.contents[0], other.contents[1], other.contents[2]}));
    QCOMPARE(problems(other.rule, stream), "");
}

void EveryRuleTest::OtherRulesCarryAnotherContent_data()
{
    addOtherRules([](const OtherRule&) { return true; });
}

void EveryRuleTest::OtherRulesCarryAnotherContent()
{
    const OtherRule other = otherOfRow();
    const QByteArray stream = other.frames[0] + other.frames[1] + other.frames[2];
    QCOMPARE(withContent(other.rule, stream, 99, {}), stream); // unchanged
    const QByteArray changed = withContent(other.rule, stream, 1, other.other);
    QCOMPARE(
        framed(other.rule, changed),
        bracketed({other.contents[0], printable(viewOfBytes(other.other)), other.contents[2]}));
    QCOMPARE(problems(other.rule, changed), "");
}

void EveryRuleTest::OtherRulesGetBackInStep_data()
{
    addOtherRules([](const OtherRule& other) { return !other.wrong.isEmpty(); });
}

void EveryRuleTest::OtherRulesGetBackInStep()
{
    const OtherRule other = otherOfRow();
    const QByteArray stream =
        other.frames[0] + other.wrong + other.frames[1] + other.frames[1] + other.frames[2];
    const QByteArray frames = framed(other.rule, stream);
    QVERIFY2(frames.startsWith(bracketed({other.contents[0]})), frames);
    QVERIFY2(frames.endsWith(
                 "!]" + bracketed({other.contents[1], other.contents[1], other.contents[2]})),
             frames);
    QCOMPARE(frames.count('!'), 1);
    QVERIFY(problems(other.rule, stream).startsWith("1: "));
}

void EveryRuleTest::ChecksumsArePutRight_data()
{
    QTest::addColumn<QByteArray>("rule");
    for (const char* kind : {"sum8", "xor8", "sum16", "fletcher16", "crc16-ccitt", "crc16-xmodem",
                             "crc16-modbus", "adler32", "crc32", "crc32c"}) {
        for (const char* rule :
             {"u16be", "u8,offset=2,counts=header", "varint", "delimiter:3a3b", "message"}) {
            for (const char* place : {"", ",order=le", ",from=1", ",from=1,to=4", ",from=5,at=0",
                                      ",from=6,at=2,order=le"}) {
                const QByteArray text =
                    QByteArray(rule) + ",checksum=" + QByteArray(kind) + QByteArray(place);
                QTest::newRow(text.constData()) << text;
            }
        }
    }
}

void EveryRuleTest::ChecksumsArePutRight()
{
    QFETCH(QByteArray, rule);
    // With room for a sum at its beginning.
    const QByteArray content = "0123456789abcdefgh";
    const auto read = [&rule](const QByteArray& bytes) {
        FramedStream stream(rule.toStdString());
        stream.add(0, bytes);
        return stream.frames;
    };
    const auto made = encodeFrame(ruleOf(rule.toStdString()), Frame(), viewOfBytes(content));
    if (!made) {
        // A sum in the middle of a header is none of this form.
        QVERIFY2(rule.contains(",at="), made.error().detail.c_str());
        return;
    }
    const QByteArray good = qBytes(ByteView(made->bytes));
    const auto frames = read(good);
    QCOMPARE(frames.size(), std::size_t(1));
    QVERIFY(!frames.front().problem);
    // One bit is another: that is said, if its byte is summed.
    int wrongSums = 0;
    for (qsizetype at = 0; at < good.size(); ++at) {
        QByteArray damaged = good;
        damaged[at] ^= 1;
        wrongSums += int(std::ranges::count_if(read(damaged), [](const Frame& frame) {
            return frame.problem && frame.problem->text().starts_with("wrong checksum");
        }));
    }
    QVERIFY2(wrongSums >= (rule.contains(",to=4") ? 3 : 12), QByteArray::number(wrongSums));
    const auto again =
        encodeFrame(ruleOf(rule.toStdString()), frames.front(), viewOfBytes("ABC" + content));
    QVERIFY2(again, again ? "" : again.error().detail.c_str());
    const auto changed = read(qBytes(ByteView(again->bytes)));
    QCOMPARE(changed.size(), std::size_t(1));
    QVERIFY(!changed.front().problem);
    QVERIFY(qBytes(changed.front().content()).endsWith(content.last(8)));
}

PIPESCOPE_APPLESS_TEST(EveryRuleTest)

#include "tst_every_rule.moc"
