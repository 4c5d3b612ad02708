#include "pipecore/explain/access_denied.h"
#include "runner/register.h"

#include <QTest>

using namespace pipecore;

namespace {

std::string english(const Phrase& sentence)
{
    return fillIn(sentence.pattern, sentence.values);
}

const Sid user(5, {21, 1, 2, 3, 1001});
const Sid package(15, {2, 1, 2, 3});

SecurityDescriptor descriptor(std::string_view sddl)
{
    const auto parsed = parseSddl(sddl);
    return parsed ? *parsed : SecurityDescriptor{};
}

AccessSubject subject()
{
    AccessSubject who;
    who.sids = {user, sids::everyone(), sids::authenticatedUsers(), sids::users()};
    return who;
}

AccessDenial opening(std::string_view sddl, const AccessSubject& who = subject(),
                     ClientAccess access = ClientAccess::ReadWrite)
{
    return explainAccessDenied(descriptor(sddl), who, rightsToOpen(access));
}

QString said(const AccessDenial& denial, std::size_t index, std::string_view sddl)
{
    return QString::fromStdString(
        english(sentenceFor(denial.findings.at(index), descriptor(sddl))));
}

} // namespace

class AccessDeniedTest : public QObject
{
    Q_OBJECT

private slots:
    void DenyEntryIsNamed();
    void DenyEntryOfAGroupIsNamed();
    void OnlyTheEntryThatDecidedIsNamed();
    void MissingRightIsNamed();
    void ReadOnlyPipeLacksTheRightsToWrite();
    void EmptyListGivesNothing();
    void NullListGivesEverything();
    void AdministratorWithoutElevationIsReported();
    void LabelAboveTheProcessIsNamed();
    void ContainerWithoutEntryIsNamed();
    void AllGivenMeansAnotherCause();
    void BusyPipeTellsItsInstances();
    void EachRightIsInOneFinding();
    void GenericRightsAreMapped();
    void ClientIsNotAskedForInstances();
};

void AccessDeniedTest::DenyEntryIsNamed()
{
    constexpr std::string_view sddl = "D:(D;;FW;;;S-1-5-21-1-2-3-1001)(A;;FA;;;WD)";
    const AccessDenial denial = opening(sddl);
    QVERIFY(!denial.findings.empty());
    QVERIFY(denial.findings[0].reason == DenialReason::DenyEntry);
    QVERIFY(denial.findings[0].entry == 0U);
    QVERIFY((denial.findings[0].rights & rights::writeData) != 0);
    QVERIFY((denial.findings[0].rights & rights::readData) == 0);
    const QString text = said(denial, 0, sddl);
    QVERIFY2(text.startsWith(QStringLiteral("Entry 1 of the pipe's access list denies ")),
             qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("FILE_WRITE_DATA")), qPrintable(text));
    QVERIFY2(text.endsWith(QStringLiteral(" to S-1-5-21-1-2-3-1001.")), qPrintable(text));
}

void AccessDeniedTest::DenyEntryOfAGroupIsNamed()
{
    constexpr std::string_view sddl = "D:(A;;FR;;;WD)(D;;FA;;;BU)(A;;FA;;;AU)";
    const AccessDenial denial = opening(sddl);
    QCOMPARE(denial.findings.size(), std::size_t{1});
    QVERIFY(denial.findings[0].entry == 1U);
    QVERIFY(said(denial, 0, sddl).contains(QStringLiteral("Users")));
}

void AccessDeniedTest::OnlyTheEntryThatDecidedIsNamed()
{
    // The first entry gives it already, so the second one denies nothing.
    const AccessDenial denial = opening("D:(A;;FA;;;WD)(D;;FA;;;BU)");
    QVERIFY(denial.findings.empty());
}

void AccessDeniedTest::MissingRightIsNamed()
{
    constexpr std::string_view sddl = "D:(A;;FA;;;S-1-5-21-1-2-3-1002)";
    const AccessDenial denial = opening(sddl);
    QCOMPARE(denial.findings.size(), std::size_t{1});
    QVERIFY(denial.findings[0].reason == DenialReason::NoEntry);
    QVERIFY(!denial.findings[0].entry);
    QCOMPARE(denial.findings[0].rights, denial.desired);
    QCOMPARE(denial.granted, AccessMask{0});
    QVERIFY(said(denial, 0, sddl).contains(QStringLiteral("FILE_READ_DATA")));
}

void AccessDeniedTest::ReadOnlyPipeLacksTheRightsToWrite()
{
    constexpr std::string_view sddl = "D:(A;;FA;;;SY)(A;;FA;;;BA)(A;;FR;;;WD)";
    const AccessDenial denial = opening(sddl);
    QCOMPARE(denial.findings.size(), std::size_t{1});
    QVERIFY(denial.findings[0].reason == DenialReason::NoEntry);
    QVERIFY((denial.findings[0].rights & rights::writeData) != 0);
    QVERIFY((denial.findings[0].rights & rights::readData) == 0);
    // Read access alone is granted.
    QVERIFY(opening(sddl, subject(), ClientAccess::Read).findings.empty());
}

void AccessDeniedTest::EmptyListGivesNothing()
{
    const AccessDenial denial = opening("D:");
    QCOMPARE(denial.findings.size(), std::size_t{1});
    QVERIFY(denial.findings[0].reason == DenialReason::NoEntry);
}

void AccessDeniedTest::NullListGivesEverything()
{
    SecurityDescriptor open;
    open.dacl = AccessList{.isNull = true, .entries = {}};
    QVERIFY(explainAccessDenied(open, subject(), rights::fileAll).findings.empty());
}

