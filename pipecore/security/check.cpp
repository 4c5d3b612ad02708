#include "pipecore/security/security_check.h"

#include <algorithm>

namespace pipecore {

namespace {

constexpr AccessMask takeover = rights::writeDac | rights::writeOwner;

class Check
{
public:
    explicit Check(const SecurityContext& context) : m_context(context) {}

    void descriptor(const SecurityDescriptor& descriptor)
    {
        m_descriptor = &descriptor;
        owner();
        if (!descriptor.dacl) {
            report("no-dacl");
        } else if (descriptor.dacl->isNull) {
            report("null-dacl");
        } else if (descriptor.dacl->entries.empty()) {
            report("empty-dacl");
        } else {
            writers();
            for (std::size_t i = 0; i < descriptor.dacl->entries.size(); ++i) {
                entry(i);
            }
        }
        label();
    }

    void options()
    {
        if (m_context.firstInstance == false) {
            report("first-instance");
        }
        if (m_context.rejectRemote == false) {
            remote();
        }
        using Level = SecurityContext::ClientLevel;
        if (!m_context.impersonationNeeded && m_context.clientLevel >= Level::Impersonation) {
            report("client-level",
                   m_context.clientLevel == Level::Delegation ? Severity::High : Severity::Medium);
        }
    }

    std::vector<SecurityFinding> take()
    {
        std::ranges::stable_sort(m_findings, std::greater(), &SecurityFinding::severity);
        return std::move(m_findings);
    }

private:
    void report(std::string_view id, std::optional<Severity> severity = {},
                std::optional<Sid> account = {}, std::optional<std::size_t> index = {})
    {
        const SecurityRule& rule = securityRule(id);
        m_findings.push_back({&rule, severity.value_or(rule.severity), std::move(account), index});
    }

    [[nodiscard]] const std::vector<SecurityEntry>& entries() const
    {
        return m_descriptor->dacl->entries;
    }

    /// Rights of an account that is only `sid`, with the denials of `also`.
    [[nodiscard]] AccessMask rightsOf(const Sid& sid, std::vector<Sid> also = {}) const
    {
        return effectiveRights(*m_descriptor, {.sids = {sid},
                                               .denyOnly = std::move(also),
                                               .packages = {},
                                               .integrity = systemIntegrity})
            .granted;
    }

    [[nodiscard]] bool isTrusted(const Sid& sid) const
    {
        return sid == sids::system() || sid == sids::administrators() || sid == sids::ownerRights()
               || sid == m_context.user || sid == m_descriptor->owner
               || std::ranges::find(m_context.trusted, sid) != m_context.trusted.end();
    }

    /// Groups in which there may be anybody.
    [[nodiscard]] static bool isBroad(const Sid& sid)
    {
        static const std::vector<Sid> broad{sids::everyone(),
                                            sids::anonymous(),
                                            sids::network(),
                                            sids::interactive(),
                                            sids::authenticatedUsers(),
                                            sids::users(),
                                            sids::guests(),
                                            {2, {0}},
                                            {5, {6}},
                                            {5, {113}},
                                            {5, {32, 554}},
                                            {5, {14}}};
        return std::ranges::find(broad, sid) != broad.end() || isAppContainerSid(sid)
               || sid.domainAlias == "DU" || sid.domainAlias == "DG" || sid.domainAlias == "LG"
               || sid.domainAlias == "DC";
    }

