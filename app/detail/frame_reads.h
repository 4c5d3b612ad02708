#pragma once

#include "tasks/task.h"

#include "pipecore/analysis/framed_rows.h"

#include <QObject>
#include <QString>

#include <memory>

namespace pipescope {

/// Finds the reads and writes that brought a frame, on a thread of its own: a frame may have come in
/// millions. GUI thread only.
class FrameReads : public QObject
{
    Q_OBJECT

public:
    explicit FrameReads(QObject* parent = nullptr);
    /// Waits for a running search.
    ~FrameReads() override;

    /// Searches, then emits found(). Forgets a previous search.
    void find(std::shared_ptr<const pipecore::FramedRows> frames, quint64 row);
    /// When this returns no frames are used any more.
    void cancel();

signals:
    /// The search has ended, for the row last asked for.
    void found(const pipecore::RowSources& reads);

private:
    Task m_task{"reads of a frame"};
};

/// "in 2 reads: 12 (0–99), 13 (0–26)" as HTML: the rows of the session are links, whose target is the
/// row's number from 0. Many reads are summarized.
[[nodiscard]] QString readsHtml(const pipecore::RowSources& reads, pipecore::Direction direction);

} // namespace pipescope
