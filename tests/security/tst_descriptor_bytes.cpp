#include "runner/register.h"
#include "security_text.h"

#include <QTest>

#include <random>

using namespace pipecore;

/// Descriptors as the system has them: bytes, some of which mean harm.
class DescriptorBytesTest : public QObject
{
    Q_OBJECT

private slots:
    void KnownBytesAreRead();
    void BytesOfTextReadBackTheSame_data();
    void BytesOfTextReadBackTheSame();
    void EntriesThatAreNotUnderstoodAreKept();
    void EntriesInTheWrongListCountForNothing();
    void DomainAccountsNeedTheirNumber();
    void EveryCutIsAnErrorOrHarmless();
    void DamageIsFoundAndSaid_data();
    void DamageIsFoundAndSaid();
    void TooLongListIsRefused();
    void RandomBytesNeverCrash();
};

namespace {

Bytes fromHex(const char* hex)
{
    return *parseHex(hex);
}

/// O:SYG:SYD:P(A;;FA;;;SY) as Windows lays it out (the order of the parts is free).
const char* const knownHex = "01 00 04 90  14 00 00 00  20 00 00 00  00 00 00 00  2C 00 00 00"
                             "01 01 00 00 00 00 00 05 12 00 00 00" // owner
                             "01 01 00 00 00 00 00 05 12 00 00 00" // group
                             "02 00 1C 00 01 00 00 00"             // list
                             "00 00 14 00 FF 01 1F 00 01 01 00 00 00 00 00 05 12 00 00 00";

} // namespace

void DescriptorBytesTest::KnownBytesAreRead()
{
    const auto descriptor = parseDescriptor(fromHex(knownHex));
    QVERIFY(descriptor);
    QCOMPARE(toQ(*formatSddl(*descriptor)), QByteArray("O:SYG:SYD:P(A;;FA;;;SY)"));
    QVERIFY(*toBytes(*descriptor) == fromHex(knownHex));
}

void DescriptorBytesTest::BytesOfTextReadBackTheSame_data()
{
    QTest::addColumn<QByteArray>("sddl");
    const char* const everyKind = "O:BAG:SYD:P(D;;FA;;;AN)(A;OICINPIOID;0x12019b;;;AU)"
                                  "S:PAI(ML;;NWNR;;;LW)(AU;SAFA;FA;;;WD)";
    for (const char* text :
         {"D:", "D:NO_ACCESS_CONTROL", "D:PARAI(A;;FA;;;SY)", "O:BA", "G:SY", everyKind,
          "D:(A;;GA;;;S-1-5-21-4294967295-2-3-1001)(A;;FR;;;S-1-0x123456789abc-1)",
          "D:(A;;FR;;;S-1-1-1-2-3-4-5-6-7-8-9-10-11-12-13-14-15)"}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void DescriptorBytesTest::BytesOfTextReadBackTheSame()
{
    QFETCH(QByteArray, sddl);
    const SecurityDescriptor descriptor = descriptorOf(sddl.constData());
    const auto bytes = toBytes(descriptor);
    QVERIFY(bytes);
    const auto again = parseDescriptor(*bytes);
    QVERIFY(again);
    QVERIFY(*again == descriptor);
    QVERIFY(*toBytes(*again) == *bytes);
}

void DescriptorBytesTest::EntriesThatAreNotUnderstoodAreKept()
{
    SecurityDescriptor descriptor = descriptorOf("D:(A;;FA;;;SY)");
    SecurityEntry conditional;
    conditional.kind = EntryKind::Other;
    conditional.otherType = 9; // ACCESS_ALLOWED_CALLBACK_ACE_TYPE
    conditional.otherBody = fromHex("FF 01 1F 00 01 01 00 00 00 00 00 05 12 00 00 00 61 72 74 78");
    descriptor.dacl->entries.push_back(conditional);
    const auto bytes = toBytes(descriptor);
    QVERIFY(bytes);
    const auto again = parseDescriptor(*bytes);
    QVERIFY(again);
    QVERIFY(*again == descriptor);
    const auto text = formatSddl(*again);
    QVERIFY(!text);
    QCOMPARE(text.error().kind, ErrorKind::NotSupported);
    QVERIFY2(text.error().detail.find("type 9") != std::string::npos, text.error().detail.c_str());
    QCOMPARE(toQ(formatEntry(conditional)), QByteArray("(type 9, 24 bytes)"));
}

void DescriptorBytesTest::EntriesInTheWrongListCountForNothing()
{
    SecurityDescriptor descriptor = descriptorOf("S:(AU;SA;FA;;;WD)");
    descriptor.dacl = std::move(descriptor.sacl);
    descriptor.sacl.reset();
    const auto again = parseDescriptor(*toBytes(descriptor));
    QVERIFY(again);
    QCOMPARE(again->dacl->entries[0].kind, EntryKind::Other);
    QCOMPARE(again->dacl->entries[0].otherType, std::uint8_t{2});
}

void DescriptorBytesTest::DomainAccountsNeedTheirNumber()
{
    const auto bytes = toBytes(descriptorOf("D:(A;;FA;;;DA)"));
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().kind, ErrorKind::InvalidArgument);
    QVERIFY2(bytes.error().detail.starts_with("DA is an account of a domain"),
             bytes.error().detail.c_str());
}

void DescriptorBytesTest::EveryCutIsAnErrorOrHarmless()
{
    const Bytes whole = fromHex(knownHex);
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto cut = parseDescriptor(ByteView(whole).first(length));
        QVERIFY2(!cut, qPrintable(QString::number(length)));
        QCOMPARE(cut.error().kind, ErrorKind::Corrupt);
    }
}

