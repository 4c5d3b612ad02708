#include "pipecore/model/option_table.h"

#include "pipecore/base/hex_digits.h"
#include "pipecore/base/translatable.h"
#include "pipecore/security/security.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace pipecore {

namespace {

constexpr std::size_t fileModeDigits = 4;
constexpr std::array<std::string_view, 2> flagWords{"on", "off"};

std::string octalText(std::int64_t value)
{
    std::string digits;
    for (; value > 0 || digits.size() < fileModeDigits; value /= 8) {
        digits.insert(digits.begin(), static_cast<char>('0' + value % 8));
    }
    return digits;
}

std::string numberText(const OptionInfo& option, std::int64_t value)
{
    return option.kind == OptionKind::Octal ? octalText(value) : std::to_string(value);
}

std::unexpected<Error> refuseText(std::string_view pattern, std::string_view calledAs,
                                  std::string_view text)
{
    return refusePhrase({pattern, {std::string(calledAs), std::string(text)}});
}

Result<OptionValue> readNumber(const OptionInfo& option, std::string_view text,
                               std::string_view calledAs)
{
    const bool isOctal = option.kind == OptionKind::Octal;
    std::uint64_t number = 0; // without a sign, so that a negative one is not read
    const char* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number, isOctal ? 8 : 10);
    if (error == std::errc::result_out_of_range
        || number > std::uint64_t{std::numeric_limits<std::int64_t>::max()}) {
        return refuseText(PIPECORE_TR("ErrorDetail", "%2 is too large for %1"), calledAs, text);
    }
    if (text.empty() || error != std::errc{} || rest != end) {
        return refuseText(
            isOctal ? PIPECORE_TR("ErrorDetail", "%1 takes octal digits such as 0660, not \"%2\"")
                    : PIPECORE_TR("ErrorDetail", "%1 takes a number, not \"%2\""),
            calledAs, text);
    }
    return static_cast<std::int64_t>(number);
}

Result<void> checkWord(std::span<const std::string_view> words, std::string_view text,
                       std::string_view calledAs)
{
    if (std::ranges::find(words, text) != words.end()) {
        return {};
    }
    std::string all;
    for (const std::string_view word : words.first(words.size() - 1)) {
        all += (all.empty() ? "" : ", ") + std::string(word);
    }
    return refusePhrase(
        {PIPECORE_TR("ErrorDetail", "%1 takes %2 or %3, not \"%4\""),
         {std::string(calledAs), std::move(all), std::string(words.back()), std::string(text)}});
}

Result<OptionValue> readPayload(std::string_view text, std::string_view calledAs)
{
    if (text.size() % 2 != 0 || hexRunLength(text, 0) != text.size()) {
        return refuseText(PIPECORE_TR("ErrorDetail", "%1 takes pairs of hex digits, not \"%2\""),
                          calledAs, text);
    }
    Bytes bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        bytes.push_back(hexByte(text[i], text[i + 1]));
    }
    return bytes;
}

} // namespace

std::string optionText(const OptionInfo& option, const OptionValue& value)
{
    if (const auto* flag = std::get_if<bool>(&value)) {
        return std::string(*flag ? flagWords.front() : flagWords.back());
    }
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return numberText(option, *number);
    }
    if (const auto* bytes = std::get_if<Bytes>(&value)) {
        std::string digits;
        appendHex(digits, *bytes);
        return digits;
    }
    return std::get<std::string>(value);
}

Result<OptionValue> readOption(const OptionInfo& option, std::string_view text,
                               std::string_view calledAs)
{
    switch (option.kind) {
    case OptionKind::Flag:
        if (auto known = checkWord(flagWords, text, calledAs); !known) {
            return std::unexpected(known.error());
        }
        return text == flagWords.front();
    case OptionKind::Number:
    case OptionKind::Size:
    case OptionKind::Time:
    case OptionKind::Octal: return readNumber(option, text, calledAs);
    case OptionKind::Choice:
        if (auto known = checkWord(option.words(), text, calledAs); !known) {
            return std::unexpected(known.error());
        }
        break;
    case OptionKind::Payload: return readPayload(text, calledAs);
    case OptionKind::Sddl:
        if (text.empty()) {
            return refuseText(
                PIPECORE_TR("ErrorDetail", "%1 takes a security descriptor such as D:(A;;GA;;;BA)"),
                calledAs, text);
        }
        break;
    case OptionKind::Name: break;
    }
    return std::string(text);
}

