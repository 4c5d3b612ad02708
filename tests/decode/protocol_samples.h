#pragma once

#include "pipecore/decode/decode.h"

#include <QByteArray>
#include <QList>

/// A payload of a protocol, right in all parts.
struct ProtocolSample
{
    const char* name;
    pipecore::DecoderId decoder;
    QByteArray payload;
};

/// At least one of each decoder for a protocol.
const QList<ProtocolSample>& protocolSamples();
