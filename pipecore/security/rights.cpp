#include "pipecore/security/rights.h"

#include "pipecore/base/translatable.h"
#include "scanner.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace pipecore {

namespace {

constexpr std::array pipeBits = std::to_array<RightName>({
    {0x0000'0001, "FILE_READ_DATA"},
    {0x0000'0002, "FILE_WRITE_DATA"},
    {0x0000'0004, "FILE_CREATE_PIPE_INSTANCE"},
    {0x0000'0008, "FILE_READ_EA"},
    {0x0000'0010, "FILE_WRITE_EA"},
    {0x0000'0020, "FILE_EXECUTE"},
    {0x0000'0040, "FILE_DELETE_CHILD"},
    {0x0000'0080, "FILE_READ_ATTRIBUTES"},
    {0x0000'0100, "FILE_WRITE_ATTRIBUTES"},
    {0x0001'0000, "DELETE"},
    {0x0002'0000, "READ_CONTROL"},
    {0x0004'0000, "WRITE_DAC"},
    {0x0008'0000, "WRITE_OWNER"},
    {0x0010'0000, "SYNCHRONIZE"},
    {0x0100'0000, "ACCESS_SYSTEM_SECURITY"},
    {0x0200'0000, "MAXIMUM_ALLOWED"},
    {0x1000'0000, "GENERIC_ALL"},
    {0x2000'0000, "GENERIC_EXECUTE"},
    {0x4000'0000, "GENERIC_WRITE"},
    {0x8000'0000, "GENERIC_READ"},
});

/// Names that are not one bit, or another name for one.
constexpr std::array otherNames = std::to_array<RightName>({
    {rights::createInstance, "FILE_APPEND_DATA"},
    {rights::fileAll, "FILE_ALL_ACCESS"},
    {rights::fileRead, "FILE_GENERIC_READ"},
    {rights::fileWrite, "FILE_GENERIC_WRITE"},
    {rights::fileExecute, "FILE_GENERIC_EXECUTE"},
});

struct Letters
{
    std::string_view letters;
    AccessMask mask;
    bool written; ///< formatRights() uses it; the others are names of folders and registry keys
};

constexpr std::array pipeLetters = std::to_array<Letters>({
    {"GA", rights::genericAll, true},
    {"GR", rights::genericRead, true},
    {"GW", rights::genericWrite, true},
    {"GX", rights::genericExecute, true},
    {"FA", rights::fileAll, true},
    {"FR", rights::fileRead, true},
    {"FW", rights::fileWrite, true},
    {"FX", rights::fileExecute, true},
    {"RC", rights::readControl, true},
    {"SD", rights::remove, true},
    {"WD", rights::writeDac, true},
    {"WO", rights::writeOwner, true},
    {"CC", 0x1, false},
    {"DC", 0x2, false},
    {"LC", 0x4, false},
    {"SW", 0x8, false},
    {"RP", 0x10, false},
    {"WP", 0x20, false},
    {"DT", 0x40, false},
    {"LO", 0x80, false},
    {"CR", 0x100, false},
    {"KA", 0xF'003F, false},
    {"KR", 0x2'0019, false},
    {"KW", 0x2'0006, false},
    {"KX", 0x2'0019, false},
});

constexpr std::array labelLetters = std::to_array<Letters>({
    {"NW", rights::noWriteUp, true},
    {"NR", rights::noReadUp, true},
    {"NX", rights::noExecuteUp, true},
});

std::span<const Letters> lettersOf(RightsKind kind)
{
    if (kind == RightsKind::Label) {
        return labelLetters;
    }
    return pipeLetters;
}

Parsed<AccessMask> readMask(Scanner& scanner)
{
    const std::size_t start = scanner.position();
    int base = 10;
    if (scanner.takeWord("0x")) {
        base = 16;
    } else if (scanner.peek() == '0') {
        base = 8; // as strtoul() reads it, with which Windows does
    }
    const std::size_t digitsStart = scanner.position();
    while (isHexDigit(scanner.peek())) {
        scanner.advance();
    }
    const std::string_view digits = scanner.from(digitsStart);
    AccessMask mask = 0;
    const char* end = digits.data() + digits.size();
    const auto [rest, error] = std::from_chars(digits.data(), end, mask, base);
    if (digits.empty() || error != std::errc{} || rest != end) {
        return scanner.mistakeFrom(
            start, PIPECORE_TR("InputError", "invalid 32-bit mask; use a form such as 0x12019f"));
    }
    return mask;
}

/// Names have an underscore or are DELETE and SYNCHRONIZE; pairs of letters never spell these.
bool startsWithName(Scanner scanner)
{
    const std::size_t start = scanner.position();
    while (toUpper(scanner.peek()) >= 'A' && toUpper(scanner.peek()) <= 'Z') {
        scanner.advance();
    }
    const std::size_t length = scanner.position() - start;
    if (length > 0 && (scanner.peek() == '_' || scanner.peek() == '|')) {
        return true;
    }
    std::string word(scanner.from(start));
    std::ranges::transform(word, word.begin(), toUpper);
    return word == "DELETE" || word == "SYNCHRONIZE";
}

/// FILE_READ_DATA|READ_CONTROL
Parsed<AccessMask> readNames(Scanner& scanner)
{
    AccessMask mask = 0;
    do {
        scanner.skipSpace();
        const std::size_t start = scanner.position();
        while (scanner.peek() == '_'
               || (toUpper(scanner.peek()) >= 'A' && toUpper(scanner.peek()) <= 'Z')) {
            scanner.advance();
        }
        std::string name(scanner.from(start));
        std::ranges::transform(name, name.begin(), toUpper);
        const auto hasName = [&name](const RightName& right) { return right.name == name; };
        auto found = std::ranges::find_if(pipeBits, hasName);
        if (found != pipeBits.end()) {
            mask |= found->bit;
        } else if (const auto other = std::ranges::find_if(otherNames, hasName);
                   other != otherNames.end()) {
            mask |= other->bit;
        } else if (name.empty()) {
            return scanner.mistakeHere(
                PIPECORE_TR("InputError", "expected a right, such as FILE_READ_DATA"));
        } else {
            return scanner.mistakeFrom(
                start,
                PIPECORE_TR("InputError",
                            "unknown pipe right; use for example FILE_READ_DATA, FR or 0x120089"));
        }
        scanner.skipSpace();
    } while (scanner.take('|'));
    return mask;
}

Parsed<AccessMask> readLetters(Scanner& scanner, RightsKind kind)
{
    AccessMask mask = 0;
    while (!scanner.atEnd()) {
        const std::array pair{toUpper(scanner.peek()), toUpper(scanner.peek(1))};
        const auto found = std::ranges::find(
            lettersOf(kind), std::string_view(pair.data(), pair.size()), &Letters::letters);
        if (found == lettersOf(kind).end()) {
            if (kind == RightsKind::Label) {
                return scanner.mistakeHere(
                    PIPECORE_TR("InputError", "expected a label policy: NW (no write up), NR (no "
                                              "read up) or NX (no execute up)"),
                    2);
            }
            return scanner.mistakeHere(
                PIPECORE_TR("InputError", "unknown rights; use two letters (FA, FR, FW, GA, …), a "
                                          "mask (0x12019f) or names (FILE_READ_DATA)"),
                2);
        }
        mask |= found->mask;
        scanner.advance(2);
        scanner.skipSpace();
    }
    return mask;
}

} // namespace

std::span<const RightName> pipeRights()
{
    return pipeBits;
}

AccessMask mapGeneric(AccessMask mask)
{
    AccessMask mapped = mask & 0x0FFF'FFFFU;
    mapped |= (mask & rights::genericRead) != 0 ? rights::fileRead : 0;
    mapped |= (mask & rights::genericWrite) != 0 ? rights::fileWrite : 0;
    mapped |= (mask & rights::genericExecute) != 0 ? rights::fileExecute : 0;
    mapped |= (mask & rights::genericAll) != 0 ? rights::fileAll : 0;
    return mapped;
}

std::vector<std::string> rightNames(AccessMask mask)
{
    std::vector<std::string> names;
    for (const RightName& right : pipeBits) {
        if ((mask & right.bit) != 0) {
            names.emplace_back(right.name);
            mask &= ~right.bit;
        }
    }
    if (mask != 0) {
        names.push_back("0x" + hexNumber(mask));
    }
    return names;
}

Parsed<AccessMask> scanRights(Scanner& scanner, RightsKind kind)
{
    scanner.skipSpace();
    if (scanner.atEnd()) {
        return scanner.mistakeHere(
            PIPECORE_TR("InputError", "expected rights, such as FA, FR or 0x12019b"));
    }
    Parsed<AccessMask> mask = AccessMask{0};
    if (isDigit(scanner.peek())) {
        mask = readMask(scanner);
    } else if (kind == RightsKind::Pipe && startsWithName(scanner)) {
        mask = readNames(scanner);
    } else {
        mask = readLetters(scanner, kind);
    }
    scanner.skipSpace();
    if (mask && !scanner.atEnd()) {
        return scanner.mistakeHere(PIPECORE_TR("InputError", "unexpected text after the rights"));
    }
    return mask;
}

Parsed<AccessMask> parseRights(std::string_view text, RightsKind kind)
{
    Scanner scanner(text);
    return scanRights(scanner, kind);
}

std::string formatRights(AccessMask mask, RightsKind kind)
{
    std::string text;
    AccessMask said = 0;
    for (const Letters& letters : lettersOf(kind)) {
        // Only what says something new: RC is a part of FR.
        if (letters.written && (letters.mask & ~mask) == 0 && (letters.mask & ~said) != 0) {
            text += letters.letters;
            said |= letters.mask;
        }
    }
    return said == mask && mask != 0 ? text : "0x" + hexNumber(mask);
}

} // namespace pipecore
