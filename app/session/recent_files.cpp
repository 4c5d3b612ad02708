#include "session/recent_files.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace pipescope {

namespace {

constexpr QLatin1String filesKey("files/recent");
constexpr QLatin1String folderKey("files/folder");

} // namespace

QStringList RecentFiles::list()
{
    QStringList files = QSettings().value(filesKey).toStringList();
    files.removeIf([](const QString& file) { return !QFileInfo::exists(file); });
    return files;
}

void RecentFiles::add(const QString& path)
{
    const QString file = QFileInfo(path).absoluteFilePath();
    QStringList files = list();
    files.removeAll(file);
    files.prepend(file);
    QSettings().setValue(filesKey, files.mid(0, limit));
    setFolder(QFileInfo(file).absolutePath());
}

void RecentFiles::clear()
{
    QSettings().remove(filesKey);
}

QString RecentFiles::folder()
{
    const QString folder = QSettings().value(folderKey).toString();
    return !folder.isEmpty() && QDir(folder).exists()
               ? folder
               : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

void RecentFiles::setFolder(const QString& folder)
{
    QSettings().setValue(folderKey, folder);
}

} // namespace pipescope
