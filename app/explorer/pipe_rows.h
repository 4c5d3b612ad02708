#pragma once

#include "widgets/row_marks.h"

#include "pipecore/discovery/listing.h"

#include <QtGlobal>

#include <string>
#include <unordered_map>
#include <vector>

namespace pipescope {

/// A pipe in the list of pipes on this computer. A value.
struct PipeRow
{
    quint64 id = 0; ///< constant while the row is listed
    pipecore::ListedPipe pipe;
    RowMarks marks;

    [[nodiscard]] quint64 key() const { return id; }
    [[nodiscard]] bool isGone() const { return marks.disappearedAt > 0; }
    friend bool operator==(const PipeRow&, const PipeRow&) = default;
};

/// Converts successive listings to rows, and remembers when pipes appeared and disappeared: removed
/// ones stay for a moment. Pipes of the first listing are not new.
class PipeRowKeeper
{
public:
    /// Time that removed pipes stay listed, in milliseconds.
    static constexpr qint64 removedStay = 3000;

    /// Takes the next listing, made at the time `now`.
    void setListing(std::vector<pipecore::ListedPipe> listing, qint64 now);
    /// Forgets all pipes: the next listing counts as the first one.
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
