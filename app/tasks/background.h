#pragma once

#include "tasks/task.h"

#include <QPointer>

#include <utility>

namespace pipescope {

namespace detail {

/// Wraps a task's work: runs `work`, then `done` with its result unless `context` is gone.
template <typename Work, typename Done>
[[nodiscard]] Task::Work wrapWork(QObject* context, Work work, Done done)
{
    return [context = QPointer<QObject>(context), work = std::move(work),
            done = std::move(done)](Task::State&) mutable -> Task::Done {
        return [context = std::move(context), done = std::move(done), result = work()]() mutable {
            if (context) {
                done(result);
            }
        };
    };
}

void startInBackground(Task::Work work);
void startDetached(Task::Work work);

} // namespace detail

/// Runs `work` on another thread and `done` with its result on this one, unless `context` is gone.
/// The number of threads is small, so `work` should not wait long. The end of the program waits for
/// running work, and discards queued work. GUI thread.
template <typename Work, typename Done>
void inBackground(QObject* context, Work work, Done done)
{
    detail::startInBackground(detail::wrapWork(context, std::move(work), std::move(done)));
}

/// As inBackground(), for work that may wait for another computer and cannot be cancelled: it
/// blocks neither other work nor the end of the program.
template <typename Work, typename Done>
void onOwnThread(QObject* context, Work work, Done done)
{
    detail::startDetached(detail::wrapWork(context, std::move(work), std::move(done)));
}

} // namespace pipescope