Result<void> checkOption(const OptionInfo& option, const OptionValue& value)
{
    const auto* number = std::get_if<std::int64_t>(&value);
    const auto* bytes = std::get_if<Bytes>(&value);
    if (number != nullptr || bytes != nullptr) {
        const std::int64_t amount =
            number != nullptr ? *number : static_cast<std::int64_t>(bytes->size());
        if (amount < option.low || amount > option.high) {
            return refusePhrase({option.rangeRefusal,
                                 {numberText(option, amount), numberText(option, option.low),
                                  numberText(option, option.high)}});
        }
    } else if (const auto* text = std::get_if<std::string>(&value);
               option.kind == OptionKind::Sddl && !text->empty()) {
        if (const auto descriptor = descriptorFromSddl(*text); !descriptor) {
            return std::unexpected(descriptor.error());
        }
    }
    return {};
}

template <typename Options>
const Option<Options>* findOption(std::string_view key)
{
    const auto all = optionsOf<Options>();
    const auto found = std::ranges::find(all, key, &OptionInfo::key);
    return found != all.end() ? &*found : nullptr;
}

template <typename Options>
Result<void> setOption(Options& options, const Option<Options>& option, std::string_view text,
                       std::string_view calledAs)
{
    const auto value = readOption(option, text, calledAs);
    if (!value) {
        return std::unexpected(value.error());
    }
    if (auto checked = checkOption(option, *value); !checked) {
        return checked;
    }
    option.set(options, *value);
    return {};
}

template <typename Options>
Result<void> applyOption(Options& options, std::string_view key, std::string_view text)
{
    const Option<Options>* option = findOption<Options>(key);
    if (option == nullptr) {
        return refusePhrase({PIPECORE_TR("ErrorDetail", "unknown option %1"), {std::string(key)}});
    }
    return setOption(options, *option, text, key);
}

template <typename Options>
std::vector<OptionText> changedOptions(const Options& options)
{
    const Options defaults;
    std::vector<OptionText> changed;
    for (const Option<Options>& option : optionsOf<Options>()) {
        if (const OptionValue value = option.get(options); value != option.get(defaults)) {
            changed.push_back({option.key, optionText(option, value)});
        }
    }
    return changed;
}

template <typename Options>
Result<void> checkOptions(const Options& options)
{
    for (const Option<Options>& option : optionsOf<Options>()) {
        if (auto checked = checkOption(option, option.get(options)); !checked) {
            return checked;
        }
    }
    return {};
}

template <typename Options>
Result<void> checkSystem(const Options& options, System system)
{
    for (const Option<Options>& option : optionsOf<Options>()) {
        if (system == System::Unix && option.isOfWindows != nullptr
            && option.isOfWindows(options)) {
            return refusePhrase({option.notOnUnix}, ErrorKind::NotSupported);
        }
    }
    return {};
}

#define PIPECORE_OPTIONS(Options)                                                                  \
    template const Option<Options>* findOption<Options>(std::string_view);                         \
    template Result<void> setOption(Options&, const Option<Options>&, std::string_view,            \
                                    std::string_view);                                             \
    template Result<void> applyOption(Options&, std::string_view, std::string_view);               \
    template std::vector<OptionText> changedOptions(const Options&);                               \
    template Result<void> checkOptions(const Options&);                                            \
    template Result<void> checkSystem(const Options&, System);
PIPECORE_OPTIONS(ServerOptions)
PIPECORE_OPTIONS(ClientOptions)
PIPECORE_OPTIONS(CallOptions)
#undef PIPECORE_OPTIONS

} // namespace pipecore
