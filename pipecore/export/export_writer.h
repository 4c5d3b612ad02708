#pragma once

#include "pipecore/export/export.h"
#include "pipecore/session/annotations.h"
#include "pipecore/session/row_scan.h"

#include <cstdint>
#include <memory>
#include <string>

namespace pipecore {

/// Makes the bytes of one format, row by row. The driver (export_rows.cpp) does the rest: which rows,
/// where the bytes go, progress, cancel. One thread.
class ExportWriter
{
public:
    ExportWriter() = default;
    ExportWriter(const ExportWriter&) = delete;
    ExportWriter& operator=(const ExportWriter&) = delete;
    virtual ~ExportWriter() = default;

    /// Whether the rows are gone through once before they are written.
    [[nodiscard]] virtual bool wantsPreview() const { return false; }
    /// A row of the round before the writing. Its payload is not there, only its length.
    virtual void preview(const ScannedRow& /*row*/) {}

    /// Writes the part before the first row.
    [[nodiscard]] virtual Result<void> begin(std::string& /*out*/) { return {}; }
    /// Appends a row; false when this format leaves it out.
    [[nodiscard]] virtual Result<bool> write(std::uint64_t row, std::string& out) = 0;
    /// Writes the part after the last row.
    [[nodiscard]] virtual Result<void> end(std::string& /*out*/) { return {}; }
};

/// A writer that needs no more than the row itself.
class ScanWriter : public ExportWriter
{
public:
    /// `source` is not owned.
    explicit ScanWriter(const RecordSource& source)
        : m_scan(source)
        , m_annotations(source.annotations())
    {}
    [[nodiscard]] Result<bool> write(std::uint64_t row, std::string& out) final;

protected:
    /// Mark and comment of a row.
    [[nodiscard]] Annotation noteOf(const ScannedRow& row) const;

private:
    /// As write().
    [[nodiscard]] virtual Result<bool> add(const ScannedRow& row, std::string& out) = 0;

    RowScan m_scan;
    const Annotations* m_annotations;
};

/// `source` is not owned.
[[nodiscard]] std::unique_ptr<ExportWriter> makeTextWriter(const RecordSource& source);
[[nodiscard]] std::unique_ptr<ExportWriter> makeJsonWriter(const RecordSource& source);
[[nodiscard]] std::unique_ptr<ExportWriter> makeCsvWriter(const RecordSource& source);
/// With chosen columns, and with decoded messages.
[[nodiscard]] std::unique_ptr<ExportWriter> makeColumnsCsvWriter(const RecordSource& source,
                                                                 const ExportColumns& columns);
[[nodiscard]] std::unique_ptr<ExportWriter>
makeColumnsJsonWriter(const RecordSource& source, const ExportColumns& columns, bool isDecoded);
[[nodiscard]] std::unique_ptr<ExportWriter> makeRawWriter(const RecordSource& source);
[[nodiscard]] std::unique_ptr<ExportWriter> makeHtmlWriter(const RecordSource& source);
/// NotSupported when the source is in no file.
[[nodiscard]] Result<std::unique_ptr<ExportWriter>> makePcapngWriter(const RecordSource& source);

} // namespace pipecore
