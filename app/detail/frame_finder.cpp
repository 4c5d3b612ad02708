#include "detail/frame_finder.h"

#include "threads/mailbox.h"

#include <utility>

namespace pipescope {

FrameFinder::FrameFinder(QObject* parent) : QObject(parent), m_worker("frames") {}

FrameFinder::~FrameFinder()
{
    cancel();
}

void FrameFinder::forget()
{
    if (m_wanted) {
        m_wanted->store(false);
        m_wanted.reset();
    }
}

void FrameFinder::cancel()
{
    forget();
    m_worker.waitForDone();
    m_search.reset();
    m_source = nullptr;
}

void FrameFinder::find(const pipecore::RecordSource& source, quint64 row,
                       const pipecore::Framing& framing)
{
    forget();
    m_wanted = std::make_shared<std::atomic<bool>>(true);
    if (!m_search || m_source != &source || m_search->framing() != framing) {
        m_source = &source;
        m_search = std::make_shared<pipecore::FrameSearch>(source, framing);
    }
    m_worker.start([this, home = Mailbox::of(this), search = m_search, row, wanted = m_wanted] {
        const auto goOn = [&wanted] { return wanted->load(); };
        if (!goOn()) {
            return;
        }
        auto result = search->find(row, goOn);
        std::shared_ptr<const pipecore::FramesOfRow> frames;
        pipecore::Error error;
        if (result) {
            frames = std::make_shared<const pipecore::FramesOfRow>(std::move(*result));
        } else {
            error = result.error();
        }
        home.post([this, wanted, frames = std::move(frames), error = std::move(error)] {
            if (!wanted->load()) {
                return;
            }
            if (frames) {
                emit found(frames);
            } else {
                emit failed(error);
            }
        });
    });
}

} // namespace pipescope
