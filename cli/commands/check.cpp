#include "commands/command.h"

#include "pipecore/base/clean_text.h"
#include "pipecore/base/json.h"
#include "pipecore/base/utf8.h"
#include "pipecore/discovery/pipe_security.h"
#include "pipecore/model/pipe_name.h"
#include "pipecore/security/rights.h"
#include "pipecore/security/security_check.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

namespace pipescope::cli {

namespace {

using pipecore::JsonWriter;
using pipecore::Severity;

constexpr std::size_t severityWidth = 8;

/// Checked pipe or descriptor, and the findings.
struct Report
{
    std::string target;
    pipecore::LiveSecurity security;
    std::vector<pipecore::SecurityFinding> findings;
};

std::string accountText(const pipecore::Sid& sid)
{
    const auto* known = pipecore::findWellKnown(sid);
    if (known != nullptr) {
        return std::string(known->name) + " (" + sid.toSddl() + ")";
    }
    const auto name = pipecore::accountName(sid);
    return name ? pipecore::onOneLine(*name) + " (" + sid.toString() + ")" : sid.toString();
}

std::string octal(std::uint32_t mode)
{
    std::array<char, 12> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), mode, 8).ptr;
    return "0" + std::string(digits.data(), end);
}

/// The descriptor as text; entries that text does not have are left to the findings.
std::string sddlOf(const pipecore::SecurityDescriptor& descriptor)
{
    if (const auto text = pipecore::formatSddl(descriptor)) {
        return *text;
    }
    pipecore::SecurityDescriptor rest = descriptor;
    for (auto* list : {&rest.dacl, &rest.sacl}) {
        if (*list) {
            std::erase_if((*list)->entries, [](const pipecore::SecurityEntry& entry) {
                return entry.kind == pipecore::EntryKind::Other;
            });
        }
    }
    return pipecore::formatSddl(rest).value_or(std::string());
}

/// Either an existing pipe or a descriptor as text, never both.
struct Target
{
    std::string name; ///< UTF-8
    std::optional<pipecore::SecurityDescriptor> descriptor;
    std::optional<pipecore::Sid> user; ///< account of the server
};

pipecore::Result<Report> look(const Target& target)
{
    Report report;
    if (target.descriptor) {
        report.security.descriptor = target.descriptor;
    } else {
        const auto name = pipecore::PipeName::parse(target.name);
        if (!name) {
            return std::unexpected(name.error());
        }
        auto live = pipecore::readSecurity(*name);
        if (!live) {
            return std::unexpected(live.error());
        }
        report.target = name->native();
        report.security = std::move(*live);
    }
    pipecore::SecurityContext context;
    context.user = target.user;
    report.findings = pipecore::checkLive(report.security, std::move(context));
    return report;
}

/// Names of the rights in the finding's entry; empty without one.
std::vector<std::string> rightsOf(const Report& report, const pipecore::SecurityFinding& finding)
{
    const auto& descriptor = report.security.descriptor;
    if (!finding.entry || !descriptor || !descriptor->dacl
        || *finding.entry >= descriptor->dacl->entries.size()) {
        return {};
    }
    return pipecore::rightNames(
        pipecore::mapGeneric(descriptor->dacl->entries[*finding.entry].mask));
}

std::string findingText(const Report& report, const pipecore::SecurityFinding& finding)
{
    const pipecore::SecurityRule& rule = *finding.rule;
    const std::string indent(severityWidth, ' ');
    std::string text(pipecore::severityName(finding.severity));
    text.resize(severityWidth, ' ');
    text.append(rule.title);
    if (finding.account) {
        text += ": " + accountText(*finding.account);
    }
    if (finding.entry) {
        text += ", entry " + std::to_string(*finding.entry + 1);
    }
    text.append("  [").append(rule.id).append("]\n");
    text.append(indent).append(rule.allows).append("\n");
    std::string rights;
    for (const std::string& name : rightsOf(report, finding)) {
        rights += (rights.empty() ? "" : ", ") + name;
    }
    if (!rights.empty()) {
        text.append(indent).append("Rights: ").append(rights).append("\n");
    }
    text.append(indent).append("Fix: ").append(rule.fix).append("\n");
    text.append(indent).append("See: ").append(rule.reference).append(", ").append(rule.url);
    return text + "\n";
}

std::string countText(const std::vector<pipecore::SecurityFinding>& findings)
{
    if (findings.empty()) {
        return "no findings\n";
    }
    std::string text;
    for (const Severity severity :
         {Severity::High, Severity::Medium, Severity::Low, Severity::Info}) {
        const auto count =
            std::ranges::count(findings, severity, &pipecore::SecurityFinding::severity);
        if (count > 0) {
            text += (text.empty() ? "" : ", ") + std::to_string(count) + " "
                    + std::string(pipecore::severityName(severity));
        }
    }
    return text + "\n";
}

