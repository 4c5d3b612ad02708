#include "decoders/lua_decoder_folder.h"

#include "pipecore/decode/lua_decoders.h"
#include "session/paths.h"

#include <QDir>
#include <QStandardPaths>

#include <utility>

namespace pipescope {

namespace {

/// Editors write a file in several steps.
constexpr int changeSettlesMs = 200;
/// A folder with more files is not one of decoders.
constexpr int maxFiles = 100;

} // namespace

LuaDecoderFolder::LuaDecoderFolder(QString folder, QObject* parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_task("lua-decoders")
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(changeSettlesMs);
    connect(&m_soon, &QTimer::timeout, this, &LuaDecoderFolder::update);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_soon,
            qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_soon, qOverload<>(&QTimer::start));
}

LuaDecoderFolder::~LuaDecoderFolder()
{
    m_task.stop();
    for (auto file = m_files.cbegin(); file != m_files.cend(); ++file) {
        pipecore::removeLuaDecoder(toPath(file.key()));
    }
}

QString LuaDecoderFolder::standardFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
        .filePath(QStringLiteral("decoders"));
}

bool LuaDecoderFolder::create()
{
    const bool exists = QDir().mkpath(m_folder);
    watch();
    return exists;
}

void LuaDecoderFolder::update()
{
    if (m_task.isRunning()) {
        m_isChanged = true;
        return;
    }
    m_isChanged = false;
    m_task.start([this, folder = m_folder, before = m_files](Task::State&) -> Task::Done {
        return [this, files = load(folder, before)] { loaded(files); };
    });
}

void LuaDecoderFolder::reload()
{
    for (Version& version : m_files) {
        version = Version();
    }
    update();
}

LuaDecoderFolder::Files LuaDecoderFolder::filesOf(const QString& folder)
{
    Files files;
    const auto entries = QDir(folder).entryInfoList({QStringLiteral("*.lua")},
                                                    QDir::Files | QDir::Readable, QDir::Name);
    for (const QFileInfo& entry : entries.first(qMin(entries.size(), qsizetype{maxFiles}))) {
        files.insert(entry.filePath(), {entry.lastModified(), entry.size()});
    }
    return files;
}

LuaDecoderFolder::Files LuaDecoderFolder::load(const QString& folder, const Files& before)
{
    Files files = filesOf(folder);
    for (auto file = before.cbegin(); file != before.cend(); ++file) {
        if (!files.contains(file.key())) {
            pipecore::removeLuaDecoder(toPath(file.key()));
        }
    }
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        if (before.value(file.key()) != file.value()) {
            // Its mistakes are in luaDecoders().
            static_cast<void>(pipecore::loadLuaDecoder(toPath(file.key())));
        }
    }
    return files;
}

void LuaDecoderFolder::loaded(const Files& files)
{
    const bool isOther = files != m_files;
    m_files = files;
    watch();
    if (m_isChanged) {
        update();
    }
    if (isOther) {
        emit changed();
    }
}

/// A file that an editor has replaced is not watched any more.
void LuaDecoderFolder::watch()
{
    QStringList paths = m_files.keys();
    if (QDir(m_folder).exists()) {
        paths.append(m_folder);
    }
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    for (const QString& path : watched) {
        paths.removeAll(path);
    }
    if (!paths.isEmpty()) {
        m_watcher.addPaths(paths);
        m_soon.start(); // a change before this moment was not seen
    }
}

} // namespace pipescope
