#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace pipescope {

/// Runs `work` on another thread and `done` with its result on this one, unless `context` has gone.
template <typename Work, typename Done>
void inBackground(QObject* context, Work work, Done done)
{
    const auto reply = [target = QPointer<QObject>(context), done](const auto& result) {
        if (target) {
            done(result);
        }
    };
    QThreadPool::globalInstance()->start([work, reply] {
        // The application outlives the pool's work, and `context` may not.
        QMetaObject::invokeMethod(
            qApp, [reply, result = work()] { reply(result); }, Qt::QueuedConnection);
    });
}

} // namespace pipescope
