/// Writes the program's icon, which the program draws itself, into the files that need it before the
/// program runs: pipescope.ico for Windows, pipescope.png for desktops and documents.
#include "widgets/icons.h"

#include <QApplication>
#include <QBuffer>
#include <QDataStream>
#include <QFile>
#include <QIcon>
#include <QImage>

#include <cstdio>

namespace {

QByteArray pngOf(const QIcon& icon, int size)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    icon.pixmap(QSize(size, size)).toImage().save(&buffer, "PNG");
    return bytes;
}

/// Windows reads PNGs inside an .ico since Vista.
QByteArray icoOf(const QIcon& icon)
{
    const QList<int> sizes{16, 20, 24, 32, 40, 48, 64, 128, 256};
    constexpr int headerSize = 6;
    constexpr int entrySize = 16;
    QByteArray head;
    QByteArray images;
    QDataStream stream(&head, QIODevice::WriteOnly);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream << quint16(0) << quint16(1) << quint16(sizes.size());
    for (const int size : sizes) {
        const QByteArray png = pngOf(icon, size);
        const auto side = static_cast<quint8>(size % 256); // 0 stands for 256
        stream << side << side << quint8(0) << quint8(0) << quint16(1) << quint16(32)
               << static_cast<quint32>(png.size())
               << static_cast<quint32>(headerSize + entrySize * sizes.size() + images.size());
        images += png;
    }
    return head + images;
}

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    if (argc != 2) {
        std::fputs("usage: pipescope_make_icon FOLDER\n", stderr);
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]) + QLatin1Char('/');
    const QIcon icon = pipescope::makeProgramIcon();
    const bool written = write(folder + QStringLiteral("pipescope.ico"), icoOf(icon))
                         && write(folder + QStringLiteral("pipescope.png"), pngOf(icon, 256));
    return written ? 0 : 1;
}
