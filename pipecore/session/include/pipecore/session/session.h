#pragma once

#include "pipecore/base/error.h"
#include "pipecore/engine/event_queue.h"
#include "pipecore/model/record.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace pipecore {

class Annotations;
class Pairing;
class RowTypes;
struct StoredRows;
class WritableFile;

/// Endpoints and connections of a session with their counters, for the list of endpoints.
/// Any thread; every function locks briefly.
class SessionFacts
{
public:
    /// All endpoints and connections, or the changes since an earlier revision.
    struct Snapshot
    {
        std::uint64_t revision = 0;               ///< grows with every change
        std::uint64_t since = 0;                  ///< only what changed after it; 0: all
        std::vector<EndpointFacts> endpoints;     ///< in order of appearance
        std::vector<ConnectionFacts> connections; ///< in order of their numbers

        /// Takes in what has changed since `revision`.
        void add(Snapshot later);
    };
    struct Totals
    {
        std::uint64_t endpoints = 0;   ///< open now
        std::uint64_t connections = 0; ///< connected now
        std::uint64_t messages = 0;    ///< both directions, ever
        std::uint64_t bytes = 0;       ///< both directions, ever
        std::uint64_t dropped = 0;     ///< messages whose payload or record was lost
    };
    SessionFacts();
    ~SessionFacts();

    [[nodiscard]] Snapshot snapshot() const;
    /// Changes since that revision of this session (0: all), which takes as long as there
    /// are changes and not as there are connections; empty when nothing has.
    [[nodiscard]] std::optional<Snapshot> changesSince(std::uint64_t revision) const;
    [[nodiscard]] Totals totals() const;
    /// Both directions, ever, of all connections of the endpoint.
    [[nodiscard]] std::uint64_t messagesOf(EndpointId endpoint) const;
    /// Goes through them in order of appearance until `visit` returns false; nothing is copied.
    /// `visit` is called under the lock and must not ask these facts.
    void visitEndpoints(const std::function<bool(const EndpointFacts&)>& visit) const;
    void visitConnections(const std::function<bool(const ConnectionFacts&)>& visit) const;
    [[nodiscard]] std::optional<EndpointFacts> endpoint(EndpointId id) const;
    [[nodiscard]] std::optional<ConnectionFacts> connection(ConnectionId id) const;

    /// Folds one event in. The recorder's thread.
    void apply(const Event& event);
    /// Folds events in, in order, under one lock. The recorder's thread.
    void apply(std::span<const Event> events);
    /// Folds one record read from a file in. The opening thread.
    void apply(const Record& record);
    /// Many messages of one connection, the first at `firstNs`.
    struct Traffic
    {
        EndpointId endpoint;
        ConnectionId connection;
        std::int64_t firstNs = 0;
        std::uint64_t messagesReceived = 0;
        std::uint64_t bytesReceived = 0;
        std::uint64_t messagesSent = 0;
        std::uint64_t bytesSent = 0;
    };
    /// Folds messages in at once. The recorder's or the opening thread.
    void apply(const Traffic& traffic);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Rows of a session, wherever they are kept. Rows are only ever added at the end. Any thread.
class RecordSource
{
public:
    RecordSource() = default;
    RecordSource(const RecordSource&) = delete;
    RecordSource& operator=(const RecordSource&) = delete;
    virtual ~RecordSource() = default;

    [[nodiscard]] virtual std::uint64_t rowCount() const = 0;
    /// Reads a row with up to `payloadLimit` bytes of its payload. Errors: InvalidArgument beyond the
    /// last row, Io, Corrupt when the file changed under us.
    [[nodiscard]] virtual Result<Record> read(std::uint64_t row,
                                              std::size_t payloadLimit) const = 0;
    /// Only from the in-memory index, without reading the disk.
    struct RowHead
    {
        RecordKind kind = RecordKind::Message;
        Direction direction = Direction::Received;
        ConnectionId connection;
        EndpointId endpoint;
        bool continues = false;   ///< Record::continues
        bool isMalformed = false; ///< there is a Record::problem
        bool isForeign = false;   ///< another program's file: it does not say who connected
        std::int64_t wallNs = 0;  ///< Record::wallNs
        std::uint64_t length = 0; ///< Record::length; 0 for other rows
    };
    [[nodiscard]] virtual RowHead head(std::uint64_t row) const = 0;
    [[nodiscard]] virtual const SessionFacts& facts() const = 0;
    /// Marks and comments of the rows: read and changed by users, which changes no
    /// row. Null when this source keeps none.
    [[nodiscard]] virtual Annotations* annotations() const { return nullptr; }
    /// For the core's bulk readers: the file behind the rows; empty when there is none (yet).
    [[nodiscard]] virtual std::optional<StoredRows> stored() const;

