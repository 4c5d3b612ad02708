#include "pipecore/security/security.h"

#include <algorithm>

namespace pipecore {

namespace {

bool contains(const std::vector<Sid>& sids, const Sid& sid)
{
    return std::ranges::find(sids, sid) != sids.end();
}

/// A walk through a list for a set of SIDs.
struct Walk
{
    const std::vector<Sid>& sids;
    const std::vector<Sid>& denyOnly;
    bool isOwner;
    AccessMask granted;

    void go(const std::vector<SecurityEntry>& entries, std::vector<AccessReport::Step>& steps)
    {
        AccessMask denied = 0;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const SecurityEntry& entry = entries[i];
            const bool denies = entry.kind == EntryKind::Deny;
            if (entry.isInheritOnly() || (!denies && entry.kind != EntryKind::Allow)
                || !appliesTo(entry.sid, denies)) {
                continue;
            }
            // The first entry for a right decides.
            const AccessMask undecided = mapGeneric(entry.mask) & ~(granted | denied);
            (denies ? denied : granted) |= undecided;
            if (undecided != 0) {
                steps.push_back({i, denies ? 0 : undecided, denies ? undecided : 0});
            }
        }
    }

private:
    [[nodiscard]] bool appliesTo(const Sid& sid, bool denies) const
    {
        return contains(sids, sid) || (denies && contains(denyOnly, sid))
               || (isOwner && sid == sids::ownerRights());
    }
};

/// Rights that an integrity label leaves to a lower level.
AccessMask leftByLabel(const SecurityDescriptor& descriptor, std::uint32_t integrity)
{
    const SecurityEntry* label = descriptor.label();
    const std::uint32_t level =
        label == nullptr ? mediumIntegrity : integrityLevel(label->sid).value_or(mediumIntegrity);
    if (integrity >= level) {
        return ~AccessMask{0};
    }
    // Without a label the system acts as if there were one of medium with NO_WRITE_UP.
    const AccessMask policy = label == nullptr ? rights::noWriteUp : label->mask;
    AccessMask left = 0;
    left |= (policy & rights::noReadUp) == 0 ? rights::fileRead : 0;
    left |= (policy & rights::noWriteUp) == 0 ? rights::fileWrite : 0;
    left |= (policy & rights::noExecuteUp) == 0 ? rights::fileExecute : 0;
    return left;
}

bool speaksOfOwner(const AccessList& list)
{
    return std::ranges::any_of(list.entries, [](const SecurityEntry& entry) {
        return entry.sid == sids::ownerRights() && !entry.isInheritOnly();
    });
}

} // namespace

AccessReport effectiveRights(const SecurityDescriptor& descriptor, const AccessSubject& subject)
{
    AccessReport report;
    if (!descriptor.dacl || descriptor.dacl->isNull) {
        report.granted = rights::fileAll;
    } else {
        const AccessList& list = *descriptor.dacl;
        const bool isOwner = descriptor.owner && contains(subject.sids, *descriptor.owner);
        report.asOwner = isOwner && !speaksOfOwner(list);
        Walk walk{subject.sids, subject.denyOnly, isOwner,
                  report.asOwner ? rights::readControl | rights::writeDac : 0};
        walk.go(list.entries, report.steps);
        report.granted = walk.granted;
        if (!subject.packages.empty()) {
            const std::vector<Sid> none;
            std::vector<AccessReport::Step> packageSteps;
            Walk again{subject.packages, none, false, 0};
            again.go(list.entries, packageSteps);
            report.granted &= again.granted;
        }
    }
    const AccessMask left = leftByLabel(descriptor, subject.integrity);
    report.withheldByLabel = report.granted & ~left;
    report.granted &= left;
    return report;
}

} // namespace pipecore
