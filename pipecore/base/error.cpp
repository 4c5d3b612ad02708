#include "pipecore/base/error.h"

#include "pipecore/base/code_names.h"

#include <algorithm>
#include <functional>
#include <span>
#include <utility>

namespace pipecore {

namespace {

std::span<const CodeName> namesOf(ErrorDomain domain)
{
    switch (domain) {
    case ErrorDomain::Win32: return codes::win32;
    case ErrorDomain::Errno: return codes::errnos;
    case ErrorDomain::None: break;
    }
    return {};
}

std::string_view lookUp(std::span<const CodeName> names, std::uint32_t code)
{
    const auto found = std::ranges::lower_bound(names, code, std::less{}, &CodeName::code);
    return found != names.end() && found->code == code ? found->name : std::string_view{};
}

} // namespace

std::unexpected<Error> refuse(std::string detail, ErrorKind kind)
{
    Error error;
    error.kind = kind;
    error.detail = std::move(detail);
    return std::unexpected(std::move(error));
}

std::unexpected<Error> refusePhrase(Phrase phrase, ErrorKind kind)
{
    auto refused = refuse(phrase.text(), kind);
    refused.error().phrase = std::move(phrase);
    return refused;
}

std::string Phrase::text() const
{
    return fillIn(pattern, values);
}

std::string fillIn(std::string_view pattern, std::span<const std::string> values)
{
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const char next = i + 1 < pattern.size() ? pattern[i + 1] : '\0';
        const auto place = static_cast<std::size_t>(next - '1');
        if (pattern[i] == '%' && next >= '1' && next <= '9' && place < values.size()) {
            text += values[place];
            ++i;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

std::string_view symbolicName(ErrorDomain domain, std::uint32_t code)
{
    return lookUp(namesOf(domain), code);
}

std::optional<std::uint32_t> codeNamed(ErrorDomain domain, std::string_view name)
{
    const auto names = namesOf(domain);
    const auto found = std::ranges::find(names, name, &CodeName::name);
    return found != names.end() ? std::optional(found->code) : std::nullopt;
}

std::string_view kindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidArgument: return "invalid argument";
    case ErrorKind::NotFound: return "not found";
    case ErrorKind::Busy: return "busy";
    case ErrorKind::TimedOut: return "timed out";
    case ErrorKind::Cancelled: return "cancelled";
    case ErrorKind::AccessDenied: return "access denied";
    case ErrorKind::NameInUse: return "name in use";
    case ErrorKind::InstanceLimit: return "instance limit reached";
    case ErrorKind::WouldBlock: return "would block";
    case ErrorKind::MessageTooLarge: return "message too large";
    case ErrorKind::PeerClosed: return "peer closed";
    case ErrorKind::ClientGone: return "client gone";
    case ErrorKind::WrongType: return "wrong type";
    case ErrorKind::NotSupported: return "not supported";
    case ErrorKind::NoSuchTarget: return "no such target";
    case ErrorKind::Stopped: return "stopped";
    case ErrorKind::Resources: return "out of resources";
    case ErrorKind::Corrupt: return "corrupt data";
    case ErrorKind::Io: break;
    }
    return "input/output error";
}

std::string describe(const Error& error)
{
    std::string line;
    if (!error.api.empty()) {
        line += error.api;
        line += " failed: ";
    }
    if (error.domain != ErrorDomain::None) {
        line += std::to_string(error.code);
        line += ' ';
        if (const auto name = symbolicName(error.domain, error.code); !name.empty()) {
            line += name;
            line += ' ';
        }
        line += '(';
        line += kindName(error.kind);
        line += ')';
    } else {
        line += kindName(error.kind);
    }
    if (!error.detail.empty()) {
        line += ": ";
        line += error.detail;
    }
    return line;
}

} // namespace pipecore
