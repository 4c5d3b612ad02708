#include "runner/register.h"
#include "security_text.h"

#include <QTest>

#include <random>
#include <set>

using namespace pipecore;

/// Text to descriptor and back.
class SddlTest : public QObject
{
    Q_OBJECT

private slots:
    void CanonicalTextComesBackUnchanged_data();
    void CanonicalTextComesBackUnchanged();
    void OtherSpellingsAreUnderstood_data();
    void OtherSpellingsAreUnderstood();
    void MistakesAreShownAtTheirPlace_data();
    void MistakesAreShownAtTheirPlace();
    void EveryReasonSaysWhatToDo();
    void ModelHasEveryPart();
    void NullEmptyAndAbsentListsDiffer();
    void EveryWellKnownAccountIsReadAndWritten();
    void EveryRightHasItsOwnName();
    void MasksAreWrittenWithLettersThatSayThemExactly_data();
    void MasksAreWrittenWithLettersThatSayThemExactly();
    void GenericRightsAreThoseOfFiles();
    void LabelIsSetAndRemoved();
    void PresetsReadBack();
    void RandomTextNeverCrashesAndErrorsStayInside();
};

void SddlTest::CanonicalTextComesBackUnchanged_data()
{
    QTest::addColumn<QByteArray>("sddl");
    for (const char* text : {
             "D:",
             "D:P",
             "D:PARAI",
             "D:NO_ACCESS_CONTROL",
             "D:PNO_ACCESS_CONTROL",
             "O:BA",
             "O:BAG:SY",
             "O:S-1-5-21-1-2-3-1001G:S-1-5-21-1-2-3-513D:(A;;FA;;;SY)",
             "O:S-1-5-21-1-2-3-1001D:P",
             "D:P(A;;FA;;;SY)(A;;FA;;;BA)(D;;FW;;;AN)",
             "D:(A;OICINPIOID;FR;;;WD)",
             "D:(A;;0x12019b;;;AU)",
             "D:(A;;FRFW;;;AU)",
             "D:(A;;RCWDWO;;;OW)",
             "D:(A;;GRGW;;;IU)",
             "D:(A;;FR;;;S-1-15-2-2)",
             "D:(A;;FR;;;S-1-15-3-1024-1-2-3-4-5-6-7-8)",
             "D:(A;;FR;;;S-1-0x123456789abc-1-4294967295)",
             "D:(A;;FR;;;DA)(A;;FR;;;LA)",
             "S:(ML;;NW;;;LW)",
             "S:(ML;;NWNRNX;;;S-1-16-20480)",
             "D:(A;;FA;;;SY)S:(ML;;NW;;;ME)(AU;SAFA;FA;;;WD)",
             "S:PAI(AU;SA;GW;;;WD)",
         }) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void SddlTest::CanonicalTextComesBackUnchanged()
{
    QFETCH(QByteArray, sddl);
    const SecurityDescriptor descriptor = descriptorOf(sddl.constData());
    const auto text = formatSddl(descriptor);
    QVERIFY(text);
    QCOMPARE(toQ(*text), sddl);
    QVERIFY(descriptorOf(text->c_str()) == descriptor);
}

void SddlTest::OtherSpellingsAreUnderstood_data()
{
    QTest::addColumn<QByteArray>("sddl");
    QTest::addColumn<QByteArray>("canonical");
    const auto row = [](const char* sddl, const char* canonical) {
        QTest::newRow(sddl) << QByteArray(sddl) << QByteArray(canonical);
    };
    row("d:p(a;;fa;;;sy)", "D:P(A;;FA;;;SY)");
    row(" D : ", ""); // replaced below: a space before the colon is a mistake, see there
    row(" D:\n  P (A ; ; FA ; ; ; SY )\r\n (A;; FR FW ;;; AU) ", "D:P(A;;FA;;;SY)(A;;FRFW;;;AU)");
    row("D:(A;;0x1f01ff;;;S-1-5-18)", "D:(A;;FA;;;SY)");
    row("D:(A;;0X001F01FF;;;SY)", "D:(A;;FA;;;SY)");
    row("D:(A;;2032127;;;SY)", "D:(A;;FA;;;SY)");
    row("D:(A;;07600777;;;SY)", "D:(A;;FA;;;SY)");
    row("D:(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;SY)", "D:(A;;0xf01ff;;;SY)");
    row("D:(A;;FILE_READ_DATA|file_write_data | READ_CONTROL;;;AU)", "D:(A;;0x20003;;;AU)");
    row("D:(A;;FILE_CREATE_PIPE_INSTANCE;;;AU)", "D:(A;;0x4;;;AU)");
    row("D:(A;;FILE_APPEND_DATA;;;AU)", "D:(A;;0x4;;;AU)");
    row("D:(A;;FILE_ALL_ACCESS;;;AU)", "D:(A;;FA;;;AU)");
    row("D:(A;;DELETE;;;AU)", "D:(A;;SD;;;AU)");
    row("D:(A;;0x0;;;AU)", "D:(A;;0x0;;;AU)");
    row("S:(ML;;NW;;;LW)D:(A;;FA;;;SY)G:BAO:SY", "O:SYG:BAD:(A;;FA;;;SY)S:(ML;;NW;;;LW)");
    row("D:AIP", "D:PAI");
    row("D:(OA;;FR;;;WD)", "D:(A;;FR;;;WD)"); // without GUIDs it is a plain entry
    row("D:(A;;FR;;;S-1-0x5-18)", "D:(A;;FR;;;SY)");
    row("D:(A;IDCI;FR;;;WD)", "D:(A;CIID;FR;;;WD)");
    row("D:(D;;FA;;;s-1-5-7)", "D:(D;;FA;;;AN)");
}

void SddlTest::OtherSpellingsAreUnderstood()
{
    QFETCH(QByteArray, sddl);
    QFETCH(QByteArray, canonical);
    if (canonical.isEmpty()) {
        QVERIFY(!parseSddl(sddl.toStdString()));
        return;
    }
    const auto text = formatSddl(descriptorOf(sddl.constData()));
    QVERIFY(text);
    QCOMPARE(toQ(*text), canonical);
}

void SddlTest::MistakesAreShownAtTheirPlace_data()
{
    QTest::addColumn<QByteArray>("sddl");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("length");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* sddl, int offset, int length, const char* says) {
        QTest::newRow(sddl) << QByteArray(sddl) << offset << length << QByteArray(says);
    };
    row("", 0, 0, "empty descriptor");
    row("hello", 0, 1, "expected O: (owner)");
    row("X:(A;;FA;;;SY)", 0, 1, "expected O: (owner)");
    row("(A;;FA;;;SY)", 0, 1, "expected O: (owner)");
    row("O:", 2, 0, "no such account");
    row("O:ZZ", 2, 2, "no such account");
    row("O:BAO:BA", 4, 2, "duplicate part");
    row("D:PD:P", 3, 2, "duplicate part");
    row("O:S-2-5-18", 4, 1, "must begin with S-1-");
    row("O:S-1", 5, 0, "expected - and a number");
    row("O:S-1-", 6, 0, "missing number in the SID");
    row("O:S-1-5", 7, 0, "expected - and a number");
    row("O:S-1-5-", 8, 0, "missing number in the SID");
    row("O:S-1-5-4294967296", 8, 10, "too large");
    row("O:S-1-281474976710656-1", 6, 15, "too large");
    row("O:S-1-5-1-2-3-4-5-6-7-8-9-10-11-12-13-14-15-16", 44, 2, "at most 15");
    row("D:X", 2, 1, "expected (");
    row("D:(", 3, 0, "six fields");
    row("D:()", 3, 1, "six fields");
    row("D:(A)", 4, 1, "six fields");
    row("D:(;;FA;;;SY)", 3, 1, "missing entry type");
    row("D:(Q;;FA;;;SY)", 3, 1, "unknown entry type");
    row("D:(A;XX;FA;;;SY)", 5, 2, "unknown flag");
    row("D:(A;;;;;SY)", 6, 0, "expected rights");
    row("D:(A;;QQ;;;SY)", 6, 2, "unknown rights");
    row("D:(A;;FAQ;;;SY)", 8, 1, "unknown rights");
    row("D:(A;;0xZ;;;SY)", 6, 2, "invalid 32-bit mask");
    row("D:(A;;0x1FFFFFFFF;;;SY)", 6, 11, "invalid 32-bit mask");
    row("D:(A;;089;;;SY)", 6, 3, "invalid 32-bit mask");
    row("D:(A;;FILE_FLY;;;SY)", 6, 8, "unknown pipe right");
    row("D:(A;;READ_CONTROL|;;;SY)", 19, 0, "expected a right");
    row("D:(A;;FA;;;)", 11, 1, "missing account");
    row("D:(A;;FA;;;QQ)", 11, 2, "no such account");
    row("D:(A;;FA;;;SYX)", 11, 3, "no such account");
    row("D:(A;;FA;;;nobodyhere)", 11, 10, "no such account");
    row("D:(A;;FA;;;S-1-5-18x)", 19, 1, "unexpected text after the SID");
    row("D:(A;;FA;;;SY", 13, 0, "expected ) after the account");
    row("D:(A;;FA;;;SY;)", 13, 1, "expected ) after the account");
    row("D:(A;;FA;;;SY)(", 15, 0, "six fields");
    row("D:(A;;FA;;;SY)x", 14, 1, "expected (");
    row("D:(A;;FA;x;;SY)", 9, 1, "fourth and fifth fields");
    row("D:(OA;;FA;bf967aba-0de6-11d0-a285-00aa003049e2;;SY)", 10, 36, "do not apply to pipes");
    row("D:(XA;;FA;;;SY;(a == 1))", 3, 2, "conditional");
    row("S:(RA;;;;;WD;(\"x\",TI,0,1))", 3, 2, "attribute and policy");
    row("S:(AL;;FA;;;SY)", 3, 2, "alarm");
    row("D:(ML;;NW;;;LW)", 3, 2, "belong in S:");
    row("S:(A;;FA;;;SY)", 3, 1, "belong in D:");
    row("S:(ML;;FA;;;LW)", 7, 2, "NW (no write up)");
    row("S:(ML;;NW;;;SY)", 12, 2, "integrity level");
    row("S:NO_ACCESS_CONTROL", 2, 17, "only in D:");
    row("D:NO_ACCESS_CONTROL(A;;FA;;;SY)", 19, 1, "remove one of them");
    row("D:(A;;FA;;;größe)", 11, 2, "no such account");
    row("O:ä", 2, 2, "no such account");
}

