#include "pipecore/session.h"
#include "session/row_reader.h"
#include "session/session_scanner.h"

namespace pipecore {

class SessionFile::Impl
{
public:
    std::unique_ptr<ReadableFile> file;
    RowIndex index;
    SessionFacts facts;
    OpenReport report;
};

SessionFile::SessionFile(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
SessionFile::~SessionFile() = default;

Result<std::unique_ptr<SessionFile>> SessionFile::open(const std::filesystem::path& path,
                                                       const std::function<bool(double)>& progress)
{
    auto file = ReadableFile::open(path);
    if (!file) {
        return std::unexpected(file.error());
    }
    auto impl = std::make_unique<Impl>();
    impl->file = std::move(*file);
    auto report = SessionScanner(*impl->file, impl->index, impl->facts).run(progress);
    if (!report) {
        return std::unexpected(report.error());
    }
    impl->report = std::move(*report);
    return std::unique_ptr<SessionFile>(new SessionFile(std::move(impl)));
}

const OpenReport& SessionFile::report() const
{
    return m_impl->report;
}

std::uint64_t SessionFile::rowCount() const
{
    return m_impl->index.rowCount();
}

Result<Record> SessionFile::read(std::uint64_t row, std::size_t payloadLimit) const
{
    return readRow(*m_impl->file, m_impl->index, row, payloadLimit);
}

RecordSource::RowHead SessionFile::head(std::uint64_t row) const
{
    return rowHead(m_impl->index, row);
}

const SessionFacts& SessionFile::facts() const
{
    return m_impl->facts;
}

} // namespace pipecore
