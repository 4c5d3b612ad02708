// Reads the text of a framing rule. docs/FRAMING.md has the grammar.
#include "number_bytes.h"
#include "pipecore/base/translatable.h"
#include "pipecore/framing/rule.h"
#include "rule_names.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>

namespace pipecore {

namespace {

using namespace rulenames;

constexpr std::size_t maxDelimiter = 64;
constexpr std::uint32_t maxFixed = 1U << 30U;
constexpr std::uint32_t maxHeaderPart = 1024;
constexpr std::int64_t maxPlace = std::int64_t{1} << 30;
constexpr int maxNestedRules = 8;

/// Reads one text. Functions return nothing after a mistake, which is then in m_error.
class RuleParser
{
public:
    explicit RuleParser(std::string_view text) : m_text(text) {}

    Result<FramingRule> read()
    {
        auto rule = readRule(0);
        skipBlanks();
        if (rule && m_at < m_text.size()) {
            expected("\",\" or \"then\"");
        }
        if (m_error) {
            return std::unexpected(*m_error);
        }
        return std::move(*rule);
    }

private:
    std::optional<FramingRule> readRule(int depth)
    {
        skipBlanks();
        if (depth == maxNestedRules) {
            return expected("fewer nested rules");
        }
        bool needsThen = false;
        auto first = readSingle(depth, needsThen);
        if (!first) {
            return std::nullopt;
        }
        std::uint32_t count = 1;
        skipBlanks();
        if (accept('*')) {
            const auto number = readUnsigned(1, std::numeric_limits<std::uint32_t>::max());
            if (!number) {
                return std::nullopt;
            }
            count = static_cast<std::uint32_t>(*number);
            needsThen = true;
            skipBlanks();
        }
        const std::size_t before = m_at;
        if (word() != "then") {
            m_at = before;
            if (needsThen) {
                return expected("\"then\" and another rule");
            }
            return first;
        }
        auto second = readRule(depth + 1);
        if (!second) {
            return std::nullopt;
        }
        FramingRule rule{.kind = FramingKind::Phases, .count = count};
        rule.rules.push_back(std::move(*first));
        rule.rules.push_back(std::move(*second));
        return rule;
    }

    std::optional<FramingRule> readSingle(int depth, bool& needsThen)
    {
        auto rule = readName(needsThen);
        while (rule && accept(',')) {
            skipBlanks();
            if (!readOption(*rule, depth)) {
                return std::nullopt;
            }
        }
        return rule;
    }

    std::optional<FramingRule> readName(bool& needsThen)
    {
        const std::size_t start = m_at;
        const std::string_view name = word();
        FramingRule rule;
        if (const auto* plain = std::ranges::find(plainNames, name, &Named<FramingKind>::first);
            plain != std::end(plainNames)) {
            rule.kind = plain->second;
            return rule;
        }
        if (const auto* width = std::ranges::find(widthNames, name, &WidthName::name);
            width != std::end(widthNames)) {
            rule.kind = FramingKind::Length;
            rule.length.form = width->form;
            rule.length.width = width->width;
            rule.length.order = width->order;
            return rule;
        }
        needsThen = name == "until" || name == "bytes";
        if (name == "nul" || name == "crlf") {
            rule.kind = FramingKind::Delimiter;
            rule.delimiter = name == "nul" ? bytesOf({0}) : bytesOf({'\r', '\n'});
            return rule;
        }
        if (name == "delimiter" || name == "until") {
            rule.kind = FramingKind::Delimiter;
            return accept(':') ? readBytes(rule.delimiter, rule)
                               : expected("\":\" and hex digits, as in delimiter:0d0a");
        }
        if (name == "fixed" || name == "bytes") {
            rule.kind = FramingKind::Fixed;
            if (!accept(':')) {
                // Older settings have the size beside the name.
                return name == "fixed" ? std::optional(rule)
                                       : expected("\":\" and a number, as in bytes:8");
            }
            const auto size = readUnsigned(1, maxFixed);
            rule.size = static_cast<std::uint32_t>(size.value_or(1));
            return size ? std::optional(rule) : std::nullopt;
        }
        m_at = start;
        return expected(
            "a framing rule: message, line, crlf, nul, delimiter:HEX, fixed:N, u8, u16le, "
            "u16be … u64be, varint, hex4, headers, json, msgpack, http1, http2, dbus or resp");
    }

