#pragma once

#include "pipecore/discovery/listing.h"

#include <QString>

#include <atomic>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace pipescope {

/// Pipes that a test has made up. Give `maker()` to a panel, and change them as it likes.
class FakePipes
{
public:
    using Listing = pipecore::Result<std::vector<pipecore::ListedPipe>>;

    void set(Listing listing)
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->listing = std::move(listing);
    }
    /// How often a list was asked for.
    [[nodiscard]] int listings() const { return m_state->listings.load(); }

    [[nodiscard]] auto maker() const
    {
        return [state = m_state]() -> std::unique_ptr<pipecore::PipeLister> {
            return std::make_unique<Lister>(state);
        };
    }

    /// As Windows lists it.
    [[nodiscard]] static pipecore::ListedPipe windowsPipe(const std::string& name,
                                                          std::uint32_t instances = 1,
                                                          std::optional<std::uint32_t> limit = {})
    {
        pipecore::ListedPipe pipe;
        pipe.name = name;
        pipe.path = R"(\\.\pipe\)" + name;
        pipe.canConnect = true;
        pipe.instances = instances;
        pipe.limit = limit;
        return pipe;
    }
    /// As Linux lists it.
    [[nodiscard]] static pipecore::ListedPipe socket(const std::string& name, std::uint64_t inode,
                                                     std::uint32_t process = 100,
                                                     const std::string& image = "/usr/bin/node")
    {
        pipecore::ListedPipe pipe;
        pipe.name = name;
        pipe.path =
            name.starts_with('/') || name.starts_with('@') ? name : "/tmp/CoreFxPipe_" + name;
        pipe.canConnect = !name.starts_with('@');
        pipe.mode = pipecore::PipeMode::Message;
        pipe.connected = 0;
        pipe.waiting = 0;
        pipe.inode = inode;
        pipe.server = {.processId = process, .image = image};
        return pipe;
    }

private:
    struct State
    {
        std::mutex mutex;
        Listing listing;
        std::atomic<int> listings{0};
    };
    class Lister final : public pipecore::PipeLister
    {
    public:
        explicit Lister(std::shared_ptr<State> state) : m_state(std::move(state)) {}
        [[nodiscard]] Listing list() override
        {
            const std::lock_guard lock(m_state->mutex);
            ++m_state->listings;
            return m_state->listing;
        }

    private:
        std::shared_ptr<State> m_state;
    };

    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace pipescope