    using MakePairing = std::function<std::shared_ptr<Pairing>(const RecordSource&)>;
    /// For pairingOf() of analysis/pairing.h: which of these rows answer which. Made by `make` when it is
    /// first asked for, and kept as long as these rows, or until it is replaced.
    [[nodiscard]] std::shared_ptr<Pairing> pairing(const MakePairing& make) const;
    /// For setAskers() there: other pairs for these rows. Whoever has the ones of before may go on with them.
    void replacePairing(std::shared_ptr<Pairing> pairing) const;

    /// The user's types of Protocol Buffers for these rows (analysis/row_types.h): kept here for whoever decodes
    /// the rows. Null when there are none.
    void setRowTypes(std::shared_ptr<const RowTypes> types) const;
    [[nodiscard]] std::shared_ptr<const RowTypes> rowTypes() const;

private:
    mutable std::mutex m_pairingMutex; ///< guards both
    mutable std::shared_ptr<Pairing> m_pairing;
    mutable std::shared_ptr<const RowTypes> m_rowTypes;
};

/// Report about an opened file.
struct OpenReport
{
    std::uint64_t records = 0;
    std::uint64_t fileBytes = 0;
    std::uint64_t goodBytes = 0;     ///< up to the end of the last complete block
    std::uint64_t skippedBlocks = 0; ///< well-formed but not ours to understand
    std::optional<Phrase> problem;   ///< problem and its place; empty if all was read
    /// Marks and comments whose row is not there any more, or that were too many.
    std::uint64_t lostAnnotations = 0;
    bool stopped = false; ///< the scan was stopped; bytes after goodBytes are unread
};

/// A session in a pcapng file: reading. What an index knows of the rows is in memory (RowHead), payloads
/// are read when asked for.
class SessionFile final : public RecordSource
{
public:
    /// Scans the file. Truncated and damaged files open with what could be read, and say so in the
    /// report; foreign pcapng files open with packets as messages. Errors: NotFound, AccessDenied,
    /// Corrupt when it is not a pcapng file at all. `progress` (0 to 1) is called on the calling
    /// thread now and then and stops the scan by returning false (error Cancelled).
    [[nodiscard]] static Result<std::unique_ptr<SessionFile>>
    open(const std::filesystem::path& path, const std::function<bool(double)>& progress = {});
    /// The same in two steps, for a file that is shown while it is scanned: opens it and looks whether
    /// it begins as a pcapng file does. There are no rows yet. Errors as open() has them.
    [[nodiscard]] static Result<std::unique_ptr<SessionFile>>
    start(const std::filesystem::path& path);
    /// Enters the rows and facts of a file that was start()ed, as it finds them; other threads may read
    /// them meanwhile. On any one thread, once. `progress` as open() has it; when it stops the scan
    /// (Cancelled), rows found so far stay.
    [[nodiscard]] Result<void> scan(const std::function<bool(double)>& progress = {});
    ~SessionFile() override;

