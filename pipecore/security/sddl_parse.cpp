#include "pipecore/security/security.h"

#include "entry_types.h"
#include "pipecore/base/translatable.h"
#include "scanner.h"

#include <algorithm>

namespace pipecore {

namespace {

/// A type of entry that is not taken over from text, and why.
struct RefusedType
{
    std::string_view letters;
    std::string_view reason;
};

constexpr std::string_view objectReason =
    PIPECORE_TR("InputError",
                "object entries (OA, OD, OU) do not apply to pipes; use A, D or AU without GUIDs");
constexpr std::string_view conditionReason =
    PIPECORE_TR("InputError",
                "conditional entries (XA, XD, XU, ZA) are not supported; use plain entries (A, D)");
constexpr std::string_view policyReason = PIPECORE_TR(
    "InputError",
    "attribute and policy entries (RA, SP, TL, FL) are not supported; remove the entry");
constexpr std::string_view alarmReason =
    PIPECORE_TR("InputError", "Windows does not support alarm entries (AL, OL); remove the entry");

constexpr std::array refusedTypes = std::to_array<RefusedType>({
    {"XA", conditionReason},
    {"XD", conditionReason},
    {"XU", conditionReason},
    {"ZA", conditionReason},
    {"RA", policyReason},
    {"SP", policyReason},
    {"TL", policyReason},
    {"FL", policyReason},
    {"AL", alarmReason},
    {"OL", alarmReason},
});

/// Types of entries for parts of an object. Without GUIDs they are plain entries.
constexpr std::array objectTypes = std::to_array<EntryType>({
    {EntryKind::Allow, 0x05, "OA", false},
    {EntryKind::Deny, 0x06, "OD", false},
    {EntryKind::Audit, 0x07, "OU", true},
});

/// A field of an entry: the text between two semicolons, without white space around it.
struct Field
{
    std::size_t first;
    std::size_t last;
    [[nodiscard]] bool isEmpty() const { return first == last; }
};

class SddlParser
{
public:
    explicit SddlParser(std::string_view text) : m_text(text), m_scanner(text) {}

    Parsed<SecurityDescriptor> parse()
    {
        m_scanner.skipSpace();
        if (m_scanner.atEnd()) {
            return m_scanner.mistakeHere(
                PIPECORE_TR("InputError", "empty descriptor; enter for example D:P(A;;FA;;;SY)"));
        }
        while (!m_scanner.atEnd()) {
            if (auto failed = component()) {
                return std::unexpected(*failed);
            }
            m_scanner.skipSpace();
        }
        return m_descriptor;
    }

private:
    using Problem = std::optional<InputError>;

    Problem problemHere(std::string_view reason, std::size_t length = 1) const
    {
        return m_scanner.mistakeHere(reason, length).error();
    }
    static Problem problemAt(const Field& field, std::string_view reason)
    {
        return mistake(field.first, field.last - field.first, reason);
    }

    Problem component()
    {
        const char letter = toUpper(m_scanner.peek());
        const bool known = std::string_view("OGDS").find(letter) != std::string_view::npos;
        if (!known || m_scanner.peek(1) != ':') {
            return problemHere(PIPECORE_TR(
                "InputError",
                "expected O: (owner), G: (group), D: (access list) or S: (label and audit list)"));
        }
        const bool isThere = letter == 'O'   ? m_descriptor.owner.has_value()
                             : letter == 'G' ? m_descriptor.group.has_value()
                             : letter == 'D' ? m_descriptor.dacl.has_value()
                                             : m_descriptor.sacl.has_value();
        if (isThere) {
            return problemHere(PIPECORE_TR("InputError", "duplicate part; remove one of them"), 2);
        }
        m_scanner.advance(2);
        m_scanner.skipSpace();
        switch (letter) {
        case 'O': return account(m_descriptor.owner);
        case 'G': return account(m_descriptor.group);
        case 'D': return list(m_descriptor.dacl, false);
        default: return list(m_descriptor.sacl, true);
        }
    }

