#include "security/rights_columns.h"

#include <array>

namespace pipescope {

namespace {

namespace rights = pipecore::rights;
using pipecore::AccessMask;

AccessMask bitsOf(RightsColumn column)
{
    switch (column) {
    case RightsColumn::Read: return rights::fileRead;
    case RightsColumn::Write: return rights::write;
    case RightsColumn::CreateInstance: return rights::createInstance;
    case RightsColumn::Full: break;
    }
    return rights::fileAll;
}

/// The bit that the group requires.
AccessMask keyBit(RightsColumn column)
{
    switch (column) {
    case RightsColumn::Read: return rights::readData;
    case RightsColumn::Write: return rights::writeData;
    case RightsColumn::CreateInstance: return rights::createInstance;
    case RightsColumn::Full: break;
    }
    return 0; // other groups are shown partially
}

} // namespace

Qt::CheckState rightsState(AccessMask mask, RightsColumn column)
{
    const AccessMask mapped = pipecore::mapGeneric(mask);
    if ((bitsOf(column) & ~mapped) == 0) {
        return Qt::Checked;
    }
    return (mapped & keyBit(column)) != 0 ? Qt::PartiallyChecked : Qt::Unchecked;
}

AccessMask withRights(AccessMask mask, RightsColumn column, bool on)
{
    const AccessMask mapped = pipecore::mapGeneric(mask);
    if (on) {
        return mapped | bitsOf(column);
    }
    if (column == RightsColumn::Full) {
        return rights::readWrite;
    }
    AccessMask needed = 0;
    for (const RightsColumn other :
         std::array{RightsColumn::Read, RightsColumn::Write, RightsColumn::CreateInstance}) {
        if (other != column && rightsState(mapped, other) == Qt::Checked) {
            needed |= bitsOf(other);
        }
    }
    return (mapped & ~bitsOf(column)) | needed;
}

} // namespace pipescope
