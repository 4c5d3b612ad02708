// Roles of messages of Redis (RESP2 and RESP3).
#include "stream_roles.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace pipecore {

namespace {

using Part = MessageRole::Part;

constexpr std::string_view lineEnd = "\r\n";

/// Takes a line with a type and a length: "*3". Empty, and nothing taken, when there is none.
std::optional<std::uint64_t> takeLength(std::string_view& text, char type)
{
    if (!text.starts_with(type)) {
        return std::nullopt;
    }
    std::uint64_t length = 0;
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data() + 1, last, length);
    const auto taken = static_cast<std::size_t>(end - text.data());
    if (error != std::errc{} || !text.substr(taken).starts_with(lineEnd)) {
        return std::nullopt;
    }
    text.remove_prefix(taken + lineEnd.size());
    return length;
}

/// Takes a bulk string; empty when there is none, or not all of it.
std::optional<std::string_view> takeBulk(std::string_view& text)
{
    const auto length = takeLength(text, '$');
    if (!length || *length > text.size() || text.size() - *length < lineEnd.size()) {
        return std::nullopt;
    }
    const std::string_view bulk = text.substr(0, static_cast<std::size_t>(*length));
    text.remove_prefix(bulk.size() + lineEnd.size());
    return bulk;
}

bool isWord(std::string_view text, std::string_view upper)
{
    return std::ranges::equal(text, upper, {}, [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
}

template <std::size_t Size>
bool isOneOf(std::string_view text, const std::string_view (&words)[Size])
{
    return std::ranges::any_of(words, [text](std::string_view word) { return isWord(text, word); });
}

/// A line that people type: a word, and more of them.
bool isInline(std::string_view text)
{
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (text.empty() || !isLetter(text.front()) || text.find('\n') != text.size() - 1) {
        return false;
    }
    text.remove_suffix(text.ends_with(lineEnd) ? lineEnd.size() : 1);
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

/// Values of several parts, and texts with their length, are in no other protocol like this.
bool isStructured(std::string_view text)
{
    constexpr std::string_view aggregates = "*~%>|";
    constexpr std::string_view types = "+-:_,#($!=*~%>|";
    const char type = text.front();
    std::string_view rest = text;
    if (aggregates.find(type) != std::string_view::npos) {
        return takeLength(rest, type) && !rest.empty()
               && types.find(rest.front()) != std::string_view::npos;
    }
    const auto length = takeLength(rest, type);
    return (type == '$' || type == '=' || type == '!') && length
           && rest.size() == *length + lineEnd.size() && rest.ends_with(lineEnd);
}

/// A confirmation of a subscription, or a published message, in RESP2.
bool isPublished(std::string_view text)
{
    static constexpr std::string_view kinds[] = {"SUBSCRIBE",   "PSUBSCRIBE",   "SSUBSCRIBE",
                                                 "UNSUBSCRIBE", "PUNSUBSCRIBE", "SUNSUBSCRIBE",
                                                 "MESSAGE",     "PMESSAGE",     "SMESSAGE"};
    const auto count = takeLength(text, '*');
    const auto kind = takeBulk(text);
    return count && (*count == 3 || *count == 4) && kind && isOneOf(*kind, kinds);
}

} // namespace

/// The first words of a command.
struct RedisRoles::Command
{
    std::array<std::string_view, 3> words;
    bool isArray = false;

    static std::optional<Command> of(std::string_view text)
    {
        Command command;
        if (auto count = takeLength(text, '*')) {
            command.isArray = true;
            for (std::string_view& word : command.words) {
                const auto bulk = (*count)-- > 0 ? takeBulk(text) : std::nullopt;
                if (!bulk) {
                    break;
                }
                word = *bulk;
            }
            return command.words.front().empty() ? std::nullopt : std::optional(command);
        }
        if (!isInline(text)) {
            return std::nullopt;
        }
        for (std::string_view& word : command.words) {
            text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
            word = text.substr(0, text.find_first_of(" \r\n"));
            text.remove_prefix(word.size());
        }
        return command;
    }
};

MessageRole RedisRoles::read(std::string_view text, bool asks)
{
    if (!asks) {
        return ofReply(text);
    }
    const auto command = Command::of(text);
    return command ? ofCommand(*command) : MessageRole{};
}

MessageRole RedisRoles::ofCommand(const Command& command)
{
    static constexpr std::string_view subscriptions[] = {
        "SUBSCRIBE", "PSUBSCRIBE", "SSUBSCRIBE", "UNSUBSCRIBE", "PUNSUBSCRIBE", "SUNSUBSCRIBE"};
    m_isKnown = m_isKnown || command.isArray;
    const std::string_view name = command.words.front();
    const bool isReplyMode = isWord(name, "CLIENT") && isWord(command.words[1], "REPLY");
    bool isEvent = false;
    if (isReplyMode || isWord(name, "RESET")) {
        m_isSilent = isWord(command.words[2], "OFF");
        m_skipsNext = isWord(command.words[2], "SKIP");
        isEvent = m_isSilent || m_skipsNext;
    } else {
        const bool isSubscription = isOneOf(name, subscriptions);
        m_isSubscriber = m_isSubscriber || isSubscription;
        isEvent = isSubscription || m_isSilent || m_skipsNext;
        m_skipsNext = false;
    }
    return {.part = isEvent ? Part::Event : Part::Request, .isCertain = m_isKnown};
}

MessageRole RedisRoles::ofReply(std::string_view text)
{
    constexpr std::string_view types = "+-:_,#($!=*~%>|";
    if (types.find(text.front()) == std::string_view::npos || !text.ends_with(lineEnd)) {
        return {};
    }
    m_isKnown = m_isKnown || isStructured(text);
    const bool isEvent = text.front() == '>' || (m_isSubscriber && isPublished(text));
    return {.part = isEvent ? Part::Event : Part::Reply, .isCertain = m_isKnown};
}

} // namespace pipecore
