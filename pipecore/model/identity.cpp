// Identities as text. The systems' own parts are in win32/ and unix/.
#include "pipecore/model/identity.h"

#include "pipecore/base/translatable.h"
#include "pipecore/security/rights.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pipecore {
namespace {

using Value = IdentityFact::Value;

/// Lists name each member at most so often; the rest is counted.
constexpr std::size_t maxListed = 200;

std::string hex(std::uint64_t value)
{
    return fmt::format("{:#x}", value);
}

std::string_view wordOf(IntegrityLevel level)
{
    switch (level) {
    case IntegrityLevel::Untrusted: return PIPECORE_TR("IdentityWord", "untrusted");
    case IntegrityLevel::Low: return PIPECORE_TR("IdentityWord", "low");
    case IntegrityLevel::Medium: return PIPECORE_TR("IdentityWord", "medium");
    case IntegrityLevel::MediumPlus: return PIPECORE_TR("IdentityWord", "medium plus");
    case IntegrityLevel::High: return PIPECORE_TR("IdentityWord", "high");
    case IntegrityLevel::System: return PIPECORE_TR("IdentityWord", "system");
    case IntegrityLevel::Protected: return PIPECORE_TR("IdentityWord", "protected");
    }
    return {};
}

std::string_view wordOf(const Elevation& elevation)
{
    switch (elevation.type) {
    case Elevation::Type::Full: return PIPECORE_TR("IdentityWord", "elevated");
    case Elevation::Type::Limited:
        return PIPECORE_TR("IdentityWord", "not elevated; an administrator could elevate it");
    case Elevation::Type::Default: break;
    }
    return elevation.isElevated
               ? PIPECORE_TR("IdentityWord", "elevated; the user has no other token")
               : PIPECORE_TR("IdentityWord", "not elevated");
}

std::string_view wordOf(PidReuse reuse)
{
    switch (reuse) {
    case PidReuse::No: return PIPECORE_TR("IdentityWord", "no");
    case PidReuse::Yes:
        return PIPECORE_TR("IdentityWord", "yes: the process started after the connection");
    case PidReuse::Unsure:
        return PIPECORE_TR("IdentityWord",
                           "unknown: the process started in the same second as the connection");
    }
    return {};
}

std::string_view wordOf(ImpersonationLevel level)
{
    switch (level) {
    case ImpersonationLevel::Anonymous: return PIPECORE_TR("IdentityWord", "anonymous");
    case ImpersonationLevel::Identification: return PIPECORE_TR("IdentityWord", "identification");
    case ImpersonationLevel::Impersonation: return PIPECORE_TR("IdentityWord", "impersonation");
    case ImpersonationLevel::Delegation: return PIPECORE_TR("IdentityWord", "delegation");
    }
    return {};
}

std::string textOf(const Account& account)
{
    return account.name ? fmt::format("{} ({})", *account.name, account.id) : account.id;
}

std::string textOf(const Group& group)
{
    std::string text = textOf(group.account);
    if (group.denyOnly) {
        text += " [deny only]";
    } else if (!group.isEnabled) {
        text += " [disabled]";
    }
    return text;
}

std::string textOf(const Privilege& privilege)
{
    return privilege.isEnabled ? privilege.name : privilege.name + " [disabled]";
}

template <typename T>
std::string listOf(const std::vector<T>& all)
{
    std::string text;
    for (std::size_t i = 0; i < all.size() && i < maxListed; ++i) {
        text += (i == 0 ? "" : ", ") + textOf(all[i]);
    }
    if (all.size() > maxListed) {
        text += fmt::format(", +{}", all.size() - maxListed);
    }
    return text;
}

Value show(const std::string& text)
{
    return {.text = text};
}
Value show(std::uint32_t number)
{
    return {.text = std::to_string(number)};
}
/// Of all numbers only moments are so long.
Value show(std::int64_t wallNs)
{
    return {.timeNs = wallNs};
}
Value show(const Account& account)
{
    return {.text = textOf(account)};
}
Value show(const Integrity& integrity)
{
    return {.word = wordOf(integrity.level), .text = hex(integrity.rid)};
}
Value show(const Elevation& elevation)
{
    return {.word = wordOf(elevation)};
}
Value show(const AppContainer& container)
{
    return {.word = container.isInside ? PIPECORE_TR("IdentityWord", "yes")
                                       : PIPECORE_TR("IdentityWord", "no"),
            .text = container.packageSid};
}
Value show(PidReuse reuse)
{
    return {.word = wordOf(reuse)};
}
Value show(ImpersonationLevel level)
{
    return {.word = wordOf(level)};
}
template <typename T>
Value show(const std::vector<T>& all)
{
    return all.empty() ? Value{.word = PIPECORE_TR("IdentityWord", "none")}
                       : Value{.text = listOf(all)};
}

/// Puts facts together.
class Facts
{
public:
    template <typename T>
    void add(std::string_view key, std::string_view label, const Result<T>& value)
    {
        if (value) {
            m_all.push_back({key, label, show(*value)});
        } else {
            m_all.push_back({key, label, std::unexpected(value.error())});
        }
    }
    void addValue(std::string_view key, std::string_view label, Value value)
    {
        m_all.push_back({key, label, std::move(value)});
    }
    void addToken(const TokenFacts& token)
    {
        add("user", PIPECORE_TR("IdentityFact", "User"), token.user);
        add("primaryGroup", PIPECORE_TR("IdentityFact", "Primary group"), token.primaryGroup);
        const auto& logon = token.logonSession;
        add("logonSession", PIPECORE_TR("IdentityFact", "Logon session"),
            logon ? Result<std::string>(hex(*logon)) : std::unexpected(logon.error()));
        add("terminalSession", PIPECORE_TR("IdentityFact", "Terminal session"),
            token.terminalSession);
        add("integrity", PIPECORE_TR("IdentityFact", "Integrity level"), token.integrity);
        add("elevation", PIPECORE_TR("IdentityFact", "Elevation"), token.elevation);
        add("appContainer", PIPECORE_TR("IdentityFact", "AppContainer"), token.appContainer);
    }
    [[nodiscard]] std::vector<IdentityFact> take() { return std::move(m_all); }

private:
    std::vector<IdentityFact> m_all;
};

/// 2025-03-09T14:03:07.123456Z
std::string isoTime(std::int64_t wallNs)
{
    using namespace std::chrono;
    const sys_time<nanoseconds> moment{nanoseconds(wallNs)};
    const auto day = floor<days>(moment);
    const year_month_day date(day);
    const hh_mm_ss time(floor<microseconds>(moment - day));
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:06}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       time.hours().count(), time.minutes().count(), time.seconds().count(),
                       time.subseconds().count());
}

