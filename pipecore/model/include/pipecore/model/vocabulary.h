#pragma once

#include "pipecore/base/error.h"
#include "pipecore/model/event.h"
#include "pipecore/model/identity.h"
#include "pipecore/model/options.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace pipecore {

/// A value and the word that stands for it in files. Words never change once a release wrote them.
template <typename E>
struct Word
{
    E value;
    std::string_view word;
};

std::span<const Word<Role>> wordsOf(Role);
std::span<const Word<PipeMode>> wordsOf(PipeMode);
std::span<const Word<Access>> wordsOf(Access);
/// As its server names the direction.
std::span<const Word<ClientAccess>> wordsOf(ClientAccess);
std::span<const Word<SqosLevel>> wordsOf(SqosLevel);
std::span<const Word<WaitPolicy>> wordsOf(WaitPolicy);
std::span<const Word<CloseReason>> wordsOf(CloseReason);
std::span<const Word<ErrorKind>> wordsOf(ErrorKind);
std::span<const Word<ErrorDomain>> wordsOf(ErrorDomain);
std::span<const Word<Backpressure>> wordsOf(Backpressure);
std::span<const Word<Direction>> wordsOf(Direction);
std::span<const Word<OriginKind>> wordsOf(OriginKind);
std::span<const Word<HeldOutcome>> wordsOf(HeldOutcome);
std::span<const Word<IntegrityLevel>> wordsOf(IntegrityLevel);
std::span<const Word<Elevation::Type>> wordsOf(Elevation::Type);
std::span<const Word<PidReuse>> wordsOf(PidReuse);
std::span<const Word<ImpersonationLevel>> wordsOf(ImpersonationLevel);
std::span<const Word<AccessTarget::Kind>> wordsOf(AccessTarget::Kind);

template <typename E>
[[nodiscard]] std::string_view wordFor(E value)
{
    for (const Word<E>& entry : wordsOf(value)) {
        if (entry.value == value) {
            return entry.word;
        }
    }
    return {};
}

/// Empty for a word that this version does not know.
template <typename E>
[[nodiscard]] std::optional<E> valueFor(std::string_view word)
{
    for (const Word<E>& entry : wordsOf(E{})) {
        if (entry.word == word) {
            return entry.value;
        }
    }
    return std::nullopt;
}

/// All words of a kind of value, in the order of wordsOf().
template <typename E>
[[nodiscard]] std::vector<std::string_view> allWords()
{
    std::vector<std::string_view> words;
    for (const Word<E>& entry : wordsOf(E{})) {
        words.push_back(entry.word);
    }
    return words;
}

} // namespace pipecore
