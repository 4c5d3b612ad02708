#pragma once

#include "payload/random_bytes.h"
#include "pipecore/framing/encode.h"
#include "pipecore/framing/reassembler.h"
#include "pipecore/framing/rule.h"

#include <QByteArray>

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

/// The rule with this text, which must be one.
[[nodiscard]] pipecore::FramingRule ruleOf(std::string_view text);

[[nodiscard]] pipecore::ByteView viewOfBytes(const QByteArray& bytes);

/// A stream with its frames.
struct FramedStream
{
    std::vector<pipecore::Frame> frames;
    pipecore::Reassembler reassembler;

    explicit FramedStream(const pipecore::FramingRule& rule,
                          const std::shared_ptr<pipecore::FramingContext>& context = nullptr);
    explicit FramedStream(std::string_view rule) : FramedStream(ruleOf(rule)) {}
    FramedStream(const FramedStream&) = delete;
    FramedStream& operator=(const FramedStream&) = delete;

    void add(std::uint64_t row, const QByteArray& bytes);
};

/// The contents of the frames, as "[a][b!]c…": "!" for one with a problem, "…" for one that is not
/// complete. Bytes that are no printable ASCII are "\xHH".
[[nodiscard]] QByteArray contents(const FramedStream& stream);
/// The same for header, content and trailer, as "[head|content|trailer]"; empty ends are left out.
[[nodiscard]] QByteArray wholeFrames(const FramedStream& stream);
[[nodiscard]] QByteArray printable(pipecore::ByteView bytes);

/// The contents of a stream that comes in one piece. They are compared with those of the stream in single
/// bytes and in random pieces: "different when cut" if one is another.
[[nodiscard]] QByteArray framed(std::string_view rule, const QByteArray& stream);
/// The same with wholeFrames().
[[nodiscard]] QByteArray framedWhole(std::string_view rule, const QByteArray& stream);
/// The problems of the frames, one a line, each with its frame's number.
[[nodiscard]] QByteArray problems(std::string_view rule, const QByteArray& stream);

/// The stream after its first frame was given another content, or the error's text.
[[nodiscard]] QByteArray edited(std::string_view rule, const QByteArray& stream,
                                const QByteArray& content);