void SddlTest::MistakesAreShownAtTheirPlace()
{
    QFETCH(QByteArray, sddl);
    QFETCH(int, offset);
    QFETCH(int, length);
    QFETCH(QByteArray, says);
    const auto parsed = parseSddl(sddl.toStdString());
    QVERIFY(!parsed);
    QVERIFY2(parsed.error().reason.find(says.toStdString()) != std::string::npos,
             parsed.error().reason.c_str());
    QCOMPARE(static_cast<int>(parsed.error().offset), offset);
    QCOMPARE(static_cast<int>(parsed.error().length), length);
}

void SddlTest::EveryReasonSaysWhatToDo()
{
    // A reason without advice would be one short clause.
    for (const char* text : {"", "X", "O:ZZ", "D:(Q;;FA;;;SY)", "D:(A;;QQ;;;SY)", "D:(A;;FA;;;)"}) {
        const auto parsed = parseSddl(text);
        QVERIFY(!parsed);
        const std::string& reason = parsed.error().reason;
        const auto has = [&](const char* word) { return reason.find(word) != std::string::npos; };
        QVERIFY2(has("enter ") || has("use ") || has("expected "), reason.c_str());
    }
}

void SddlTest::ModelHasEveryPart()
{
    const SecurityDescriptor d =
        descriptorOf("O:BAG:SYD:PAI(D;;FA;;;AN)(A;ID;0x12019b;;;AU)S:(ML;;NW;;;LW)");
    QVERIFY(d.owner == sids::administrators());
    QVERIFY(d.group == sids::system());
    QVERIFY(d.dacl && d.dacl->isProtected && d.dacl->autoInherited && !d.dacl->autoInheritReq);
    QCOMPARE(d.dacl->entries.size(), std::size_t{2});
    QCOMPARE(d.dacl->entries[0].kind, EntryKind::Deny);
    QVERIFY(d.dacl->entries[0].sid == sids::anonymous());
    QCOMPARE(d.dacl->entries[1].mask, rights::readWrite);
    QCOMPARE(d.dacl->entries[1].flags, entry_flags::inherited);
    QVERIFY(d.label() != nullptr);
    QCOMPARE(integrityLevel(d.label()->sid).value_or(0), lowIntegrity);
}