    void writers()
    {
        const auto writes = [this](const Sid& sid, std::vector<Sid> also = {}) {
            return (rightsOf(sid, std::move(also)) & rights::writeData) != 0;
        };
        const auto reportWriter = [&](std::string_view rule, const Sid& sid,
                                      std::vector<Sid> also = {}) {
            if (writes(sid, std::move(also))) {
                report(rule, {}, sid, entryOf(sid));
            }
        };
        reportWriter("everyone-write", sids::everyone());
        reportWriter("anonymous-write", sids::anonymous());
        reportWriter("network-write", sids::network(), {sids::everyone()});
        std::vector<Sid> seen;
        for (const SecurityEntry& entry : entries()) {
            if (entry.kind != EntryKind::Allow
                || std::ranges::find(seen, entry.sid) != seen.end()) {
                continue;
            }
            seen.push_back(entry.sid);
            if (isAppContainerSid(entry.sid)) {
                reportWriter("appcontainer-write", entry.sid);
            } else if (isBroad(entry.sid) && entry.sid != sids::everyone()
                       && entry.sid != sids::anonymous() && entry.sid != sids::network()
                       && entry.sid != sids::interactive()) {
                reportWriter("users-write", entry.sid, {sids::everyone()});
            }
        }
    }

    /// The first entry that allows `sid` something.
    [[nodiscard]] std::optional<std::size_t> entryOf(const Sid& sid) const
    {
        const auto found = std::ranges::find_if(entries(), [&sid](const SecurityEntry& entry) {
            return entry.kind == EntryKind::Allow && entry.sid == sid && !entry.isInheritOnly();
        });
        if (found == entries().end()) {
            return std::nullopt;
        }
        return static_cast<std::size_t>(found - entries().begin());
    }

    void entry(std::size_t index)
    {
        const SecurityEntry& entry = entries()[index];
        if (entry.isInheritOnly()) {
            return;
        }
        if (entry.kind == EntryKind::Other) {
            report("unknown-entry", {}, {}, index);
        } else if (entry.kind == EntryKind::Deny) {
            lateDeny(index);
        } else if (!isTrusted(entry.sid)) {
            foreign(index);
        }
    }

    /// An account other than the server's may neither serve its name nor change its security.
    void foreign(std::size_t index)
    {
        const SecurityEntry& entry = entries()[index];
        // CREATOR OWNER is replaced on inheritance and matches no account here.
        if (entry.sid == sids::creatorOwner()) {
            return;
        }
        const AccessMask given = mapGeneric(entry.mask) & rightsOf(entry.sid);
        // Without knowing who runs the server, a single account may well be it.
        const bool knowsServer = m_context.user || m_descriptor->owner;
        const Severity severity = isBroad(entry.sid) ? Severity::High
                                  : knowsServer      ? Severity::Medium
                                                     : Severity::Low;
        if ((given & rights::createInstance) != 0) {
            report("create-instance", severity, entry.sid, index);
        }
        if ((given & takeover) != 0) {
            report("change-security", severity, entry.sid, index);
        }
    }

    /// Whether whoever is `inner` is `outer` as well, as far as the numbers alone say it.
    [[nodiscard]] static bool contains(const Sid& outer, const Sid& inner)
    {
        if (outer == inner) {
            return true;
        }
        // By default neither somebody without a password nor an app in a container is of everybody.
        if (inner == sids::anonymous() || isAppContainerSid(inner)) {
            return false;
        }
        if (outer == sids::everyone()) {
            return true;
        }
        const bool mayBeGuest = inner == sids::everyone() || inner == sids::guests()
                                || inner.domainAlias == "LG" || inner.domainAlias == "DG";
        if (outer == sids::authenticatedUsers()) {
            return !mayBeGuest;
        }
        return outer == sids::users()
               && (inner == sids::authenticatedUsers() || inner == sids::interactive());
    }

    void lateDeny(std::size_t index)
    {
        const SecurityEntry& deny = entries()[index];
        AccessMask allowedBefore = 0;
        for (std::size_t i = 0; i < index; ++i) {
            const SecurityEntry& earlier = entries()[i];
            if (earlier.kind == EntryKind::Allow && contains(earlier.sid, deny.sid)
                && !earlier.isInheritOnly()) {
                allowedBefore |= mapGeneric(earlier.mask);
            }
        }
        if ((allowedBefore & mapGeneric(deny.mask)) != 0) {
            report("late-deny", {}, deny.sid, index);
        }
    }

