#pragma once

#include "pipecore/base/byte_buffer.h"
#include "pipecore/session/annotations.h"
#include "pipecore/session/row_index.h"
#include "pipecore/session/session.h"

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace pipecore {

/// An annotation as it is in a file: it names its row by how far back it is, so that it stays right
/// when sessions are put one after the other, and by its time, so that it is not taken for another
/// row's when rows were taken out.
struct WrittenAnnotation
{
    std::uint64_t row = 0;   ///< in the session
    std::uint64_t back = 0;  ///< rows from it to the place of this record; at least 1
    std::int64_t timeNs = 0; ///< of the row
    Annotation annotation;
};

/// Appends the packet of one annotation to a session whose events are on `interface`.
void writeAnnotation(ByteBuffer& out, std::uint32_t interface, const WrittenAnnotation& what);
/// The JSON of such a packet; `row` is left 0. Empty when it is none.
[[nodiscard]] std::optional<WrittenAnnotation> annotationFrom(std::string_view json);

/// Rows of one recording in front of a place in the file.
struct RowsOfRecording
{
    std::uint32_t recording = 0; ///< Track::recording
    std::uint64_t rows = 0;

    friend auto operator<=>(const RowsOfRecording&, const RowsOfRecording&) = default;
};

/// Takes annotations from a file in the order in which they are there, a later one of a row in the
/// place of an earlier, and no more of them than Annotations keeps.
///
/// How far back the row is counts the rows of the file, or those of one recording when files were put
/// together afterwards (mergecap): the time of the row tells which.
class AnnotationCollector
{
public:
    /// `rowsSoFar`: rows in front of the record; `recordings`: of those that it can be of. False without
    /// such a row or room.
    bool take(WrittenAnnotation what, std::uint64_t rowsSoFar,
              std::span<const RowsOfRecording> recordings);
    /// Notes those whose row is there and has its time, and was not noted meanwhile. Returns how many
    /// had no row of theirs or no room.
    std::uint64_t resolve(const RowIndex& index, Annotations& into);

private:
    /// The place of a row in its recording, with its time.
    struct Key
    {
        RowsOfRecording place;
        std::int64_t timeNs = 0;

        friend auto operator<=>(const Key&, const Key&) = default;
    };
    struct Found
    {
        WrittenAnnotation what; ///< its row is that of the file, if `isInFile`
        bool isInFile = false;
        std::vector<RowsOfRecording> places; ///< that it can name in a recording
        std::uint64_t order = 0;
        bool hasRow = false;
    };
    using ByRow = std::map<std::uint64_t, Found*>;

    static void propose(ByRow& rows, std::uint64_t row, Found& found);
    static void findInRecordings(const RowIndex& index, std::span<Found* const> wanted,
                                 ByRow& rows);

    std::map<Key, Found> m_found;
    std::uint64_t m_order = 0;
    std::size_t m_bytes = 0;
};

/// Place for our records at the end of a file.
struct AppendPlace
{
    /// The events' interface of the last section, if that is a section of ours.
    std::optional<std::uint32_t> events;
};

/// The blocks that say `notes` when they are put at the end of a file: in the section that is there,
/// or in one of their own. Nothing when there are none.
void encodeNotes(ByteBuffer& out, const AppendPlace& place,
                 std::span<const WrittenAnnotation> notes);

/// The blocks that say `changed` when they are put at the end of a file of `rows` rows: in the
/// section that is there, or in one of their own. Rows that cannot be read are left out.
void encodeAnnotations(ByteBuffer& out, const AppendPlace& place, const RecordSource& source,
                       std::uint64_t rows, std::span<const Annotations::Entry> changed);

} // namespace pipecore
