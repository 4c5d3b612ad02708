#include "streams.h"

#include <QTest>

#include <cstdlib>

using namespace pipecore;

FramingRule ruleOf(std::string_view text)
{
    auto rule = FramingRule::parse(text);
    if (!rule) {
        qFatal("%s", rule.error().detail.c_str());
    }
    return *rule;
}

ByteView viewOfBytes(const QByteArray& bytes)
{
    return asBytes({bytes.constData(), std::size_t(bytes.size())});
}

FramedStream::FramedStream(const FramingRule& rule, const std::shared_ptr<FramingContext>& context)
    : reassembler(
        rule, [this](Frame frame) { frames.push_back(std::move(frame)); }, context)
{}

void FramedStream::add(std::uint64_t row, const QByteArray& bytes)
{
    reassembler.add(row, viewOfBytes(bytes));
}

QByteArray printable(ByteView bytes)
{
    QByteArray text;
    for (const std::byte byte : bytes) {
        const char c = std::to_integer<char>(byte);
        if (c >= ' ' && c <= '~') {
            text += c;
        } else {
            text += "\\x" + QByteArray(1, c).toHex();
        }
    }
    return text;
}

namespace {

QByteArray texts(const FramedStream& stream, QByteArray (*textOf)(const Frame&))
{
    QByteArray text;
    for (const Frame& frame : stream.frames) {
        text += '[' + textOf(frame) + (frame.problem ? "!]" : "]");
    }
    if (const Frame* rest = stream.reassembler.unfinished()) {
        text += textOf(*rest) + (rest->problem ? "!…" : "…");
    }
    return text;
}

QByteArray contentText(const Frame& frame)
{
    return printable(frame.content());
}

QByteArray wholeText(const Frame& frame)
{
    QByteArray text = printable(frame.content());
    if (!frame.header().empty()) {
        text = printable(frame.header()) + '|' + text;
    }
    if (!frame.trailer().empty()) {
        text += '|' + printable(frame.trailer());
    }
    return text;
}

QByteArray cutAnywhere(std::string_view rule, const QByteArray& stream,
                       QByteArray (*textOf)(const Frame&))
{
    FramedStream whole(rule);
    whole.add(0, stream);
    const QByteArray expected = texts(whole, textOf);
    RandomBytes random(7);
    for (int round = 0; round < 20; ++round) {
        FramedStream pieces(rule);
        std::uint64_t row = 0;
        for (qsizetype at = 0; at < stream.size(); ++row) {
            const auto size = round == 0 ? qsizetype(1) : qsizetype(random.below(9));
            pieces.add(row, stream.mid(at, size));
            at += size;
        }
        if (const QByteArray text = texts(pieces, textOf); text != expected) {
            return "different when cut: " + text + " and " + expected;
        }
    }
    return expected;
}

} // namespace

QByteArray contents(const FramedStream& stream)
{
    return texts(stream, contentText);
}

QByteArray wholeFrames(const FramedStream& stream)
{
    return texts(stream, wholeText);
}

QByteArray framed(std::string_view rule, const QByteArray& stream)
{
    return cutAnywhere(rule, stream, contentText);
}

QByteArray framedWhole(std::string_view rule, const QByteArray& stream)
{
    return cutAnywhere(rule, stream, wholeText);
}

QByteArray problems(std::string_view rule, const QByteArray& stream)
{
    FramedStream whole(rule);
    whole.add(0, stream);
    QByteArray text;
    const auto append = [&](const Frame& frame) {
        if (frame.problem) {
            text += QByteArray::number(qulonglong(frame.number)) + ": "
                    + QByteArray::fromStdString(frame.problem->text()) + '\n';
        }
    };
    for (const Frame& frame : whole.frames) {
        append(frame);
    }
    if (const Frame* rest = whole.reassembler.unfinished()) {
        append(*rest);
    }
    return text;
}

QByteArray edited(std::string_view rule, const QByteArray& stream, const QByteArray& content)
{
    FramedStream whole(rule);
    whole.add(0, stream);
    if (whole.frames.empty()) {
        return "no frame";
    }
    const auto encoded = encodeFrame(ruleOf(rule), whole.frames.front(), viewOfBytes(content));
    if (!encoded) {
        return "error: " + QByteArray::fromStdString(encoded.error().detail);
    }
    QByteArray text = printable(encoded->bytes);
    for (const FrameCorrection& correction : encoded->corrections) {
        text += " (" + QByteArray::fromStdString(std::string(correction.field)) + ' '
                + QByteArray::fromStdString(correction.before) + "→"
                + QByteArray::fromStdString(correction.after) + ')';
    }
    return text;
}
