#include "commands/explain.h"

#include "commands/command.h"

#include "pipecore/base/clean_text.h"
#include "pipecore/base/code_names.h"
#include "pipecore/base/json.h"
#include "pipecore/explain/access_denied.h"
#include "pipecore/model/vocabulary.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace pipescope::cli {

namespace {

using pipecore::ErrorDomain;

constexpr std::size_t textWidth = 96;

std::string_view domainWord(ErrorDomain domain)
{
    return domain == ErrorDomain::Win32 ? "win32" : "errno";
}

std::string_view domainName(ErrorDomain domain)
{
    return domain == ErrorDomain::Win32 ? "Win32" : "Linux";
}

ErrorDomain otherDomain(ErrorDomain domain)
{
    return domain == ErrorDomain::Win32 ? ErrorDomain::Errno : ErrorDomain::Win32;
}

std::string joined(std::span<const std::string_view> words)
{
    std::string text;
    for (const std::string_view word : words) {
        text += text.empty() ? "" : ", ";
        text += word;
    }
    return text;
}

/// Breaks a text at spaces; every line but the first begins with `indent` spaces.
std::string wrapped(std::string text, std::size_t indent)
{
    std::size_t lineStart = 0;
    while (text.size() - lineStart > textWidth) {
        const std::size_t space = text.rfind(' ', lineStart + textWidth);
        if (space == std::string::npos || space <= lineStart + indent) {
            break;
        }
        text.replace(space, 1, '\n' + std::string(indent, ' '));
        lineStart = space + 1;
    }
    return text + '\n';
}

std::string hexOf(std::uint32_t code)
{
    std::string digits;
    do {
        digits.insert(digits.begin(), "0123456789ABCDEF"[code % 16]);
        code /= 16;
    } while (code != 0);
    return "0x" + digits;
}

pipecore::Explanation explanationOf(const ExplainArguments& arguments)
{
    pipecore::Error error;
    error.domain = arguments.query.domain;
    error.code = arguments.query.code;
    error.api = arguments.call;
    return pipecore::explain(error);
}

/// The same number on the other system, when nothing said which one was meant.
std::optional<std::string> otherMeaning(const ExplainArguments& arguments)
{
    const ErrorDomain other = otherDomain(arguments.query.domain);
    if (!arguments.bareNumber) {
        return std::nullopt;
    }
    return std::string(pipecore::symbolicName(other, arguments.query.code));
}

/// Parsed command line; an error is the sentence to print.
struct ExplainDraft
{
    std::optional<std::string> code;
    std::optional<ErrorDomain> domain;
    ExplainArguments arguments;
};

Problem setDomain(ExplainDraft& draft, ErrorDomain domain)
{
    if (draft.domain && *draft.domain != domain) {
        return "cannot be combined with --" + std::string(domainWord(*draft.domain));
    }
    draft.domain = domain;
    return std::nullopt;
}

Problem setCall(ExplainDraft& draft, const std::string& text)
{
    draft.arguments.call = pipecore::findCall(text);
    if (draft.arguments.call.empty()) {
        return "requires a system call, such as CreateFile or connect, not \"" + text + '"';
    }
    return std::nullopt;
}

Problem setPipe(ExplainDraft& draft, const std::string& text)
{
    auto name = pipecore::PipeName::parse(text);
    if (!name) {
        return "is invalid: " + pipecore::describe(name.error());
    }
    draft.arguments.pipe = std::move(*name);
    return std::nullopt;
}

Problem setAccess(ExplainDraft& draft, const std::string& text)
{
    const auto access = pipecore::valueFor<pipecore::Access>(text);
    if (!access) {
        return "takes duplex, inbound or outbound, not \"" + text + '"';
    }
    draft.arguments.access = *access;
    return std::nullopt;
}

Problem setType(ExplainDraft& draft, const std::string& text)
{
    const auto type = pipecore::valueFor<pipecore::PipeMode>(text);
    if (!type) {
        return "takes message or byte, not \"" + text + '"';
    }
    draft.arguments.type = *type;
    return std::nullopt;
}

pipecore::Result<std::vector<pipecore::Phrase>> comparisonOf(const ExplainArguments& arguments)
{
    return pipecore::whyRefused(*arguments.pipe, {.code = arguments.query.code,
                                                  .isOfServer = arguments.isOfServer(),
                                                  .access = arguments.access,
                                                  .type = arguments.type});
}

/// Finds out which code it is: on which system, and whether it goes with what else was given.
Problem findCode(ExplainDraft& draft)
{
    if (!draft.code) {
        return "missing code: use pipescope-cli explain CODE, for example 231 or EPIPE";
    }
    const bool domainIsGiven = draft.domain.has_value();
    if (!draft.domain && !draft.arguments.call.empty()) {
        draft.domain = pipecore::callDomain(draft.arguments.call);
    }
    auto query = pipecore::parseCode(*draft.code, draft.domain.value_or(pipecore::ownDomain()));
    if (!query && !draft.domain) {
        // A number that only the other system has is that one's.
        if (auto foreign = pipecore::parseCode(*draft.code, otherDomain(pipecore::ownDomain()))) {
            query = std::move(foreign);
        }
    }
    if (!query) {
        return query.error();
    }
    if (draft.domain && query->domain != *draft.domain) {
        if (!domainIsGiven) {
            return draft.arguments.call + " is a call of " + std::string(domainName(*draft.domain))
                   + ", and " + *draft.code + " is a code of "
                   + std::string(domainName(query->domain)) + ": use one of "
                   + joined(pipecore::callsThatGive(query->domain, query->code));
        }
        return *draft.code + " is a code of " + std::string(domainName(query->domain))
               + ": remove --" + std::string(domainWord(*draft.domain));
    }
    const ErrorDomain other = otherDomain(query->domain);
    const auto otherwise = pipecore::parseCode(*draft.code, other);
    draft.arguments.bareNumber = !draft.domain && otherwise && otherwise->domain == other;
    draft.arguments.query = *query;
    if (draft.arguments.pipe && !pipecore::pipeTellsWhy(query->domain, query->code)) {
        return "--pipe applies only to 5 ERROR_ACCESS_DENIED and 231 ERROR_PIPE_BUSY of Windows, "
               "not "
               "to "
               + *draft.code;
    }
    return std::nullopt;
}

} // namespace

