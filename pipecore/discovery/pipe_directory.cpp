#include "pipecore/discovery/pipe_directory.h"

#include "listed_pipe.h"
#include "pipecore/base/bytes.h"
#include "pipecore/base/utf8.h"
#include "pipecore/payload/text_decoder.h"

#include <utility>

namespace pipecore {

namespace {

// Offsets of the members of FILE_DIRECTORY_INFORMATION.
constexpr std::size_t nextEntryAt = 0;
constexpr std::size_t endOfFileAt = 40;
constexpr std::size_t allocationSizeAt = 48;
constexpr std::size_t nameLengthAt = 60;
constexpr std::size_t nameAt = 64;

constexpr std::uint32_t noLimit = 0xFFFFFFFF;
constexpr std::size_t bufferSize = 64 * 1024;
/// Far more pipes than a system can have.
constexpr std::size_t maxEntries = 200'000;

std::uint32_t loadNumber(ByteView bytes, std::size_t at)
{
    return load<std::uint32_t>(bytes.data() + at, ByteOrder::Little);
}

void takeName(ByteView name, DirectoryEntry& entry)
{
    constexpr char32_t replacement = 0xFFFD;
    for (std::size_t at = 0; at < name.size();) {
        const TextStep step = decodeText(name, at, TextEncoding::Utf16Le);
        appendUtf8(entry.name, step.valid ? step.codePoint : replacement);
        entry.isExact = entry.isExact && step.valid;
        at += step.length;
    }
}

std::unexpected<Error> corrupt(const char* what, std::size_t offset)
{
    return refuse("the directory of the pipes is damaged at byte " + std::to_string(offset) + ": "
                      + what,
                  ErrorKind::Corrupt);
}

ListedPipe listed(DirectoryEntry entry)
{
    const auto unknown = refuse("not part of a listing: inspect the pipe", ErrorKind::NotSupported);
    ListedPipe pipe{.name = std::move(entry.name),
                    .path = {},
                    .instances = entry.instances,
                    .limit = {},
                    .mode = {},
                    .connected = {},
                    .waiting = {},
                    .server = {.processId = unknown, .image = unknown}};
    pipe.path = R"(\\.\pipe\)" + pipe.name;
    if (entry.limit != noLimit) {
        pipe.limit = entry.limit;
    }
    if (entry.isExact) {
        determineConnection(pipe);
    }
    return pipe;
}

} // namespace

Result<std::vector<DirectoryEntry>> parseDirectory(ByteView buffer)
{
    std::vector<DirectoryEntry> entries;
    for (std::size_t offset = 0; offset < buffer.size();) {
        const ByteView record = buffer.subspan(offset);
        if (record.size() < nameAt) {
            return corrupt("truncated record", offset);
        }
        const std::size_t nameLength = loadNumber(record, nameLengthAt);
        if (nameLength % 2 != 0 || nameLength > record.size() - nameAt) {
            return corrupt("a name exceeds its record", offset);
        }
        DirectoryEntry entry;
        entry.instances = loadNumber(record, endOfFileAt);
        entry.limit = loadNumber(record, allocationSizeAt);
        takeName(record.subspan(nameAt, nameLength), entry);
        entries.push_back(std::move(entry));

        const std::size_t next = loadNumber(record, nextEntryAt);
        if (next == 0) {
            break;
        }
        if (next < nameAt + nameLength || next >= record.size()) {
            return corrupt("the next record does not follow this one", offset);
        }
        offset += next;
    }
    return entries;
}

Result<std::vector<ListedPipe>> readPipeDirectory(DirectoryReader& reader)
{
    std::vector<ListedPipe> pipes;
    std::vector<std::byte> buffer(bufferSize);
    for (bool restart = true;; restart = false) {
        const Result<std::size_t> size = reader.read(buffer, restart);
        if (!size) {
            return std::unexpected(size.error());
        }
        if (*size == 0) {
            break;
        }
        if (*size > buffer.size()) {
            return corrupt("more bytes reported than the buffer holds", buffer.size());
        }
        auto entries = parseDirectory(ByteView(buffer).first(*size));
        if (!entries) {
            return std::unexpected(entries.error());
        }
        for (DirectoryEntry& entry : *entries) {
            pipes.push_back(listed(std::move(entry)));
        }
        if (pipes.size() > maxEntries) {
            return refuse("the directory of the pipes has no end", ErrorKind::Corrupt);
        }
    }
    sortListing(pipes);
    return pipes;
}

} // namespace pipecore
