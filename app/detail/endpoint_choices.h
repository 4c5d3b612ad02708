#pragma once

#include "pipecore/analysis/pairing.h"
#include "pipecore/decode/decode.h"
#include "pipecore/framing/rule.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace pipescope {

/// The user's types of Protocol Buffers for the messages of one endpoint.
struct TypesChoice
{
    QString file; ///< a .proto file or a descriptor set; empty: no types
    QString
        request; ///< message type of the side that asks; empty: not known, or a call of gRPC says it
    QString reply; ///< of the other side

    [[nodiscard]] bool isEmpty() const { return file.isEmpty(); }
    friend bool operator==(const TypesChoice&, const TypesChoice&) = default;
};

/// How the messages of one endpoint are read, saved in the settings by its name.
struct EndpointChoice
{
    std::optional<pipecore::DecoderId> decoder; ///< empty: detected
    pipecore::FramingRule framing;              ///< of byte streams
    /// The side that sends requests, where messages do not say it themselves.
    pipecore::Asker asker = pipecore::Asker::Client;
    TypesChoice types;

    [[nodiscard]] static EndpointChoice load(const QString& endpoint);
    /// Names of the endpoints with a saved choice, sorted.
    [[nodiscard]] static QStringList savedEndpoints();
    /// Default choices are not saved.
    void save(const QString& endpoint) const;

    friend bool operator==(const EndpointChoice&, const EndpointChoice&) = default;
};

} // namespace pipescope
