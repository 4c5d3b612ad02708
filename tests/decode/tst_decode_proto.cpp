#include "invariants.h"
#include "outline.h"
#include "proto_files.h"
#include "runner/register.h"

#include <QTest>

using namespace pipecore;

/// Messages of Protocol Buffers by the types of a user's file: names, values and places.
class DecodeProtoTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void Trees_data();
    void Trees();
    void ExtensionsAndGroupsHaveNames();
    void MessagesCutAnywhereKeepThePromises();
    void DeepMessagesStop();
    void ManyElementsStop();
    void RepeatedFieldsThatAreInterruptedTakeNoLonger();

private:
    [[nodiscard]] Decoded decoded(const QByteArray& payload, const char* type,
                                  const DecodeLimits& limits = {}) const;

    std::shared_ptr<const ProtoTypes> m_types;
};

void DecodeProtoTest::initTestCase()
{
    m_types = typesOf(R"(syntax = "proto3"; package shop;
        import "google/protobuf/any.proto"; import "google/protobuf/duration.proto";
        import "google/protobuf/timestamp.proto";
        enum State { NEW = 0; PAID = 1; option allow_alias = true; SETTLED = 1; }
        message User { string name = 1; int32 age = 2; }
        message Numbers {
          double d = 1; float f = 2; int32 i32 = 3; int64 i64 = 4; uint32 u32 = 5; uint64 u64 = 6;
          sint32 s32 = 7; sint64 s64 = 8; fixed32 x32 = 9; fixed64 x64 = 10; sfixed32 sx32 = 11;
          sfixed64 sx64 = 12; bool b = 13; State state = 14; bytes raw = 15;
        }
        message Order {
          User user = 1; repeated string tags = 2; repeated sint32 sizes = 3;
          map<string, int32> stock = 4; map<int32, User> users = 5;
          oneof pay { string card = 6; User friend = 7; }
          google.protobuf.Timestamp at = 8; google.protobuf.Any any = 9; Order part = 10;
          google.protobuf.Duration took = 11;
        })");
    QVERIFY(m_types);
}

Decoded DecodeProtoTest::decoded(const QByteArray& payload, const char* type,
                                 const DecodeLimits& limits) const
{
    const DecodeContext context{.types = m_types.get(), .message = m_types->message(type)};
    return decode(viewOf(payload), DecoderId::Protobuf, limits, context);
}

