#include "pipecore/analysis/frame_search.h"

#include "pipecore/base/translatable.h"

#include <algorithm>
#include <limits>

namespace pipecore {

namespace {

/// Rows between two checks for cancellation.
constexpr std::uint64_t rowsBetween = 4096;
/// Frames between two places that are remembered.
constexpr std::uint64_t framesBetween = 256;

std::unexpected<Error> cancelled()
{
    return std::unexpected(Error{.kind = ErrorKind::Cancelled});
}

bool hasRow(const Frame& frame, std::uint64_t row)
{
    const auto found = std::ranges::lower_bound(frame.parts, row, {}, &FramePart::row);
    return found != frame.parts.end() && found->row == row;
}

/// The bytes that end each frame, if an occurrence of them in the middle of the stream must be an end:
/// no part of them may be the beginning of another occurrence. Empty: there are none.
Bytes delimiterOf(const FramingRule& rule)
{
    if (rule.kind == FramingKind::Line) {
        return toBytes("\n");
    }
    const ByteView delimiter =
        rule.kind == FramingKind::Delimiter ? ByteView(rule.delimiter) : ByteView();
    for (std::size_t border = 1; border < delimiter.size(); ++border) {
        if (std::ranges::equal(delimiter.first(border), delimiter.last(border))) {
            return {};
        }
    }
    return {delimiter.begin(), delimiter.end()};
}

/// Keeps the frames of one row, as they come.
class Collector
{
public:
    Collector(std::uint64_t row, std::size_t maxFrames, FramesOfRow& result)
        : m_row(row)
        , m_maxFrames(maxFrames)
        , m_result(result)
    {}

