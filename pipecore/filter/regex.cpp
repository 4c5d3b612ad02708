#include "regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace pipecore::filter {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds timeLimit{100};
/// Long subjects get more time, so that a simple pattern comes through all of it.
constexpr std::size_t nanosecondsAByte = 10;
/// Limits above any pattern that a person writes.
constexpr std::uint32_t maxGroupDepth = 100;
constexpr std::size_t maxPatternLength = 4096;
/// For the interpreter, without JIT.
constexpr std::uint32_t depthLimit = 10'000;
constexpr std::uint32_t heapLimitKiB = 16 * 1024;
constexpr std::size_t jitStackStart = std::size_t{32} * 1024;
constexpr std::size_t maxJitStack = std::size_t{1024} * 1024;

/// Step limit of the quick attempt from each start position; a step is at most one
/// walk through the subject. PCRE2 counts anew for every start, hence the small pieces of starts.
constexpr std::uint32_t maxSteps = 20'000;
constexpr std::uint32_t minSteps = 50;
constexpr std::size_t stepBudget = 250'000;
constexpr std::size_t firstPiece = 64;
constexpr std::size_t maxPieceSize = 1024;
/// The thorough attempt is stopped by the clock.
constexpr std::uint32_t unlimitedSteps = 1'000'000'000;

template <auto Free>
struct Freed
{
    template <typename T>
    void operator()(T* value) const
    {
        Free(value);
    }
};
using Code = std::unique_ptr<pcre2_code, Freed<pcre2_code_free>>;
using CompileContext = std::unique_ptr<pcre2_compile_context, Freed<pcre2_compile_context_free>>;
using MatchContext = std::unique_ptr<pcre2_match_context, Freed<pcre2_match_context_free>>;
using MatchData = std::unique_ptr<pcre2_match_data, Freed<pcre2_match_data_free>>;
using JitStack = std::unique_ptr<pcre2_jit_stack, Freed<pcre2_jit_stack_free>>;

struct Deadline
{
    Clock::time_point end;
    const std::atomic<bool>* cancelled = nullptr;
    std::uint32_t calls = 0;

    [[nodiscard]] bool isOver() const
    {
        return (cancelled != nullptr && cancelled->load(std::memory_order_relaxed))
               || Clock::now() >= end;
    }
};

/// Called by PCRE2 between the items of a pattern.
int stopWhenOver(pcre2_callout_block* /*block*/, void* data)
{
    constexpr std::uint32_t callsBetweenClocks = 64;
    auto& deadline = *static_cast<Deadline*>(data);
    if (++deadline.calls % callsBetweenClocks != 0) {
        return 0;
    }
    return deadline.isOver() ? PCRE2_ERROR_MATCHLIMIT : 0;
}

const unsigned char* codeUnits(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// `place`, or the start of the character behind it: no match begins within one.
std::size_t next(std::string_view subject, std::size_t place)
{
    constexpr int maxIncompleteTail = 3;
    for (int i = 0; i < maxIncompleteTail && place < subject.size(); ++i, ++place) {
        if ((static_cast<unsigned char>(subject[place]) & 0xC0U) != 0x80U) {
            break;
        }
    }
    return place;
}

struct Compiled
{
    Code code;
    int error = 0;
    std::size_t offset = 0;
};

Compiled compileCode(std::string_view pattern, std::uint32_t options)
{
    const CompileContext context(pcre2_compile_context_create(nullptr));
    pcre2_set_parens_nest_limit(context.get(), maxGroupDepth);
    pcre2_set_max_pattern_length(context.get(), maxPatternLength);
    Compiled compiled;
    compiled.code.reset(pcre2_compile(codeUnits(pattern), pattern.size(), options, &compiled.error,
                                      &compiled.offset, context.get()));
    if (compiled.code) {
        // Without JIT on this system, the interpreter is used.
        static_cast<void>(pcre2_jit_compile(compiled.code.get(), PCRE2_JIT_COMPLETE));
    }
    return compiled;
}

std::string messageOf(int error)
{
    std::array<unsigned char, 256> text{};
    const int length = pcre2_get_error_message(error, text.data(), text.size());
    if (length <= 0) {
        return "error " + std::to_string(error);
    }
    return {text.begin(), text.begin() + length};
}

} // namespace

