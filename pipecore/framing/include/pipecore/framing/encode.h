#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/base/error.h"
#include "pipecore/framing/reassembler.h"
#include "pipecore/framing/rule.h"

#include <string>
#include <string_view>
#include <vector>

namespace pipecore {

/// A field of a frame that was put right for its new content.
struct FrameCorrection
{
    std::string_view field; ///< English; translation source of the context "Framing"
    std::string before;     ///< empty: it was not there
    std::string after;

    friend bool operator==(const FrameCorrection&, const FrameCorrection&) = default;
};

/// The bytes for the stream.
struct EncodedFrame
{
    Bytes bytes;
    std::vector<FrameCorrection> corrections;
};

/// Puts a frame together with another content: with its header and trailer, and with its length,
/// Content-Length, chunks and checksum put right. Reading the result by the rule gives the content
/// back; this is checked. The rest of the header may have been changed in `frame`, too. A default
/// Frame makes a new one, with zeros in its header.
///
/// Errors: the content has the delimiter in it, does not fit the length field or the fixed size, or
/// is no single JSON or MessagePack value; the frame was truncated; its header is none of the rule.
[[nodiscard]] Result<EncodedFrame> encodeFrame(const FramingRule& rule, const Frame& frame,
                                               ByteView content);

} // namespace pipecore
