#include "security_text.h"

#include "pipecore/discovery/pipe_security.h"
#include "pipecore/security/security_check.h"
#include "runner/register.h"

#include <QTest>

#include <set>

using namespace pipecore;

/// Every rule finds what it is for, and nothing in what is right.
class SecurityCheckTest : public QObject
{
    Q_OBJECT

private slots:
    void RuleFires_data();
    void RuleFires();
    void RuleDoesNotMatch_data();
    void RuleDoesNotMatch();
    void SocketRules_data();
    void SocketRules();
    void EveryRuleHasBothFixtures();
    void EveryRuleIsComplete();
    void SafeDefaultHasNoFinding();
    void MostSevereComesFirst();
    void UnknownServerLowersWhatASingleAccountMeans();
    void LivePipeIsCheckedWithItsContext();
};

namespace {

const Sid server(5, {21, 1, 2, 3, 1001});
using Level = SecurityContext::ClientLevel;

struct Fixture
{
    const char* rule;
    const char* sddl; ///< null: no descriptor
    SecurityContext context;
    Severity severity = Severity::High; ///< of the finding, where there should be one
};

SecurityContext of(const Sid& user)
{
    SecurityContext context;
    context.user = user;
    return context;
}
SecurityContext remote(bool rejected)
{
    SecurityContext context = of(server);
    context.rejectRemote = rejected;
    return context;
}
SecurityContext first(bool asserted)
{
    SecurityContext context = of(server);
    context.firstInstance = asserted;
    return context;
}
SecurityContext client(Level level, bool needed = false)
{
    SecurityContext context;
    context.clientLevel = level;
    context.impersonationNeeded = needed;
    return context;
}

std::vector<Fixture> positives()
{
    return {
        {"null-dacl", "D:NO_ACCESS_CONTROL", of(server)},
        {"no-dacl", "O:BA", of(server), Severity::Low},
        {"empty-dacl", "D:P", of(server), Severity::Info},
        {"everyone-write", "D:(A;;FW;;;WD)", of(server)},
        {"everyone-write", "D:(A;;GA;;;WD)", of(server)},
        {"everyone-write", "D:(A;;0x2;;;WD)", of(server)},
        {"anonymous-write", "D:(D;;FW;;;WD)(A;;FW;;;AN)", of(server)},
        {"network-write", "D:(A;;0x12019b;;;NU)", of(server)},
        {"appcontainer-write", "D:(A;;0x12019b;;;AC)", of(server), Severity::Medium},
        {"appcontainer-write", "D:(A;;FW;;;S-1-15-2-1-2-3-4-5-6-7)", of(server), Severity::Medium},
        {"appcontainer-write", "D:(A;;FW;;;S-1-15-3-1)", of(server), Severity::Medium},
        {"users-write", "D:(A;;0x12019b;;;AU)", of(server), Severity::Low},
        {"create-instance", "D:(A;;FW;;;AU)", of(server)},
        {"create-instance", "D:(A;;GW;;;IU)", of(server)},
        {"create-instance", "D:(A;;0x4;;;WD)", of(server)},
        {"create-instance", "D:(A;;FA;;;S-1-5-21-9-9-9-1007)", of(server), Severity::Medium},
        {"change-security", "D:(A;;WD;;;BU)", of(server)},
        {"change-security", "D:(A;;WO;;;S-1-5-21-9-9-9-1007)", of(server), Severity::Medium},
        {"late-deny", "D:(A;;FR;;;AU)(D;;FA;;;AU)", of(server), Severity::Medium},
        {"late-deny", "D:P(A;;GA;;;WD)(D;;FW;;;NU)", of(server), Severity::Medium},
        {"late-deny", "D:(A;;FA;;;AU)(D;;FW;;;S-1-5-21-9-9-9-1007)", of(server), Severity::Medium},
        {"late-deny", "D:(A;;FA;;;BU)(D;;FW;;;IU)", of(server), Severity::Medium},
        {"low-label", "D:(A;;FA;;;SY)S:(ML;;NW;;;LW)", of(server), Severity::Medium},
        {"low-label", "D:(A;;FA;;;SY)S:(ML;;NR;;;HI)", of(server), Severity::Medium},
        {"remote", "D:(A;;FR;;;BA)", remote(false), Severity::Medium},
        {"remote", "D:(A;;FA;;;WD)", remote(false)},
        {"remote", nullptr, remote(false), Severity::Medium},
        {"first-instance", "D:(A;;FA;;;SY)", first(false), Severity::Medium},
        {"owner", "O:S-1-5-21-9-9-9-1007D:(A;;FA;;;SY)", of(server), Severity::Medium},
        {"owner", "O:BUD:(A;;FA;;;SY)", {}},
        {"client-level", nullptr, client(Level::Impersonation), Severity::Medium},
        {"client-level", nullptr, client(Level::Delegation)},
    };
}

std::vector<Fixture> negatives()
{
    return {
        {"null-dacl", "D:", of(server)},
        {"no-dacl", "D:", of(server)},
        {"empty-dacl", "D:(A;;FR;;;SY)", of(server)},
        {"everyone-write", "D:(A;;FR;;;WD)", of(server)},
        {"everyone-write", "D:(D;;FW;;;WD)(A;;FA;;;WD)", of(server)},
        {"everyone-write", "D:(A;IO;FA;;;WD)", of(server)},
        {"anonymous-write", "D:(A;;FA;;;WD)", of(server)},
        {"anonymous-write", "D:(D;;FA;;;AN)(A;;FA;;;AN)", of(server)},
        {"network-write", "D:(D;;FA;;;NU)(A;;FA;;;NU)", of(server)},
        {"network-write", "D:(D;;FA;;;WD)(A;;FA;;;NU)", of(server)},
        {"appcontainer-write", "D:(A;;FR;;;AC)", of(server)},
        {"users-write", "D:(A;;0x12019b;;;S-1-5-21-9-9-9-2001)(A;;FR;;;AU)", of(server)},
        {"create-instance", "D:(A;;0x12019b;;;AU)(A;;FA;;;BA)(A;;FA;;;SY)", of(server)},
        {"create-instance", "D:(A;;FA;;;S-1-5-21-1-2-3-1001)", of(server)},
        {"create-instance", "O:S-1-5-21-9-9-9-1007D:(A;;FA;;;S-1-5-21-9-9-9-1007)", {}},
        {"create-instance", "D:(D;;0x4;;;AU)(A;;FW;;;AU)", of(server)},
        {"create-instance", "D:(A;;FA;;;CO)(A;;FA;;;OW)", of(server)},
        {"change-security", "D:(A;;0x12019b;;;AU)", of(server)},
        {"late-deny", "D:(D;;FW;;;AU)(A;;FA;;;AU)", of(server)},
        {"late-deny", "D:(A;;FR;;;AU)(D;;FA;;;AN)", of(server)},
        {"late-deny", "D:P(D;;FW;;;NU)(A;;GA;;;WD)", of(server)},
        {"late-deny", "D:(A;;FR;;;WD)(D;;0x2;;;NU)", of(server)},
        {"late-deny", "D:(A;;FA;;;AU)(D;;FA;;;BG)", of(server)},
        {"unknown-entry", "D:(A;;FR;;;AU)", of(server)},
        {"low-label", "D:(A;;FA;;;SY)S:(ML;;NW;;;ME)", of(server)},
        {"low-label", "D:(A;;FA;;;SY)", of(server)},
        {"remote", "D:(A;;FA;;;WD)", remote(true)},
        {"remote", "D:(A;;FA;;;WD)", of(server)},
        {"remote", "D:(D;;FA;;;NU)(A;;FA;;;WD)", remote(false)},
        {"first-instance", "D:(A;;FA;;;SY)", first(true)},
        {"first-instance", "D:(A;;FA;;;SY)", of(server)},
        {"owner", "O:S-1-5-21-1-2-3-1001D:(A;;FA;;;SY)", of(server)},
        {"owner", "O:BAD:(A;;FA;;;SY)", of(server)},
        {"owner", "O:S-1-5-21-9-9-9-1007D:(A;;FA;;;SY)", {}},
        {"client-level", nullptr, client(Level::Identification)},
        {"client-level", nullptr, client(Level::Impersonation, true)},
        {"client-level", nullptr, {}},
    };
}

struct SocketFixture
{
    const char* rule;
    SocketSecurity socket;
    bool fires;
};
SocketSecurity socketOf(std::uint32_t mode, std::uint32_t folderMode, std::uint32_t owner = 1000,
                        std::uint32_t folderOwner = 1000)
{
    return {.isAbstract = false,
            .mode = mode,
            .owner = owner,
            .group = 1000,
            .folderMode = folderMode,
            .folderOwner = folderOwner,
            .user = 1000};
}
std::vector<SocketFixture> socketFixtures()
{
    SocketSecurity abstract = socketOf(0700, 0700);
    abstract.isAbstract = true;
    return {
        {"socket-others", socketOf(0777, 0700), true},
        {"socket-others", socketOf(0775, 0700), false},
        {"socket-group", socketOf(0770, 0700), true},
        {"socket-group", socketOf(0700, 0700), false},
        {"socket-abstract", abstract, true},
        {"socket-abstract", socketOf(0700, 0700), false},
        {"socket-owner", socketOf(0700, 0700, 1001), true},
        {"socket-owner", socketOf(0700, 0700, 0, 0), false},
        {"folder-open", socketOf(0700, 0777), true},
        {"folder-open", socketOf(0700, 0755, 1000, 1001), true},
        {"folder-open", socketOf(0700, 01777, 1000, 0), false},
        {"folder-shared", socketOf(0700, 01777, 1000, 0), true},
        {"folder-shared", socketOf(0700, 0700), false},
    };
}

const SecurityFinding* find(const std::vector<SecurityFinding>& findings, std::string_view rule)
{
    const auto found = std::ranges::find_if(
        findings, [rule](const SecurityFinding& finding) { return finding.rule->id == rule; });
    return found == findings.end() ? nullptr : &*found;
}

void addRows(const std::vector<Fixture>& fixtures)
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < fixtures.size(); ++i) {
        QTest::addRow("%s %s", fixtures[i].rule, fixtures[i].sddl ? fixtures[i].sddl : "options")
            << static_cast<int>(i);
    }
}

