#pragma once

#include "pipecore/decode/decode.h"
#include "pipecore/framing/framing.h"

#include <QString>

#include <optional>

namespace pipescope {

/// How payloads of one endpoint are to be read, kept in the settings by the endpoint's name.
struct EndpointChoice
{
    std::optional<pipecore::DecoderId> decoder; ///< empty: by content
    pipecore::Framing framing;                  ///< of byte streams

    [[nodiscard]] static EndpointChoice load(const QString& endpoint);
    /// Nothing is kept of what is as at first.
    void save(const QString& endpoint) const;

    friend bool operator==(const EndpointChoice&, const EndpointChoice&) = default;
};

} // namespace pipescope
