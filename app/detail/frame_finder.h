#pragma once

#include "pipecore/analysis/frame_search.h"
#include "tasks/task.h"

#include <QObject>

#include <memory>

namespace pipescope {

/// Finds the frames of a row on a thread of its own. To be used from the GUI thread.
class FrameFinder : public QObject
{
    Q_OBJECT

public:
    explicit FrameFinder(QObject* parent = nullptr);
    /// Waits for a running search.
    ~FrameFinder() override;

    /// Searches the frames of a row, then emits found() or failed(). Cancels a previous search.
    /// `source` is not owned and must stay until cancel() or destruction.
    void find(const pipecore::RecordSource& source, quint64 row, const pipecore::FramingRule& rule);
    /// Discards the result of the current search.
    void forget();
    /// Cancels the search, and returns when no source is used any more.
    void cancel();

signals:
    void found(std::shared_ptr<const pipecore::FramesOfRow> frames);
    void failed(const pipecore::Error& error);

private:
    const pipecore::RecordSource* m_source = nullptr;
    /// Caches positions of this source; used by the task only, one row at a time.
    std::shared_ptr<pipecore::FrameSearch> m_search;
    Task m_task{"frames"};
};

} // namespace pipescope