std::vector<SecurityFinding> check(const Fixture& fixture)
{
    std::optional<SecurityDescriptor> descriptor;
    if (fixture.sddl != nullptr) {
        descriptor = descriptorOf(fixture.sddl);
    }
    return checkSecurity(descriptor, fixture.context);
}

} // namespace

void SecurityCheckTest::RuleFires_data()
{
    addRows(positives());
}

void SecurityCheckTest::RuleFires()
{
    QFETCH(int, index);
    const Fixture fixture = positives().at(static_cast<std::size_t>(index));
    const auto findings = check(fixture);
    const SecurityFinding* found = find(findings, fixture.rule);
    QVERIFY(found != nullptr);
    QCOMPARE(found->severity, fixture.severity);
    if (found->entry) {
        const SecurityDescriptor descriptor = descriptorOf(fixture.sddl);
        QVERIFY(*found->entry < descriptor.dacl->entries.size());
        QVERIFY(found->account == descriptor.dacl->entries[*found->entry].sid);
    }
}

void SecurityCheckTest::RuleDoesNotMatch_data()
{
    addRows(negatives());
}

void SecurityCheckTest::RuleDoesNotMatch()
{
    QFETCH(int, index);
    const Fixture fixture = negatives().at(static_cast<std::size_t>(index));
    QVERIFY(find(check(fixture), fixture.rule) == nullptr);
}