std::string explainText(const ExplainArguments& arguments)
{
    const pipecore::Explanation found = explanationOf(arguments);
    std::string text = std::to_string(found.code) + " (" + hexOf(found.code) + ") "
                       + std::string(found.name) + ", " + std::string(domainName(found.domain));
    if (!found.call.empty()) {
        text += ", from " + std::string(found.call);
    }
    text += '\n';
    if (!arguments.query.status.empty()) {
        text += "NTSTATUS: " + std::string(arguments.query.status) + '\n';
    }
    text += wrapped(std::string(found.sentence), 0);
    const auto calls = pipecore::callsThatGive(found.domain, found.code);
    const bool otherCall = !found.call.empty() && !calls.empty()
                           && std::ranges::find(calls, found.call) == calls.end();
    if (otherCall) {
        text +=
            wrapped(std::string(found.call) + " is not known to return this code; it comes from "
                        + joined(calls) + '.',
                    0);
    }

    constexpr std::size_t indent = 4;
    if (!arguments.comparison.empty()) {
        const std::string& name = arguments.pipe->display();
        text += arguments.isOfServer()
                    ? "\nPipe " + name + ", checked for a further instance of this user:\n"
                : arguments.query.code == pipecore::win32Code("ERROR_PIPE_BUSY")
                    ? "\nInstances of " + name + ":\n"
                    : "\nAccess list of " + name + ", checked for this user:\n";
        for (const std::string& sentence : arguments.comparison) {
            text += wrapped("  - " + sentence, indent);
        }
    }

    text += "\nLikely causes and remedies:\n";
    std::size_t number = 0;
    for (const pipecore::Cause& cause : found.causes) {
        const std::string digits = std::to_string(++number);
        std::string line = (digits.size() < 2 ? " " : "") + digits + ". ";
        if ((found.call.empty() || otherCall) && !cause.calls.empty()) {
            line += '[' + joined(cause.calls) + "] ";
        }
        text += wrapped(line + std::string(cause.text), indent);
        text += wrapped(std::string(indent, ' ') + "-> " + std::string(cause.action), indent + 3);
    }

    if (found.call.empty() && calls.size() > 1) {
        text += "\n--call shows the causes of one call, for example --call "
                + std::string(calls.front()) + '\n';
    }
    if (const auto other = otherMeaning(arguments)) {
        const ErrorDomain domain = otherDomain(found.domain);
        text += '\n' + std::to_string(found.code) + " of " + std::string(domainName(domain))
                + " is " + *other + ": add --" + std::string(domainWord(domain)) + '\n';
    }
    return text;
}

