#include "runner/register.h"
#include "security_text.h"

#include <QTest>

using namespace pipecore;

/// The access check.
class AccessTest : public QObject
{
    Q_OBJECT

private slots:
    void OrderDecides_data();
    void OrderDecides();
    void OwnerReadsAndChangesTheListUnlessOwnerRightsSaysOtherwise();
    void DenyOnlyGroupsAllowNothing();
    void LabelStopsThoseBelow_data();
    void LabelStopsThoseBelow();
    void AppContainerNeedsTheRightTwice();
    void ReportNamesTheDecidingEntries();
    void OperatorsWriteAndAuditorsRead();
    void PresetsLetInWhomTheyName();
};

namespace {

const Sid user(5, {21, 1, 2, 3, 1001});
const Sid stranger(5, {21, 1, 2, 3, 1002});

AccessSubject person(const Sid& who)
{
    return {.sids = {who, sids::everyone(), sids::authenticatedUsers(), sids::users()},
            .denyOnly = {},
            .packages = {}};
}

AccessMask granted(const char* sddl, const AccessSubject& subject)
{
    return effectiveRights(descriptorOf(sddl), subject).granted;
}

} // namespace

void AccessTest::OrderDecides_data()
{
    QTest::addColumn<QByteArray>("sddl");
    QTest::addColumn<quint32>("rights");
    const auto row = [](const char* sddl, AccessMask rights) {
        QTest::newRow(sddl) << QByteArray(sddl) << quint32(rights);
    };
    row("D:(A;;FA;;;WD)", rights::fileAll);
    row("D:(A;;GA;;;WD)", rights::fileAll);
    row("D:(A;;FR;;;WD)(A;;FW;;;AU)", rights::fileRead | rights::fileWrite);
    row("D:", 0);
    row("D:NO_ACCESS_CONTROL", rights::fileAll);
    row("O:BA", rights::fileAll);
    row("D:(A;;FA;;;SY)", 0);
    row("D:(D;;FW;;;WD)(A;;FA;;;AU)", rights::fileAll & ~rights::fileWrite);
    row("D:(A;;FA;;;AU)(D;;FW;;;WD)", rights::fileAll); // too late
    row("D:(A;;FR;;;AU)(D;;FA;;;WD)(A;;FW;;;AU)", rights::fileRead);
    row("D:(D;;FA;;;AN)(A;;FA;;;WD)", rights::fileAll); // somebody else's denial
    row("D:(A;IO;FA;;;WD)", 0);
    row("D:(D;IO;FA;;;WD)(A;;FR;;;WD)", rights::fileRead);
    row("D:(A;;0x12019b;;;AU)", rights::readWrite);
    row("D:(A;;FA;;;CO)", 0);
}

void AccessTest::OrderDecides()
{
    QFETCH(QByteArray, sddl);
    QFETCH(quint32, rights);
    QCOMPARE(granted(sddl.constData(), person(user)), rights);
}

void AccessTest::OwnerReadsAndChangesTheListUnlessOwnerRightsSaysOtherwise()
{
    const std::string mine = "O:" + user.toString();
    constexpr AccessMask implicit = rights::readControl | rights::writeDac;
    QCOMPARE(granted((mine + "D:").c_str(), person(user)), implicit);
    QCOMPARE(granted((mine + "D:").c_str(), person(stranger)), AccessMask{0});
    QCOMPARE(granted((mine + "D:(D;;FA;;;WD)").c_str(), person(user)), implicit);
    QCOMPARE(granted((mine + "D:(A;;RC;;;OW)").c_str(), person(user)), rights::readControl);
    QCOMPARE(granted((mine + "D:(A;;FA;;;OW)").c_str(), person(user)), rights::fileAll);
    QCOMPARE(granted((mine + "D:(A;;FA;;;OW)").c_str(), person(stranger)), AccessMask{0});
    QCOMPARE(granted((mine + "D:(A;IO;RC;;;OW)").c_str(), person(user)), implicit);
    QVERIFY(effectiveRights(descriptorOf((mine + "D:").c_str()), person(user)).asOwner);
}

void AccessTest::DenyOnlyGroupsAllowNothing()
{
    // As an administrator who did not elevate.
    AccessSubject subject = person(user);
    subject.denyOnly = {sids::administrators()};
    QCOMPARE(granted("D:(A;;FA;;;BA)", subject), AccessMask{0});
    QCOMPARE(granted("D:(D;;FW;;;BA)(A;;FA;;;AU)", subject), rights::fileAll & ~rights::fileWrite);
    subject.sids.push_back(sids::administrators());
    QCOMPARE(granted("D:(A;;FA;;;BA)", subject), rights::fileAll);
}

void AccessTest::LabelStopsThoseBelow_data()
{
    QTest::addColumn<QByteArray>("label");
    QTest::addColumn<quint32>("integrity");
    QTest::addColumn<quint32>("rights");
    const auto all = quint32(rights::fileAll);
    const auto readable = quint32(rights::fileRead | rights::fileExecute);
    QTest::newRow("medium by itself") << QByteArray("") << mediumIntegrity << all;
    QTest::newRow("low below the default") << QByteArray("") << lowIntegrity << readable;
    QTest::newRow("low label") << QByteArray("S:(ML;;NW;;;LW)") << lowIntegrity << all;
    QTest::newRow("high label") << QByteArray("S:(ML;;NW;;;HI)") << mediumIntegrity << readable;
    QTest::newRow("no read up") << QByteArray("S:(ML;;NWNRNX;;;HI)") << mediumIntegrity << 0U;
    QTest::newRow("no policy") << QByteArray("S:(ML;;0x0;;;HI)") << mediumIntegrity
                               << quint32(readable | rights::fileWrite);
    QTest::newRow("above") << QByteArray("S:(ML;;NW;;;HI)") << systemIntegrity << all;
}