    /// The scan is over. Any thread, as everything below.
    [[nodiscard]] bool isScanned() const;
    /// Result of the scan; empty until it is over.
    [[nodiscard]] const OpenReport& report() const;
    /// Marks and comments were changed since the file was opened or saveAnnotations() was called.
    [[nodiscard]] bool hasUnsavedAnnotations() const;
    /// Appends new annotations to the file itself. Any thread, one at a time. Errors:
    /// Corrupt when the file is damaged, was changed or replaced meanwhile (saveCopy() then),
    /// InvalidArgument when its scan was stopped, Busy before its end, and errors of the file system;
    /// the file is as it was before then.
    [[nodiscard]] Result<void> saveAnnotations();
    /// Copies what can be read to `target`, with the marks and comments as they are now, replacing it
    /// only when the copy is complete. What a stopped scan left unread is copied, too; marks and
    /// comments made then are not saved (InvalidArgument). Not to the file itself (InvalidArgument), and not
    /// before the end of the scan (Busy). Any thread; takes as long as the disk. `progress` as in open(); after Cancelled the target is as it was.
    [[nodiscard]] Result<void> saveCopy(const std::filesystem::path& target,
                                        const std::function<bool(double)>& progress = {}) const;
    [[nodiscard]] std::uint64_t rowCount() const override;
    [[nodiscard]] Result<Record> read(std::uint64_t row, std::size_t payloadLimit) const override;
    [[nodiscard]] RowHead head(std::uint64_t row) const override;
    [[nodiscard]] const SessionFacts& facts() const override;
    [[nodiscard]] Annotations* annotations() const override;
    [[nodiscard]] std::optional<StoredRows> stored() const override;

private:
    [[nodiscard]] Result<void> checkAllRead() const;
    class Impl;
    explicit SessionFile(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// Takes events from a queue on a thread of its own and appends them to a pcapng journal, from the
/// first message on. What it has written can be read at once through its RecordSource side.
///
/// A full disk or a lost drive pauses recording: the pipes keep running, the file is cut back to its last
/// complete block, lost records are counted, writing is tried again every half second, and the gap
/// is recorded as a Dropped row. Marks and comments go to the journal as they are made.
class Recorder final : public RecordSource
{
public:
    /// `queue` is not owned, must outlive the recorder, and has no other consumer.
    explicit Recorder(EventQueue& queue);
    /// How start() creates its file.
    using CreateFunction =
        std::function<Result<std::unique_ptr<WritableFile>>(const std::filesystem::path&)>;
    /// The same on a given device; for tests.
    Recorder(EventQueue& queue, CreateFunction create);
    /// stop()s.
    ~Recorder() override;

    /// How long events are gathered at most before they are written, unless there is much to write
    /// already: what `kill -9` loses. Longer is fewer and larger writes.
    static constexpr std::chrono::milliseconds defaultFlushInterval{10};
    static constexpr std::chrono::milliseconds maxFlushInterval{250};
    /// 0 to maxFlushInterval. Before start().
    void setFlushInterval(std::chrono::milliseconds interval);

    /// Creates the journal (the file must not exist) and starts the thread. Any error of the file
    /// system. Call once.
    [[nodiscard]] Result<void> start(const std::filesystem::path& journal);
    /// Writes the waiting events, closes the file and joins the thread. Idempotent.
    void stop();

    struct Status
    {
        std::filesystem::path journal;
        std::uint64_t fileBytes = 0;
        /// Recording is paused because of this; Corrupt when another program truncated the file, NotFound
        /// when it removed the file (then recording goes on, and a copy can be saved).
        std::optional<Error> problem;
        std::uint64_t lostRecords = 0; ///< ever
    };
    [[nodiscard]] Status status() const;

    /// Copies everything recorded so far to `target`, replacing it only when the copy is complete
    /// (written beside it and renamed). May be called while recording; the copy ends at a whole
    /// block. Returns the number of rows saved. Any thread; takes as long as the disk. `progress` as
    /// in SessionFile::open; after Cancelled the target is as it was.
    [[nodiscard]] Result<std::uint64_t>
    saveCopy(const std::filesystem::path& target,
             const std::function<bool(double)>& progress = {}) const;

    [[nodiscard]] std::uint64_t rowCount() const override;
    [[nodiscard]] Result<Record> read(std::uint64_t row, std::size_t payloadLimit) const override;
    [[nodiscard]] RowHead head(std::uint64_t row) const override;
    [[nodiscard]] const SessionFacts& facts() const override;
    [[nodiscard]] Annotations* annotations() const override;
    [[nodiscard]] std::optional<StoredRows> stored() const override;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

/// A folder for journals with one file a running program: `journal-<pid>-<time>.pcapng`, each with
/// a lock that ends with its process, so that two programs never write one journal and what a crash
/// left behind is recognised.
class JournalFolder
{
public:
    explicit JournalFolder(std::filesystem::path folder);
    ~JournalFolder();
    JournalFolder(const JournalFolder&) = delete;
    JournalFolder& operator=(const JournalFolder&) = delete;

    /// A name for a new journal, and the lock on it, held until destruction. Creates the folder.
    [[nodiscard]] Result<std::filesystem::path> claim();
    /// Journals that no living process holds: interrupted sessions. Newest first.
    [[nodiscard]] std::vector<std::filesystem::path> interrupted() const;
    /// Removes a journal and its lock file.
    void discard(const std::filesystem::path& journal) const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace pipecore
