#include "pipecore/files/partial_file.h"
#include "pipecore/session/annotation_codec.h"
#include "pipecore/session/annotations.h"
#include "pipecore/session/row_reader.h"
#include "pipecore/session/session.h"
#include "pipecore/session/stored_rows.h"
#include "session_scanner.h"

#include <algorithm>
#include <cassert>
#include <mutex>

namespace pipecore {

namespace {

/// How the file ends, as far as it is known, and what of the notes is in it.
struct FileEnd
{
    std::uint64_t size = 0; ///< of what is good of the file, with what was saved since
    AppendPlace place;
    std::uint64_t savedRevision = 0; ///< of the annotations
};

} // namespace

class SessionFile::Impl
{
public:
    [[nodiscard]] FileEnd end() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_end;
    }
    void setEnd(const FileEnd& end)
    {
        const std::scoped_lock lock(m_mutex);
        m_end = end;
    }

    std::filesystem::path path;
    std::unique_ptr<ReadableFile> file;
    RowIndex index;
    SessionFacts facts;
    OpenReport report;                       ///< written before `scanned` is set, never after
    std::unique_ptr<SessionScanner> scanner; ///< between start() and the end of scan()
    std::atomic<bool> scanned{false};
    Annotations annotations;

private:
    mutable std::mutex m_mutex; ///< guards all members: a copy of the file needs a consistent state
    FileEnd m_end;              ///< empty until the scan is over
};

