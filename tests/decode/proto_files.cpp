#include "proto_files.h"

#include <QDebug>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace pipecore;

namespace {

QByteArray varint(quint64 value)
{
    QByteArray bytes;
    for (; value > 0x7F; value >>= 7U) {
        bytes += char(value & 0x7FU) | char(0x80);
    }
    return bytes + char(value);
}

} // namespace

std::filesystem::path ProtoFolder::add(const char* name, const QByteArray& content)
{
    const QString path = m_folder.filePath(QString::fromUtf8(name));
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
        qWarning() << "cannot write" << path;
    }
    return path.toStdU16String();
}

std::filesystem::path ProtoFolder::path() const
{
    return m_folder.path().toStdU16String();
}

std::shared_ptr<const ProtoTypes> typesOf(const QByteArray& source)
{
    ProtoFolder folder;
    const auto types = loadProtoTypes({.files = {folder.add("test.proto", source)}});
    if (!types) {
        qWarning() << types.error().front().text().c_str();
        return nullptr;
    }
    return *types;
}

QByteArray lengthField(unsigned number, const QByteArray& content)
{
    return varint(number << 3U | 2U) + varint(quint64(content.size())) + content;
}

QByteArray numberField(unsigned number, quint64 value)
{
    return varint(number << 3U) + varint(value);
}