    void label()
    {
        const SecurityEntry* label = m_descriptor->label();
        if (label != nullptr
            && (integrityLevel(label->sid) < mediumIntegrity
                || (label->mask & rights::noWriteUp) == 0)) {
            report("low-label", {}, label->sid);
        }
    }

    void owner()
    {
        if (!m_descriptor->owner) {
            return;
        }
        const Sid& owner = *m_descriptor->owner;
        const bool isExpected =
            owner == m_context.user || owner == sids::system() || owner == sids::administrators()
            || std::ranges::find(m_context.trusted, owner) != m_context.trusted.end();
        if (isBroad(owner)) {
            report("owner", Severity::High, owner);
        } else if (m_context.user && !isExpected) {
            report("owner", Severity::Medium, owner);
        }
    }

    void remote()
    {
        if (m_descriptor == nullptr || !m_descriptor->dacl || m_descriptor->dacl->isNull) {
            report("remote", m_descriptor != nullptr && m_descriptor->dacl ? Severity::High
                                                                           : Severity::Medium);
            return;
        }
        // A network client that is a member of every account the list allows.
        AccessSubject subject{
            .sids = {sids::network(), sids::everyone(), sids::authenticatedUsers()},
            .denyOnly = {},
            .packages = {},
            .integrity = systemIntegrity};
        for (const SecurityEntry& entry : entries()) {
            if (entry.kind == EntryKind::Allow) {
                subject.sids.push_back(entry.sid);
            }
        }
        const AccessMask reached = effectiveRights(*m_descriptor, subject).granted;
        if ((reached & (rights::readData | rights::writeData)) == 0) {
            return;
        }
        const bool isOpen = std::ranges::any_of(m_findings, [](const SecurityFinding& finding) {
            return finding.rule->id == "everyone-write" || finding.rule->id == "anonymous-write"
                   || finding.rule->id == "network-write";
        });
        report("remote", isOpen ? Severity::High : Severity::Medium);
    }

    const SecurityContext& m_context;
    const SecurityDescriptor* m_descriptor = nullptr;
    std::vector<SecurityFinding> m_findings;
};

} // namespace

std::vector<SecurityFinding> checkSecurity(const std::optional<SecurityDescriptor>& descriptor,
                                           const SecurityContext& context)
{
    Check check(context);
    if (descriptor) {
        check.descriptor(*descriptor);
    }
    check.options();
    return check.take();
}

std::vector<SecurityFinding> checkSocket(const SocketSecurity& socket)
{
    constexpr std::uint32_t groupWrite = 0020;
    constexpr std::uint32_t othersWrite = 0002;
    constexpr std::uint32_t sticky = 01000;
    std::vector<SecurityFinding> findings;
    const auto report = [&findings](std::string_view id, std::optional<Severity> severity = {}) {
        const SecurityRule& rule = securityRule(id);
        findings.push_back({&rule, severity.value_or(rule.severity), {}, {}});
    };
    const auto isForeign = [&socket](std::uint32_t owner) {
        return owner != socket.user && owner != 0;
    };
    if (socket.isAbstract) {
        report("socket-abstract");
        return findings;
    }
    if (isForeign(socket.owner)) {
        report("socket-owner");
    }
    if ((socket.mode & othersWrite) != 0) {
        report("socket-others");
    }
    if ((socket.mode & groupWrite) != 0) {
        report("socket-group");
    }
    const bool isSticky = (socket.folderMode & sticky) != 0;
    const bool othersMayWrite = (socket.folderMode & othersWrite) != 0;
    if (isForeign(socket.folderOwner) || (othersMayWrite && !isSticky)) {
        report("folder-open");
    } else if ((socket.folderMode & groupWrite) != 0 && !isSticky) {
        // Often a group with the user as its one member.
        report("folder-open", Severity::Low);
    } else if (othersMayWrite) {
        report("folder-shared");
    }
    std::ranges::stable_sort(findings, std::greater(), &SecurityFinding::severity);
    return findings;
}

} // namespace pipecore
