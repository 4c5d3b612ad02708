#include "pipecore/base/translatable.h"
#include "pipecore/files/file.h"
#include "pipecore/session/session.h"
#include "session_scanner.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <system_error>

#ifdef _WIN32
#    include <windows.h>
#else
#    include <cerrno>
#    include <sys/stat.h>
#    include <unistd.h>
#endif

namespace pipecore {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view prefix = "journal-";
constexpr std::string_view suffix = ".pcapng";
constexpr std::string_view lockSuffix = ".lock";

unsigned long processNumber()
{
#ifdef _WIN32
    return GetCurrentProcessId();
#else
    return static_cast<unsigned long>(::getpid());
#endif
}

/// `journal-4120-20250131-235959.pcapng`, UTC; further ones of the same second get a number.
std::string journalName(unsigned attempt)
{
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto day = std::chrono::floor<std::chrono::days>(now);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(now - day);
    const auto digits = [](auto number, std::size_t width) {
        std::string text = std::to_string(number);
        return std::string(width - std::min(width, text.size()), '0') + text;
    };
    std::string name(prefix);
    name += std::to_string(processNumber()) + "-";
    name += digits(static_cast<int>(date.year()), 4);
    name += digits(static_cast<unsigned>(date.month()), 2);
    name += digits(static_cast<unsigned>(date.day()), 2) + "-";
    name += digits(time.hours().count(), 2) + digits(time.minutes().count(), 2)
            + digits(time.seconds().count(), 2);
    if (attempt != 0) {
        name += "-" + std::to_string(attempt);
    }
    return name + std::string(suffix);
}

fs::path lockOf(fs::path journal)
{
    journal += lockSuffix;
    return journal;
}

bool hasRows(const fs::path& journal)
{
    const auto file = ReadableFile::open(journal);
    if (!file) {
        return false;
    }
    RowIndex index;
    SessionFacts facts;
    SessionScanner scanner(**file, index, facts);
    return scanner.begin() && scanner.run({}, 1).records != 0;
}

std::vector<fs::path> filesEndingIn(const fs::path& folder, std::string_view ending)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = pathText(entry->path().filename());
        if (name.starts_with(prefix) && name.ends_with(ending)) {
            files.push_back(entry->path());
        }
    }
    return files;
}

#ifdef _WIN32
/// Folders of a user's profile are the user's.
Result<void> keepToOneself(const fs::path& /*folder*/)
{
    return {};
}
#else
/// Whoever owns the folder or may write to it can exchange the journals in it, and messages may be
/// secret: a folder of somebody else is refused, and one that is too open is closed.
Result<void> keepToOneself(const fs::path& folder)
{
    struct stat link
    {};
    struct stat facts
    {};
    if (::lstat(folder.c_str(), &link) != 0 || ::stat(folder.c_str(), &facts) != 0) {
        const int code = errno;
        return std::unexpected(Error{.kind = ErrorKind::Io,
                                     .domain = ErrorDomain::Errno,
                                     .code = static_cast<std::uint32_t>(code),
                                     .api = "stat",
                                     .detail = pathText(folder)});
    }
    // A link is whose it is: its owner can lead it elsewhere.
    const uid_t user = ::geteuid();
    if (!S_ISDIR(facts.st_mode) || facts.st_uid != user || link.st_uid != user) {
        return refusePhrase(
            {PIPECORE_TR(
                 "ErrorDetail",
                 "The folder for journals, %1, is not a folder of this user: whoever owns it "
                 "could read and exchange what is recorded"),
             {pathText(folder)}},
            ErrorKind::AccessDenied);
    }
    if ((facts.st_mode & (S_IRWXG | S_IRWXO)) != 0 && ::chmod(folder.c_str(), S_IRWXU) != 0) {
        const int code = errno;
        return std::unexpected(Error{.kind = ErrorKind::AccessDenied,
                                     .domain = ErrorDomain::Errno,
                                     .code = static_cast<std::uint32_t>(code),
                                     .api = "chmod",
                                     .detail = pathText(folder)});
    }
    return {};
}
#endif