void SddlTest::NullEmptyAndAbsentListsDiffer()
{
    QVERIFY(!descriptorOf("O:BA").dacl);
    QVERIFY(descriptorOf("D:").dacl->entries.empty());
    QVERIFY(!descriptorOf("D:").dacl->isNull);
    QVERIFY(descriptorOf("D:NO_ACCESS_CONTROL").dacl->isNull);
}

void SddlTest::EveryWellKnownAccountIsReadAndWritten()
{
    std::set<std::string_view> seen;
    for (const WellKnownAccount& account : wellKnownAccounts()) {
        QVERIFY(!account.name.empty());
        for (const std::string_view text : {account.alias, account.sid}) {
            if (text.empty()) {
                continue;
            }
            QVERIFY2(seen.insert(text).second, text.data());
            const auto sid = Sid::parse(text);
            QVERIFY2(sid, text.data());
            QVERIFY(findWellKnown(*sid) == &account);
            QCOMPARE(toQ(sid->toSddl()),
                     toQ(std::string(account.alias.empty() ? account.sid : account.alias)));
        }
    }
    QVERIFY(findWellKnown(Sid(5, {21, 1, 2, 3, 1001})) == nullptr);
    QVERIFY(Sid::parse("WD") == sids::everyone());
    QVERIFY(Sid::parse("AC") == sids::allAppPackages());
    QVERIFY(Sid::parse("OW") == sids::ownerRights());
}

