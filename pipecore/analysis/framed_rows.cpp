#include "pipecore/analysis/framed_rows.h"

#include "frame_parts.h"
#include "framed_notes.h"
#include "pipecore/base/translatable.h"

#include <algorithm>
#include <limits>

namespace pipecore {

namespace {

/// Rows that are taken in before it is asked whether to go on.
constexpr std::uint64_t rowsAtOnce = 1024;
// Limits of the index's bits.
constexpr std::uint64_t maxRow = (std::uint64_t{1} << 35U) - 1;
constexpr std::size_t maxHeader = (1U << 16U) - 1;
constexpr std::size_t maxTrailer = (1U << 7U) - 1;
constexpr std::uint64_t maxSize = std::numeric_limits<std::uint32_t>::max();
/// Different sentences about problems that are kept; a hostile stream can make any number of them.
constexpr std::size_t maxTexts = 4096;
/// Rows that are looked through for the frame of a row.
constexpr std::uint64_t maxSteps = 65536;

} // namespace

bool isShownWhole(const FramingRule& rule)
{
    switch (rule.kind) {
    case FramingKind::Http1:
    case FramingKind::Http2:
    case FramingKind::Dbus: return true;
    case FramingKind::Length: return rule.length.offset != 0 || rule.length.extra != 0;
    default: return false;
    }
}

bool isShownWhole(const Frame& frame, const FramingRule& rule)
{
    // Skipped bytes are no header; behind a wrong checksum, the frame may be right.
    const bool isSkipped = frame.isMalformed() && !rule.checksum;
    return isSkipped || frame.isJoined || isShownWhole(rule);
}

/// Stream of a connection: what is received, or what is sent.
struct FramedRows::Stream
{
    std::vector<FramingRule> leaves{};
    std::optional<Reassembler> reassembler{};
    std::uint64_t row = 0; ///< the last that was taken in
    bool isSent = false;
    bool isBroken = false; ///< bytes are missing: what follows cannot be told apart
};

struct FramedRows::NewRow
{
    Entry entry;
    std::optional<End> end{};
    std::optional<Phrase> problem{};
    LongFrames::Marks marks{};
};

struct FramedRows::Connection
{
    std::optional<FramingRule> rule; ///< empty: its rows stay as they are
    std::shared_ptr<FramingContext> context;
    Stream received;
    Stream sent{.isSent = true};
};

FramedRows::FramedRows(const RecordSource& rows, RuleOf ruleOf)
    : m_source(rows)
    , m_ruleOf(std::move(ruleOf))
    , m_scan(rows)
    , m_long(std::make_unique<LongFrames>())
{
    if (Annotations* const notes = rows.annotations(); notes != nullptr) {
        m_notes = std::make_unique<FramedNotes>(*this, *notes);
    }
}

FramedRows::~FramedRows() = default;

Result<void> FramedRows::update(const std::function<bool(std::uint64_t)>& shouldContinue)
{
    const std::uint64_t count = m_source.rowCount();
    Result<void> taken;
    for (; m_taken < count; ++m_taken) {
        if (m_taken % rowsAtOnce == 0) {
            publish();
            if (shouldContinue && !shouldContinue(m_taken)) {
                return std::unexpected(Error{.kind = ErrorKind::Cancelled});
            }
        }
        taken = take(m_taken);
        if (!taken) {
            break;
        }
    }
    publish();
    return taken;
}

void FramedRows::finish()
{
    m_ordered = m_rows.appended();
    std::vector<NewRow> last;
    m_last = &last;
    for (const auto& [id, connection] : m_connections) {
        // With a row of their own connection: no other row here tells which it is.
        endStream(connection->received, connection->received.row);
        endStream(connection->sent, connection->sent.row);
    }
    m_last = nullptr;
    m_connections.clear();
    std::ranges::stable_sort(last, {}, [](const NewRow& row) { return row.entry.row; });
    for (NewRow& row : last) {
        add(std::move(row));
    }
    publish();
}

/// Rows last: they refer to the others.
void FramedRows::publish()
{
    m_texts.publish();
    m_problems.publish();
    m_ends.publish();
    m_long->publish();
    m_rows.publish();
}

FramedRows::Connection& FramedRows::connectionOf(const RowHead& head)
{
    auto& known = m_connections[head.connection];
    if (!known) {
        known = std::make_unique<Connection>();
        if (const auto endpoint = m_source.facts().endpoint(head.endpoint)) {
            known->rule = m_ruleOf(*endpoint);
        }
        if (known->rule && known->rule->kind == FramingKind::None) {
            known->rule.reset();
        }
        if (known->rule) {
            known->context = makeFramingContext();
        }
    }
    return *known;
}

Result<void> FramedRows::take(std::uint64_t row)
{
    const RowHead head = m_source.head(row);
    if (head.kind == RecordKind::Message) {
        Connection& connection = connectionOf(head);
        if (connection.rule) {
            Stream& stream =
                head.direction == Direction::Received ? connection.received : connection.sent;
            if (!stream.reassembler) {
                stream.leaves = connection.rule->leaves();
                stream.reassembler.emplace(
                    *connection.rule,
                    [this, &stream](const Frame& frame) {
                        addFrame(stream, frame, stream.row, false);
                    },
                    connection.context);
            }
            return takeMessage(row, head, stream);
        }
    } else if (head.kind == RecordKind::Disconnected) {
        if (const auto known = m_connections.find(head.connection); known != m_connections.end()) {
            endStream(known->second->received, row);
            endStream(known->second->sent, row);
            m_connections.erase(known);
        }
    }
    add({.entry = {.row = row & maxRow}});
    return {};
}

Result<void> FramedRows::takeMessage(std::uint64_t row, const RowHead& head, Stream& stream)
{
    if (!stream.isBroken) {
        const auto scanned = m_scan.read(row);
        if (!scanned) {
            return std::unexpected(scanned.error());
        }
        if (const ByteView payload = (*scanned)->payload; payload.size() == head.length) {
            stream.row = row;
            stream.reassembler->add(row, payload);
            return {};
        }
        // Bytes were not kept: frames go on at some place that nobody knows.
        endStream(stream, row);
        stream.isBroken = true;
    }
    add({.entry = {.row = row & maxRow}});
    return {};
}

/// Adds what the stream ends with, to be shown with `row`.
void FramedRows::endStream(Stream& stream, std::uint64_t row)
{
    if (!stream.reassembler || stream.isBroken) {
        return;
    }
    if (const Frame* const begun = stream.reassembler->unfinished()) {
        addFrame(stream, *begun, row, true);
    }
}

void FramedRows::addFrame(const Stream& stream, const Frame& frame, std::uint64_t row,
                          bool isPartial)
{
    NewRow added{.entry = {.row = row & maxRow,
                           .isFrame = 1,
                           .isPartial = isPartial,
                           .isSent = stream.isSent,
                           .size = static_cast<std::uint32_t>(std::min(frame.size, maxSize))}};
    Entry& entry = added.entry;
    if (!frame.parts.empty()) {
        const FramePart& last = frame.parts.back();
        const End end{.row = last.row, .place = last.offset + last.length};
        if (end.row == row && end.place <= maxSize) {
            entry.end = static_cast<std::uint32_t>(end.place);
        } else if (!isPartial) {
            added.end = end;
        }
    }
    const std::size_t trailer = frame.truncated || isPartial ? 0 : frame.trailer().size();
    if (!isShownWhole(frame, stream.leaves[frame.leaf]) && frame.size <= maxSize
        && frame.headerSize <= maxHeader && trailer <= maxTrailer) {
        entry.header = frame.headerSize & maxHeader;
        entry.trailer = trailer & maxTrailer;
    }
    if (frame.isMalformed()) {
        added.problem = frame.problem;
    }
    added.marks = LongFrames::marksOf(frame);
    add(std::move(added));
}

void FramedRows::add(NewRow row)
{
    if (m_last != nullptr) {
        m_last->push_back(std::move(row));
        return;
    }
    // Room for 2^30 rows; a session that has more shows those.
    if (row.end && !m_ends.isFull()) {
        row.entry.endedBefore = 1;
        row.entry.end = static_cast<std::uint32_t>(m_ends.appended());
        (void)m_ends.append(*row.end);
    }
    if (row.problem) {
        row.entry.isMalformed = 1;
        (void)m_problems.append(
            {.row = m_rows.appended(), .text = textOf(std::move(*row.problem))});
    }
    row.entry.isLong = !row.marks.marks.empty() && m_long->add(m_rows.appended(), row.marks);
    (void)m_rows.append(row.entry);
}

/// The place of a sentence; the first one of all is for those that are too many.
std::uint64_t FramedRows::textOf(Phrase problem)
{
    if (m_texts.appended() == 0) {
        (void)m_texts.append(
            std::make_shared<Phrase>(Phrase{PIPECORE_TR("Decode", "malformed frame"), {}}));
    }
    const std::string sentence = problem.text();
    if (const auto known = m_textPlaces.find(sentence); known != m_textPlaces.end()) {
        return known->second;
    }
    if (m_texts.appended() >= maxTexts) {
        return 0;
    }
    const std::uint64_t place = m_texts.appended();
    (void)m_texts.append(std::make_shared<Phrase>(std::move(problem)));
    m_textPlaces.emplace(sentence, place);
    return place;
}

std::shared_ptr<const Phrase> FramedRows::problemOf(std::uint64_t row) const
{
    std::uint64_t low = 0;
    for (std::uint64_t high = m_problems.size(); low < high;) {
        const std::uint64_t middle = low + (high - low) / 2;
        if (m_problems[middle].row < row) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return m_texts[m_problems[low].text];
}

FramedRows::End FramedRows::endOf(const Entry& entry) const
{
    return entry.endedBefore != 0 ? m_ends[entry.end] : End{.row = entry.row, .place = entry.end};
}

bool FramedRows::isFrame(std::uint64_t row) const
{
    return m_rows[row].isFrame != 0;
}

std::uint64_t FramedRows::firstOf(std::uint64_t sessionRow, std::uint64_t first,
                                  std::uint64_t last) const
{
    while (first < last) {
        const std::uint64_t middle = first + (last - first) / 2;
        if (m_rows[middle].row < sessionRow) {
            first = middle + 1;
        } else {
            last = middle;
        }
    }
    return first;
}

std::uint64_t FramedRows::rowOf(std::uint64_t sessionRow) const
{
    const std::uint64_t count = m_rows.size();
    const std::uint64_t ordered = std::min(count, m_ordered.load());
    const std::uint64_t found = firstOf(sessionRow, 0, ordered);
    return found < ordered ? found : firstOf(sessionRow, ordered, count);
}

std::optional<std::uint64_t> FramedRows::frameOf(std::uint64_t sessionRow) const
{
    return frameAt({.row = sessionRow});
}

std::optional<std::uint64_t> FramedRows::lastFrameOf(std::uint64_t sessionRow) const
{
    if (sessionRow >= m_source.rowCount()) {
        return std::nullopt;
    }
    const auto found = frameAt({.row = sessionRow, .place = m_source.head(sessionRow).length});
    return found && isFrame(*found) ? found : std::nullopt;
}

std::optional<std::uint64_t> FramedRows::frameAt(const End& place) const
{
    const std::uint64_t count = m_rows.size();
    const std::uint64_t ordered = std::min(count, m_ordered.load());
    const auto found = frameAmong(place, 0, ordered);
    return found ? found : frameAmong(place, ordered, count);
}

std::optional<std::uint64_t> FramedRows::frameAmong(const End& place, std::uint64_t first,
                                                    std::uint64_t last) const
{
    if (place.row >= m_source.rowCount()) {
        return std::nullopt;
    }
    const RowHead wanted = m_source.head(place.row);
    const bool isMessage = wanted.kind == RecordKind::Message;
    const std::uint64_t begin = firstOf(place.row, first, last);
    for (std::uint64_t row = begin; row < last && row - begin < maxSteps; ++row) {
        const Entry& entry = m_rows[row];
        if (entry.isFrame == 0) {
            if (entry.row == place.row) {
                return row;
            }
        } else if (isMessage && (entry.isSent != 0) == (wanted.direction == Direction::Sent)
                   && m_source.head(entry.row).connection == wanted.connection) {
            const End end = endOf(entry);
            if (entry.isPartial != 0 || end.row > place.row
                || (end.row == place.row && end.place >= place.place)) {
                return row;
            }
        }
        if (!isMessage && entry.row > place.row) {
            break;
        }
    }
    return std::nullopt;
}

Annotations* FramedRows::annotations() const
{
    return m_notes ? m_notes->current() : nullptr;
}

} // namespace pipecore