Result<void> createFolder(const fs::path& folder)
{
    std::error_code error;
    if (fs::is_directory(folder, error)) {
        return keepToOneself(folder);
    }
    fs::create_directories(folder, error);
    if (error) {
        return std::unexpected(Error{
            .kind = error == std::errc::permission_denied ? ErrorKind::AccessDenied : ErrorKind::Io,
#ifdef _WIN32
            .domain = ErrorDomain::Win32,
            .code = static_cast<std::uint32_t>(error.value()),
            .api = "CreateDirectoryW",
#else
            .domain = ErrorDomain::Errno,
            .code = static_cast<std::uint32_t>(error.value()),
            .api = "mkdir",
#endif
            .detail = pathText(folder)});
    }
    // Messages may be secret. Where permissions are not of this kind nothing happens.
    fs::permissions(folder, fs::perms::owner_all, error);
    return {};
}

} // namespace

class JournalFolder::Impl
{
public:
    struct Claim
    {
        fs::path journal;
        std::unique_ptr<FileLock> lock;
    };

    void removeLeftovers() const;
    static void remove(const fs::path& journal, std::unique_ptr<FileLock> lock);

    fs::path folder;
    std::vector<Claim> claims;
};

void JournalFolder::Impl::remove(const fs::path& journal, std::unique_ptr<FileLock> lock)
{
    std::error_code ignored;
    fs::remove(journal, ignored);
    FileLock::removeAndRelease(std::move(lock));
}

/// Removes empty journals that no program holds, and locks without a journal.
void JournalFolder::Impl::removeLeftovers() const
{
    for (const fs::path& journal : filesEndingIn(folder, suffix)) {
        auto lock = FileLock::acquire(lockOf(journal));
        if (lock && !hasRows(journal)) {
            remove(journal, std::move(*lock));
        }
    }
    for (const fs::path& lockFile : filesEndingIn(folder, lockSuffix)) {
        fs::path journal = lockFile;
        journal.replace_extension();
        std::error_code ignored;
        if (fs::exists(journal, ignored)) {
            continue;
        }
        auto lock = FileLock::acquire(lockFile);
        if (lock && !fs::exists(journal, ignored)) {
            FileLock::removeAndRelease(std::move(*lock));
        }
    }
}

JournalFolder::JournalFolder(fs::path folder) : m_impl(std::make_unique<Impl>())
{
    m_impl->folder = std::move(folder);
}

JournalFolder::~JournalFolder() = default;

Result<fs::path> JournalFolder::claim()
{
    if (const auto created = createFolder(m_impl->folder); !created) {
        return std::unexpected(created.error());
    }
    m_impl->removeLeftovers();
    for (unsigned attempt = 0;; ++attempt) {
        fs::path journal = m_impl->folder / journalName(attempt);
        auto lock = FileLock::acquire(lockOf(journal));
        if (!lock && lock.error().kind == ErrorKind::Busy) {
            continue;
        }
        if (!lock) {
            return std::unexpected(lock.error());
        }
        std::error_code ignored;
        if (fs::exists(journal, ignored)) {
            continue;
        }
        m_impl->claims.push_back({journal, std::move(*lock)});
        return journal;
    }
}

std::vector<fs::path> JournalFolder::interrupted() const
{
    struct Found
    {
        fs::path journal;
        fs::file_time_type written;
    };
    std::vector<Found> found;
    if (!keepToOneself(m_impl->folder)) {
        return {}; // nobody knows who wrote them
    }
    for (const fs::path& journal : filesEndingIn(m_impl->folder, suffix)) {
        std::error_code ignored;
        if (FileLock::acquire(lockOf(journal)) && hasRows(journal)) {
            found.push_back({journal, fs::last_write_time(journal, ignored)});
        }
    }
    std::ranges::sort(found, std::ranges::greater{}, &Found::written);
    std::vector<fs::path> journals;
    journals.reserve(found.size());
    for (Found& entry : found) {
        journals.push_back(std::move(entry.journal));
    }
    return journals;
}

void JournalFolder::discard(const fs::path& journal) const
{
    const auto own = std::ranges::find(m_impl->claims, journal, &Impl::Claim::journal);
    if (own != m_impl->claims.end()) {
        auto lock = std::move(own->lock);
        m_impl->claims.erase(own);
        return Impl::remove(journal, std::move(lock));
    }
    // Another program's journal stays.
    if (auto lock = FileLock::acquire(lockOf(journal))) {
        Impl::remove(journal, std::move(*lock));
    }
}

} // namespace pipecore
