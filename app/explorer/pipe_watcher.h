#pragma once

#include "tasks/task.h"

#include "pipecore/discovery/listing.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace pipescope {

/// Lists the pipes periodically on another thread, one second after the last listing. GUI thread
/// only.
class PipeWatcher : public QObject
{
    Q_OBJECT

public:
    using MakeLister = std::function<std::unique_ptr<pipecore::PipeLister>()>;
    using Listing = pipecore::Result<std::vector<pipecore::ListedPipe>>;

    explicit PipeWatcher(const MakeLister& makeLister, QObject* parent = nullptr);
    /// Waits for a running listing.
    ~PipeWatcher() override;

    /// Starts or stops; a start lists immediately. A system without listings is queried only once
    /// per start.
    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_isActive; }

signals:
    void listed(const pipescope::PipeWatcher::Listing& listing);

private:
    void request();
    void receive(const Listing& listing);

    std::unique_ptr<pipecore::PipeLister> m_lister; ///< used by the task only
    QTimer m_timer;
    bool m_isActive = false;
    bool m_isListing = false;
    Task m_task; ///< destroyed first: it uses the lister
};

} // namespace pipescope
