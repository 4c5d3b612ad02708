#pragma once

#include "call.h"
#include "pipecore/base/translatable.h"
#include "pipecore/explain/explain.h"

#include <optional>
#include <span>
#include <string_view>

namespace pipecore::explaining {

/// Whether something holds under given circumstances; empty when they do not say.
using Condition = std::optional<bool> (*)(const ExplainContext&);

/// Meaning of a code for some calls. The first match is used, so the general one comes last.
struct Sentence
{
    std::uint32_t code;
    CallSet calls;
    std::string_view text;
};

/// A cause of a code from some calls. The order within a code is that of likelihood.
struct Rule
{
    std::uint32_t code;
    CallSet calls;
    std::string_view text;
    std::string_view action;
    /// Left out when the circumstances say no, put in front when they say yes.
    Condition when = nullptr;
    /// Said only when nothing more exact is left.
    bool lastResort = false;
};

/// Meaning of a kind of error without a more specific code and call.
struct KindAdvice
{
    std::string_view sentence;
    std::string_view text;
    std::string_view action;
};

[[nodiscard]] std::span<const Sentence> win32Sentences();
[[nodiscard]] std::span<const Sentence> errnoSentences();
/// Causes for the calls that make, find and open a pipe.
[[nodiscard]] std::span<const Rule> win32OpeningRules();
/// Causes for the calls that move data, and how a conversation ends.
[[nodiscard]] std::span<const Rule> win32TalkingRules();
/// Causes for the rest: networks, identities, memory, files.
[[nodiscard]] std::span<const Rule> win32SystemRules();
[[nodiscard]] std::span<const Rule> errnoRules();
[[nodiscard]] KindAdvice adviceFor(ErrorKind kind);
/// The cause that the error names itself; null when it does not.
[[nodiscard]] const Cause* knownCauseOf(const Error& error);

// Conditions.
[[nodiscard]] std::optional<bool> isRemote(const ExplainContext& context);
[[nodiscard]] std::optional<bool> isLocal(const ExplainContext& context);
[[nodiscard]] std::optional<bool> triesOnce(const ExplainContext& context);
[[nodiscard]] std::optional<bool> waits(const ExplainContext& context);
[[nodiscard]] std::optional<bool> wantsMessages(const ExplainContext& context);
[[nodiscard]] std::optional<bool> wantsFirstInstance(const ExplainContext& context);
[[nodiscard]] std::optional<bool> goesOneWay(const ExplainContext& context);
[[nodiscard]] std::optional<bool> isSynchronous(const ExplainContext& context);
[[nodiscard]] std::optional<bool> isOverlapped(const ExplainContext& context);

} // namespace pipecore::explaining
