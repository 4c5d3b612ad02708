#pragma once

#include "pipecore/model/option_table.h"
#include "pipecore/model/vocabulary.h"

#include <concepts>
#include <limits>
#include <type_traits>
#include <utility>

namespace pipecore {

// How an option is read from a member of its struct, and written to it.

/// A member of the options' structs as a value.
inline OptionValue toValue(bool member)
{
    return member;
}
inline OptionValue toValue(const std::string& member)
{
    return member;
}
inline OptionValue toValue(const Bytes& member)
{
    return member;
}
inline OptionValue toValue(std::chrono::milliseconds member)
{
    return std::int64_t{member.count()};
}
OptionValue toValue(std::unsigned_integral auto member)
{
    constexpr auto maxValue = std::numeric_limits<std::int64_t>::max();
    return std::in_range<std::int64_t>(member) ? static_cast<std::int64_t>(member) : maxValue;
}
template <typename E>
    requires std::is_enum_v<E>
OptionValue toValue(E member)
{
    return std::string(wordFor(member));
}
template <typename E>
OptionValue toValue(const std::optional<E>& member)
{
    return member ? toValue(*member) : std::string();
}

/// Puts a value of the right alternative into a member.
template <typename Member>
void fromValue(const OptionValue& value, Member& member)
{
    if constexpr (std::is_enum_v<Member>) {
        member = valueFor<Member>(std::get<std::string>(value)).value_or(member);
    } else if constexpr (std::is_same_v<Member, std::chrono::milliseconds>) {
        member = Member(std::get<std::int64_t>(value));
    } else if constexpr (std::is_integral_v<Member> && !std::is_same_v<Member, bool>) {
        member = static_cast<Member>(std::get<std::int64_t>(value));
    } else {
        member = std::get<Member>(value);
    }
}
template <typename E>
void fromValue(const OptionValue& value, std::optional<E>& member)
{
    member = valueFor<E>(std::get<std::string>(value));
}

/// The enumeration that a member chooses from; void for any other member.
template <typename Member>
struct ChoiceOf
{
    using Type = void;
};
template <typename Member>
    requires std::is_enum_v<Member>
struct ChoiceOf<Member>
{
    using Type = Member;
};
template <typename E>
struct ChoiceOf<std::optional<E>>
{
    using Type = E;
};

template <auto Member>
constexpr auto& reach(auto& options)
{
    return options.*Member;
}
template <auto Outer, auto Inner>
constexpr auto& reach(auto& options)
{
    return options.*Outer.*Inner;
}

/// An option that is a member of `Options`, or a member of a member.
template <typename Options, auto... Path>
constexpr Option<Options> memberOption(OptionInfo info,
                                       bool (*isOfWindows)(const Options&) = nullptr)
{
    using Member = std::remove_reference_t<decltype(reach<Path...>(std::declval<Options&>()))>;
    if constexpr (using Choice = typename ChoiceOf<Member>::Type; !std::is_void_v<Choice>) {
        info.words = allWords<Choice>;
    }
    return {info, [](const Options& options) { return toValue(reach<Path...>(options)); },
            [](Options& options, const OptionValue& value) {
                fromValue(value, reach<Path...>(options));
            },
            isOfWindows};
}

/// A flag that stores a member as `On` or `Off`.
template <typename Options, auto Member, auto On, auto Off>
constexpr Option<Options> flagOption(OptionInfo info, bool (*isOfWindows)(const Options&) = nullptr)
{
    return {info, [](const Options& options) -> OptionValue { return options.*Member == On; },
            [](Options& options, const OptionValue& value) {
                options.*Member = std::get<bool>(value) ? On : Off;
            },
            isOfWindows};
}

} // namespace pipecore
