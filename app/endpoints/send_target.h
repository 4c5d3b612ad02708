#pragma once

#include <QMetaType> // before ids.h: moc cannot read <compare> as the first header

#include "pipecore/model/ids.h"

namespace pipescope {

/// The target of a message; exactly one member is set. `endpoint` alone means all clients of that
/// server.
struct SendTarget
{
    pipecore::ConnectionId connection;
    pipecore::EndpointId endpoint;

    explicit operator bool() const { return connection || endpoint; }
    friend bool operator==(const SendTarget&, const SendTarget&) = default;
};

/// How a message is sent.
enum class SendWay : quint8 {
    Send,     ///< write only; replies arrive later
    Transact, ///< TransactNamedPipe: write, and read the reply, in one operation. Windows only
};

} // namespace pipescope

Q_DECLARE_METATYPE(pipescope::SendTarget)