void AccessTest::LabelStopsThoseBelow()
{
    QFETCH(QByteArray, label);
    QFETCH(quint32, integrity);
    QFETCH(quint32, rights);
    AccessSubject subject = person(user);
    subject.integrity = integrity;
    const auto report =
        effectiveRights(descriptorOf(("D:(A;;FA;;;WD)" + label).constData()), subject);
    QCOMPARE(report.granted, rights);
    QCOMPARE(report.withheldByLabel, pipecore::rights::fileAll & ~rights);
}

void AccessTest::AppContainerNeedsTheRightTwice()
{
    AccessSubject app = person(user);
    app.packages = {Sid(15, {2, 7, 7}), sids::allAppPackages()};
    app.integrity = lowIntegrity;
    const char* const label = "S:(ML;;NW;;;LW)";
    const auto with = [&](const char* list) {
        return granted((std::string(list) + label).c_str(), app);
    };
    QCOMPARE(with("D:(A;;FA;;;WD)"), AccessMask{0});
    QCOMPARE(with("D:(A;;FA;;;AC)"), AccessMask{0});
    QCOMPARE(with("D:(A;;FA;;;WD)(A;;FR;;;AC)"), rights::fileRead);
    QCOMPARE(with("D:(A;;FA;;;WD)(A;;FR;;;S-1-15-2-7-7)"), rights::fileRead);
    QCOMPARE(with("D:(D;;FA;;;AC)(A;;FA;;;WD)(A;;FR;;;S-1-15-2-7-7)"), AccessMask{0});
}

void AccessTest::ReportNamesTheDecidingEntries()
{
    const auto report = effectiveRights(
        descriptorOf("D:(D;;FW;;;WD)(A;;FA;;;SY)(A;;FR;;;AU)(A;;FR;;;WD)"), person(user));
    QCOMPARE(report.steps.size(), std::size_t{2});
    QCOMPARE(report.steps[0].entry, std::size_t{0});
    QCOMPARE(report.steps[0].denied, rights::fileWrite);
    QCOMPARE(report.steps[1].entry, std::size_t{2});
    // Rights that the first entry denied stay denied, also where reading and writing overlap.
    QCOMPARE(report.steps[1].allowed, rights::fileRead & ~rights::fileWrite);
}

void AccessTest::OperatorsWriteAndAuditorsRead()
{
    // The example of the manual.
    const Sid operators(5, {21, 1, 2, 3, 2001});
    const Sid auditors(5, {21, 1, 2, 3, 2002});
    const char* const sddl = "D:P(A;;FA;;;SY)(A;;FA;;;BA)(A;;0x12019b;;;S-1-5-21-1-2-3-2001)"
                             "(A;;FR;;;S-1-5-21-1-2-3-2002)";
    AccessSubject subject = person(user);
    QCOMPARE(granted(sddl, subject), AccessMask{0});
    subject.sids.push_back(auditors);
    QCOMPARE(granted(sddl, subject), rights::fileRead);
    subject.sids.back() = operators;
    QCOMPARE(granted(sddl, subject), rights::readWrite);
    QCOMPARE(granted(sddl, subject) & rights::createInstance, AccessMask{0});
}

void AccessTest::PresetsLetInWhomTheyName()
{
    const auto rightsWith = [](SecurityPreset preset, const AccessSubject& subject) {
        return effectiveRights(securityPreset(preset, user), subject).granted;
    };
    for (const SecurityPreset preset :
         {SecurityPreset::SafeDefault, SecurityPreset::CurrentUser,
          SecurityPreset::AuthenticatedUsers, SecurityPreset::LocalInteractive,
          SecurityPreset::AppContainer, SecurityPreset::Everyone}) {
        QCOMPARE(rightsWith(preset, person(user)), rights::fileAll);
        QCOMPARE(rightsWith(preset, person(stranger)) & rights::createInstance, AccessMask{0});
    }
    QCOMPARE(rightsWith(SecurityPreset::AdministratorsOnly, person(user)), AccessMask{0});
    QCOMPARE(rightsWith(SecurityPreset::SafeDefault, person(stranger)), AccessMask{0});
    QCOMPARE(rightsWith(SecurityPreset::AuthenticatedUsers, person(stranger)), rights::readWrite);
    AccessSubject here = person(stranger);
    here.sids.push_back(sids::interactive());
    QCOMPARE(rightsWith(SecurityPreset::LocalInteractive, here), rights::readWrite);
    AccessSubject away = person(user);
    away.sids.push_back(sids::network());
    QCOMPARE(rightsWith(SecurityPreset::LocalInteractive, away), AccessMask{0});
    AccessSubject app = person(user);
    app.packages = {sids::allAppPackages()};
    app.integrity = lowIntegrity;
    QCOMPARE(rightsWith(SecurityPreset::AppContainer, app), rights::readWrite);
    QCOMPARE(rightsWith(SecurityPreset::SafeDefault, app), AccessMask{0});
    const AccessSubject nobody{.sids = {sids::anonymous()}, .denyOnly = {}, .packages = {}};
    QCOMPARE(rightsWith(SecurityPreset::Everyone, nobody), rights::readWrite);
    QCOMPARE(rightsWith(SecurityPreset::AuthenticatedUsers, nobody), AccessMask{0});
}

PIPESCOPE_GUILESS_TEST(AccessTest)
#include "tst_access.moc"
