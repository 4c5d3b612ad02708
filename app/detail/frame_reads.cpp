#include "detail/frame_reads.h"

#include "widgets/formatting.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace pipescope {

namespace {

constexpr std::size_t maxNamedReads = 6;

QString translated(const char* text)
{
    return QCoreApplication::translate("FrameReads", text);
}

QString readHtml(const pipecore::FramePart& read)
{
    const QString bytes = read.length == 1
                              ? formatCount(read.offset)
                              : QStringLiteral(u"%1–%2").arg(
                                  formatCount(read.offset),
                                  formatCount(read.offset + std::max<quint64>(read.length, 1) - 1));
    return QStringLiteral("<a href=\"%1\">%2</a> (%3)")
        .arg(read.row)
        .arg(formatCount(read.row + 1), bytes);
}

} // namespace

FrameReads::FrameReads(QObject* parent) : QObject(parent) {}

FrameReads::~FrameReads() = default;

void FrameReads::cancel()
{
    m_task.stop();
}

void FrameReads::find(std::shared_ptr<const pipecore::FramedRows> frames, quint64 row)
{
    m_task.start([this, frames = std::move(frames), row](Task::State&) -> Task::Done {
        return [this, reads = frames->sources(row, maxNamedReads)] { emit found(reads); };
    });
}

QString readsHtml(const pipecore::RowSources& reads, pipecore::Direction direction)
{
    if (reads.count == 0) {
        return {};
    }
    QStringList rows;
    for (const pipecore::FramePart& read : reads.first) {
        rows.append(readHtml(read));
    }
    if (reads.count > reads.first.size()) {
        rows.append(QStringLiteral(u"…"));
        rows.append(readHtml(reads.last));
    }
    const bool sent = direction == pipecore::Direction::Sent;
    const QString list = rows.join(QStringLiteral(", "));
    if (reads.count == 1) {
        return (sent ? translated(QT_TRANSLATE_NOOP("FrameReads", "in write %1"))
                     : translated(QT_TRANSLATE_NOOP("FrameReads", "in read %1")))
            .arg(list);
    }
    return (sent ? translated(QT_TRANSLATE_NOOP("FrameReads", "in %1 writes: %2"))
                 : translated(QT_TRANSLATE_NOOP("FrameReads", "in %1 reads: %2")))
        .arg(formatCount(reads.count), list);
}

} // namespace pipescope