std::string explainJson(const ExplainArguments& arguments)
{
    const pipecore::Explanation found = explanationOf(arguments);
    pipecore::JsonWriter json;
    json.text("domain", domainWord(found.domain))
        .number("code", found.code)
        .text("name", found.name);
    if (!arguments.query.status.empty()) {
        json.text("status", arguments.query.status);
    }
    if (!found.call.empty()) {
        json.text("call", found.call);
    }
    json.text("what", found.sentence);
    if (!arguments.comparison.empty()) {
        const std::vector<std::string_view> sentences(arguments.comparison.begin(),
                                                      arguments.comparison.end());
        json.text("pipe", arguments.pipe->display()).texts("comparison", sentences);
    }
    std::vector<std::string> causes;
    for (const pipecore::Cause& cause : found.causes) {
        pipecore::JsonWriter item;
        item.text("cause", cause.text).text("action", cause.action);
        if (!cause.calls.empty()) {
            item.texts("calls", cause.calls);
        }
        causes.push_back(item.take());
    }
    json.objects("causes", causes);
    json.texts("calls", pipecore::callsThatGive(found.domain, found.code));
    if (const auto other = otherMeaning(arguments)) {
        json.text("otherSystem", *other);
    }
    return json.take() + '\n';
}

namespace {

class Explain final : public ExplainCommand
{
public:
    std::string name() const override { return "explain"; }
    std::string summary() const override
    {
        return "Explain an error code: meaning, likely causes and remedies";
    }
    void describe(Options& options) override
    {
        options.positional("CODE", "code",
                           "231, 0xE7, ERROR_PIPE_BUSY, EPIPE, an HRESULT (0x800700E7) or an "
                           "NTSTATUS of pipes (STATUS_PIPE_BROKEN)",
                           [this](const std::string& text) {
                               m_draft.code = text;
                               return Problem();
                           });
        options.value("--call", "API", "show only the causes of this system call",
                      [this](const std::string& text) { return setCall(m_draft, text); });
        options.flag("--win32", "read a bare number as a Windows code",
                     [this] { return setDomain(m_draft, ErrorDomain::Win32); });
        options.flag("--errno", "read a bare number as a Linux code",
                     [this] { return setDomain(m_draft, ErrorDomain::Errno); });
        options.value("--pipe", "NAME",
                      "with 5: check the access list of this pipe for this user; with 231: its "
                      "instances; with --call CreateNamedPipe, what refuses a further instance "
                      "(Windows)",
                      [this](const std::string& text) { return setPipe(m_draft, text); });
        options.value("--access", "duplex|inbound|outbound",
                      "requested access, seen from the server (default: duplex)",
                      [this](const std::string& text) { return setAccess(m_draft, text); });
        options.value("--mode", "message|byte",
                      "with --call CreateNamedPipe: requested type (default: message)",
                      [this](const std::string& text) { return setType(m_draft, text); });
        options.flag("--json", "print one JSON object", m_draft.arguments.json);
    }
    Problem finish() override { return findCode(m_draft); }
    const ExplainArguments& arguments() const override { return m_draft.arguments; }
    ExitStatus run(Console& console) override
    {
        ExplainArguments& arguments = m_draft.arguments;
        if (arguments.pipe) {
            const auto found = comparisonOf(arguments);
            if (!found) {
                return reportError(found.error());
            }
            for (const pipecore::Phrase& sentence : *found) {
                arguments.comparison.push_back(pipecore::fillIn(sentence.pattern, sentence.values));
            }
        }
        console.write(arguments.json ? explainJson(arguments)
                                     : pipecore::onLines(explainText(arguments)));
        return ExitStatus::Done;
    }

private:
    ExplainDraft m_draft;
};

} // namespace

std::unique_ptr<Command> makeExplain()
{
    return std::make_unique<Explain>();
}

} // namespace pipescope::cli
