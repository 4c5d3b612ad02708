#pragma once

#include "pipecore/session/session.h"

#include <QString>

#include <memory>

namespace pipescope {

/// A viewed file. The numbers of its rows belong to another time or computer: no engine can be
/// queried about them.
struct ViewedFile
{
    QString path;
    std::unique_ptr<pipecore::SessionFile> session; ///< never null
    bool isJournal = false;                         ///< left by a crash
};

} // namespace pipescope
