#include "pipecore/explain/explain.h"
#include "status_codes.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

namespace pipecore {

namespace {

constexpr std::uint64_t maxCode = 0xFFFFFFFFU;
/// HRESULT_FROM_WIN32: failure, facility 7, and the code below.
constexpr std::uint32_t hresultMask = 0xFFFF0000U;
constexpr std::uint32_t hresultOfWin32 = 0x80070000U;
/// HRESULT_FROM_NT sets this bit in an NTSTATUS.
constexpr std::uint32_t ntBit = 0x10000000U;

constexpr std::string_view understood =
    "; write a number (231, 0xE7), a name (ERROR_PIPE_BUSY, EPIPE), an HRESULT (0x800700E7) or an "
    "NTSTATUS (0xC00000AC)";

std::string trimmedUpper(std::string_view text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && isSpace(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isSpace(text.back())) {
        text.remove_suffix(1);
    }
    std::string upper(text);
    std::ranges::transform(upper, upper.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return upper;
}

std::string quoted(std::string_view text)
{
    return '"' + std::string(text) + '"';
}

std::unexpected<std::string> wrong(std::string reason)
{
    return std::unexpected(std::move(reason) + std::string(understood));
}

std::expected<CodeQuery, std::string> fromNumber(std::uint32_t number, ErrorDomain domain,
                                                 std::string_view text)
{
    if (number == 0) {
        return std::unexpected("0 means success: read the code right after the failed call, before "
                               "another call changes it");
    }
    if ((number & hresultMask) == hresultOfWin32) {
        return CodeQuery{ErrorDomain::Win32, number & ~hresultMask};
    }
    for (const std::uint32_t status : {number, number & ~ntBit}) {
        if (const StatusCode* known = findStatus(status)) {
            return CodeQuery{ErrorDomain::Win32, known->code, known->name};
        }
    }
    if (number > 0xFFFFU) {
        return wrong(quoted(text)
                     + " is neither an HRESULT of a Win32 code (0x8007....) nor an NTSTATUS "
                       "returned by pipes");
    }
    if (symbolicName(domain, number).empty()) {
        const bool isWin32 = domain == ErrorDomain::Win32;
        const bool elsewhere =
            !symbolicName(isWin32 ? ErrorDomain::Errno : ErrorDomain::Win32, number).empty();
        return wrong(
            quoted(text)
            + (isWin32 ? " is not a Win32 code returned by pipe calls"
                       : " is not an errno returned by socket calls")
            + (elsewhere ? (isWin32 ? ", but it is an errno" : ", but it is a Win32 code") : ""));
    }
    return CodeQuery{domain, number};
}

std::optional<CodeQuery> fromName(std::string_view name)
{
    for (const std::string_view prefix : {"", "ERROR_"}) {
        if (const auto code =
                codeNamed(ErrorDomain::Win32, std::string(prefix) + std::string(name))) {
            return CodeQuery{ErrorDomain::Win32, *code};
        }
    }
    if (const auto code = codeNamed(ErrorDomain::Errno, name)) {
        return CodeQuery{ErrorDomain::Errno, *code};
    }
    if (name == "EWOULDBLOCK") {
        return fromName("EAGAIN");
    }
    if (name == "ENOTSUP") {
        return fromName("EOPNOTSUPP");
    }
    if (const StatusCode* status = findStatus(name)) {
        return CodeQuery{ErrorDomain::Win32, status->code, status->name};
    }
    return std::nullopt;
}

} // namespace

ErrorDomain ownDomain()
{
#ifdef _WIN32
    return ErrorDomain::Win32;
#else
    return ErrorDomain::Errno;
#endif
}

std::expected<CodeQuery, std::string> parseCode(std::string_view text, ErrorDomain domain)
{
    const std::string word = trimmedUpper(text);
    if (word.empty()) {
        return wrong("missing code");
    }
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const bool negative = word.front() == '-';
    if (!isDigit(word.front()) && !negative) {
        if (const auto query = fromName(word)) {
            return *query;
        }
        return wrong(quoted(text) + " is not a known code name");
    }

    const bool hexadecimal = word.starts_with("0X");
    const char* begin = word.data() + (hexadecimal ? 2 : negative ? 1 : 0);
    const char* end = word.data() + word.size();
    std::uint64_t number = 0;
    const auto [rest, error] = std::from_chars(begin, end, number, hexadecimal ? 16 : 10);
    if (error == std::errc::invalid_argument || rest != end) {
        return wrong(quoted(text) + " is not a number: character "
                     + std::to_string(rest - word.data() + 1) + " is unexpected");
    }
    // .NET shows an HRESULT as a signed number of 32 bits.
    constexpr std::uint64_t lowest = 0x80000000U;
    if (error == std::errc::result_out_of_range || number > (negative ? lowest : maxCode)) {
        return wrong(quoted(text) + " is too large: codes have 32 bits");
    }
    const auto bits = static_cast<std::uint32_t>(negative ? 0 - number : number);
    return fromNumber(bits, domain, text);
}

} // namespace pipecore
