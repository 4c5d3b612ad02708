#include "pipecore/explain/explain.h"

#include "rules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <span>

namespace pipecore {

namespace {

using namespace explaining;

std::span<const Sentence> sentencesOf(ErrorDomain domain)
{
    switch (domain) {
    case ErrorDomain::Win32: return win32Sentences();
    case ErrorDomain::Errno: return errnoSentences();
    case ErrorDomain::None: break;
    }
    return {};
}

template <typename Use>
void forEachRule(ErrorDomain domain, std::uint32_t code, Use use)
{
    const std::array win32 = {win32OpeningRules(), win32TalkingRules(), win32SystemRules()};
    const std::array unixOnly = {errnoRules()};
    std::span<const std::span<const Rule>> tables;
    if (domain == ErrorDomain::Win32) {
        tables = win32;
    } else if (domain == ErrorDomain::Errno) {
        tables = unixOnly;
    }
    for (const auto& table : tables) {
        for (const Rule& rule : table) {
            if (rule.code == code) {
                use(rule);
            }
        }
    }
}

/// The causes that can hold, those that are sure to hold in front.
std::vector<Cause> causesFor(const Error& error, CallSet calls, const ExplainContext& context)
{
    std::vector<Cause> causes;
    std::vector<Cause> lastResorts;
    forEachRule(error.domain, error.code, [&](const Rule& rule) {
        const auto holds = rule.when == nullptr ? std::nullopt : rule.when(context);
        if ((rule.calls & calls) != 0 && holds.value_or(true)) {
            (rule.lastResort ? lastResorts : causes)
                .push_back({rule.text, rule.action, namesOf(rule.calls), holds.value_or(false)});
        }
    });
    std::ranges::stable_partition(causes, &Cause::certain);
    return causes.empty() ? lastResorts : causes;
}

std::string_view sentenceFor(const Error& error, CallSet calls, bool callIsKnown)
{
    for (const Sentence& sentence : sentencesOf(error.domain)) {
        // Without a call only common facts apply.
        if (sentence.code == error.code
            && (callIsKnown ? (sentence.calls & calls) != 0 : sentence.calls == anyCall)) {
            return sentence.text;
        }
    }
    return {};
}

/// How long an attempt that timed out had waited, as its detail says: "No server within 5000 ms".
std::optional<std::chrono::milliseconds> waitedFor(const Error& error)
{
    constexpr std::string_view unit = " ms";
    std::string_view text = error.detail;
    if (error.kind != ErrorKind::TimedOut || !text.ends_with(unit)) {
        return std::nullopt;
    }
    text.remove_suffix(unit.size());
    text.remove_prefix(text.find_last_not_of("0123456789") + 1);
    std::chrono::milliseconds::rep count = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), count);
    return failed == std::errc{} ? std::optional(std::chrono::milliseconds(count)) : std::nullopt;
}

} // namespace

Explanation explain(const Error& error, const ExplainContext& said)
{
    ExplainContext context = said;
    if (!context.timeout) {
        context.timeout = waitedFor(error);
    }
    const CallSet call = callOf(error.api);
    Explanation explanation{.domain = error.domain,
                            .code = error.code,
                            .name = symbolicName(error.domain, error.code),
                            .call = call == 0 ? error.api : findCall(error.api),
                            .sentence = {},
                            .causes = {}};
    CallSet calls = anyCall;
    if (call != 0) {
        calls = call;
    } else if (context.role) {
        calls = callsOf(*context.role);
    }
    explanation.sentence = sentenceFor(error, calls, call != 0);
    explanation.causes = causesFor(error, calls, context);

    const KindAdvice advice = adviceFor(error.kind);
    if (explanation.sentence.empty()) {
        explanation.sentence = advice.sentence;
    }
    if (const Cause* const known = knownCauseOf(error)) {
        explanation.causes = {*known};
    }
    if (explanation.causes.empty() && error.kind == ErrorKind::Io) {
        // The call is not known to return this code: the causes of the known calls are the best guess.
        explanation.causes = causesFor(error, anyCall, context);
    }
    if (explanation.causes.empty()) {
        explanation.causes.push_back({advice.text, advice.action, {}, false});
    }
    return explanation;
}

std::string hint(const Error& error)
{
    const Cause cause = explain(error).causes.front();
    return std::string(cause.text) + ' ' + std::string(cause.action);
}

std::vector<std::string_view> callsThatGive(ErrorDomain domain, std::uint32_t code)
{
    CallSet calls = 0;
    const auto add = [&calls](CallSet more) { calls |= more == anyCall ? 0 : more; };
    forEachRule(domain, code, [&add](const Rule& rule) { add(rule.calls); });
    for (const Sentence& sentence : sentencesOf(domain)) {
        if (sentence.code == code) {
            add(sentence.calls);
        }
    }
    return namesOf(calls);
}

std::vector<std::uint32_t> explainedCodes(ErrorDomain domain)
{
    std::set<std::uint32_t> codes;
    for (const Sentence& sentence : sentencesOf(domain)) {
        codes.insert(sentence.code);
    }
    return {codes.begin(), codes.end()};
}

} // namespace pipecore