void DecodeProtoTest::Trees_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* type, const char* hex, const char* expected) {
        QTest::newRow(name) << QByteArray(type) << fromHex(hex) << QByteArray(expected);
    };
    row("nothing", "User", "", "message: shop.User <Protocol Buffers> @0+0\n");
    row("names and kinds", "User", "0a03616e6e 1022",
        "message: shop.User <Protocol Buffers> @0+7\n"
        " name: ann <string> @0+5\n"
        " age: 34 <int32> @5+2\n");
    row("numbers", "Numbers",
        "09 000000000000f83f 15 0000803f 18 ffffffffffffffffff01 20 80808080808080808001 28 "
        "ffffffff0f "
        "30 ffffffffffffffffff01 38 03 40 01 4d ffffffff 51 ffffffffffffffff 5d ffffffff "
        "61 feffffffffffffff 68 01 70 01 7a 02 ff00",
        "message: shop.Numbers <Protocol Buffers> @0+93\n"
        " d: 1.5 <double> @0+9\n"
        " f: 1 <float> @9+5\n"
        " i32: -1 <int32> @14+11\n"
        " i64: -9223372036854775808 <int64> @25+11\n"
        " u32: 4294967295 <uint32> @36+6\n"
        " u64: 18446744073709551615 <uint64> @42+11\n"
        " s32: -2 <sint32> @53+2\n"
        " s64: -1 <sint64> @55+2\n"
        " x32: 4294967295 <fixed32> @57+5\n"
        " x64: 18446744073709551615 <fixed64> @62+9\n"
        " sx32: -1 <sfixed32> @71+5\n"
        " sx64: -2 <sfixed64> @76+9\n"
        " b: true <bool> @85+2\n"
        " state: PAID <enum> @87+2\n"
        " raw: FF 00 <bytes> @89+4\n");
    row("enum without a name for it", "Numbers", "70 07",
        "message: shop.Numbers <Protocol Buffers> @0+2\n state: 7 <enum> @0+2\n");
    row("unknown fields keep number and wire type", "User", "0a0161 9a0603 626364 a006 05",
        "message: shop.User <Protocol Buffers> @0+12\n"
        " name: a <string> @0+3\n"
        " 99: bcd <LEN: text> @3+6\n"
        " 100: 5 <VARINT> @9+3\n");
    row("another wire type is another field", "User", "0801",
        "message: shop.User <Protocol Buffers> @0+2\n 1: 1 <VARINT> @0+2\n");
    row("repeated, interrupted", "Order", "120161 0a021005 120162",
        "message: shop.Order <Protocol Buffers> @0+10\n"
        " tags <repeated> @0+10\n"
        "  [0]: a <string> @0+3\n"
        "  [1]: b <string> @7+3\n"
        " user: shop.User <message> @3+4\n"
        "  age: 5 <int32> @5+2\n");
    row("packed, and not", "Order", "1a03 010203 1804 1a00",
        "message: shop.Order <Protocol Buffers> @0+9\n"
        " sizes <repeated> @0+9\n"
        "  [0]: -1 <sint32> @2+1\n"
        "  [1]: 1 <sint32> @3+1\n"
        "  [2]: -2 <sint32> @4+1\n"
        "  [3]: 2 <sint32> @5+2\n");
    row("packed, cut in a number", "Order", "1a02 0180",
        "message: shop.Order <Protocol Buffers> @0+4\n"
        " sizes <repeated> @0+4\n"
        "  [0]: -1 <sint32> @2+1\n"
        "  ! unexpected end of data @3+1\n");
    row("maps", "Order", "2207 0a0378797a1005 2a06 080712020a00 2204 12021005",
        "message: shop.Order <Protocol Buffers> @0+23\n"
        " stock <map> @0+23\n"
        "  xyz: 5 <int32> @0+9\n"
        "  : shop.Order.StockEntry <message> @17+6\n"
        "   2 <LEN: message> @19+4\n"
        "    2: 5 <VARINT> @21+2\n"
        " users <map> @9+8\n"
        "  7: shop.User <message> @9+8\n"
        "   name <string> @15+2\n");
    row("oneof", "Order", "320131 3a020a00",
        "message: shop.Order <Protocol Buffers> @0+7\n"
        " card: 1 <string> @0+3\n"
        " friend: shop.User <message> @3+4\n"
        "  name <string> @5+2\n");
    row("moment, time span", "Order", "4206 08f081f0b206 5a08 0801 1080cab5ee01",
        "message: shop.Order <Protocol Buffers> @0+18\n"
        " at: 2024-06-02 05:19:44 UTC <message> @0+8\n"
        "  seconds: 1717305584 <int64> @2+6\n"
        " took: 1.5 s <message> @8+10\n"
        "  seconds: 1 <int64> @10+2\n"
        "  nanos: 500000000 <int32> @12+6\n");
    row("any", "Order", "4a18 0a0f 782e636f6d2f73686f702e55736572 1205 0a03616e6e",
        "message: shop.Order <Protocol Buffers> @0+26\n"
        " any: google.protobuf.Any <message> @0+26\n"
        "  type_url: x.com/shop.User <string> @2+17\n"
        "  value: shop.User <message> @19+7\n"
        "   name: ann <string> @21+5\n");
    row("text that is not UTF-8", "User", "0a02 ff61",
        "message: shop.User <Protocol Buffers> @0+4\n"
        " name: FF 61 <string> @0+4\n"
        "  ! invalid UTF-8 byte @2+1\n");
    row("cut in a message", "Order", "0a06 0a03616e6e 10",
        "message: shop.Order <Protocol Buffers> @0+8\n"
        " user: shop.User <message> @0+8\n"
        "  name: ann <string> @2+5\n"
        "  ! unexpected end of data @7+1\n");
    row("cut between two fields", "Order", "0a09 0a03616e6e",
        "message: shop.Order <Protocol Buffers> @0+7\n"
        " user: shop.User <message> @0+7\n"
        "  name: ann <string> @2+5\n"
        "  ! unexpected end of data @7+0\n");
    row("invalid tag", "User", "1005 07",
        "message: shop.User <Protocol Buffers> @0+3\n"
        " age: 5 <int32> @0+2\n"
        " ! invalid field tag @2+1\n");
}

