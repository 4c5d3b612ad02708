#include "explorer/pipe_rows.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace pipescope {

void PipeRowKeeper::setListing(std::vector<pipecore::ListedPipe> listing, qint64 now)
{
    const pipecore::ListingDiff diff = pipecore::diffListings(m_listing, listing);
    m_listing = std::move(listing);
    std::unordered_map<quint64, PipeRow*> byId;
    for (PipeRow& row : m_rows) {
        byId.emplace(row.id, &row);
    }
    const auto rowOf = [&](const pipecore::ListedPipe& pipe) {
        return byId.at(m_ids.at(pipecore::listedKey(pipe)));
    };
    for (const auto& change : diff.changed) {
        rowOf(change.after)->pipe = change.after;
    }
    for (const pipecore::ListedPipe& pipe : diff.removed) {
        rowOf(pipe)->marks = {.appearedAt = 0, .disappearedAt = now};
    }
    for (const pipecore::ListedPipe& pipe : diff.added) {
        const RowMarks marks{.appearedAt = m_isFirst ? 0 : now, .disappearedAt = 0};
        const auto [id, isNew] = m_ids.try_emplace(pipecore::listedKey(pipe), m_lastId + 1);
        if (isNew) {
            m_rows.push_back({.id = ++m_lastId, .pipe = pipe, .marks = marks});
        } else {
            // It had disappeared briefly, and is still listed.
            const auto row = std::ranges::find(m_rows, id->second, &PipeRow::id);
            row->pipe = pipe;
            row->marks = marks;
        }
    }
    m_isFirst = false;
    keepOrder();
}

void PipeRowKeeper::keepOrder()
{
    std::ranges::stable_sort(m_rows, [](const PipeRow& one, const PipeRow& other) {
        return std::tie(one.pipe.name, one.pipe.path, one.pipe.inode)
               < std::tie(other.pipe.name, other.pipe.path, other.pipe.inode);
    });
}

void PipeRowKeeper::clear()
{
    m_listing.clear();
    m_rows.clear();
    m_ids.clear();
    m_isFirst = true;
}

const std::vector<PipeRow>& PipeRowKeeper::rows(qint64 now)
{
    std::erase_if(m_rows, [&](const PipeRow& row) {
        const bool leaves = row.isGone() && now - row.marks.disappearedAt >= removedStay;
        if (leaves) {
            m_ids.erase(pipecore::listedKey(row.pipe));
        }
        return leaves;
    });
    return m_rows;
}

} // namespace pipescope
