#pragma once

#include "pipecore/live/outcomes.h"

#include <QObject>
#include <QPointer>

#include <utility>

namespace pipescope {

/// Wraps `done` for an operation of the live session: called in the GUI thread, unless `context`
/// has been destroyed.
template <typename Done>
[[nodiscard]] pipecore::WhenDone whenDone(QObject* context, Done done)
{
    return [context = QPointer<QObject>(context),
            done = std::move(done)](const pipecore::Outcome& outcome) {
        if (context) {
            done(outcome);
        }
    };
}

} // namespace pipescope
