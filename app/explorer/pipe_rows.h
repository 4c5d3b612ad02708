#pragma once

#include "widgets/row_marks.h"

#include "pipecore/discovery/listing.h"

#include <QtGlobal>

#include <string>
#include <unordered_map>
#include <vector>

namespace pipescope {

/// A pipe in the list of those that are here. A value.
struct PipeRow
{
    quint64 id = 0; ///< the same as long as the row is listed
    pipecore::ListedPipe pipe;
    RowMarks marks;

    [[nodiscard]] quint64 key() const { return id; }
    [[nodiscard]] bool isGone() const { return marks.wentAt > 0; }
    friend bool operator==(const PipeRow&, const PipeRow&) = default;
};

/// Makes rows of one listing after the other, and remembers when pipes came and went: those that are
/// gone stay for a moment. What the first listing has is not new.
class PipeRowKeeper
{
public:
    /// How long pipes that are gone stay listed, in milliseconds.
    static constexpr qint64 goneStay = 3000;

    /// The next listing, seen at the time `now`.
    void setListing(std::vector<pipecore::ListedPipe> listing, qint64 now);
    /// Forgets everything: the next listing is the first one.
    void clear();

    /// The rows at the time `now`, in the order of the listing.
    [[nodiscard]] const std::vector<PipeRow>& rows(qint64 now);

private:
    void keepOrder();

    std::vector<pipecore::ListedPipe> m_listing;
    std::vector<PipeRow> m_rows;
    std::unordered_map<std::string, quint64> m_ids; ///< by listedKey(), of m_rows
    quint64 m_lastId = 0;
    bool m_isFirst = true;
};

} // namespace pipescope