void SddlTest::EveryRightHasItsOwnName()
{
    AccessMask all = 0;
    for (const RightName& right : pipeRights()) {
        QCOMPARE(all & right.bit, AccessMask{0});
        all |= right.bit;
        const auto parsed = parseRights(right.name, RightsKind::Pipe);
        QVERIFY2(parsed, right.name.data());
        QCOMPARE(*parsed, right.bit);
    }
    QCOMPARE(rightNames(0x5),
             (std::vector<std::string>{"FILE_READ_DATA", "FILE_CREATE_PIPE_INSTANCE"}));
    QCOMPARE(rightNames(0x200000), std::vector<std::string>{"0x200000"});
}

void SddlTest::MasksAreWrittenWithLettersThatSayThemExactly_data()
{
    QTest::addColumn<quint32>("mask");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("all") << 0x1F01FFU << QByteArray("FA");
    QTest::newRow("read") << 0x120089U << QByteArray("FR");
    QTest::newRow("read and write") << 0x12019FU << QByteArray("FRFW");
    QTest::newRow("without instances") << 0x12019BU << QByteArray("0x12019b");
    QTest::newRow("generic") << 0xC0000000U << QByteArray("GRGW");
    QTest::newRow("standard") << 0x20000U << QByteArray("RC");
    QTest::newRow("read, change") << 0x160089U << QByteArray("FRWD");
    QTest::newRow("nothing") << 0U << QByteArray("0x0");
    QTest::newRow("one bit") << 0x1U << QByteArray("0x1");
}

void SddlTest::MasksAreWrittenWithLettersThatSayThemExactly()
{
    QFETCH(quint32, mask);
    QFETCH(QByteArray, text);
    QCOMPARE(toQ(formatRights(mask, RightsKind::Pipe)), text);
    QCOMPARE(parseRights(text.toStdString(), RightsKind::Pipe).value_or(~0U), mask);
}

void SddlTest::GenericRightsAreThoseOfFiles()
{
    QCOMPARE(mapGeneric(rights::genericRead), 0x120089U);
    QCOMPARE(mapGeneric(rights::genericWrite), 0x120116U);
    QCOMPARE(mapGeneric(rights::genericExecute), 0x1200A0U);
    QCOMPARE(mapGeneric(rights::genericAll), 0x1F01FFU);
    QCOMPARE(mapGeneric(rights::writeDac), rights::writeDac);
    QVERIFY((mapGeneric(rights::genericWrite) & rights::createInstance) != 0);
}

