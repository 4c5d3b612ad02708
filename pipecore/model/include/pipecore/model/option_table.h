#pragma once

#include "pipecore/model/options.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pipecore {

/// Type of an option, which decides the text form of its value on the command line and in files.
enum class OptionKind : std::uint8_t {
    Flag,    ///< "on" or "off"
    Number,  ///< digits
    Size,    ///< bytes, in digits
    Time,    ///< milliseconds, in digits
    Octal,   ///< permissions of a file, in octal digits
    Choice,  ///< one of some words
    Name,    ///< of a pipe, in any spelling PipeName::parse takes
    Sddl,    ///< a security descriptor
    Payload, ///< bytes, in hex digits
};

/// Flag: bool. Number, Size, Time, Octal: a number. Payload: bytes. All others: text. A choice that is not made
/// is an empty text.
using OptionValue = std::variant<bool, std::int64_t, std::string, Bytes>;

/// An option, described once: validation, command line, dialogs, settings and files are made of it. All
/// texts are literals.
struct OptionInfo
{
    /// Its name in files and, behind "--", on the command line. Never changes once a release wrote it.
    std::string_view key;
    OptionKind kind = OptionKind::Flag;
    /// Help: a part of a sentence in English, and a translation source of the context "Option".
    std::string_view help;
    /// The flags, arguments and calls behind it, as the documentation of each system names them.
    std::string_view windowsTerms{};
    std::string_view unixTerms{};
    /// The only system on which it does something; unset, it does on both.
    std::optional<System> only{};
    /// Range of a number, or of the length of a payload.
    std::int64_t low = 0;
    std::int64_t high = 0;
    /// Refusal of a value outside of this range, with places for the value and both limits; a translation
    /// source of the context "ErrorDetail", as notOnUnix is.
    std::string_view rangeRefusal{};
    /// Refuses on AF_UNIX Windows options that would change the result for the caller. Empty: an option that
    /// is set for Windows has no effect there.
    std::string_view notOnUnix{};
    /// The words of a choice.
    std::vector<std::string_view> (*words)() = nullptr;
};

/// An option of `Options`: ServerOptions, ClientOptions or CallOptions. Those of ConnectionOptions are among
/// the options of servers and clients.
template <typename Options>
struct Option : OptionInfo
{
    OptionValue (*get)(const Options& options);
    /// Takes a value of the right alternative; of a choice, one of its words.
    void (*set)(Options& options, const OptionValue& value);
    /// The field of notOnUnix for the value; null without one.
    bool (*isOfWindows)(const Options& options) = nullptr;
};

/// An option that differs from its default, as files have it.
struct OptionText
{
    std::string_view key;
    std::string value;

    friend bool operator==(const OptionText&, const OptionText&) = default;
};

/// All options, in the order in which they are shown. Any thread, as all here.
template <typename Options>
[[nodiscard]] std::span<const Option<Options>> optionsOf();
template <>
[[nodiscard]] std::span<const Option<ServerOptions>> optionsOf<ServerOptions>();
template <>
[[nodiscard]] std::span<const Option<ClientOptions>> optionsOf<ClientOptions>();
template <>
[[nodiscard]] std::span<const Option<CallOptions>> optionsOf<CallOptions>();

/// Null without an option of this name.
template <typename Options>
[[nodiscard]] const Option<Options>* findOption(std::string_view key);

/// The value as text; readOption() takes it back.
[[nodiscard]] std::string optionText(const OptionInfo& option, const OptionValue& value);
/// The refusal is a sentence that begins with `calledAs`, the option's name as the user knows it:
/// "--buffer takes a number, not "64k"".
[[nodiscard]] Result<OptionValue> readOption(const OptionInfo& option, std::string_view text,
                                             std::string_view calledAs);
/// Refuses a number or a length out of range, and a security descriptor that cannot be read.
[[nodiscard]] Result<void> checkOption(const OptionInfo& option, const OptionValue& value);

/// Reads, checks and sets one option; changes nothing when it is refused.
template <typename Options>
[[nodiscard]] Result<void> setOption(Options& options, const Option<Options>& option,
                                     std::string_view text, std::string_view calledAs);
/// The same by the option's name; an unknown name is refused.
template <typename Options>
[[nodiscard]] Result<void> applyOption(Options& options, std::string_view key,
                                       std::string_view text);
/// The options that differ from their defaults, in the order of optionsOf(). Applied to default options
/// they give the same again.
template <typename Options>
[[nodiscard]] std::vector<OptionText> changedOptions(const Options& options);
/// checkOption() of each option.
template <typename Options>
[[nodiscard]] Result<void> checkOptions(const Options& options);
/// Refuses, with NotSupported, options that `system` lacks and that would change the result for the caller;
/// what merely has no effect there (write-through, sharing, file mode) passes.
template <typename Options>
[[nodiscard]] Result<void> checkSystem(const Options& options, System system = thisSystem);

} // namespace pipecore
