#include "pipecore/explain/access_denied.h"

#include "pipecore/base/translatable.h"

#include <algorithm>

namespace pipecore {

namespace {

/// Removes the rights that a reason explains from `missing`.
void take(AccessDenial& denial, AccessMask& missing, DenialReason reason, AccessMask rights,
          std::optional<std::size_t> entry = std::nullopt)
{
    const AccessMask explained = missing & rights;
    if (explained != 0) {
        denial.findings.push_back({reason, explained, entry});
        missing &= ~explained;
    }
}

/// The rights that allow entries for groups would give, if those groups did not count in deny entries only.
void takeFilteredGroups(AccessDenial& denial, AccessMask& missing, const AccessList& list,
                        const AccessSubject& subject)
{
    for (std::size_t i = 0; i < list.entries.size(); ++i) {
        const SecurityEntry& entry = list.entries[i];
        const bool isFiltered =
            std::ranges::find(subject.denyOnly, entry.sid) != subject.denyOnly.end();
        if (entry.kind == EntryKind::Allow && !entry.isInheritOnly() && isFiltered) {
            take(denial, missing, DenialReason::FilteredGroup, mapGeneric(entry.mask), i);
        }
    }
}

std::string accountText(const Sid& sid)
{
    const WellKnownAccount* known = findWellKnown(sid);
    return known == nullptr ? sid.toString() : std::string(known->name);
}

std::string rightsText(AccessMask rights)
{
    std::string text;
    for (const std::string& name : rightNames(rights)) {
        text += text.empty() ? "" : ", ";
        text += name;
    }
    return text;
}

} // namespace

AccessMask rightsToOpen(ClientAccess access)
{
    // CreateFile asks for these two whatever it is given.
    constexpr AccessMask always = rights::synchronize | rights::readAttributes;
    switch (access) {
    case ClientAccess::Read: return rights::fileRead | always;
    case ClientAccess::Write: return rights::write | always;
    case ClientAccess::ReadWrite: break;
    }
    return rights::readWrite | always;
}

AccessMask rightsToServe(Access access)
{
    const AccessMask reading = access != Access::Outbound ? rights::fileRead : 0;
    const AccessMask writing = access != Access::Inbound ? rights::fileWrite : 0;
    return reading | writing | rights::synchronize | rights::createInstance;
}

AccessDenial explainAccessDenied(const SecurityDescriptor& descriptor, const AccessSubject& subject,
                                 AccessMask desired)
{
    const AccessReport report = effectiveRights(descriptor, subject);
    AccessDenial denial{.desired = mapGeneric(desired), .granted = report.granted, .findings = {}};
    AccessMask missing = denial.desired & ~report.granted;

    for (const AccessReport::Step& step : report.steps) {
        take(denial, missing, DenialReason::DenyEntry, step.denied, step.entry);
    }
    take(denial, missing, DenialReason::Label, report.withheldByLabel);
    if (!subject.packages.empty()) {
        AccessSubject outside = subject;
        outside.packages.clear();
        take(denial, missing, DenialReason::Container,
             effectiveRights(descriptor, outside).granted);
    }
    if (descriptor.dacl) {
        takeFilteredGroups(denial, missing, *descriptor.dacl, subject);
    }
    take(denial, missing, DenialReason::NoEntry, missing);
    return denial;
}

Phrase sentenceFor(const AccessFinding& finding, const SecurityDescriptor& descriptor)
{
    const std::string missing = rightsText(finding.rights);
    std::string account;
    std::string entry;
    if (finding.entry && descriptor.dacl && *finding.entry < descriptor.dacl->entries.size()) {
        const SecurityEntry& found = descriptor.dacl->entries[*finding.entry];
        account = accountText(found.sid);
        entry = std::to_string(*finding.entry + 1);
    }
    switch (finding.reason) {
    case DenialReason::DenyEntry:
        return {PIPECORE_TR("Explanation", "Entry %1 of the pipe's access list denies %2 to %3."),
                {entry, missing, account}};
    case DenialReason::FilteredGroup:
        return {PIPECORE_TR("Explanation",
                            "Entry %1 of the pipe's access list grants %2 to %3, but this process "
                            "holds that group as deny-only: run it as administrator."),
                {entry, missing, account}};
    case DenialReason::Label:
        return {PIPECORE_TR("Explanation",
                            "The integrity label of the pipe is above that of this process and "
                            "withholds %1."),
                {missing}};
    case DenialReason::Container:
        return {PIPECORE_TR("Explanation", "This process runs in an AppContainer, and no entry of "
                                           "the pipe's access list grants that container %1."),
                {missing}};
    case DenialReason::NoEntry: break;
    }
    return {PIPECORE_TR("Explanation",
                        "No entry of the pipe's access list grants this user or its groups %1."),
            {missing}};
}

Phrase sentenceForNoFinding()
{
    return {PIPECORE_TR("Explanation",
                        "The pipe's access list grants this process all requested rights: access "
                        "was denied for another reason, such as the direction of the pipe."),
            {}};
}

} // namespace pipecore
