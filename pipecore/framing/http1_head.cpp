#include "http1_head.h"

#include "framer.h"
#include "head_lines.h"
#include "number_bytes.h"

#include <algorithm>

namespace pipecore {

namespace {

constexpr std::string_view version = "HTTP/1.";
constexpr std::string_view lineEnds = "\r\n";
constexpr int switching = 101;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isVersion(std::string_view text)
{
    return text.size() == version.size() + 1 && text.starts_with(version) && isDigit(text.back());
}

bool isStatusLine(std::string_view line)
{
    constexpr std::size_t codeAt = version.size() + 2;
    constexpr std::size_t codeEnd = codeAt + 3;
    return line.size() >= codeEnd && isVersion(line.substr(0, codeAt - 1))
           && line[codeAt - 1] == ' ' && std::ranges::all_of(line.substr(codeAt, 3), isDigit)
           && (line.size() == codeEnd || line[codeEnd] == ' ');
}

bool isRequestLine(std::string_view line)
{
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    return first != std::string_view::npos && first > 0 && last > first + 1
           && std::ranges::all_of(line.substr(0, first), isTokenChar)
           && isVersion(line.substr(last + 1));
}

bool isChunked(std::string_view head)
{
    // Chunked is the last coding, or the only one (RFC 9112, 6.1).
    return hasWord(head, "Transfer-Encoding", "chunked");
}

HttpHead bodyByFields(std::string_view head, HttpBody otherwise)
{
    if (isChunked(head)) {
        return {.body = HttpBody::Chunked};
    }
    const ContentLength length = contentLengthOf(head);
    if (length.isWrong) {
        return {.body = HttpBody::Wrong};
    }
    return length.isThere ? HttpHead{.body = HttpBody::Length, .length = length.value}
                          : HttpHead{.body = otherwise};
}

HttpHead readRequest(std::string_view head, FramingContext* context)
{
    const std::string_view method = head.substr(0, head.find(' '));
    HttpHead result = bodyByFields(head, HttpBody::None);
    result.isRequest = true;
    const bool isConnect = method == "CONNECT";
    result.isUpgradeRequest = isConnect || fieldValue(head, "Upgrade").has_value();
    if (context != nullptr) {
        context->requests.push_back({method == "HEAD", isConnect});
        if (context->requests.size() > FramingContext::maxRequests) {
            context->requests.pop_front();
        }
    }
    return result;
}

HttpHead readReply(std::string_view head, FramingContext* context)
{
    int status = 0;
    (void)readNumber(head.substr(version.size() + 2, 3), status);
    if (status / 100 == 1 && status != switching) {
        return {.isBodyless = true};
    }
    FramingContext::Request request;
    if (context != nullptr && !context->requests.empty()) {
        request = context->requests.front();
        context->requests.pop_front();
    }
    const bool opensTunnel = request.isConnect && status / 100 == 2;
    if (status == switching || opensTunnel) {
        if (context != nullptr) {
            context->isUpgraded = true;
        }
        return {.isBodyless = true, .endsHttp = true};
    }
    if (request.isHead || status == 204 || status == 304) {
        return {.isBodyless = true};
    }
    return bodyByFields(head, HttpBody::ToEnd);
}

} // namespace

bool isStartLine(std::string_view line)
{
    return isStatusLine(line) || isRequestLine(line);
}

bool canBeRequestLine(std::string_view begin)
{
    if (begin.ends_with('\n')) {
        std::string_view line = begin;
        line.remove_suffix(line.ends_with(lineEnds) ? 2 : 1);
        return isRequestLine(line);
    }
    const std::size_t space = begin.find(' ');
    const std::string_view method = begin.substr(0, space);
    constexpr std::size_t longestMethod = 32;
    const auto isUpper = [](char c) { return (c >= 'A' && c <= 'Z') || c == '-'; };
    const char last = begin.back();
    return method.size() <= longestMethod && !method.empty() && std::ranges::all_of(method, isUpper)
           && begin.size() <= maxHead && (static_cast<unsigned char>(last) >= ' ' || last == '\r');
}

std::optional<std::uint64_t> chunkSize(std::string_view line)
{
    std::string_view digits = line.substr(0, line.find(';'));
    while (digits.ends_with(' ') || digits.ends_with('\t')) {
        digits.remove_suffix(1);
    }
    std::uint64_t size = 0;
    return readNumber(digits, size, 16) && size >> 62U == 0 ? std::optional(size) : std::nullopt;
}

HttpHead readHttpHead(std::string_view head, FramingContext* context)
{
    return head.starts_with(version) ? readReply(head, context) : readRequest(head, context);
}

} // namespace pipecore