std::string requestedText(RequestedAccess requested)
{
    std::string text;
    const auto put = [&](RequestedAccess one, std::string_view name) {
        if (includes(requested, one)) {
            text += (text.empty() ? "" : ", ") + std::string(name);
        }
    };
    put(RequestedAccess::Read, "read");
    put(RequestedAccess::Write, "write");
    put(RequestedAccess::Execute, "execute");
    put(RequestedAccess::Delete, "delete");
    return text;
}

} // namespace

std::vector<IdentityFact> factsOf(const ProcessIdentity& identity)
{
    Facts facts;
    facts.addValue("processId", PIPECORE_TR("IdentityFact", "Process ID"),
                   show(identity.processId));
    facts.add("image", PIPECORE_TR("IdentityFact", "Program"), identity.image);
    facts.add("commandLine", PIPECORE_TR("IdentityFact", "Command line"), identity.commandLine);
    facts.add("startTime", PIPECORE_TR("IdentityFact", "Started"), identity.startedNs);
    facts.add("pidReused", PIPECORE_TR("IdentityFact", "PID reused"), identity.reuse);
    facts.addToken(identity.token);
    return facts.take();
}

std::vector<IdentityFact> factsOf(const ClientIdentity& identity)
{
    Facts facts;
    facts.add("processId", PIPECORE_TR("IdentityFact", "Process ID"), identity.processId);
    facts.add("levelGranted", PIPECORE_TR("IdentityFact", "Granted level"), identity.levelGranted);
    facts.add("levelAsked", PIPECORE_TR("IdentityFact", "Requested level"), identity.levelAsked);
    facts.addToken(identity.token);
    facts.add("computer", PIPECORE_TR("IdentityFact", "Client computer"), identity.computer);
    facts.add("clientSession", PIPECORE_TR("IdentityFact", "Client session"),
              identity.clientSession);
    facts.add("securityLabel", PIPECORE_TR("IdentityFact", "Security label"),
              identity.securityLabel);
    facts.add("groups", PIPECORE_TR("IdentityFact", "Groups"), identity.groups);
    facts.add("privileges", PIPECORE_TR("IdentityFact", "Privileges"), identity.privileges);
    return facts.take();
}

std::vector<IdentityFact> factsOf(const ProcessRights& rights)
{
    Facts facts;
    facts.add("groups", PIPECORE_TR("IdentityFact", "Groups"), rights.groups);
    facts.add("privileges", PIPECORE_TR("IdentityFact", "Privileges"), rights.privileges);
    return facts.take();
}

