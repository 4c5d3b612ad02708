#pragma once

#include "pipecore/decode/decode.h"
#include "pipecore/framing/rule.h"

#include <QString>

#include <optional>

namespace pipescope {

/// The decoder and framing of one endpoint, saved in the settings by its name.
struct EndpointChoice
{
    std::optional<pipecore::DecoderId> decoder; ///< empty: detected
    pipecore::FramingRule framing;              ///< of byte streams

    [[nodiscard]] static EndpointChoice load(const QString& endpoint);
    /// Default choices are not saved.
    void save(const QString& endpoint) const;

    friend bool operator==(const EndpointChoice&, const EndpointChoice&) = default;
};

} // namespace pipescope