std::string asText(const Report& report)
{
    std::string text;
    if (!report.target.empty()) {
        text += pipecore::onOneLine(report.target) + "\n";
    }
    if (report.security.descriptor) {
        text += sddlOf(*report.security.descriptor) + "\n";
    }
    if (const auto& socket = report.security.socket) {
        text += "mode " + octal(socket->mode) + ", owner " + std::to_string(socket->owner)
                + ", folder " + octal(socket->folderMode) + ", owner "
                + std::to_string(socket->folderOwner) + "\n";
    }
    for (const pipecore::SecurityFinding& finding : report.findings) {
        text += findingText(report, finding);
    }
    return text + countText(report.findings);
}

std::string asJson(const Report& report)
{
    std::string findings;
    for (const pipecore::SecurityFinding& finding : report.findings) {
        const pipecore::SecurityRule& rule = *finding.rule;
        JsonWriter json;
        json.text("rule", rule.id)
            .text("severity", pipecore::severityName(finding.severity))
            .text("title", rule.title);
        if (finding.account) {
            json.text("account", accountText(*finding.account))
                .text("sid", finding.account->toString());
        }
        if (finding.entry) {
            json.number("entry", *finding.entry + 1);
        }
        const std::vector<std::string> names = rightsOf(report, finding);
        if (!names.empty()) {
            const std::vector<std::string_view> rights(names.begin(), names.end());
            json.texts("rights", rights);
        }
        json.text("allows", rule.allows)
            .text("fix", rule.fix)
            .text("reference", rule.reference)
            .text("url", rule.url);
        findings += (findings.empty() ? "" : ",") + json.take();
    }
    JsonWriter json;
    if (!report.target.empty()) {
        json.text("target", report.target);
    }
    if (report.security.descriptor) {
        json.text("sddl", sddlOf(*report.security.descriptor));
    }
    if (const auto& socket = report.security.socket) {
        json.text("mode", octal(socket->mode))
            .number("owner", socket->owner)
            .text("folderMode", octal(socket->folderMode))
            .number("folderOwner", socket->folderOwner);
    }
    json.value("findings", "[" + findings + "]");
    return json.take() + "\n";
}

Problem readSddl(const std::string& text, Target& target)
{
    auto parsed = pipecore::parseSddl(text);
    if (parsed) {
        target.descriptor = std::move(*parsed);
        return std::nullopt;
    }
    const std::size_t character = pipecore::characterNumber(text, parsed.error().offset);
    std::string message =
        "is invalid at character " + std::to_string(character) + ": " + parsed.error().reason;
    // With a mark under the place that is wrong, where that can be shown.
    if (text.find_first_of("\r\n\t") == std::string::npos) {
        message += "\n  " + text + "\n  " + std::string(character - 1, ' ') + '^';
    }
    return message;
}

class Check final : public Command
{
public:
    std::string name() const override { return "check"; }
    std::string summary() const override { return "Check the permissions of a pipe"; }
    void describe(Options& options) override
    {
        options.positional("[NAME]", "name", "an existing pipe", [this](const std::string& text) {
            const auto name = pipecore::PipeName::parse(text);
            m_target.name = text;
            return name ? Problem() : Problem(name.error().detail);
        });
        options.value("--sddl", "SDDL", "check a security descriptor instead of a pipe",
                      [this](const std::string& text) { return readSddl(text, m_target); });
        options.value("--user", "ACCOUNT", "account of the server: a SID or a name",
                      [this](const std::string& text) {
                          auto user = pipecore::findAccount(text);
                          if (!user) {
                              return Problem("is invalid: " + pipecore::describe(user.error()));
                          }
                          m_target.user = std::move(*user);
                          return Problem();
                      });
        options.flag("--json", "print one JSON object", m_json);
    }
    Problem finish() override
    {
        if (m_target.name.empty() == !m_target.descriptor.has_value()) {
            return "specify either a pipe name or --sddl with a security descriptor";
        }
        return std::nullopt;
    }
    ExitStatus run(Console& console) override
    {
        const auto report = look(m_target);
        if (!report) {
            return reportError(report.error());
        }
        console.write(m_json ? asJson(*report) : asText(*report));
        const bool isHigh = std::ranges::find(report->findings, Severity::High,
                                              &pipecore::SecurityFinding::severity)
                            != report->findings.end();
        return isHigh ? ExitStatus::HighFinding : ExitStatus::Done;
    }

private:
    Target m_target;
    bool m_json = false;
};

} // namespace

std::unique_ptr<Command> makeCheck()
{
    return std::make_unique<Check>();
}

} // namespace pipescope::cli
