#include "detail/frame_finder.h"

#include <utility>

namespace pipescope {

FrameFinder::FrameFinder(QObject* parent) : QObject(parent) {}

FrameFinder::~FrameFinder() = default;

void FrameFinder::forget()
{
    m_task.forget();
}

void FrameFinder::cancel()
{
    m_task.stop();
    m_search.reset();
    m_source = nullptr;
}

void FrameFinder::find(const pipecore::RecordSource& source, quint64 row,
                       const pipecore::FramingRule& rule)
{
    if (!m_search || m_source != &source || m_search->rule() != rule) {
        m_source = &source;
        m_search = std::make_shared<pipecore::FrameSearch>(source, rule);
    }
    m_task.start([this, search = m_search, row](Task::State& state) -> Task::Done {
        auto result = search->find(row, [&state] { return !state.cancelled.load(); });
        std::shared_ptr<const pipecore::FramesOfRow> frames;
        pipecore::Error error;
        if (result) {
            frames = std::make_shared<const pipecore::FramesOfRow>(std::move(*result));
        } else {
            error = result.error();
        }
        return [this, frames = std::move(frames), error = std::move(error)] {
            if (frames) {
                emit found(frames);
            } else {
                emit failed(error);
            }
        };
    });
}

} // namespace pipescope
