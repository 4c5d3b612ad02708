#include "pipecore/framing/reassembler.h"

#include "checksum.h"
#include "framer.h"

#include <algorithm>
#include <utility>

namespace pipecore {

namespace {

/// Parts of a frame that are remembered, and how many of the last ones must be exact: a framer gives
/// back less than that many bytes.
constexpr std::size_t maxParts = 2 * Frame::partsInFront;
constexpr std::size_t exactParts = 2 * maxHead;
constexpr std::size_t maxHeader = std::size_t{1024} * 1024;
/// Chunk sizes may be longer than what they count.
constexpr std::size_t extraTrailer = std::size_t{64} * 1024;

} // namespace

bool Frame::isMalformed() const
{
    return problem && problem->pattern != tooLargePattern && problem->pattern != truncatedPattern;
}

std::shared_ptr<FramingContext> makeFramingContext()
{
    return std::make_shared<FramingContext>();
}

Reassembler::Reassembler(const FramingRule& rule, Sink sink,
                         const std::shared_ptr<FramingContext>& context)
    : m_leaves(rule.leaves())
    , m_sink(std::move(sink))
    , m_framer(makeFramer(rule, context))
{}

Reassembler::~Reassembler() = default;
Reassembler::Reassembler(Reassembler&&) noexcept = default;
Reassembler& Reassembler::operator=(Reassembler&&) noexcept = default;

void Reassembler::startAt(std::uint64_t number, std::uint64_t start)
{
    m_frame.number = number;
    m_taken = start;
}

void Reassembler::add(std::uint64_t row, ByteView bytes, std::uint64_t offset)
{
    if (bytes.empty() && !m_begun && m_framer->takesMessages()) {
        begin();
        finish(0);
        return;
    }
    feed(row, bytes, offset);
}

void Reassembler::feed(std::uint64_t row, ByteView bytes, std::uint64_t offset)
{
    for (std::size_t at = 0; at < bytes.size();) {
        if (!m_begun) {
            begin();
        }
        const ByteView rest = bytes.subspan(at);
        const Step step = m_framer->next(rest);
        const std::size_t size = step.size();
        if (m_framer->hasProblem()) {
            auto problem = m_framer->takeProblem();
            // What the framer says comes before "too large", whichever is known first.
            if (!m_hasFramerProblem) {
                m_frame.problem = std::move(problem);
                m_hasFramerProblem = true;
            }
        }
        take({row, offset + at, size}, rest.first(size), step);
        at += size;
        if (!step.ends) {
            continue;
        }
        if (step.back == 0) {
            finish(step.trailing);
            continue;
        }
        const std::size_t ofCurrent = std::min(step.back, at);
        at -= ofCurrent;
        const std::vector<Piece> again = giveBack(step.back, ofCurrent);
        if (m_frame.size > 0) {
            finish(step.trailing);
        } else {
            reset();
        }
        for (const Piece& piece : again) {
            feed(piece.place.row, piece.bytes, piece.place.offset);
        }
    }
}

void Reassembler::begin()
{
    m_begun = true;
    m_frame.start = m_taken;
    m_frame.leaf = m_framer->leaf();
    m_slack = m_framer->slack() + (rule().checksum ? checksumWidth(*rule().checksum) : 0);
}

void Reassembler::take(const FramePart& place, ByteView bytes, const Step& step)
{
    m_frame.size += bytes.size();
    if (!bytes.empty()) {
        addPart(place);
    }
    if (step.header > 0) {
        keepHeader(bytes.first(step.header));
    }
    if (step.content > 0) {
        keepContent(bytes.subspan(step.header, step.content));
    }
    if (step.trailer > 0) {
        keepTrailer(bytes.last(step.trailer));
    }
}

void Reassembler::addPart(const FramePart& part)
{
    auto& parts = m_frame.parts;
    const bool follows = !parts.empty() && parts.back().row == part.row
                         && parts.back().offset + parts.back().length == part.offset;
    if (follows) {
        parts.back().length += part.length;
        return;
    }
    if (parts.size() >= maxParts) {
        parts.erase(parts.begin() + Frame::partsInFront,
                    parts.end() - static_cast<std::ptrdiff_t>(exactParts));
    }
    parts.push_back(part);
}

void Reassembler::keepHeader(ByteView bytes)
{
    if (m_frame.truncated || m_frame.headerSize + bytes.size() > maxHeader) {
        truncate();
        return;
    }
    m_frame.bytes.insert(m_frame.bytes.end(), bytes.begin(), bytes.end());
    m_frame.headerSize = m_frame.bytes.size();
    m_frame.contentEnd = m_frame.headerSize;
}

void Reassembler::keepContent(ByteView bytes)
{
    const std::uint64_t before = m_content;
    m_content += bytes.size();
    if (m_frame.truncated) {
        return;
    }
    const std::uint64_t limit = rule().max + m_slack;
    const bool fits = m_content <= limit;
    const std::uint64_t end = fits ? m_content : rule().max;
    const ByteView kept = end > before ? bytes.first(end - before) : ByteView();
    Frame& frame = m_frame;
    if (!kept.empty() && frame.bytes.size() > frame.contentEnd && !frame.isJoined) {
        frame.isJoined = true;
        const ByteView first =
            ByteView(frame.bytes).subspan(frame.headerSize, frame.contentEnd - frame.headerSize);
        frame.joined.assign(first.begin(), first.end());
    }
    frame.bytes.insert(frame.bytes.end(), kept.begin(), kept.end());
    if (frame.isJoined) {
        frame.joined.insert(frame.joined.end(), kept.begin(), kept.end());
    }
    if (!kept.empty()) {
        frame.contentEnd = frame.bytes.size();
    }
    if (!fits) {
        // What was kept for a trailer that did not come is content beyond the limit.
        const auto over = before > rule().max ? static_cast<std::size_t>(before - rule().max) : 0;
        if (over > 0) {
            frame.bytes.resize(frame.bytes.size() - over);
            frame.contentEnd = frame.bytes.size();
            if (frame.isJoined) {
                frame.joined.resize(frame.joined.size() - over);
            }
        }
        truncate();
    }
}

void Reassembler::keepTrailer(ByteView bytes)
{
    if (m_frame.truncated || m_trailerKept + bytes.size() > rule().max + extraTrailer) {
        truncate();
        return;
    }
    m_trailerKept += bytes.size();
    m_frame.bytes.insert(m_frame.bytes.end(), bytes.begin(), bytes.end());
}

void Reassembler::truncate()
{
    m_frame.truncated = true;
    if (!m_frame.problem) {
        m_frame.problem = Phrase{truncatedPattern, {std::to_string(rule().max)}};
    }
}

/// Takes the last bytes from the frame again, `ofCurrent` of them from the bytes that are at hand;
/// returns the others.
std::vector<Reassembler::Piece> Reassembler::giveBack(std::size_t back, std::size_t ofCurrent)
{
    Frame& frame = m_frame;
    std::vector<Piece> pieces;
    const std::size_t ofOthers = back - ofCurrent;
    const ByteView others =
        ofOthers > 0 ? m_framer->carried().last(back).first(ofOthers) : ByteView();
    std::size_t skip = ofCurrent;
    for (std::size_t left = back; left > 0;) {
        FramePart& part = frame.parts.back();
        // A part may have bytes that are at hand and earlier ones.
        const std::size_t count = std::min<std::uint64_t>(part.length, skip > 0 ? skip : left);
        part.length -= count;
        if (skip > 0) {
            skip -= count;
        } else {
            const ByteView bytes = others.subspan(left - count, count);
            pieces.push_back(
                {{part.row, part.offset + part.length, count}, {bytes.begin(), bytes.end()}});
        }
        left -= count;
        if (part.length == 0) {
            frame.parts.pop_back();
        }
    }
    std::ranges::reverse(pieces);
    const std::uint64_t unkept = frame.size - frame.bytes.size();
    if (back > unkept) {
        frame.bytes.resize(frame.bytes.size() - (back - unkept));
    }
    frame.size -= back;
    frame.headerSize = std::min(frame.headerSize, frame.bytes.size());
    frame.contentEnd = std::min(frame.contentEnd, frame.bytes.size());
    m_content = std::min<std::uint64_t>(m_content, frame.size);
    return pieces;
}

void Reassembler::endContent(std::size_t trailing)
{
    Frame& frame = m_frame;
    if (frame.truncated) {
        return;
    }
    const auto all = static_cast<std::size_t>(m_content);
    const std::size_t content = all - std::min(trailing, all);
    if (content > rule().max) {
        frame.bytes.resize(frame.headerSize + rule().max);
        frame.contentEnd = frame.bytes.size();
        truncate();
        return;
    }
    if (!frame.isJoined && trailing > 0) {
        frame.contentEnd = frame.headerSize + content;
    }
}

void Reassembler::finish(std::size_t trailing)
{
    m_frame.complete = true;
    m_frame.isBodyless = m_framer->isBodyless();
    if (rule().checksum && !m_frame.problem) {
        // The sum is part of what the rule took for content.
        const std::size_t end = m_frame.bytes.size() - std::min(trailing, m_frame.bytes.size());
        const ByteView summed = ByteView(m_frame.bytes).first(end);
        m_frame.problem = checkSum(*rule().checksum, summed);
        if (isAtEnd(*rule().checksum) && end - m_frame.headerSize >= checksumWidth(*rule().checksum)
            && !m_frame.truncated) {
            trailing += checksumWidth(*rule().checksum);
        }
    }
    endContent(trailing);
    m_taken += m_frame.size;
    m_sink(std::move(m_frame));
    ++m_frame.number;
    reset();
}

/// Prepares for the next frame. Keeps the memory of one that nobody wanted.
void Reassembler::reset()
{
    m_frame.size = 0;
    m_frame.bytes.clear();
    m_frame.headerSize = 0;
    m_frame.contentEnd = 0;
    m_frame.joined.clear();
    m_frame.isJoined = false;
    m_frame.parts.clear();
    m_frame.complete = false;
    m_frame.truncated = false;
    m_frame.isBodyless = false;
    m_frame.problem.reset();
    m_hasFramerProblem = false;
    m_begun = false;
    m_content = 0;
    m_trailerKept = 0;
}

const Frame* Reassembler::unfinished() const
{
    return m_begun && !m_framer->isGap() ? &m_frame : nullptr;
}

} // namespace pipecore
