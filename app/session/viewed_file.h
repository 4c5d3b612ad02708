#pragma once

#include "pipecore/session/session.h"

#include <QString>

#include <memory>

namespace pipescope {

/// A file that is looked at. What its rows name by numbers is of another time, or another computer: there
/// is nothing to ask an engine about.
struct ViewedFile
{
    QString path;
    std::unique_ptr<pipecore::SessionFile> session; ///< never null
    bool isJournal = false;                         ///< a crash left it behind
};

} // namespace pipescope
