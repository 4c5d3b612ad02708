#pragma once

#include "threads/mailbox.h"

#include <functional>
#include <utility>

namespace pipescope {

/// Does `job` on one of a few threads that all of the program shares. Its end waits for those that
/// have begun, and forgets the others. GUI thread.
void startInBackground(std::function<void()> job);
/// Does `job` on a thread of its own that nobody waits for, at the program's end neither.
void startAlone(std::function<void()> job);

namespace detail {

/// Does `work`, here, and `done` with its result at `home`.
template <typename Work, typename Done>
[[nodiscard]] std::function<void()> thereAndBack(const Mailbox::Address& home, Work work, Done done)
{
    return [home, work = std::move(work), done = std::move(done)]() mutable {
        // Moved on: a copy that stays here would die beside the one that is in use.
        home.post([done = std::move(done), result = work()]() mutable { done(result); });
    };
}

} // namespace detail

/// Runs `work` on another thread and `done` with its result on this one, unless `context` has gone.
/// Few at a time, so `work` should not wait long. GUI thread.
template <typename Work, typename Done>
void inBackground(QObject* context, Work work, Done done)
{
    startInBackground(detail::thereAndBack(Mailbox::of(context), std::move(work), std::move(done)));
}

/// As inBackground(), for work that may wait for another computer and cannot be taken back: it keeps
/// nothing else waiting, nor the end of the program.
template <typename Work, typename Done>
void inThreadOfItsOwn(QObject* context, Work work, Done done)
{
    startAlone(detail::thereAndBack(Mailbox::of(context), std::move(work), std::move(done)));
}

} // namespace pipescope