void SddlTest::LabelIsSetAndRemoved()
{
    SecurityDescriptor d = descriptorOf("D:P");
    d.setLabel(lowIntegrity);
    QCOMPARE(toQ(*formatSddl(d)), QByteArray("D:PS:(ML;;NW;;;LW)"));
    d.setLabel(highIntegrity, rights::noWriteUp | rights::noReadUp);
    QCOMPARE(toQ(*formatSddl(d)), QByteArray("D:PS:(ML;;NWNR;;;HI)"));
    d.setLabel(std::nullopt);
    QCOMPARE(toQ(*formatSddl(d)), QByteArray("D:P"));
    SecurityDescriptor audited = descriptorOf("S:(ML;;NW;;;LW)(AU;SA;FA;;;WD)");
    audited.setLabel(std::nullopt);
    QCOMPARE(toQ(*formatSddl(audited)), QByteArray("S:(AU;SA;FA;;;WD)"));
}

void SddlTest::PresetsReadBack()
{
    const Sid user(5, {21, 1, 2, 3, 1001});
    const auto text = [&user](SecurityPreset preset) {
        return toQ(*formatSddl(securityPreset(preset, user)));
    };
    const QByteArray safe("D:P(A;;FA;;;S-1-5-21-1-2-3-1001)(A;;FA;;;BA)(A;;FA;;;SY)");
    QCOMPARE(text(SecurityPreset::SafeDefault), safe);
    QCOMPARE(text(SecurityPreset::CurrentUser), QByteArray("D:P(A;;FA;;;S-1-5-21-1-2-3-1001)"));
    QCOMPARE(text(SecurityPreset::AdministratorsOnly), QByteArray("D:P(A;;FA;;;BA)(A;;FA;;;SY)"));
    QCOMPARE(text(SecurityPreset::AuthenticatedUsers), safe + "(A;;0x12019b;;;AU)");
    QCOMPARE(text(SecurityPreset::LocalInteractive),
             QByteArray("D:P(D;;FA;;;NU)") + safe.mid(3) + "(A;;0x12019b;;;IU)");
    QCOMPARE(text(SecurityPreset::AppContainer), safe + "(A;;0x12019b;;;AC)S:(ML;;NW;;;LW)");
    QCOMPARE(text(SecurityPreset::Everyone), safe + "(A;;0x12019b;;;WD)(A;;0x12019b;;;AN)");
    // SYSTEM as the user is named once.
    QCOMPARE(toQ(*formatSddl(securityPreset(SecurityPreset::SafeDefault, sids::system()))),
             QByteArray("D:P(A;;FA;;;SY)(A;;FA;;;BA)"));
}

void SddlTest::RandomTextNeverCrashesAndErrorsStayInside()
{
    std::mt19937 random(20260101);
    const std::vector<std::string> pieces{"O:",
                                          "G:",
                                          "D:",
                                          "S:",
                                          "(",
                                          ")",
                                          ";",
                                          ";;;",
                                          "A",
                                          "D",
                                          "ML",
                                          "AU",
                                          "P",
                                          "AI",
                                          "SY",
                                          "WD",
                                          "S-1-5-",
                                          "32",
                                          "-544",
                                          "0x",
                                          "12019b",
                                          "FA",
                                          "FR",
                                          "NW",
                                          "LW",
                                          "NO_ACCESS_CONTROL",
                                          " ",
                                          "\n",
                                          "ä",
                                          "|",
                                          "FILE_READ_DATA",
                                          std::string(1, '\0')};
    int understood = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string text = i % 3 == 0 ? "D:(A;;FA;;;SY)S:(ML;;NW;;;LW)" : "";
        const std::size_t count = random() % 12;
        for (std::size_t j = 0; j < count; ++j) {
            const std::string piece = random() % 8 == 0
                                          ? std::string(1, static_cast<char>(random() % 256))
                                          : pieces[random() % pieces.size()];
            text.insert(random() % (text.size() + 1), piece);
        }
        const auto parsed = parseSddl(text);
        if (!parsed) {
            QVERIFY(parsed.error().offset <= text.size());
            QVERIFY(parsed.error().offset + parsed.error().length <= text.size() + 1);
            QVERIFY(!parsed.error().reason.empty());
            continue;
        }
        ++understood;
        const auto formatted = formatSddl(*parsed);
        QVERIFY(formatted);
        const auto again = parseSddl(*formatted);
        if (formatted->empty()) {
            continue;
        }
        QVERIFY2(again, formatted->c_str());
        QVERIFY2(*again == *parsed, formatted->c_str());
    }
    QVERIFY2(understood > 200, qPrintable(QString::number(understood)));
}

PIPESCOPE_GUILESS_TEST(SddlTest)
#include "tst_sddl.moc"
