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
    /// Waits for a search that is under way.
    ~FrameFinder() override;

    /// Looks for the frames of a row, then emits found() or failed(). What was asked for before is
    /// forgotten. `source` is not owned and must stay until cancel() or destruction.
    void find(const pipecore::RecordSource& source, quint64 row, const pipecore::Framing& framing);
    /// What was asked for is not wanted any more.
    void forget();
    /// Forgets what was asked for, and returns when no source is used any more.
    void cancel();

signals:
    void found(std::shared_ptr<const pipecore::FramesOfRow> frames);
    void failed(const pipecore::Error& error);

private:
    const pipecore::RecordSource* m_source = nullptr;
    /// Knows places of this source; only used by the task, one row at a time.
    std::shared_ptr<pipecore::FrameSearch> m_search;
    Task m_task{"frames"};
};

} // namespace pipescope
