#pragma once

#include "pipecore/analysis/frame_search.h"
#include "pipecore/base/bytes.h"
#include "pipecore/decode/decode.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace pipescope {

/// The content of a decoded page: fields and the bytes they refer to. A value.
struct DecodedParts
{
    struct Part
    {
        std::shared_ptr<const pipecore::Bytes> bytes; ///< may be null
        QString text;                                 ///< pretty-printed; empty for binary formats
    };
    pipecore::Field root;
    /// A single one for all fields; or, for frames, one for each child of `root`.
    std::vector<Part> parts;
    QString note;
};

/// Decodes a payload with `decoder`, or by detection if that is empty.
/// Any thread; with decoders in Lua, which may take seconds, not the GUI thread.
[[nodiscard]] DecodedParts decodeRow(const std::shared_ptr<const pipecore::Bytes>& bytes,
                                     std::optional<pipecore::DecoderId> decoder,
                                     const pipecore::DecodeContext& context);
/// Decodes each frame, below a field that lists its rows; the same.
[[nodiscard]] DecodedParts decodeFrames(const pipecore::FramesOfRow& frames,
                                        std::optional<pipecore::DecoderId> decoder,
                                        const pipecore::DecodeContext& context);

} // namespace pipescope
