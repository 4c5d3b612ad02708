#include "html_text.h"

#include "pipecore/base/printable.h"
#include "pipecore/base/utf8.h"

namespace pipecore {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

std::string_view entityOf(char c)
{
    switch (c) {
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '&': return "&amp;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return {};
    }
}

} // namespace

void appendHtml(std::string& page, std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        if (const auto entity = entityOf(text[i]); !entity.empty()) {
            page += entity;
            ++i;
            continue;
        }
        if (text.substr(i, 2) == "\r\n") {
            ++i; // one line break, as what follows says
        }
        const Utf8Step step = decodeUtf8(text, i);
        const bool isSpace = text[i] == '\n' || text[i] == '\t';
        page += isSpace || (step.valid && isPrintable(step.codePoint)) ? text.substr(i, step.length)
                                                                       : replacement;
        i += step.length;
    }
}

std::string htmlText(std::string_view text)
{
    std::string escaped;
    appendHtml(escaped, text);
    return escaped;
}

} // namespace pipecore