    bool readOption(FramingRule& rule, int depth)
    {
        const std::size_t start = m_at;
        const std::string_view name = word();
        const bool isLength = rule.kind == FramingKind::Length;
        if (name == "strict" && (isLength || rule.kind == FramingKind::Headers)) {
            rule.strict = true;
            return true;
        }
        if (name == "small" && isLength) {
            rule.length.smallIsEmpty = true;
            return true;
        }
        const bool isKnown = (isLength && readLengthOption(name, rule))
                             || readGeneralOption(name, rule, depth)
                             || (rule.checksum && readSumOption(name, *rule.checksum));
        if (!isKnown) {
            m_at = start;
            expected(optionsOf(rule));
        }
        return !m_error;
    }

    static std::string optionsOf(const FramingRule& rule)
    {
        std::string options = "an option: max=N";
        if (rule.kind == FramingKind::Length) {
            options += ", offset=N, counts=self|header, extra=N, add=N, small, mark=HEX, strict";
        } else if (rule.kind == FramingKind::Headers) {
            options += ", strict";
        } else if (rule.kind == FramingKind::Http1) {
            options += ", upgrade=(RULE), requests=(RULE)";
        }
        if (canHaveSum(rule)) {
            options += ", checksum=KIND";
        }
        if (rule.checksum) {
            options += ", from=N, to=N, at=N, order=le";
        }
        return options;
    }

    static bool canHaveSum(const FramingRule& rule)
    {
        return rule.kind == FramingKind::Length || rule.kind == FramingKind::Fixed
               || rule.kind == FramingKind::Delimiter || rule.kind == FramingKind::Line
               || rule.kind == FramingKind::Message;
    }

    /// False: no such option. True also after a mistake in its value.
    bool readLengthOption(std::string_view name, FramingRule& rule)
    {
        if (name == "offset" || name == "extra") {
            if (equals()) {
                const auto value = readUnsigned(0, maxHeaderPart);
                auto& target = name == "offset" ? rule.length.offset : rule.length.extra;
                target = static_cast<std::uint32_t>(value.value_or(0));
            }
        } else if (name == "counts") {
            readNamed(countsNames, rule.length.counts);
        } else if (name == "add") {
            readSigned(rule.length.add);
        } else if (name == "mark") {
            if (equals()) {
                (void)readBytes(rule.mark, rule);
            }
        } else {
            return false;
        }
        return true;
    }

    bool readGeneralOption(std::string_view name, FramingRule& rule, int depth)
    {
        if (name == "max") {
            if (equals()) {
                rule.max = readSize().value_or(rule.max);
            }
        } else if (name == "checksum" && canHaveSum(rule)) {
            readChecksum(rule);
        } else if ((name == "upgrade" || name == "requests") && rule.kind == FramingKind::Http1) {
            readUpgrade(rule, name == "upgrade" ? 0 : 1, depth);
        } else {
            return false;
        }
        return true;
    }

    bool readSumOption(std::string_view name, Checksum& sum)
    {
        std::int64_t place = 0;
        if (name == "order") {
            readNamed(orderNames, sum.order);
        } else if (name == "from") {
            readSigned(sum.from);
        } else if (name == "to") {
            readSigned(place);
            sum.to = place;
        } else if (name == "at") {
            readSigned(place);
            sum.at = place;
        } else {
            return false;
        }
        return true;
    }

    void readChecksum(FramingRule& rule)
    {
        if (!equals()) {
            return;
        }
        const std::size_t start = m_at;
        const auto kinds = checksumKinds();
        const auto found = std::ranges::find(kinds, word(), &ChecksumInfo::key);
        if (found != kinds.end()) {
            rule.checksum = Checksum{.kind = found->kind};
            return;
        }
        m_at = start;
        std::string names;
        for (const ChecksumInfo& kind : kinds) {
            names.append(names.empty() ? "" : ", ").append(kind.key);
        }
        expected(names);
    }

    /// The rule at this place of `rules`.
    void readUpgrade(FramingRule& rule, std::size_t place, int depth)
    {
        if (!equals()) {
            return;
        }
        if (!accept('(')) {
            expected("a rule in parentheses, as in upgrade=(u32be,offset=4)");
            return;
        }
        auto raw = readRule(depth + 1);
        if (!raw) {
            return;
        }
        skipBlanks();
        if (!accept(')')) {
            expected("\")\"");
            return;
        }
        while (rule.rules.size() <= place) {
            rule.rules.push_back({.kind = FramingKind::Message});
        }
        rule.rules[place] = std::move(*raw);
    }

