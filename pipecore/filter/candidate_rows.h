#pragma once

#include "literal_search.h"
#include "program.h"

#include "pipecore/session/session.h"
#include "pipecore/session/stored_rows.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pipecore::filter {

/// Literals of which at least one is in the payload of every message that the program says yes to; empty when
/// nothing is known of that.
[[nodiscard]] std::vector<std::string> requiredLiterals(const Program& program);

/// Rows that may pass a filter which wants certain bytes in the payload: these are looked for in the
/// file as it is, many rows at once, which costs a small part of reading the rows. One thread.
class CandidateRows
{
public:
    /// Takes no ownership of the source.
    CandidateRows(const Program& program, const RecordSource& source);

    /// False where every row is to be looked at: another program, or rows that are in no file.
    [[nodiscard]] bool isUsable() const { return !m_searches.empty(); }
    /// Those of the rows [first, last) that are not known to be others, ascending: rows without the
    /// bytes are messages that do not pass. `rows` is overwritten.
    void find(std::uint64_t first, std::uint64_t last, std::vector<std::uint64_t>& rows);

private:
    struct Piece
    {
        std::uint64_t first = 0; ///< rows
        std::uint64_t last = 0;
        std::uint64_t begin = 0; ///< bytes in the file
        std::uint64_t end = 0;
    };
    void findIn(const Piece& piece, std::vector<std::uint64_t>& rows);
    [[nodiscard]] ByteView bytesOf(const Piece& piece);

    std::optional<StoredRows> m_stored;
    std::vector<LiteralSearch> m_searches;
    Bytes m_buffer;
    std::vector<RowIndex::Row> m_heads; ///< of a piece and of the row behind it
};

} // namespace pipecore::filter