namespace {

constexpr std::array<std::string_view, 4> unixRights{"execute", "write", "read", "delete"};
/// The lower half of a mask means something else for each kind of object.
constexpr std::array<std::string_view, 6> keyRights{"KEY_QUERY_VALUE",    "KEY_SET_VALUE",
                                                    "KEY_CREATE_SUB_KEY", "KEY_ENUMERATE_SUB_KEYS",
                                                    "KEY_NOTIFY",         "KEY_CREATE_LINK"};
constexpr AccessMask objectBits = 0xFFFF;

/// Appends the names of the bits that have one, the first for the lowest bit, and clears them in `mask`.
void takeNames(std::span<const std::string_view> known, AccessMask& mask,
               std::vector<std::string>& names)
{
    for (std::size_t bit = 0; bit < known.size(); ++bit) {
        if ((mask >> bit & 1U) != 0) {
            names.emplace_back(known[bit]);
            mask &= ~(AccessMask{1} << bit);
        }
    }
}

/// The names of the rights of a mask, which has the bits of the system that answered.
std::string maskText(const AccessAnswer& answer, AccessMask mask)
{
    const std::string number = hex(mask);
    if (mask == 0) {
        return number;
    }
    const bool isKey = answer.target.kind == AccessTarget::Kind::RegistryKey;
    const bool isUnix = !isKey && ((answer.desired | answer.granted) >> unixRights.size()) == 0;
    std::vector<std::string> names;
    if (isUnix) {
        takeNames(unixRights, mask, names);
    } else if (isKey) {
        takeNames(keyRights, mask, names);
        if (const AccessMask unknown = mask & objectBits) {
            names.push_back(hex(unknown));
        }
        mask &= ~objectBits;
    }
    for (const std::string& name : rightNames(mask)) {
        // The same bit of a file has another name.
        names.push_back(name == "FILE_CREATE_PIPE_INSTANCE" ? "FILE_APPEND_DATA" : name);
    }
    return fmt::format("{} ({})", number, fmt::join(names, ", "));
}

} // namespace

std::vector<IdentityFact> factsOf(const AccessAnswer& answer)
{
    Facts facts;
    facts.addValue("answer", PIPECORE_TR("IdentityFact", "Result"),
                   {.word = answer.isAllowed ? PIPECORE_TR("IdentityWord", "allowed")
                                             : PIPECORE_TR("IdentityWord", "denied"),
                    .phrase = answer.reason});
    facts.addValue("target", PIPECORE_TR("IdentityFact", "Target"), show(answer.target.path));
    facts.addValue("wish", PIPECORE_TR("IdentityFact", "Requested"),
                   show(requestedText(answer.requested)));
    facts.addValue("desired", PIPECORE_TR("IdentityFact", "Requested rights"),
                   show(maskText(answer, answer.desired)));
    facts.addValue("granted", PIPECORE_TR("IdentityFact", "Granted"),
                   show(maskText(answer, answer.granted)));
    facts.addValue("notConsidered", PIPECORE_TR("IdentityFact", "Not considered"),
                   {.word = answer.notConsidered});
    return facts.take();
}

std::string textOf(const IdentityFact::Value& value)
{
    if (value.timeNs) {
        return isoTime(*value.timeNs);
    }
    const std::string text = value.text + value.phrase.text();
    if (value.word.empty() || text.empty()) {
        return text + std::string(value.word);
    }
    return fmt::format("{} ({})", value.word, text);
}

std::string textOf(const std::vector<IdentityFact>& facts)
{
    std::string text;
    for (const IdentityFact& fact : facts) {
        text += text.empty() ? "" : "\n";
        text += fmt::format("{}: {}", fact.label,
                            fact.value ? textOf(*fact.value)
                                       : "not known: " + describe(fact.value.error()));
    }
    return text;
}

std::string summaryOf(const ClientIdentity& identity)
{
    std::string text = identity.token.user
                           ? textOf(*identity.token.user)
                           : "user not known: " + describe(identity.token.user.error());
    if (identity.token.integrity) {
        text += fmt::format(", {} integrity", wordOf(identity.token.integrity->level));
    }
    if (identity.levelGranted) {
        text += fmt::format(", {} level", wordOf(*identity.levelGranted));
    }
    return text;
}

std::string summaryOf(const AccessAnswer& answer)
{
    std::string text = fmt::format("{}: {} {}", answer.isAllowed ? "allowed" : "denied",
                                   requestedText(answer.requested), answer.target.path);
    if (!answer.reason.pattern.empty()) {
        text += "; " + answer.reason.text();
    }
    return text;
}

} // namespace pipecore
