#include "export_writer.h"
#include "pipecore/analysis/row_types.h"
#include "pipecore/export/export.h"
#include "pipecore/files/copy_bytes.h"
#include "pipecore/files/partial_file.h"
#include "pipecore/session/file_check.h"
#include "pipecore/session/row_ranges.h"
#include "pipecore/session/stored_rows.h"

#include <array>
#include <string>

namespace pipecore {

namespace {

// Large enough that the calls do not count, small enough to stay in a processor's cache.
constexpr std::size_t sliceSize = std::size_t{256} * 1024;

constexpr std::array<ExportFormatName, 6> formats = {{
    {ExportFormat::Pcapng, "pcapng", "pcapng"},
    {ExportFormat::JsonLines, "jsonl", "jsonl"},
    {ExportFormat::Csv, "csv", "csv"},
    {ExportFormat::Text, "text", "txt"},
    {ExportFormat::Html, "html", "html"},
    {ExportFormat::Raw, "raw", "bin"},
}};

Result<std::unique_ptr<ExportWriter>> writerFor(const ExportForm& form, const RecordSource& source)
{
    switch (form.format) {
    case ExportFormat::Pcapng: return makePcapngWriter(source);
    case ExportFormat::JsonLines:
        return form.columns.isUsual() && !form.isDecoded
                   ? makeJsonWriter(source)
                   : makeColumnsJsonWriter(source, form.columns, form.isDecoded);
    case ExportFormat::Csv:
        return form.columns.isUsual() ? makeCsvWriter(source)
                                      : makeColumnsCsvWriter(source, form.columns);
    case ExportFormat::Text: return makeTextWriter(source);
    case ExportFormat::Html: return makeHtmlWriter(source);
    case ExportFormat::Raw: return makeRawWriter(source);
    }
    return refuse("Unknown format");
}

/// The part of the work that is done, when it is one of two rounds.
ExportProgress half(const ExportProgress& progress, bool isSecond)
{
    if (!progress) {
        return {};
    }
    return
        [&progress, isSecond](double part) { return progress(part / 2 + (isSecond ? 0.5 : 0.0)); };
}

Result<void> preview(const RecordSource& source, const RowRanges& rows, ExportWriter& writer,
                     const ExportProgress& progress)
{
    RowScan scan(source, 0);
    return forEachRow(rows, progress, [&](std::uint64_t number) -> Result<void> {
        const auto row = scan.read(number);
        if (!row) {
            return std::unexpected(row.error());
        }
        writer.preview(**row);
        return {};
    });
}

/// Everything from begin() to end(); the number of rows that were written.
Result<std::uint64_t> write(const RowRanges& rows, ExportWriter& writer, const ExportSink& sink,
                            const ExportProgress& progress)
{
    std::string out;
    std::uint64_t count = 0;
    const auto flush = [&] {
        auto written = sink(asBytes(out));
        out.clear();
        return written;
    };
    auto done = writer.begin(out);
    if (done) {
        done = forEachRow(rows, progress, [&](std::uint64_t row) -> Result<void> {
            const auto taken = writer.write(row, out);
            if (!taken) {
                return std::unexpected(taken.error());
            }
            count += *taken ? 1 : 0;
            return out.size() < sliceSize ? Result<void>() : flush();
        });
    }
    if (done) {
        done = writer.end(out);
    }
    if (done) {
        done = flush();
    }
    if (!done) {
        return std::unexpected(done.error());
    }
    return count;
}

} // namespace

std::span<const ExportFormatName> exportFormats()
{
    return formats;
}

std::optional<ExportFormat> exportFormatOf(const std::filesystem::path& file)
{
    std::u8string ending = file.extension().u8string();
    for (char8_t& c : ending) {
        c = c >= u8'A' && c <= u8'Z' ? static_cast<char8_t>(c + (u8'a' - u8'A')) : c;
    }
    const std::string word(ending.begin(), ending.end());
    for (const ExportFormatName& name : formats) {
        if (word == "." + std::string(name.extension) || word == "." + std::string(name.word)) {
            return name.format;
        }
    }
    return word == ".htm"    ? std::optional(ExportFormat::Html)
           : word == ".json" ? std::optional(ExportFormat::JsonLines)
           : word == ".ntar" ? std::optional(ExportFormat::Pcapng)
                             : std::nullopt;
}

Result<std::uint64_t> exportRows(const RecordSource& source, const std::optional<RowRanges>& rows,
                                 const ExportForm& form, const ExportSink& sink,
                                 const ExportProgress& progress)
{
    const auto stored = source.stored();
    if (form.format == ExportFormat::Pcapng && !rows && stored && stored->goodBytes != 0
        && (stored->isOurs || isSoundFile(stored->file, stored->goodBytes))) {
        // All of it is the file as it is, with what others have put into it.
        if (const auto copied = copyBytes(stored->file, stored->goodBytes, sink, progress);
            !copied) {
            return std::unexpected(copied.error());
        }
        if (const Annotations* notes = source.annotations(); notes != nullptr) {
            ByteBuffer blocks;
            encodeAnnotations(blocks, stored->appendPlace, source, stored->goodRows,
                              notes->changedSince(stored->notedInFile));
            if (const auto written = sink(blocks.view()); !written) {
                return std::unexpected(written.error());
            }
        }
        return stored->goodRows;
    }
    const auto writer = writerFor(form, source);
    if (!writer) {
        return std::unexpected(writer.error());
    }
    const RowRanges there = existingRows(rows, source.rowCount());
    if (const auto types = source.rowTypes()) {
        types->update([&progress] { return !progress || progress(0); }); // what is not taken in yet
    }
    if (!(*writer)->wantsPreview()) {
        return write(there, **writer, sink, progress);
    }
    if (const auto previewed = preview(source, there, **writer, half(progress, false));
        !previewed) {
        return std::unexpected(previewed.error());
    }
    return write(there, **writer, sink, half(progress, true));
}

Result<std::uint64_t> exportRows(const RecordSource& source, const std::optional<RowRanges>& rows,
                                 const ExportForm& form, const std::filesystem::path& target,
                                 const ExportProgress& progress, const ExportNotice& notice,
                                 NewFile kind)
{
    const auto stored = source.stored();
    auto file = PartialFile::create(target, stored ? &stored->file : nullptr, kind);
    if (!file) {
        return std::unexpected(file.error());
    }
    const ExportSink sink = [&](ByteView bytes) { return file->append(bytes); };
    auto written = exportRows(source, rows, form, sink, progress);
    if (!written) {
        return written;
    }
    if (const auto finished = file->finish(); !finished) {
        return std::unexpected(finished.error());
    }
    if (file->notKept() && notice) {
        notice(*file->notKept());
    }
    return written;
}

} // namespace pipecore
