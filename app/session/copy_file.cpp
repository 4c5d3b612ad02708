#include "session/copy_file.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace pipescope {

namespace {

std::unexpected<pipecore::Error> fileError(const QFileDevice& file)
{
    const QString detail = QStringLiteral("%1: %2").arg(file.fileName(), file.errorString());
    const bool denied = file.error() == QFileDevice::PermissionsError;
    return pipecore::refuse(detail.toStdString(),
                            denied ? pipecore::ErrorKind::AccessDenied : pipecore::ErrorKind::Io);
}

} // namespace

pipecore::Result<void> copyFile(const QString& from, const QString& target, quint64 bytes,
                                const std::function<bool(double)>& progress)
{
    constexpr qint64 chunkSize = qint64{1024} * 1024;

    QFile source(from);
    if (!source.open(QIODevice::ReadOnly)) {
        return fileError(source);
    }
    QSaveFile copy(target);
    if (!copy.open(QIODevice::WriteOnly)) {
        return fileError(copy);
    }
    const auto total = static_cast<qint64>(bytes);
    for (qint64 done = 0; done < total;) {
        if (!progress(static_cast<double>(done) / static_cast<double>(total))) {
            return pipecore::refuse({}, pipecore::ErrorKind::Cancelled);
        }
        const QByteArray chunk = source.read(std::min(chunkSize, total - done));
        if (chunk.isEmpty()) {
            return fileError(source);
        }
        if (copy.write(chunk) != chunk.size()) {
            return fileError(copy);
        }
        done += chunk.size();
    }
    if (!copy.commit()) {
        return fileError(copy);
    }
    return {};
}

} // namespace pipescope
