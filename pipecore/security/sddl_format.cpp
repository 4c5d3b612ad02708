#include "pipecore/security/security.h"

#include "entry_types.h"

#include <algorithm>

namespace pipecore {

namespace {

std::string formatList(std::string_view name, const AccessList& list)
{
    std::string text(name);
    text += list.isProtected ? "P" : "";
    text += list.autoInheritReq ? "AR" : "";
    text += list.autoInherited ? "AI" : "";
    if (list.isNull) {
        return text + "NO_ACCESS_CONTROL";
    }
    for (const SecurityEntry& entry : list.entries) {
        text += formatEntry(entry);
    }
    return text;
}

const SecurityEntry* firstOther(const std::optional<AccessList>& list)
{
    if (!list) {
        return nullptr;
    }
    const auto found = std::ranges::find(list->entries, EntryKind::Other, &SecurityEntry::kind);
    return found == list->entries.end() ? nullptr : &*found;
}

} // namespace

std::string formatEntry(const SecurityEntry& entry)
{
    const auto type = std::ranges::find(entryTypes, entry.kind, &EntryType::kind);
    if (type == entryTypes.end()) {
        return "(type " + std::to_string(entry.otherType) + ", "
               + std::to_string(entry.otherBody.size() + 4) + " bytes)";
    }
    std::string text = "(" + std::string(type->letters) + ";";
    for (const FlagName& flag : flagNames) {
        text += (entry.flags & flag.bit) != 0 ? flag.letters : "";
    }
    return text + ";" + formatRights(entry.mask, rightsKindOf(entry.kind)) + ";;;"
           + entry.sid.toSddl() + ")";
}

Result<std::string> formatSddl(const SecurityDescriptor& descriptor)
{
    for (const auto* list : {&descriptor.dacl, &descriptor.sacl}) {
        if (const SecurityEntry* other = firstOther(*list)) {
            return refuse("the descriptor has an entry of type " + std::to_string(other->otherType)
                              + ", which is kept but cannot be written as text",
                          ErrorKind::NotSupported);
        }
    }
    std::string text;
    if (descriptor.owner) {
        text += "O:" + descriptor.owner->toSddl();
    }
    if (descriptor.group) {
        text += "G:" + descriptor.group->toSddl();
    }
    if (descriptor.dacl) {
        text += formatList("D:", *descriptor.dacl);
    }
    if (descriptor.sacl) {
        text += formatList("S:", *descriptor.sacl);
    }
    return text;
}

} // namespace pipecore
