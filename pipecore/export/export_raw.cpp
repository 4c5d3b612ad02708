#include "export_writer.h"
#include "pipecore/base/byte_buffer.h"

#include <array>
#include <limits>

namespace pipecore {

namespace {

/// Messages one after the other: length as u32, lowest byte first, then the bytes.
class RawWriter final : public ScanWriter
{
public:
    using ScanWriter::ScanWriter;

private:
    Result<bool> add(const ScannedRow& row, std::string& out) override
    {
        if (!row.record.isMessage()) {
            return false;
        }
        if (row.payload.size() > std::numeric_limits<std::uint32_t>::max()) {
            return refuse("Row " + std::to_string(row.record.row)
                          + " is too long for a 4-byte length: exclude it");
        }
        std::array<std::byte, 4> length{};
        storeLittle(length.data(), static_cast<std::uint32_t>(row.payload.size()));
        out += asText(length);
        out += asText(row.payload);
        return true;
    }
};

} // namespace

std::unique_ptr<ExportWriter> makeRawWriter(const RecordSource& source)
{
    return std::make_unique<RawWriter>(source);
}

} // namespace pipecore
