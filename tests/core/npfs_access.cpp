#include "npfs_access.h"

namespace npfs {

using namespace pipecore;

AccessMask serverRights(bool reads, bool writes)
{
    return (reads ? rights::fileRead : 0) | (writes ? rights::fileWrite : 0) | rights::synchronize;
}

SecurityDescriptor defaultDescriptor(const Sid& maker)
{
    SecurityDescriptor descriptor = securityPreset(SecurityPreset::SafeDefault, maker);
    descriptor.dacl->entries.push_back(
        {.mask = rights::fileRead, .sid = sids::everyone(), .otherBody = {}});
    descriptor.owner = maker;
    return descriptor;
}

namespace {

bool isGranted(const SecurityDescriptor& descriptor, const AccessSubject& subject,
               AccessMask wanted)
{
    return (effectiveRights(descriptor, subject).granted & wanted) == wanted;
}

} // namespace

bool mayOpen(const SecurityDescriptor& descriptor, const AccessSubject& subject, AccessMask wanted)
{
    return isGranted(descriptor, subject, wanted & ~rights::createInstance);
}

bool mayAddInstance(const SecurityDescriptor& descriptor, const AccessSubject& subject,
                    AccessMask wanted)
{
    return isGranted(descriptor, subject, wanted | rights::createInstance);
}

} // namespace npfs
