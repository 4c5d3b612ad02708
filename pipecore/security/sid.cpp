#include "pipecore/security/sid.h"

#include "pipecore/base/translatable.h"
#include "scanner.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace pipecore {

namespace {

constexpr std::array accounts = std::to_array<WellKnownAccount>({
    {"WD", "S-1-1-0", PIPECORE_TR("WellKnownAccount", "Everyone")},
    {"AU", "S-1-5-11", PIPECORE_TR("WellKnownAccount", "Authenticated Users")},
    {"BA", "S-1-5-32-544", PIPECORE_TR("WellKnownAccount", "Administrators")},
    {"SY", "S-1-5-18", PIPECORE_TR("WellKnownAccount", "SYSTEM")},
    {"BU", "S-1-5-32-545", PIPECORE_TR("WellKnownAccount", "Users")},
    {"IU", "S-1-5-4", PIPECORE_TR("WellKnownAccount", "Interactive")},
    {"NU", "S-1-5-2", PIPECORE_TR("WellKnownAccount", "Network")},
    {"AN", "S-1-5-7", PIPECORE_TR("WellKnownAccount", "Anonymous")},
    {"LS", "S-1-5-19", PIPECORE_TR("WellKnownAccount", "Local Service")},
    {"NS", "S-1-5-20", PIPECORE_TR("WellKnownAccount", "Network Service")},
    {"SU", "S-1-5-6", PIPECORE_TR("WellKnownAccount", "Service")},
    {"AC", "S-1-15-2-1", PIPECORE_TR("WellKnownAccount", "All application packages")},
    {"", "S-1-15-2-2", PIPECORE_TR("WellKnownAccount", "All restricted application packages")},
    {"OW", "S-1-3-4", PIPECORE_TR("WellKnownAccount", "Owner rights")},
    {"CO", "S-1-3-0", PIPECORE_TR("WellKnownAccount", "Creator owner")},
    {"CG", "S-1-3-1", PIPECORE_TR("WellKnownAccount", "Creator group")},
    {"BG", "S-1-5-32-546", PIPECORE_TR("WellKnownAccount", "Guests")},
    {"", "S-1-2-0", PIPECORE_TR("WellKnownAccount", "Local")},
    {"", "S-1-2-1", PIPECORE_TR("WellKnownAccount", "Console logon")},
    {"", "S-1-5-3", PIPECORE_TR("WellKnownAccount", "Batch")},
    {"", "S-1-5-14", PIPECORE_TR("WellKnownAccount", "Remote interactive logon")},
    {"", "S-1-5-113", PIPECORE_TR("WellKnownAccount", "Local account")},
    {"", "S-1-5-114", PIPECORE_TR("WellKnownAccount", "Local account in Administrators")},
    {"RC", "S-1-5-12", PIPECORE_TR("WellKnownAccount", "Restricted code")},
    {"WR", "S-1-5-33", PIPECORE_TR("WellKnownAccount", "Write restricted code")},
    {"PS", "S-1-5-10", PIPECORE_TR("WellKnownAccount", "Self")},
    {"ED", "S-1-5-9", PIPECORE_TR("WellKnownAccount", "Enterprise domain controllers")},
    {"PU", "S-1-5-32-547", PIPECORE_TR("WellKnownAccount", "Power users")},
    {"AO", "S-1-5-32-548", PIPECORE_TR("WellKnownAccount", "Account operators")},
    {"SO", "S-1-5-32-549", PIPECORE_TR("WellKnownAccount", "Server operators")},
    {"PO", "S-1-5-32-550", PIPECORE_TR("WellKnownAccount", "Print operators")},
    {"BO", "S-1-5-32-551", PIPECORE_TR("WellKnownAccount", "Backup operators")},
    {"RE", "S-1-5-32-552", PIPECORE_TR("WellKnownAccount", "Replicator")},
    {"RU", "S-1-5-32-554", PIPECORE_TR("WellKnownAccount", "Pre-Windows 2000 compatible access")},
    {"RD", "S-1-5-32-555", PIPECORE_TR("WellKnownAccount", "Remote desktop users")},
    {"NO", "S-1-5-32-556", PIPECORE_TR("WellKnownAccount", "Network configuration operators")},
    {"MU", "S-1-5-32-558", PIPECORE_TR("WellKnownAccount", "Performance monitor users")},
    {"LU", "S-1-5-32-559", PIPECORE_TR("WellKnownAccount", "Performance log users")},
    {"IS", "S-1-5-32-568", PIPECORE_TR("WellKnownAccount", "IIS users")},
    {"CY", "S-1-5-32-569", PIPECORE_TR("WellKnownAccount", "Cryptographic operators")},
    {"ER", "S-1-5-32-573", PIPECORE_TR("WellKnownAccount", "Event log readers")},
    {"CD", "S-1-5-32-574", PIPECORE_TR("WellKnownAccount", "Certificate service DCOM access")},
    {"RA", "S-1-5-32-575", PIPECORE_TR("WellKnownAccount", "RDS remote access servers")},
    {"ES", "S-1-5-32-576", PIPECORE_TR("WellKnownAccount", "RDS endpoint servers")},
    {"MS", "S-1-5-32-577", PIPECORE_TR("WellKnownAccount", "RDS management servers")},
    {"HA", "S-1-5-32-578", PIPECORE_TR("WellKnownAccount", "Hyper-V administrators")},
    {"AA", "S-1-5-32-579", PIPECORE_TR("WellKnownAccount", "Access control assistance operators")},
    {"RM", "S-1-5-32-580", PIPECORE_TR("WellKnownAccount", "Remote management users")},
    {"UD", "S-1-5-84-0-0-0-0-0", PIPECORE_TR("WellKnownAccount", "User-mode drivers")},
    {"AS", "S-1-18-1", PIPECORE_TR("WellKnownAccount", "Identity proven by an authority")},
    {"SS", "S-1-18-2", PIPECORE_TR("WellKnownAccount", "Identity stated by a service")},
    {"", "S-1-16-0", PIPECORE_TR("WellKnownAccount", "Untrusted integrity")},
    {"LW", "S-1-16-4096", PIPECORE_TR("WellKnownAccount", "Low integrity")},
    {"ME", "S-1-16-8192", PIPECORE_TR("WellKnownAccount", "Medium integrity")},
    {"MP", "S-1-16-8448", PIPECORE_TR("WellKnownAccount", "Medium plus integrity")},
    {"HI", "S-1-16-12288", PIPECORE_TR("WellKnownAccount", "High integrity")},
    {"SI", "S-1-16-16384", PIPECORE_TR("WellKnownAccount", "System integrity")},
    {"LA", "", PIPECORE_TR("WellKnownAccount", "Administrator of this computer")},
    {"LG", "", PIPECORE_TR("WellKnownAccount", "Guest of this computer")},
    {"DA", "", PIPECORE_TR("WellKnownAccount", "Domain administrators")},
    {"DU", "", PIPECORE_TR("WellKnownAccount", "Domain users")},
    {"DG", "", PIPECORE_TR("WellKnownAccount", "Domain guests")},
    {"DC", "", PIPECORE_TR("WellKnownAccount", "Domain computers")},
    {"DD", "", PIPECORE_TR("WellKnownAccount", "Domain controllers")},
    {"CA", "", PIPECORE_TR("WellKnownAccount", "Certificate publishers")},
    {"SA", "", PIPECORE_TR("WellKnownAccount", "Schema administrators")},
    {"EA", "", PIPECORE_TR("WellKnownAccount", "Enterprise administrators")},
    {"PA", "", PIPECORE_TR("WellKnownAccount", "Group policy administrators")},
    {"RS", "", PIPECORE_TR("WellKnownAccount", "RAS servers")},
    {"RO", "", PIPECORE_TR("WellKnownAccount", "Enterprise read-only domain controllers")},
    {"CN", "", PIPECORE_TR("WellKnownAccount", "Cloneable domain controllers")},
    {"AP", "", PIPECORE_TR("WellKnownAccount", "Protected users")},
    {"KA", "", PIPECORE_TR("WellKnownAccount", "Key administrators")},
    {"EK", "", PIPECORE_TR("WellKnownAccount", "Enterprise key administrators")},
});

constexpr std::uint64_t authorityLimit = 0xFFFF'FFFF'FFFFULL;
constexpr std::uint64_t hexFrom = 0x1'0000'0000ULL; // Windows writes larger authorities so

/// Digits at the scanner as a number of at most `limit`; with `0x` in front hexadecimal if allowed.
Parsed<std::uint64_t> readNumber(Scanner& scanner, std::uint64_t limit, bool mayBeHex)
{
    const std::size_t start = scanner.position();
    const bool hex = mayBeHex && scanner.takeWord("0x");
    const std::size_t digitsStart = scanner.position();
    while (hex ? isHexDigit(scanner.peek()) : isDigit(scanner.peek())) {
        scanner.advance();
    }
    const std::string_view digits = scanner.from(digitsStart);
    std::uint64_t value = 0;
    if (digits.empty()) {
        return scanner.mistakeHere(PIPECORE_TR(
            "InputError",
            "missing number in the SID; enter a SID (S-1-5-18) or a two-letter name such as SY"));
    }
    const auto [rest, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
    if (error != std::errc{} || value > limit) {
        return scanner.mistakeFrom(start, PIPECORE_TR("InputError", "number too large for a SID"));
    }
    return value;
}

Parsed<Sid> scanNumbers(Scanner& scanner)
{
    const std::size_t start = scanner.position();
    scanner.advance(2); // "S-"
    const auto revision = readNumber(scanner, authorityLimit, false);
    if (!revision) {
        return std::unexpected(revision.error());
    }
    if (*revision != 1) {
        return scanner.mistakeFrom(start + 2,
                                   PIPECORE_TR("InputError", "a SID must begin with S-1-"));
    }
    if (!scanner.take('-')) {
        return scanner.mistakeHere(PIPECORE_TR("InputError", "expected - and a number"));
    }
    const auto authority = readNumber(scanner, authorityLimit, true);
    if (!authority) {
        return std::unexpected(authority.error());
    }
    Sid sid;
    sid.authority = *authority;
    while (scanner.take('-')) {
        const std::size_t partStart = scanner.position();
        const auto part = readNumber(scanner, 0xFFFF'FFFFULL, false);
        if (!part) {
            return std::unexpected(part.error());
        }
        if (sid.subAuthorities.size() == Sid::maxSubAuthorities) {
            return scanner.mistakeFrom(
                partStart, PIPECORE_TR("InputError", "a SID has at most 15 subauthorities"));
        }
        sid.subAuthorities.push_back(static_cast<std::uint32_t>(*part));
    }
    if (sid.subAuthorities.empty()) {
        return scanner.mistakeHere(PIPECORE_TR("InputError", "expected - and a number"));
    }
    return sid;
}

/// A SID of the table, which is right.
Sid known(std::string_view text)
{
    Scanner scanner(text);
    return *scanNumbers(scanner);
}

} // namespace

std::span<const WellKnownAccount> wellKnownAccounts()
{
    return accounts;
}

const WellKnownAccount* findWellKnown(const Sid& sid)
{
    const bool relative = !sid.domainAlias.empty();
    const std::string text = sid.toString();
    const auto found = std::ranges::find(accounts, std::string_view(text),
                                         [relative](const WellKnownAccount& account) {
                                             return relative ? account.alias : account.sid;
                                         });
    return found == accounts.end() ? nullptr : &*found;
}

Parsed<Sid> scanSid(Scanner& scanner)
{
    if (toUpper(scanner.peek()) == 'S' && scanner.peek(1) == '-') {
        return scanNumbers(scanner);
    }
    const std::array letters{toUpper(scanner.peek()), toUpper(scanner.peek(1))};
    const std::string_view alias(letters.data(), letters.size());
    const auto found = std::ranges::find(accounts, alias, &WellKnownAccount::alias);
    if (found == accounts.end()) {
        return scanner.mistakeHere(
            PIPECORE_TR(
                "InputError",
                "no such account; enter a SID (S-1-5-18) or a two-letter name such as SY, BA, WD"),
            2);
    }
    scanner.advance(2);
    if (!found->sid.empty()) {
        return known(found->sid);
    }
    Sid sid;
    sid.domainAlias = found->alias;
    return sid;
}

Parsed<Sid> Sid::parse(std::string_view text)
{
    Scanner scanner(text);
    scanner.skipSpace();
    auto sid = scanSid(scanner);
    if (!sid) {
        return sid;
    }
    scanner.skipSpace();
    if (!scanner.atEnd()) {
        return scanner.mistakeHere(PIPECORE_TR("InputError", "unexpected text after the SID"));
    }
    return sid;
}

std::string Sid::toString() const
{
    if (!domainAlias.empty()) {
        return domainAlias;
    }
    std::string text = "S-1-";
    if (authority < hexFrom) {
        text += std::to_string(authority);
    } else {
        text += "0x" + hexNumber(authority);
    }
    for (const std::uint32_t part : subAuthorities) {
        text += '-' + std::to_string(part);
    }
    return text;
}

std::string Sid::toSddl() const
{
    const WellKnownAccount* account = findWellKnown(*this);
    return account == nullptr || account->alias.empty() ? toString() : std::string(account->alias);
}

bool Sid::startsWith(std::uint64_t wanted, std::initializer_list<std::uint32_t> parts) const
{
    return authority == wanted && subAuthorities.size() >= parts.size()
           && std::equal(parts.begin(), parts.end(), subAuthorities.begin());
}

std::optional<std::uint32_t> integrityLevel(const Sid& sid)
{
    if (sid.authority != 16 || sid.subAuthorities.size() != 1) {
        return std::nullopt;
    }
    return sid.subAuthorities[0];
}

bool isAppContainerSid(const Sid& sid)
{
    return sid.startsWith(15, {2}) || sid.startsWith(15, {3});
}

namespace sids {

Sid everyone()
{
    return {1, {0}};
}
Sid creatorOwner()
{
    return {3, {0}};
}
Sid ownerRights()
{
    return {3, {4}};
}
Sid network()
{
    return {5, {2}};
}
Sid interactive()
{
    return {5, {4}};
}
Sid anonymous()
{
    return {5, {7}};
}
Sid authenticatedUsers()
{
    return {5, {11}};
}
Sid system()
{
    return {5, {18}};
}
Sid administrators()
{
    return {5, {32, 544}};
}
Sid users()
{
    return {5, {32, 545}};
}
Sid guests()
{
    return {5, {32, 546}};
}
Sid allAppPackages()
{
    return {15, {2, 1}};
}
Sid integrity(std::uint32_t level)
{
    return {16, {level}};
}

} // namespace sids

} // namespace pipecore
