#include "index_rows.h"

#include "message_event.h"
#include "pipecore/base/byte_buffer.h"
#include "pipecore/session/message_codec.h"
#include "pipecore/session/row_reader.h"
#include "session/record_encoder.h"

#include "pipecore/model/event.h"
#include "session/paths.h"

#include <QFile>
#include <QTextStream>

#ifdef Q_OS_WIN
#    include <windows.h>
#endif

namespace pipescope {

using namespace pipecore;

IndexRows::IndexRows() : m_index(std::make_unique<RowIndex>())
{
    const std::filesystem::path path = toPath(m_folder.filePath(QStringLiteral("short.pcapng")));
    RowIndex written;
    RecordEncoder encoder(written);
    GatheredBytes bytes(GatheredBytes::never);
    encoder.begin(bytes.buffer());
    for (std::uint64_t block = 0; block < blocks; ++block) {
        const std::string text = "{\"message\":" + std::to_string(block) + ",\"text\":\""
                                 + std::string(300, 'x') + "\"}";
        const Bytes payload = toBytes(text);
        Event event;
        event.wallNs = 1'700'000'000'000'000'000 + static_cast<std::int64_t>(block) * 1000;
        event.endpoint.value = 1;
        event.connection.value = 1 + block / 2 % 7; // question and answer by turns
        setMessage(event, payload, block % 2 == 0 ? Direction::Received : Direction::Sent);
        encoder.encode(event, bytes, 0);
    }
    encoder.commit();
    auto file = WritableFile::create(path);
    if (!file || !(*file)->writeAt(0, bytes.buffer().view())) {
        return;
    }
    auto session = SessionFile::open(path);
    auto readable = ReadableFile::open(path);
    if (!session || !readable) {
        return;
    }
    m_session = std::move(*session);
    m_file = std::move(*readable);
    for (std::uint32_t interface = 0; interface < written.addedInterfaces(); ++interface) {
        m_index->addInterface(written.interface(interface));
    }
    for (std::uint64_t block = 0; block < blocks; ++block) {
        RowIndex::Row row = written.row(block);
        row.track = m_index->trackFor(written.track(row.track));
        m_blocks.push_back(row);
    }
}

bool IndexRows::add(std::uint64_t rows)
{
    if (m_blocks.empty()) {
        return false;
    }
    const std::uint64_t first = m_index->addedRows();
    for (std::uint64_t row = first; row < first + rows; ++row) {
        m_index->addRow(m_blocks[row % blocks]);
    }
    m_index->publish();
    return true;
}

Result<Record> IndexRows::read(std::uint64_t row, std::size_t payloadLimit) const
{
    return readRow(*m_file, *m_index, row, payloadLimit);
}

RecordSource::RowHead IndexRows::head(std::uint64_t row) const
{
    return rowHead(*m_index, row);
}

std::uint64_t availableMemory()
{
#ifdef Q_OS_WIN
    MEMORYSTATUSEX status{};
    status.dwLength = sizeof status;
    return GlobalMemoryStatusEx(&status) != 0 ? status.ullAvailPhys : 0;
#else
    QFile file(QStringLiteral("/proc/meminfo"));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text)) {
        return 0;
    }
    // Files of /proc have no size: atEnd() does not know.
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("MemAvailable:")) {
            return line.mid(13).trimmed().split(' ').first().toULongLong() * 1024;
        }
    }
    return 0;
#endif
}

} // namespace pipescope