void DecodeProtoTest::Trees()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, payload);
    const Decoded tree = decoded(payload, type.constData());
    QTEST(outline(tree), "expected");
    QCOMPARE(brokenInvariant(tree, std::size_t(payload.size())), std::string());
}

void DecodeProtoTest::ExtensionsAndGroupsHaveNames()
{
    const auto types = typesOf(R"(syntax = "proto2"; package old;
        message Base { optional group Part = 1 { optional string text = 2; } extensions 100 to 199; }
        extend Base { optional int32 extra = 100; })");
    QVERIFY(types);
    const DecodeContext context{.types = types.get(), .message = types->message("Base")};
    const QByteArray payload = fromHex("0b 1201ff 0c a00605");
    // Texts of proto2 may be in any encoding.
    QCOMPARE(outline(decode(viewOf(payload), DecoderId::Protobuf, {}, context)),
             "message: old.Base <Protocol Buffers> @0+8\n"
             " part: old.Base.Part <group> @0+5\n"
             "  text: FF <string> @1+3\n"
             " [old.extra]: 5 <int32> @5+3\n");
}

void DecodeProtoTest::MessagesCutAnywhereKeepThePromises()
{
    const QByteArray user = lengthField(1, "ann") + numberField(2, 34);
    const QByteArray payload = lengthField(1, user) + lengthField(2, "a") + lengthField(3, "\1\2")
                               + lengthField(4, lengthField(1, "k") + numberField(2, 1))
                               + lengthField(5, numberField(1, 7) + lengthField(2, user))
                               + lengthField(10, lengthField(1, user) + lengthField(2, "b"));
    QCOMPARE(decoded(payload, "Order").end, DecodeEnd::Good);
    for (qsizetype length = 0; length < payload.size(); ++length) {
        const QByteArray cut = payload.first(length);
        const Decoded tree = decoded(cut, "Order");
        QVERIFY(tree.end == DecodeEnd::Good || tree.end == DecodeEnd::CutOff);
        QCOMPARE(brokenInvariant(tree, std::size_t(length)), std::string());
        DecodeLimits limits;
        limits.bytes = std::size_t(length);
        QCOMPARE(decoded(payload, "Order", limits).end, DecodeEnd::Limit);
        for (const char other : {'\0', '\7', '\x80', '\xFF'}) {
            QByteArray changed = payload;
            changed[length] = other;
            QCOMPARE(brokenInvariant(decoded(changed, "Order"), std::size_t(changed.size())),
                     std::string());
        }
    }
}

void DecodeProtoTest::DeepMessagesStop()
{
    QByteArray payload;
    for (int i = 0; i < 2000; ++i) {
        payload = lengthField(10, payload);
    }
    const Decoded tree = decoded(payload, "Order");
    QCOMPARE(tree.end, DecodeEnd::Limit);
    QCOMPARE(brokenInvariant(tree, std::size_t(payload.size())), std::string());
}

void DecodeProtoTest::ManyElementsStop()
{
    const QByteArray packed = lengthField(3, QByteArray(100'000, '\1'));
    const Decoded tree = decoded(packed, "Order");
    QCOMPARE(tree.end, DecodeEnd::Limit);
    QCOMPARE(brokenInvariant(tree, std::size_t(packed.size())), std::string());
}

void DecodeProtoTest::RepeatedFieldsThatAreInterruptedTakeNoLonger()
{
    const QByteArray payload = (lengthField(2, "a") + numberField(99, 1)).repeated(9000);
    const Decoded tree = decoded(payload, "Order");
    QCOMPARE(tree.end, DecodeEnd::Good);
    QCOMPARE(tree.root.children.front().children.front().children.size(), 9000U);
}

PIPESCOPE_APPLESS_TEST(DecodeProtoTest)

#include "tst_decode_proto.moc"
