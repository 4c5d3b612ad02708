#include "pipecore/security/security.h"

#include <algorithm>

namespace pipecore {

const SecurityEntry* SecurityDescriptor::label() const
{
    if (!sacl) {
        return nullptr;
    }
    const auto found = std::ranges::find(sacl->entries, EntryKind::Label, &SecurityEntry::kind);
    return found == sacl->entries.end() ? nullptr : &*found;
}

void SecurityDescriptor::setLabel(std::optional<std::uint32_t> integrity, AccessMask policy)
{
    if (sacl) {
        std::erase_if(sacl->entries,
                      [](const SecurityEntry& entry) { return entry.kind == EntryKind::Label; });
    }
    if (integrity) {
        if (!sacl) {
            sacl.emplace();
        }
        SecurityEntry entry;
        entry.kind = EntryKind::Label;
        entry.mask = policy;
        entry.sid = sids::integrity(*integrity);
        sacl->entries.insert(sacl->entries.begin(), std::move(entry));
    } else if (sacl == AccessList{}) {
        sacl.reset();
    }
}

SecurityDescriptor securityPreset(SecurityPreset preset, const Sid& user)
{
    SecurityDescriptor descriptor;
    AccessList& list = descriptor.dacl.emplace();
    list.isProtected = true;
    const auto add = [&list](EntryKind kind, AccessMask mask, const Sid& sid) {
        SecurityEntry entry;
        entry.kind = kind;
        entry.mask = mask;
        entry.sid = sid;
        // The user may himself be SYSTEM.
        if (std::ranges::find(list.entries, entry) == list.entries.end()) {
            list.entries.push_back(std::move(entry));
        }
    };
    const auto allow = [&add](AccessMask mask, const Sid& sid) {
        add(EntryKind::Allow, mask, sid);
    };

    if (preset == SecurityPreset::LocalInteractive) {
        add(EntryKind::Deny, rights::fileAll, sids::network()); // first, or it decides nothing
    }
    if (preset != SecurityPreset::AdministratorsOnly) {
        allow(rights::fileAll, user);
    }
    if (preset != SecurityPreset::CurrentUser) {
        allow(rights::fileAll, sids::administrators());
        allow(rights::fileAll, sids::system());
    }
    switch (preset) {
    case SecurityPreset::SafeDefault:
    case SecurityPreset::CurrentUser:
    case SecurityPreset::AdministratorsOnly: break;
    case SecurityPreset::AuthenticatedUsers:
        allow(rights::readWrite, sids::authenticatedUsers());
        break;
    case SecurityPreset::LocalInteractive: allow(rights::readWrite, sids::interactive()); break;
    case SecurityPreset::AppContainer:
        allow(rights::readWrite, sids::allAppPackages());
        descriptor.setLabel(lowIntegrity);
        break;
    case SecurityPreset::Everyone:
        allow(rights::readWrite, sids::everyone());
        allow(rights::readWrite, sids::anonymous());
        break;
    }
    return descriptor;
}

} // namespace pipecore
