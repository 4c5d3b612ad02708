#pragma once

#include "pipecore/analysis/pairing.h"
#include "pipecore/decode/decode.h"
#include "pipecore/framing/rule.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace pipescope {

/// How the messages of one endpoint are read, saved in the settings by its name.
struct EndpointChoice
{
    std::optional<pipecore::DecoderId> decoder; ///< empty: detected
    pipecore::FramingRule framing;              ///< of byte streams
    /// The side that sends requests, where messages do not say it themselves.
    pipecore::Asker asker = pipecore::Asker::Client;

    [[nodiscard]] static EndpointChoice load(const QString& endpoint);
    /// Names of the endpoints with a saved choice, sorted.
    [[nodiscard]] static QStringList savedEndpoints();
    /// Default choices are not saved.
    void save(const QString& endpoint) const;

    friend bool operator==(const EndpointChoice&, const EndpointChoice&) = default;
};

} // namespace pipescope
