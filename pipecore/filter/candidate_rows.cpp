#include "candidate_rows.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <utility>

namespace pipecore::filter {

namespace {

/// Small enough for a processor's own cache: it is written by the system and then read.
constexpr std::uint64_t pieceSize = std::uint64_t{256} * 1024;
/// More would take longer than reading the rows.
constexpr std::size_t maxLiterals = 8;

using Literals = std::vector<std::string>;

Literals literalsOf(const Test& test)
{
    const bool isEquality = test.operation == Operator::Equal || test.operation == Operator::In;
    if ((!isEquality && test.operation != Operator::Contains
         && test.operation != Operator::StartsWith)
        || test.negated) {
        return {};
    }
    Literals literals;
    if (test.field == Field::Text) {
        literals = test.values;
        std::ranges::copy_if(test.wides, std::back_inserter(literals),
                             [](const std::string& wide) { return !wide.empty(); });
    } else if (test.field == Field::Data && !isEquality) {
        literals = test.values;
    }
    const bool isAnyEmpty = std::ranges::any_of(literals, &std::string::empty);
    return isAnyEmpty || literals.size() > maxLiterals ? Literals() : literals;
}

// The parser bounds how deep nodes nest.
// NOLINTNEXTLINE(misc-no-recursion)
Literals literalsOf(const Program& program, std::uint32_t number)
{
    const Node& node = program.nodes[number];
    if (node.type == Node::Type::Test) {
        return literalsOf(program.tests[node.left]);
    }
    if (node.type == Node::Type::Not) {
        return {};
    }
    Literals left = literalsOf(program, node.left);
    Literals right = literalsOf(program, node.right);
    if (node.type == Node::Type::And) {
        return right.empty() || (!left.empty() && left.size() <= right.size()) ? left : right;
    }
    if (left.empty() || right.empty() || left.size() + right.size() > maxLiterals) {
        return {};
    }
    std::ranges::move(right, std::back_inserter(left));
    return left;
}

} // namespace

std::vector<std::string> requiredLiterals(const Program& program)
{
    return program.nodes.empty()
               ? Literals()
               : literalsOf(program, static_cast<std::uint32_t>(program.nodes.size() - 1));
}

CandidateRows::CandidateRows(const Program& program, const RecordSource& source)
    : m_stored(source.stored())
{
    if (m_stored) {
        for (std::string& literal : requiredLiterals(program)) {
            m_searches.emplace_back(std::move(literal));
        }
    }
}

void CandidateRows::find(std::uint64_t first, std::uint64_t last, std::vector<std::uint64_t>& rows)
{
    rows.clear();
    const RowIndex& index = m_stored->index;
    // The end of a row is where the next one begins.
    while (first + 1 < last) {
        m_heads.clear();
        m_heads.push_back(index.row(first));
        std::uint64_t end = first;
        do {
            ++end;
            m_heads.push_back(index.row(end));
        } while (end + 1 < last && m_heads.back().offset - m_heads.front().offset < pieceSize);
        findIn({.first = first,
                .last = end,
                .begin = m_heads.front().offset,
                .end = m_heads.back().offset},
               rows);
        first = end;
    }
    if (first < last) {
        rows.push_back(first);
    }
}

/// Empty when they cannot be had, or are those of a single large row.
ByteView CandidateRows::bytesOf(const Piece& piece)
{
    const std::uint64_t size = piece.end > piece.begin ? piece.end - piece.begin : 0;
    if (size == 0 || size > 2 * pieceSize) {
        return {};
    }
    m_buffer.resize(std::max(m_buffer.size(), static_cast<std::size_t>(size)));
    const auto into = std::span(m_buffer).first(static_cast<std::size_t>(size));
    const auto read = m_stored->file.readAt(piece.begin, into);
    return read && *read == size ? ByteView(into) : ByteView();
}

void CandidateRows::findIn(const Piece& piece, std::vector<std::uint64_t>& rows)
{
    const ByteView bytes = bytesOf(piece);
    std::array<std::size_t, maxLiterals> hits{}; // the next place of each
    const auto isIn = [&](std::size_t begin, std::size_t end) {
        bool found = false;
        for (std::size_t i = 0; i < m_searches.size(); ++i) {
            if (hits[i] < begin) {
                hits[i] = m_searches[i].find(bytes, begin);
            }
            found = found || hits[i] < end;
        }
        return found;
    };
    if (!bytes.empty()) {
        for (std::size_t i = 0; i < m_searches.size(); ++i) {
            hits[i] = m_searches[i].find(bytes, 0);
        }
    }
    for (std::uint64_t row = piece.first; row < piece.last; ++row) {
        const auto number = static_cast<std::size_t>(row - piece.first);
        const RowIndex::Row& head = m_heads[number];
        const std::uint64_t next = m_heads[number + 1].offset;
        // Parts of a large message are in packets of their own, and bytes may lie across their border.
        const bool isCertain = bytes.empty() || head.kind != RecordKind::Message || head.split
                               || head.offset < piece.begin || next < head.offset
                               || next > piece.end;
        if (isCertain
            || isIn(static_cast<std::size_t>(head.offset - piece.begin),
                    static_cast<std::size_t>(next - piece.begin))) {
            rows.push_back(row);
        }
    }
}

} // namespace pipecore::filter