void AccessDeniedTest::AdministratorWithoutElevationIsReported()
{
    constexpr std::string_view sddl = "O:BAD:(A;;FA;;;BA)(A;;FR;;;WD)";
    AccessSubject filtered = subject();
    filtered.denyOnly = {sids::administrators()};
    const AccessDenial denial = opening(sddl, filtered);
    QCOMPARE(denial.findings.size(), std::size_t{1});
    QVERIFY(denial.findings[0].reason == DenialReason::FilteredGroup);
    QVERIFY(denial.findings[0].entry == 0U);
    const QString text = said(denial, 0, sddl);
    QVERIFY2(text.contains(QStringLiteral("Administrators")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("run it as administrator")), qPrintable(text));

    AccessSubject elevated = subject();
    elevated.sids.push_back(sids::administrators());
    QVERIFY(opening(sddl, elevated).findings.empty());
}

void AccessDeniedTest::LabelAboveTheProcessIsNamed()
{
    constexpr std::string_view sddl = "D:(A;;FA;;;WD)";
    AccessSubject low = subject();
    low.integrity = lowIntegrity;
    const AccessDenial denial = opening(sddl, low);
    QCOMPARE(denial.findings.size(), std::size_t{1});
    QVERIFY(denial.findings[0].reason == DenialReason::Label);
    QVERIFY((denial.findings[0].rights & rights::writeData) != 0);
    QVERIFY(said(denial, 0, sddl).contains(QStringLiteral("integrity label")));
    QVERIFY(opening("D:(A;;FA;;;WD)S:(ML;;NW;;;LW)", low).findings.empty());
}

void AccessDeniedTest::ContainerWithoutEntryIsNamed()
{
    constexpr std::string_view sddl = "D:(A;;FA;;;WD)S:(ML;;NW;;;LW)";
    AccessSubject contained = subject();
    contained.packages = {package, sids::allAppPackages()};
    contained.integrity = lowIntegrity;
    const AccessDenial denial = opening(sddl, contained);
    QCOMPARE(denial.findings.size(), std::size_t{1});
    QVERIFY(denial.findings[0].reason == DenialReason::Container);
    QVERIFY(said(denial, 0, sddl).contains(QStringLiteral("AppContainer")));
    QVERIFY(opening("D:(A;;FA;;;WD)(A;;FA;;;AC)S:(ML;;NW;;;LW)", contained).findings.empty());
}

void AccessDeniedTest::AllGivenMeansAnotherCause()
{
    const AccessDenial denial = opening("D:(A;;FA;;;WD)");
    QVERIFY(denial.findings.empty());
    QCOMPARE(denial.granted & denial.desired, denial.desired);
    QVERIFY(QString::fromStdString(english(sentenceForNoFinding()))
                .contains(QStringLiteral("direction")));
}

void AccessDeniedTest::EachRightIsInOneFinding()
{
    AccessSubject filtered = subject();
    filtered.denyOnly = {sids::administrators()};
    const AccessDenial denial =
        opening("D:(D;;0x2;;;BU)(A;;0x1;;;WD)(A;;FA;;;BA)(A;;0x100;;;AU)", filtered);
    AccessMask seen = 0;
    for (const AccessFinding& finding : denial.findings) {
        QVERIFY(finding.rights != 0);
        QCOMPARE(seen & finding.rights, AccessMask{0});
        seen |= finding.rights;
    }
    QCOMPARE(seen, denial.desired & ~denial.granted);
    QVERIFY(denial.findings.size() >= 2);
}

void AccessDeniedTest::GenericRightsAreMapped()
{
    const AccessDenial denial =
        explainAccessDenied(descriptor("D:(A;;FR;;;WD)"), subject(), rights::genericRead);
    QCOMPARE(denial.desired, rights::fileRead);
    QVERIFY(denial.findings.empty());
}

void AccessDeniedTest::ClientIsNotAskedForInstances()
{
    for (const auto access : {ClientAccess::Read, ClientAccess::Write, ClientAccess::ReadWrite}) {
        QCOMPARE(rightsToOpen(access) & rights::createInstance, AccessMask{0});
        QVERIFY((rightsToOpen(access) & rights::synchronize) != 0);
    }
    QVERIFY((rightsToOpen(ClientAccess::Write) & rights::readData) == 0);
    QVERIFY((rightsToOpen(ClientAccess::Read) & rights::writeData) == 0);
}

void AccessDeniedTest::BusyPipeTellsItsInstances()
{
    const auto said = [](const BusyPipe& pipe) {
        std::string text;
        for (const Phrase& sentence : sentencesFor(pipe)) {
            text += english(sentence) + '\n';
        }
        return text;
    };
    BusyPipe pipe;
    QVERIFY(said(pipe).starts_with("No instance waits for a client"));
    pipe.instances = 3;
    pipe.limit = 3;
    QVERIFY(said(pipe).find("all 3 instances") != std::string::npos);
    pipe.limit = 5;
    QVERIFY(said(pipe).find("3 instances of 5") != std::string::npos);
    pipe.limit.reset();
    QVERIFY(said(pipe).find("3 instances and no limit") != std::string::npos);
    pipe.hasFreeInstance = true;
    QVERIFY(said(pipe).find("another attempt may succeed") != std::string::npos);
    pipe.isOfServer = true;
    QVERIFY(said(pipe).find("A server of this pipe is running") != std::string::npos);
}

PIPESCOPE_APPLESS_TEST(AccessDeniedTest)
#include "tst_access_denied.moc"