void SecurityCheckTest::SocketRules_data()
{
    QTest::addColumn<int>("index");
    const auto fixtures = socketFixtures();
    for (std::size_t i = 0; i < fixtures.size(); ++i) {
        QTest::addRow("%s %o %o", fixtures[i].rule, fixtures[i].socket.mode,
                      fixtures[i].socket.folderMode)
            << static_cast<int>(i);
    }
}

void SecurityCheckTest::SocketRules()
{
    QFETCH(int, index);
    const SocketFixture fixture = socketFixtures().at(static_cast<std::size_t>(index));
    QCOMPARE(find(checkSocket(fixture.socket), fixture.rule) != nullptr, fixture.fires);
}

void SecurityCheckTest::EveryRuleHasBothFixtures()
{
    std::set<std::string_view> fires{"unknown-entry"}; // UnknownEntry… below makes it from bytes
    std::set<std::string_view> quiet;
    for (const Fixture& fixture : positives()) {
        fires.insert(fixture.rule);
    }
    for (const Fixture& fixture : negatives()) {
        quiet.insert(fixture.rule);
    }
    for (const SocketFixture& fixture : socketFixtures()) {
        (fixture.fires ? fires : quiet).insert(fixture.rule);
    }
    for (const SecurityRule& rule : securityRules()) {
        QVERIFY2(fires.contains(rule.id), rule.id.data());
        QVERIFY2(quiet.contains(rule.id), rule.id.data());
    }
    SecurityDescriptor descriptor = descriptorOf("D:(A;;FR;;;AU)");
    descriptor.dacl->entries[0].kind = EntryKind::Other;
    QVERIFY(find(checkSecurity(descriptor, {}), "unknown-entry") != nullptr);
}

