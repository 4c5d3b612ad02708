#include "endpoints/endpoint_texts.h"

#include "widgets/error_text.h"
#include "widgets/formatting.h"

#include <QCoreApplication>
#include <QStringList>

namespace pipescope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(pipescope::EndpointsPanel)
};

QString serverStateText(const EndpointRow& row)
{
    if (row.facts.instances == 0) {
        return row.connected == 0 ? Texts::tr("listening")
               : row.connected == 1
                   ? Texts::tr("listening · 1 client")
                   : Texts::tr("listening · %1 clients").arg(formatCount(row.connected));
    }
    const QString used =
        row.facts.instances == 1
            ? Texts::tr("%1 of 1 client").arg(formatCount(row.connected))
            : Texts::tr("%1 of %2 clients")
                  .arg(formatCount(row.connected), formatCount(row.facts.instances));
    return row.connected < row.facts.instances ? Texts::tr("listening · %1").arg(used)
                                               : Texts::tr("full · %1").arg(used);
}

QString trafficLine(const QString& direction, quint64 messages, quint64 bytes)
{
    return Texts::tr("%1: %2 messages, %3")
        .arg(direction, formatCount(messages), formatBytes(bytes));
}

/// Of a file that says no times, 0.
void addSince(QStringList& lines, qint64 wallNs)
{
    if (wallNs != 0) {
        lines << Texts::tr("since %1").arg(formatClock(wallNs));
    }
}

} // namespace

QString endpointStateText(const EndpointRow& row)
{
    if (row.facts.role == pipecore::Role::Server) {
        return row.facts.open ? serverStateText(row) : Texts::tr("stopped");
    }
    if (!row.facts.open) {
        return closeReasonText(row.reason);
    }
    return stateText(row.clientState);
}

QString connectionStateText(const ConnectionRow& row)
{
    if (row.isOver()) {
        return closeReasonText(row.facts.reason);
    }
    return row.facts.throttled ? Texts::tr("connected · reading paused")
                               : stateText(row.facts.state);
}

QString connectionNameText(const ConnectionRow& row)
{
    QString number = connectionText(row.facts.id);
    if (!row.facts.peer) {
        return number;
    }
    const QString image = fromCore(pipecore::imageName(*row.facts.peer));
    return QStringLiteral("%1 %2").arg(number,
                                       image.isEmpty() ? Texts::tr("unknown program") : image);
}

QString trafficText(quint64 messages, quint64 bytes)
{
    return messages == 0 ? QString()
                         : QStringLiteral("%1 · %2").arg(formatCount(messages), formatSize(bytes));
}

QString endpointToolTip(const EndpointRow& row)
{
    QStringList lines{
        fromCore(row.facts.name),
        QStringLiteral("%1 · %2 · %3")
            .arg(roleText(row.facts.role), modeText(row.facts.mode), accessText(row.facts.access)),
        endpointStateText(row)};
    addSince(lines, row.facts.openedNs);
    if (row.isOver() && row.facts.closedNs != 0) {
        lines << Texts::tr("until %1").arg(formatClock(row.facts.closedNs));
    }
    lines << trafficLine(Texts::tr("Received"), row.messagesReceived, row.bytesReceived)
          << trafficLine(Texts::tr("Sent"), row.messagesSent, row.bytesSent);
    return lines.join(QLatin1Char('\n'));
}

QString connectionToolTip(const ConnectionRow& row)
{
    QStringList lines{connectionNameText(row)};
    if (const pipecore::PeerInfo* peer = row.facts.peer.get()) {
        lines << (peer->image
                      ? fromCore(*peer->image)
                      : Texts::tr("Program unknown: %1").arg(errorLine(peer->image.error())));
        lines
            << (peer->processId
                    ? (peer->isRemote ? Texts::tr("Process ID %1 on another computer")
                                      : Texts::tr("Process ID %1"))
                          .arg(*peer->processId)
                    : Texts::tr("Process ID unknown: %1").arg(errorLine(peer->processId.error())));
        lines << (peer->user ? Texts::tr("User %1").arg(fromCore(*peer->user))
                             : Texts::tr("User unknown: %1").arg(errorLine(peer->user.error())));
    }
    lines << connectionStateText(row);
    addSince(lines, row.facts.sinceNs);
    if (row.isOver() && row.facts.closedNs != 0) {
        lines << Texts::tr("until %1").arg(formatClock(row.facts.closedNs));
    }
    lines << trafficLine(Texts::tr("Received"), row.facts.messagesReceived, row.facts.bytesReceived)
          << trafficLine(Texts::tr("Sent"), row.facts.messagesSent, row.facts.bytesSent);
    return lines.join(QLatin1Char('\n'));
}

} // namespace pipescope
