#pragma once

#include "pipecore/analysis/frame_search.h"
#include "pipecore/base/bytes.h"
#include "pipecore/decode/decode.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace pipescope {

/// What a decoded page shows: fields, and the bytes that their places are in. A value.
struct DecodedParts
{
    struct Part
    {
        std::shared_ptr<const pipecore::Bytes> bytes; ///< may be null
        QString text;                                 ///< laid out; empty for binary formats
    };
    pipecore::Field root;
    /// One for all fields; or, for frames, one for each child of `root`.
    std::vector<Part> parts;
    QString note;
};

/// A payload taken apart by `decoder`, or by its content when that is empty.
[[nodiscard]] DecodedParts decodeRow(const std::shared_ptr<const pipecore::Bytes>& bytes,
                                     std::optional<pipecore::DecoderId> decoder);
/// The same for each frame, below a field that says which rows it came from.
[[nodiscard]] DecodedParts decodeFrames(const pipecore::FramesOfRow& frames,
                                        std::optional<pipecore::DecoderId> decoder);

} // namespace pipescope