    template <typename Table, typename Value>
    void readNamed(const Table& table, Value& value)
    {
        if (!equals()) {
            return;
        }
        const std::size_t start = m_at;
        const std::string_view name = word();
        const auto* found =
            std::ranges::find(table, name, [](const auto& entry) { return entry.first; });
        if (found != std::end(table)) {
            value = found->second;
            return;
        }
        m_at = start;
        std::string names;
        for (const auto& entry : table) {
            names.append(names.empty() ? "" : " or ").append(entry.first);
        }
        expected(names);
    }

    std::optional<FramingRule> readBytes(Bytes& bytes, const FramingRule& rule)
    {
        const std::size_t start = m_at;
        const std::string_view digits = word();
        Bytes read;
        for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
            unsigned value = 0;
            if (!readNumber(digits.substr(i, 2), value, 16)) {
                break;
            }
            read.push_back(static_cast<std::byte>(value));
        }
        if (read.empty() || read.size() * 2 != digits.size() || read.size() > maxDelimiter) {
            m_at = start;
            return expected("1 to 64 bytes of two hex digits, as in 0d0a");
        }
        bytes = std::move(read);
        return rule;
    }

    bool equals()
    {
        const bool isThere = accept('=');
        if (!isThere) {
            expected("\"=\" and a value");
        }
        return isThere;
    }

    std::optional<std::uint64_t> readUnsigned(std::uint64_t least, std::uint64_t most)
    {
        const std::size_t start = m_at;
        std::uint64_t value = 0;
        if (readNumber(word(), value) && value >= least && value <= most) {
            return value;
        }
        m_at = start;
        expected("a number from " + std::to_string(least) + " to " + std::to_string(most));
        return std::nullopt;
    }

    void readSigned(std::int64_t& value)
    {
        if (!equals()) {
            return;
        }
        const std::size_t start = m_at;
        const bool isNegative = accept('-');
        std::int64_t number = 0;
        if (!isNegative) {
            (void)accept('+');
        }
        if (readNumber(word(), number) && number >= 0 && number <= maxPlace) {
            value = isNegative ? -number : number;
            return;
        }
        m_at = start;
        expected("a whole number up to " + std::to_string(maxPlace));
    }

    /// A number of bytes, also with K, M or G.
    std::optional<std::size_t> readSize()
    {
        const std::size_t start = m_at;
        std::string_view digits = word();
        unsigned shift = 0;
        constexpr Named<unsigned> units[] = {{"K", 10}, {"M", 20}, {"G", 30}};
        for (const auto& [unit, bits] : units) {
            if (digits.ends_with(unit)) {
                digits.remove_suffix(1);
                shift = bits;
                break;
            }
        }
        std::uint64_t value = 0;
        constexpr std::uint64_t most = std::uint64_t{1} << 30U;
        if (readNumber(digits, value) && value > 0 && value <= most >> shift) {
            return static_cast<std::size_t>(value << shift);
        }
        m_at = start;
        expected("a number of bytes from 1 to 1G, as in 64K");
        return std::nullopt;
    }

    /// Letters, digits and hyphens inside.
    std::string_view word()
    {
        const std::size_t start = m_at;
        const auto isWord = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                   || c == '-';
        };
        while (m_at < m_text.size() && isWord(m_text[m_at])) {
            ++m_at;
        }
        return m_text.substr(start, m_at - start);
    }
    bool accept(char c)
    {
        const bool isThere = m_at < m_text.size() && m_text[m_at] == c;
        m_at += isThere ? 1 : 0;
        return isThere;
    }
    void skipBlanks()
    {
        while (accept(' ')) {}
    }
    std::nullopt_t expected(std::string_view what)
    {
        if (!m_error) {
            constexpr std::size_t maxQuoted = 24;
            std::string found(m_text.substr(m_at, maxQuoted));
            m_error =
                refusePhrase({PIPECORE_TR("ErrorDetail",
                                          "Framing rule, column %1: expected %2; found \"%3\"."),
                              {std::to_string(m_at + 1), std::string(what), found}})
                    .error();
        }
        return std::nullopt;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::optional<Error> m_error;
};

} // namespace

Result<FramingRule> FramingRule::parse(std::string_view text)
{
    return RuleParser(text).read();
}

} // namespace pipecore