void SecurityCheckTest::EveryRuleIsComplete()
{
    std::set<std::string_view> ids;
    for (const SecurityRule& rule : securityRules()) {
        QVERIFY2(ids.insert(rule.id).second, rule.id.data());
        QVERIFY(!rule.title.empty() && !rule.reference.empty());
        QVERIFY2(rule.allows.ends_with('.') && rule.fix.ends_with('.'), rule.id.data());
        QVERIFY2(rule.url.starts_with("https://learn.microsoft.com/en-us/")
                     || rule.url.starts_with("https://man7.org/"),
                 rule.url.data());
        QVERIFY(&securityRule(rule.id) == &rule);
    }
}

void SecurityCheckTest::SafeDefaultHasNoFinding()
{
    SecurityContext context = of(server);
    context.rejectRemote = true;
    context.firstInstance = true;
    for (const SecurityPreset preset :
         {SecurityPreset::SafeDefault, SecurityPreset::CurrentUser,
          SecurityPreset::AdministratorsOnly, SecurityPreset::LocalInteractive}) {
        const auto findings = checkSecurity(securityPreset(preset, server), context);
        QVERIFY2(findings.empty(), findings.empty() ? "" : findings[0].rule->id.data());
    }
    QVERIFY(find(checkSecurity(securityPreset(SecurityPreset::Everyone, server), context),
                 "everyone-write")
            != nullptr);
}

void SecurityCheckTest::MostSevereComesFirst()
{
    SecurityContext context = remote(false);
    context.firstInstance = false;
    const auto findings = checkSecurity(
        descriptorOf("O:BUD:(A;;FR;;;AU)(A;;FW;;;AU)(D;;FA;;;AU)(A;;FA;;;WD)S:(ML;;NW;;;LW)"),
        context);
    QVERIFY(findings.size() > 6);
    QVERIFY(std::ranges::is_sorted(findings, std::greater(), &SecurityFinding::severity));
    QCOMPARE(findings.front().severity, Severity::High);
}

void SecurityCheckTest::UnknownServerLowersWhatASingleAccountMeans()
{
    const auto descriptor = descriptorOf("D:(A;;FA;;;S-1-5-21-9-9-9-1007)");
    QCOMPARE(find(checkSecurity(descriptor, {}), "create-instance")->severity, Severity::Low);
    QCOMPARE(find(checkSecurity(descriptor, of(server)), "create-instance")->severity,
             Severity::Medium);
}

void SecurityCheckTest::LivePipeIsCheckedWithItsContext()
{
    LiveSecurity live;
    live.descriptor = descriptorOf("D:(A;;FA;;;S-1-5-21-1-2-3-1001)");
    QCOMPARE(find(checkLive(live), "create-instance")->severity, Severity::Low);
    live.serverUser = server;
    QVERIFY(find(checkLive(live), "create-instance") == nullptr);
    // The account named by the caller takes precedence.
    QCOMPARE(find(checkLive(live, of(Sid(5, {21, 9, 9, 9, 1007}))), "create-instance")->severity,
             Severity::Medium);
    live.socket = SocketSecurity{.mode = 0666};
    QVERIFY(find(checkLive(live), "socket-others") != nullptr);
    QVERIFY(find(checkLive(live), "create-instance") == nullptr);
}

PIPESCOPE_GUILESS_TEST(SecurityCheckTest)
#include "tst_security_check.moc"