    Problem account(std::optional<Sid>& target)
    {
        auto sid = scanSid(m_scanner);
        if (!sid) {
            return sid.error();
        }
        target = std::move(*sid);
        return std::nullopt;
    }

    Problem list(std::optional<AccessList>& target, bool isSacl)
    {
        AccessList list;
        const std::size_t start = m_scanner.position();
        for (bool more = true; more; m_scanner.skipSpace()) {
            if (m_scanner.takeWord("NO_ACCESS_CONTROL")) {
                list.isNull = true;
            } else if (m_scanner.takeWord("AR")) {
                list.autoInheritReq = true;
            } else if (m_scanner.takeWord("AI")) {
                list.autoInherited = true;
            } else if (m_scanner.takeWord("P")) {
                list.isProtected = true;
            } else {
                more = false;
            }
        }
        if (list.isNull && isSacl) {
            return mistake(start, m_scanner.position() - start,
                           PIPECORE_TR("InputError", "NO_ACCESS_CONTROL is valid only in D:"));
        }
        while (m_scanner.peek() == '(') {
            if (list.isNull) {
                return problemHere(PIPECORE_TR(
                    "InputError", "NO_ACCESS_CONTROL excludes entries; remove one of them"));
            }
            SecurityEntry next;
            if (auto failed = entry(next, isSacl)) {
                return failed;
            }
            list.entries.push_back(std::move(next));
            m_scanner.skipSpace();
        }
        if (!m_scanner.atEnd() && m_scanner.peek(1) != ':') {
            return problemHere(PIPECORE_TR("InputError", "expected ( or a list flag (P, AI, AR)"));
        }
        target = std::move(list);
        return std::nullopt;
    }

    /// Reads a field and the character behind it; `end` is what must stand there.
    Problem field(Field& result, char end)
    {
        m_scanner.skipSpace();
        result.first = m_scanner.position();
        constexpr std::string_view ends = ";()";
        while (!m_scanner.atEnd() && ends.find(m_scanner.peek()) == std::string_view::npos) {
            m_scanner.advance();
        }
        result.last = m_scanner.position();
        while (result.last > result.first
               && std::string_view(" \t\r\n").find(m_text[result.last - 1])
                      != std::string_view::npos) {
            --result.last;
        }
        if (m_scanner.take(end)) {
            return std::nullopt;
        }
        return end == ';' ? problemHere(PIPECORE_TR(
                   "InputError",
                   "expected six fields separated by ; as in (type;flags;rights;;;account)"))
                          : problemHere(PIPECORE_TR("InputError", "expected ) after the account"));
    }

    Problem entryType(const Field& at, SecurityEntry& entry, bool isSacl, bool& forObjects)
    {
        std::string letters(m_text.substr(at.first, at.last - at.first));
        std::ranges::transform(letters, letters.begin(), toUpper);
        if (const auto refused = std::ranges::find(refusedTypes, letters, &RefusedType::letters);
            refused != refusedTypes.end()) {
            return problemAt(at, refused->reason);
        }
        const auto* found = std::ranges::find(entryTypes, letters, &EntryType::letters);
        bool known = found != entryTypes.end();
        if (!known) {
            found = std::ranges::find(objectTypes, letters, &EntryType::letters);
            known = forObjects = found != objectTypes.end();
        }
        if (!known) {
            return at.isEmpty()
                       ? mistake(at.first, 1,
                                 PIPECORE_TR("InputError",
                                             "missing entry type; use A (allow) or D (deny)"))
                       : problemAt(at, PIPECORE_TR("InputError",
                                                   "unknown entry type; use A (allow), D (deny), "
                                                   "or in S: ML (label) or AU (audit)"));
        }
        if (found->inSacl != isSacl) {
            return isSacl ? problemAt(
                       at, PIPECORE_TR("InputError", "allow and deny entries belong in D:"))
                          : problemAt(at, PIPECORE_TR("InputError",
                                                      "labels and audit entries belong in S:"));
        }
        entry.kind = found->kind;
        return std::nullopt;
    }