class Regex::Scratch::Impl
{
public:
    explicit Impl(const std::atomic<bool>* isCancelled)
        : quickContext(pcre2_match_context_create(nullptr))
        , thoroughContext(pcre2_match_context_create(nullptr))
        , data(pcre2_match_data_create(1, nullptr))
        , stack(pcre2_jit_stack_create(jitStackStart, maxJitStack, nullptr))
    {
        deadline.cancelled = isCancelled;
        for (auto* const context : {quickContext.get(), thoroughContext.get()}) {
            pcre2_set_depth_limit(context, depthLimit);
            pcre2_set_heap_limit(context, heapLimitKiB);
            pcre2_jit_stack_assign(context, nullptr, stack.get());
        }
        pcre2_set_match_limit(thoroughContext.get(), unlimitedSteps);
        pcre2_set_callout(thoroughContext.get(), &stopWhenOver, &deadline);
    }

    MatchContext quickContext;
    MatchContext thoroughContext;
    MatchData data;
    JitStack stack;
    Deadline deadline;
};

class Regex::Impl
{
public:
    /// From `begin` on, until the time is over.
    [[nodiscard]] Outcome searchThoroughly(std::string_view subject, std::size_t begin,
                                           Scratch::Impl& with) const
    {
        if (!thorough) {
            return Outcome::TooCostly;
        }
        const int found = pcre2_match(thorough.get(), codeUnits(subject), subject.size(), begin, 0,
                                      with.data.get(), with.thoroughContext.get());
        if (found >= 0) {
            return Outcome::Yes;
        }
        return found == PCRE2_ERROR_NOMATCH ? Outcome::No : Outcome::TooCostly;
    }

    Code quick;
    Code thorough; ///< the same with callouts, which look at the clock
    bool isText = false;
};

Regex::Scratch::Scratch() : Scratch(nullptr) {}
Regex::Scratch::Scratch(const std::atomic<bool>* cancelled)
    : m_impl(std::make_unique<Impl>(cancelled))
{}
Regex::Scratch::~Scratch() = default;

Regex::Regex(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Regex::~Regex() = default;

std::expected<std::shared_ptr<const Regex>, Regex::Fault> Regex::compile(std::string_view pattern,
                                                                         Subject subject)
{
    const std::uint32_t options =
        PCRE2_CASELESS | PCRE2_NEVER_BACKSLASH_C | PCRE2_USE_OFFSET_LIMIT
        | (subject == Subject::Text ? PCRE2_UTF | PCRE2_MATCH_INVALID_UTF : PCRE2_NEVER_UTF);
    auto quick = compileCode(pattern, options);
    if (!quick.code) {
        return std::unexpected(Fault{.offset = std::min(quick.offset, pattern.size()),
                                     .message = messageOf(quick.error)});
    }
    auto impl = std::make_unique<Impl>();
    impl->quick = std::move(quick.code);
    impl->isText = subject == Subject::Text;
    // A pattern that is just short enough may be too long with callouts: then it is not tried again.
    impl->thorough = compileCode(pattern, options | PCRE2_AUTO_CALLOUT).code;
    return std::shared_ptr<const Regex>(new Regex(std::move(impl)));
}

Regex::Outcome Regex::search(std::string_view subject, Scratch& scratch) const
{
    Scratch::Impl& with = *scratch.m_impl;
    const std::size_t steps = stepBudget / std::max<std::size_t>(subject.size(), 1);
    pcre2_set_match_limit(
        with.quickContext.get(),
        static_cast<std::uint32_t>(std::clamp<std::size_t>(steps, minSteps, maxSteps)));

    const auto limit = timeLimit + std::chrono::nanoseconds(subject.size() * nanosecondsAByte);
    const bool isLong = subject.size() > firstPiece;
    with.deadline.end = isLong ? Clock::now() + limit : Clock::time_point::max();
    std::size_t piece = firstPiece;
    for (std::size_t begin = 0; begin <= subject.size();
         begin = m_impl->isText ? next(subject, begin + piece) : begin + piece) {
        piece = begin == 0 ? firstPiece : std::min(piece * 2, maxPieceSize);
        pcre2_set_offset_limit(with.quickContext.get(), begin + piece - 1);
        const int found = pcre2_match(m_impl->quick.get(), codeUnits(subject), subject.size(),
                                      begin, 0, with.data.get(), with.quickContext.get());
        if (found >= 0) {
            return Outcome::Yes;
        }
        if (found != PCRE2_ERROR_NOMATCH) {
            with.deadline.end = isLong ? with.deadline.end : Clock::now() + limit;
            return m_impl->searchThoroughly(subject, begin, with);
        }
        if (isLong && with.deadline.isOver()) {
            return Outcome::TooCostly;
        }
    }
    return Outcome::No;
}

} // namespace pipecore::filter
