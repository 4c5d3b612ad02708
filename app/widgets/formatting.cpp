#include "widgets/formatting.h"

#include "pipecore/base/elapsed.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>
#include <string>

namespace pipescope {

namespace {

constexpr QChar narrowSpace(0x202F);

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Formatting)
};

} // namespace

QString formatCount(quint64 count)
{
    const QLocale locale;
    QString text = locale.toString(count);
    return text.replace(locale.groupSeparator(), QString(narrowSpace));
}

QString formatBytes(quint64 bytes)
{
    return formatCount(bytes) + narrowSpace + QLatin1Char('B');
}

QString formatSize(quint64 bytes)
{
    static constexpr std::array<const char*, 6> units{"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    if (bytes < 1024) {
        return formatBytes(bytes);
    }
    double value = static_cast<double>(bytes) / 1024;
    std::size_t unit = 0;
    // 999.5 would be rounded to four figures.
    while (value >= 999.5 && unit + 1 < units.size()) {
        value /= 1024;
        ++unit;
    }
    const int decimals = value < 9.95 ? 1 : 0;
    return QLocale().toString(value, 'f', decimals) + narrowSpace + QLatin1String(units.at(unit));
}

QString formatClock(qint64 wallNs)
{
    if (wallNs == pipecore::noTime) {
        return {};
    }
    // Files may have times before 1970: what is left of a second is counted from its beginning.
    constexpr qint64 second = 1'000'000'000;
    const qint64 left = (wallNs % second + second) % second;
    const QTime time =
        QDateTime::fromSecsSinceEpoch(wallNs / second - (wallNs % second < 0)).time();
    const auto micros = static_cast<int>(left / 1000);
    return time.toString(QStringLiteral("HH:mm:ss"))
           + QStringLiteral(".%1").arg(micros, 6, 10, QLatin1Char('0'));
}

QString formatDateTime(const QDateTime& moment)
{
    return moment.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString formatDateTime(qint64 wallNs)
{
    if (wallNs == pipecore::noTime) {
        return {};
    }
    return formatDateTime(QDateTime::fromMSecsSinceEpoch(wallNs / 1'000'000));
}

QString peerText(const pipecore::PeerInfo* peer)
{
    if (peer == nullptr) {
        return {};
    }
    const QString image = fromCore(pipecore::imageName(*peer));
    if (!peer->processId) {
        return image.isEmpty() ? Texts::tr("unknown process") : image;
    }
    const QString processId = QString::number(*peer->processId);
    if (peer->isRemote) {
        return Texts::tr("process %1 on another computer").arg(processId);
    }
    return image.isEmpty() ? Texts::tr("process %1").arg(processId)
                           : QStringLiteral("%1 (%2)").arg(image, processId);
}

QString connectionText(pipecore::ConnectionId connection)
{
    return connection ? QLatin1Char('#') + QString::number(connection.value) : QString();
}

QString closeReasonText(pipecore::CloseReason reason)
{
    switch (reason) {
    case pipecore::CloseReason::PeerClosed: return Texts::tr("closed by the peer");
    case pipecore::CloseReason::ClosedByUs: return Texts::tr("closed here");
    case pipecore::CloseReason::AbortedByUs: return Texts::tr("aborted here");
    case pipecore::CloseReason::EngineStopped: return Texts::tr("PipeScope ended");
    case pipecore::CloseReason::TargetClosed: return Texts::tr("closed by the target");
    case pipecore::CloseReason::Failed: return Texts::tr("failed");
    }
    Q_UNREACHABLE();
}

QString stateText(pipecore::InstanceState state)
{
    switch (state) {
    case pipecore::InstanceState::Created: return Texts::tr("created");
    case pipecore::InstanceState::Listening: return Texts::tr("listening");
    case pipecore::InstanceState::Connecting: return Texts::tr("connecting");
    case pipecore::InstanceState::Connected: return Texts::tr("connected");
    case pipecore::InstanceState::InputEnded: return Texts::tr("sends no more");
    case pipecore::InstanceState::OutputEnded: return Texts::tr("sending ended here");
    case pipecore::InstanceState::PeerGone: return Texts::tr("peer closed");
    case pipecore::InstanceState::Draining: return Texts::tr("sending queued data");
    case pipecore::InstanceState::Closing: return Texts::tr("closing");
    case pipecore::InstanceState::Closed: return Texts::tr("closed");
    }
    Q_UNREACHABLE();
}

QString roleText(pipecore::Role role)
{
    return role == pipecore::Role::Server ? Texts::tr("server") : Texts::tr("client");
}

QString modeText(pipecore::PipeMode mode)
{
    return mode == pipecore::PipeMode::Message ? Texts::tr("messages") : Texts::tr("bytes");
}

QString accessText(pipecore::Access access)
{
    switch (access) {
    case pipecore::Access::Duplex: return Texts::tr("both directions");
    case pipecore::Access::Inbound: return Texts::tr("client to server");
    case pipecore::Access::Outbound: return Texts::tr("server to client");
    }
    Q_UNREACHABLE();
}

QString coreText(const char* context, std::string_view source)
{
    // An empty source would return the header of the translation file.
    return source.empty() ? QString()
                          : QCoreApplication::translate(context, std::string(source).c_str());
}

} // namespace pipescope