void DescriptorBytesTest::DamageIsFoundAndSaid_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("value");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("revision") << 0 << 2 << QByteArray("revision 1");
    QTest::newRow("absolute") << 3 << 0x10 << QByteArray("self-relative");
    QTest::newRow("owner outside") << 7 << 0xFF << QByteArray("a SID lies outside of it");
    QTest::newRow("list outside") << 19 << 0x7F << QByteArray("a list lies outside of it");
    QTest::newRow("revision of a SID") << 20 << 0 << QByteArray("invalid SID");
    QTest::newRow("numbers of a SID") << 21 << 16 << QByteArray("invalid SID");
    QTest::newRow("no numbers") << 21 << 0 << QByteArray("invalid SID");
    QTest::newRow("long SID") << 33 << 15 << QByteArray("truncated");
    QTest::newRow("revision of the list") << 44 << 1 << QByteArray("invalid list");
    QTest::newRow("size of the list") << 46 << 0x1D << QByteArray("invalid list");
    QTest::newRow("small list") << 46 << 0x07 << QByteArray("invalid list");
    QTest::newRow("count") << 48 << 2 << QByteArray("entry 2 is outside");
    QTest::newRow("size of the entry") << 54 << 0x18 << QByteArray("entry 1 has a wrong size");
    QTest::newRow("odd entry") << 54 << 0x13 << QByteArray("entry 1 has a wrong size");
    QTest::newRow("empty entry") << 54 << 0 << QByteArray("entry 1 has a wrong size");
    QTest::newRow("short entry") << 54 << 0x10 << QByteArray("truncated");
    QTest::newRow("entry without mask") << 54 << 0x04 << QByteArray("truncated entry");
}

void DescriptorBytesTest::DamageIsFoundAndSaid()
{
    QFETCH(int, offset);
    QFETCH(int, value);
    QFETCH(QByteArray, says);
    Bytes bytes = fromHex(knownHex);
    bytes[static_cast<std::size_t>(offset)] = static_cast<std::byte>(value);
    const auto parsed = parseDescriptor(bytes);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, ErrorKind::Corrupt);
    QVERIFY2(parsed.error().detail.find(says.toStdString()) != std::string::npos,
             parsed.error().detail.c_str());
}

void DescriptorBytesTest::TooLongListIsRefused()
{
    SecurityDescriptor descriptor = descriptorOf("D:(A;;FA;;;SY)");
    descriptor.dacl->entries.resize(3277, descriptor.dacl->entries[0]); // 20 bytes each
    QVERIFY(!toBytes(descriptor));
    QCOMPARE(toBytes(descriptor).error().kind, ErrorKind::MessageTooLarge);
    descriptor.dacl->entries.resize(3276);
    QVERIFY(toBytes(descriptor));
}

void DescriptorBytesTest::RandomBytesNeverCrash()
{
    std::mt19937 random(4711);
    const Bytes seed =
        *toBytes(descriptorOf("O:BAG:SYD:P(D;;FA;;;AN)(A;;0x12019b;;;AU)S:(ML;;NW;;;LW)"));
    int understood = 0;
    for (int i = 0; i < 50'000; ++i) {
        Bytes bytes = seed;
        if (i % 10 == 0) {
            bytes.resize(random() % 200);
            for (std::byte& byte : bytes) {
                byte = static_cast<std::byte>(random() % (i % 20 == 0 ? 256 : 4));
            }
        } else {
            const std::size_t changes = 1 + random() % 3;
            for (std::size_t j = 0; j < changes; ++j) {
                bytes[random() % bytes.size()] = static_cast<std::byte>(random());
            }
            bytes.resize(bytes.size() - (random() % 4 == 0 ? random() % bytes.size() : 0));
        }
        const auto parsed = parseDescriptor(bytes);
        if (!parsed) {
            QCOMPARE(parsed.error().kind, ErrorKind::Corrupt);
            continue;
        }
        ++understood;
        const auto written = toBytes(*parsed);
        QVERIFY(written);
        const auto again = parseDescriptor(*written);
        QVERIFY(again);
        QVERIFY(*again == *parsed);
        if (const auto text = formatSddl(*parsed); text && !text->empty()) {
            const auto fromText = parseSddl(*text);
            QVERIFY2(fromText, text->c_str());
            QVERIFY2(*fromText == *parsed, text->c_str());
        }
    }
    QVERIFY2(understood > 1000, qPrintable(QString::number(understood)));
}

PIPESCOPE_GUILESS_TEST(DescriptorBytesTest)
#include "tst_descriptor_bytes.moc"