    Problem entryFlags(const Field& at, SecurityEntry& entry)
    {
        Scanner scanner(m_text, at.first, at.last);
        while (!scanner.atEnd()) {
            const auto found = std::ranges::find_if(flagNames, [&scanner](const FlagName& flag) {
                return scanner.takeWord(flag.letters);
            });
            if (found == flagNames.end()) {
                return scanner
                    .mistakeHere(
                        PIPECORE_TR("InputError",
                                    "unknown flag; pipes need no flags, leave the field empty"),
                        2)
                    .error();
            }
            entry.flags |= found->bit;
            scanner.skipSpace();
        }
        return std::nullopt;
    }

    Problem entry(SecurityEntry& entry, bool isSacl)
    {
        m_scanner.advance(); // "("
        Field at{};
        bool forObjects = false;
        if (auto failed = field(at, ';')) {
            return failed;
        }
        if (auto failed = entryType(at, entry, isSacl, forObjects)) {
            return failed;
        }
        if (auto failed = field(at, ';')) {
            return failed;
        }
        if (auto failed = entryFlags(at, entry)) {
            return failed;
        }
        if (auto failed = field(at, ';')) {
            return failed;
        }
        Scanner rightsScanner(m_text, at.first, at.last);
        const auto mask = scanRights(rightsScanner, rightsKindOf(entry.kind));
        if (!mask) {
            return mask.error();
        }
        entry.mask = *mask;
        for (int guid = 0; guid < 2; ++guid) {
            if (auto failed = field(at, ';')) {
                return failed;
            }
            if (!at.isEmpty()) {
                return problemAt(
                    at, forObjects
                            ? objectReason
                            : PIPECORE_TR("InputError",
                                          "the fourth and fifth fields must be empty for a pipe"));
            }
        }
        if (auto failed = field(at, ')')) {
            return failed;
        }
        return entryAccount(at, entry);
    }

    Problem entryAccount(const Field& at, SecurityEntry& entry)
    {
        if (at.isEmpty()) {
            return mistake(
                at.first, 1,
                PIPECORE_TR(
                    "InputError",
                    "missing account; enter a SID (S-1-5-18) or a name such as SY, BA, WD"));
        }
        Scanner scanner(m_text, at.first, at.last);
        auto sid = scanSid(scanner);
        if (!sid) {
            return sid.error();
        }
        if (!scanner.atEnd() && toUpper(m_text[at.first + 1]) != '-') {
            // A name, which only begins as an alias does.
            return problemAt(at,
                             PIPECORE_TR("InputError", "no such account; enter a SID (S-1-5-18) or "
                                                       "a two-letter name such as SY, BA, WD"));
        }
        if (!scanner.atEnd()) {
            return scanner.mistakeHere(PIPECORE_TR("InputError", "unexpected text after the SID"))
                .error();
        }
        if (entry.kind == EntryKind::Label && !integrityLevel(*sid)) {
            return problemAt(at,
                             PIPECORE_TR("InputError", "expected an integrity level: LW (low), ME "
                                                       "(medium), HI (high) or SI (system)"));
        }
        entry.sid = std::move(*sid);
        return std::nullopt;
    }

    std::string_view m_text;
    Scanner m_scanner;
    SecurityDescriptor m_descriptor;
};

} // namespace

Parsed<SecurityDescriptor> parseSddl(std::string_view text)
{
    return SddlParser(text).parse();
}

Result<SecurityDescriptor> descriptorFromSddl(std::string_view text)
{
    auto parsed = parseSddl(text);
    if (!parsed) {
        return refuse("invalid security descriptor at character "
                      + std::to_string(characterNumber(text, parsed.error().offset)) + ": "
                      + parsed.error().reason);
    }
    return std::move(*parsed);
}

} // namespace pipecore