SessionFile::SessionFile(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
SessionFile::~SessionFile() = default;

Result<std::unique_ptr<SessionFile>> SessionFile::start(const std::filesystem::path& path)
{
    auto file = ReadableFile::open(path);
    if (!file) {
        return std::unexpected(file.error());
    }
    auto impl = std::make_unique<Impl>();
    impl->path = path;
    impl->file = std::move(*file);
    impl->scanner = std::make_unique<SessionScanner>(*impl->file, impl->index, impl->facts);
    if (const auto begun = impl->scanner->begin(); !begun) {
        return std::unexpected(begun.error());
    }
    return std::unique_ptr<SessionFile>(new SessionFile(std::move(impl)));
}

Result<void> SessionFile::scan(const std::function<bool(double)>& progress)
{
    assert(m_impl->scanner);
    const auto scanner = std::move(m_impl->scanner);
    m_impl->report = scanner->run(progress);
    // Annotations added meanwhile are not in the file; tracking which ones is not worth it.
    const bool untouched = m_impl->annotations.revision() == 0;
    m_impl->report.lostAnnotations +=
        scanner->annotations().resolve(m_impl->index, m_impl->annotations);
    // Unread data counts as good.
    const OpenReport& found = m_impl->report;
    m_impl->setEnd({.size = found.stopped ? found.fileBytes : found.goodBytes,
                    .place = scanner->appendPlace(),
                    .savedRevision = untouched ? m_impl->annotations.revision() : 0});
    m_impl->scanned.store(true, std::memory_order_release);
    if (m_impl->report.stopped) {
        return refuse("Cancelled", ErrorKind::Cancelled);
    }
    return {};
}

Result<std::unique_ptr<SessionFile>> SessionFile::open(const std::filesystem::path& path,
                                                       const std::function<bool(double)>& progress)
{
    auto file = start(path);
    if (file) {
        if (const auto scanned = (*file)->scan(progress); !scanned) {
            return std::unexpected(scanned.error());
        }
    }
    return file;
}

bool SessionFile::isScanned() const
{
    return m_impl->scanned.load(std::memory_order_acquire);
}

const OpenReport& SessionFile::report() const
{
    static const OpenReport notYet;
    return isScanned() ? m_impl->report : notYet;
}

bool SessionFile::hasUnsavedAnnotations() const
{
    return isScanned() && m_impl->annotations.revision() != m_impl->end().savedRevision;
}

/// An annotation says how far back its row is, which takes all rows.
Result<void> SessionFile::checkAllRead() const
{
    if (!isScanned()) {
        return refuse(pathText(m_impl->path) + " is still being opened", ErrorKind::Busy);
    }
    if (m_impl->report.stopped && hasUnsavedAnnotations()) {
        return refuse("Only a part of " + pathText(m_impl->path)
                      + " was read: open all of it to save marks and comments");
    }
    return {};
}

Result<void> SessionFile::saveAnnotations()
{
    if (auto all = checkAllRead(); !all) {
        return all;
    }
    FileEnd end = m_impl->end();
    const std::uint64_t revision = m_impl->annotations.revision();
    ByteBuffer blocks;
    encodeAnnotations(blocks, end.place, *this, rowCount(),
                      m_impl->annotations.changedSince(end.savedRevision));
    const auto size = m_impl->file->size();
    if (!size) {
        return std::unexpected(size.error());
    }
    const auto changed =
        refuse(pathText(m_impl->path)
                   + " is damaged or was changed while it was open: save to another file",
               ErrorKind::Corrupt);
    // After damage it would not be found, and after blocks of other programs it would refer to wrong rows.
    if (*size != end.size) {
        return changed;
    }
    auto file = WritableFile::openExisting(m_impl->path);
    if (!file) {
        return std::unexpected(file.error());
    }
    // The name may belong to another file by now.
    if (!(*file)->isSameAs(*m_impl->file)) {
        return changed;
    }
    auto written = (*file)->writeAt(*size, blocks.view());
    if (written) {
        written = (*file)->flush();
    }
    if (!written) {
        // If this fails too, an incomplete block remains, which readers ignore.
        static_cast<void>((*file)->truncate(*size));
        return written;
    }
    end.size += blocks.size();
    if (!end.place.events && !blocks.empty()) {
        end.place.events = 0;
    }
    end.savedRevision = revision;
    m_impl->setEnd(end);
    return {};
}

Result<void> SessionFile::saveCopy(const std::filesystem::path& target,
                                   const std::function<bool(double)>& progress) const
{
    if (auto all = checkAllRead(); !all) {
        return all;
    }
    auto copy = PartialFile::create(target, m_impl->file.get(), NewFile::Recording);
    if (!copy) {
        return std::unexpected(copy.error());
    }
    // The damaged end of a file is not copied.
    const FileEnd end = m_impl->end();
    if (auto copied = appendCopy(*copy, *m_impl->file, end.size, progress); !copied) {
        return copied;
    }
    ByteBuffer blocks;
    encodeAnnotations(blocks, end.place, *this, rowCount(),
                      m_impl->annotations.changedSince(end.savedRevision));
    if (auto written = copy->append(blocks.view()); !written) {
        return written;
    }
    return copy->finish();
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

Annotations* SessionFile::annotations() const
{
    return &m_impl->annotations;
}

std::optional<StoredRows> SessionFile::stored() const
{
    const FileEnd end = m_impl->end();
    return StoredRows{.file = *m_impl->file,
                      .index = m_impl->index,
                      .goodBytes = end.size,
                      .goodRows = m_impl->index.rowCount(),
                      .notedInFile = end.savedRevision,
                      .appendPlace = end.place,
                      .isOurs = false};
}

void RecordSource::setRowTypes(std::shared_ptr<const RowTypes> types) const
{
    const std::scoped_lock lock(m_pairingMutex);
    m_rowTypes = std::move(types);
}

std::shared_ptr<const RowTypes> RecordSource::rowTypes() const
{
    const std::scoped_lock lock(m_pairingMutex);
    return m_rowTypes;
}

std::shared_ptr<Pairing> RecordSource::pairing(const MakePairing& make) const
{
    const std::scoped_lock lock(m_pairingMutex);
    if (!m_pairing) {
        m_pairing = make(*this);
    }
    return m_pairing;
}

void RecordSource::replacePairing(std::shared_ptr<Pairing> pairing) const
{
    const std::scoped_lock lock(m_pairingMutex);
    m_pairing.swap(pairing); // the old one ends without the lock
}

std::optional<StoredRows> RecordSource::stored() const
{
    return std::nullopt;
}

} // namespace pipecore
