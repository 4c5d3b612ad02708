#include "pipecore/model/row_body.h"

#include "pipecore/base/interned.h"
#include "pipecore/model/vocabulary.h"

#include <array>

namespace pipecore {

namespace {

template <std::size_t... Places>
constexpr auto allWords(std::index_sequence<Places...> /*places*/)
{
    return std::array{std::variant_alternative_t<Places, RowBody>::words...};
}

constexpr auto rowWordsOfKinds = allWords(std::make_index_sequence<std::variant_size_v<RowBody>>());

// The number of a kind is the place of its struct.
template <RecordKind kind>
using At = std::variant_alternative_t<std::to_underlying(kind), RowBody>;
static_assert(std::is_same_v<At<RecordKind::Message>, Message>);
static_assert(std::is_same_v<At<RecordKind::Connected>, PeerConnected>);
static_assert(std::is_same_v<At<RecordKind::Dropped>, Dropped>);
static_assert(std::is_same_v<At<RecordKind::ReadModeChanged>, ReadModeChanged>);
static_assert(std::is_same_v<At<RecordKind::HeldSettled>, HeldSettled>);
static_assert(std::is_same_v<At<RecordKind::Unknown>, UnknownRow>);

// isRow() goes by the order.
constexpr bool rowsComeFirst()
{
    for (std::size_t i = 0; i < rowWordsOfKinds.size(); ++i) {
        if (rowWordsOfKinds[i].isRow != (i < std::to_underlying(RecordKind::StateChanged))) {
            return false;
        }
    }
    return true;
}
static_assert(rowsComeFirst());

} // namespace

const RowWords& rowWords(RecordKind kind)
{
    return rowWordsOfKinds[std::to_underlying(kind)];
}

std::optional<RecordKind> recordKindNamed(std::string_view word)
{
    for (std::size_t i = 0; i < rowWordsOfKinds.size(); ++i) {
        if (rowWordsOfKinds[i].isRow
            && (rowWordsOfKinds[i].word == word || rowWordsOfKinds[i].version1 == word)) {
            return static_cast<RecordKind>(i);
        }
    }
    return std::nullopt;
}

std::string_view originWord(const Origin& origin)
{
    if (origin.kind != OriginKind::Unknown) {
        return wordFor(origin.kind);
    }
    return origin.word == nullptr ? std::string_view() : std::string_view(origin.word);
}

Origin originNamed(std::string_view word, std::uint32_t number)
{
    if (word.empty()) {
        return {};
    }
    if (const auto kind = valueFor<OriginKind>(word)) {
        return {.kind = *kind, .number = number};
    }
    return {
        .kind = OriginKind::Unknown, .number = number, .word = interned(std::string(word)).data()};
}

std::string imageName(const PeerInfo& peer)
{
    if (!peer.image) {
        return {};
    }
    // A session recorded on Windows may be read elsewhere: both separators count.
    const std::size_t separator = peer.image->find_last_of("/\\");
    return separator == std::string::npos ? *peer.image : peer.image->substr(separator + 1);
}

} // namespace pipecore
