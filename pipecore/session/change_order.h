#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace pipecore {

/// Places of a list in the order of their last change, so that what changed since a revision is
/// found without looking at the rest. One thread.
class ChangeOrder
{
public:
    /// The place was changed, or is new. `revision` is at least 1 and never falls.
    void touch(std::size_t place, std::uint64_t revision)
    {
        if (place >= m_links.size()) {
            m_links.resize(place + 1);
        }
        Link& link = m_links[place];
        if (link.changedAt == revision) {
            return;
        }
        if (link.changedAt != 0) {
            unlink(link);
        }
        link = {.later = none, .earlier = m_latest, .changedAt = revision};
        if (m_latest != none) {
            m_links[m_latest].later = place;
        }
        m_latest = place;
    }

    /// Calls `visit` with each place that was changed after `revision`, the latest first.
    template <typename Visit>
    void visitSince(std::uint64_t revision, const Visit& visit) const
    {
        for (std::size_t place = m_latest; place != none && m_links[place].changedAt > revision;
             place = m_links[place].earlier) {
            visit(place);
        }
    }

private:
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
    struct Link
    {
        std::size_t later = none;
        std::size_t earlier = none;
        std::uint64_t changedAt = 0; ///< 0: never, and not in the order
    };

    void unlink(const Link& link)
    {
        if (link.later != none) {
            m_links[link.later].earlier = link.earlier;
        } else {
            m_latest = link.earlier;
        }
        if (link.earlier != none) {
            m_links[link.earlier].later = link.later;
        }
    }

    std::vector<Link> m_links; ///< by place
    std::size_t m_latest = none;
};

} // namespace pipecore
