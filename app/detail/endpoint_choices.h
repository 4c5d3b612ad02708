#pragma once

#include "pipecore/decode/decode.h"
#include "pipecore/framing/rule.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace pipescope {

/// The decoder and framing of one endpoint, saved in the settings by its name.
struct EndpointChoice
{
    std::optional<pipecore::DecoderId> decoder; ///< empty: detected
    pipecore::FramingRule framing;              ///< of byte streams

    [[nodiscard]] static EndpointChoice load(const QString& endpoint);
    /// Names of the endpoints with a saved choice, sorted.
    [[nodiscard]] static QStringList savedEndpoints();
    /// Default choices are not saved.
    void save(const QString& endpoint) const;

    friend bool operator==(const EndpointChoice&, const EndpointChoice&) = default;
};

} // namespace pipescope