    void take(Frame frame)
    {
        if (!hasRow(frame, m_row)) {
            return;
        }
        if (m_result.frames.size() < m_maxFrames) {
            m_result.frames.push_back(std::move(frame));
        } else {
            ++m_result.more;
        }
    }

private:
    std::uint64_t m_row;
    std::size_t m_maxFrames;
    FramesOfRow& m_result;
};

} // namespace

bool FrameSearch::needsBoth(const FramingRule& rule)
{
    return std::ranges::any_of(
        rule.leaves(), [](const FramingRule& leaf) { return leaf.kind == FramingKind::Http1; });
}

bool FrameSearch::isRead(const Stream& stream, std::uint64_t row) const
{
    const auto head = m_source.head(row);
    return head.kind == RecordKind::Message && head.connection == stream.connection
           && (m_readsBoth || head.direction == stream.direction);
}

Result<std::optional<std::uint64_t>> FrameSearch::afterDelimiter(std::uint64_t row,
                                                                 ByteView delimiter) const
{
    const auto record = m_source.read(row, std::numeric_limits<std::size_t>::max());
    if (!record) {
        return std::unexpected(record.error());
    }
    const std::size_t found = asText(record->payload).rfind(asText(delimiter));
    return found == std::string_view::npos ? std::nullopt : std::optional(found + delimiter.size());
}

/// Start for correct frames of `row`; `rows` gets the rows from there to `row`, the
/// last one first.
Result<FrameSearch::Place> FrameSearch::startFor(std::uint64_t row, const Stream& stream,
                                                 const std::function<bool()>& shouldContinue,
                                                 std::vector<std::uint64_t>& rows)
{
    const auto& places = m_places[stream];
    auto known = places.upper_bound(row);
    const Place* place = known == places.begin() ? nullptr : &std::prev(known)->second;
    // The frame that is remembered may begin within the row, behind others that it has.
    if (place != nullptr && place->row == row && place->offset > 0) {
        place = --known == places.begin() ? nullptr : &std::prev(known)->second;
    }
    const std::uint64_t first = place == nullptr ? 0 : place->row;
    const Bytes delimiter = delimiterOf(m_rule);
    for (std::uint64_t at = row + 1; at-- > first;) {
        if (at % rowsBetween == 0 && !shouldContinue()) {
            return cancelled();
        }
        if (!isRead(stream, at)) {
            continue;
        }
        if (rows.size() >= m_limits.rows) {
            return refusePhrase(
                {PIPECORE_TR(
                     "Decode",
                     "frames not available: the stream begins more than %1 rows before this row"),
                 {std::to_string(m_limits.rows)}});
        }
        rows.push_back(at);
        if (!delimiter.empty() && at != row) {
            const auto after = afterDelimiter(at, delimiter);
            if (!after) {
                return std::unexpected(after.error());
            }
            if (*after) {
                return Place{at, **after, 0, 0, false};
            }
        }
    }
    return place == nullptr ? Place{rows.back(), 0, 0, 0, true} : *place;
}

void FrameSearch::remember(const Stream& stream, const Frame& frame, bool counted)
{
    if (!counted || !m_rule.isRestartable() || frame.number % framesBetween != 0
        || frame.parts.empty()) {
        return;
    }
    const FramePart& part = frame.parts.front();
    m_places[stream].insert_or_assign(
        part.row, Place{part.row, part.offset, frame.number, frame.start, true});
}

/// Gives the bytes of a row to the reassembler; false when the stream cannot be followed any further.
Result<bool> FrameSearch::feed(std::uint64_t row, const Place& start, Walk& walk) const
{
    const auto record = m_source.read(row, std::numeric_limits<std::size_t>::max());
    if (!record) {
        return std::unexpected(record.error());
    }
    const ByteView payload = record->payload;
    const std::uint64_t skip = row == start.row ? start.offset : 0;
    const bool isOther = record->message().direction != walk.direction;
    Reassembler& reassembler = isOther ? *walk.other : walk.reassembler;
    reassembler.add(row, payload.subspan(std::min<std::uint64_t>(skip, payload.size())), skip);
    walk.bytes += payload.size();
    if (payload.size() < record->message().length) {
        walk.problem = Phrase{
            PIPECORE_TR("Decode", "frames not available: the payload of row %1 was not kept"),
            {std::to_string(row + 1)}};
    } else if (walk.bytes > m_limits.bytes) {
        walk.problem = Phrase{
            PIPECORE_TR("Decode",
                        "frames not available: finding them requires reading more than %1 bytes"),
            {std::to_string(m_limits.bytes)}};
    }
    return !walk.problem;
}

/// Continues after `row` until its last frame is complete.
Result<void> FrameSearch::complete(std::uint64_t row, const Stream& stream, const Place& start,
                                   Walk& walk, const std::function<bool()>& shouldContinue) const
{
    const std::uint64_t count = m_source.rowCount();
    std::uint64_t pieces = 0;
    for (std::uint64_t at = row + 1; at < count && pieces < m_limits.rows; ++at) {
        const Frame* rest = walk.reassembler.unfinished();
        if (rest == nullptr || !hasRow(*rest, row)) {
            break;
        }
        // The next piece may be far away.
        while (at < count && !isRead(stream, at)) {
            if (++at % rowsBetween == 0 && !shouldContinue()) {
                return cancelled();
            }
        }
        if (at == count) {
            break;
        }
        if (!shouldContinue()) {
            return cancelled();
        }
        const auto more = feed(at, start, walk);
        if (!more) {
            return std::unexpected(more.error());
        }
        if (!*more) {
            break;
        }
        ++pieces;
    }
    return {};
}

Result<void> FrameSearch::collect(std::uint64_t row, const Stream& stream, const Place& start,
                                  const std::vector<std::uint64_t>& rows, FramesOfRow& result,
                                  const std::function<bool()>& shouldContinue)
{
    result.counted = start.counted;
    Collector collector(row, m_limits.frames, result);
    const auto context = m_readsBoth ? makeFramingContext() : nullptr;
    Walk walk{.reassembler = Reassembler(
                  m_rule,
                  [&](Frame&& frame) {
                      remember(stream, frame, start.counted);
                      collector.take(std::move(frame));
                  },
                  context),
              .direction = stream.direction};
    if (m_readsBoth) {
        walk.other.emplace(
            m_rule, [](Frame&&) {}, context);
    }
    walk.reassembler.startAt(start.number, start.start);
    bool good = true;
    for (auto at = rows.rbegin(); good && at != rows.rend(); ++at) {
        if (!shouldContinue()) {
            return cancelled();
        }
        const auto more = feed(*at, start, walk);
        if (!more) {
            return std::unexpected(more.error());
        }
        good = *more;
    }
    if (good) {
        if (const auto done = complete(row, stream, start, walk, shouldContinue); !done) {
            return done;
        }
    }
    if (const Frame* rest = walk.reassembler.unfinished()) {
        collector.take(*rest);
    }
    result.problem = walk.problem;
    return {};
}

Result<FramesOfRow> FrameSearch::find(std::uint64_t row,
                                      const std::function<bool()>& shouldContinue)
{
    if (row >= m_source.rowCount() || m_source.head(row).kind != RecordKind::Message) {
        return refuse("only messages have frames");
    }
    const auto head = m_source.head(row);
    const Stream stream{head.connection, head.direction};
    std::vector<std::uint64_t> rows;
    FramesOfRow result;
    const auto start = startFor(row, stream, shouldContinue, rows);
    if (!start) {
        if (start.error().phrase.pattern.empty()) {
            return std::unexpected(start.error());
        }
        result.problem = start.error().phrase;
        return result;
    }
    if (const auto done = collect(row, stream, *start, rows, result, shouldContinue); !done) {
        return std::unexpected(done.error());
    }
    return result;
}

} // namespace pipecore
