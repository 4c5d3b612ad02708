#pragma once

#include "session_script.h"

#include "pipecore/filter/filter.h"

#include <QTemporaryDir>

#include <filesystem>
#include <memory>
#include <vector>

/// A recorded session with a row for each thing that a filter may look at. Rows by number:
///
///     0 opened   \\.\pipe\Orders          8 failed (errno 110), connection 2
///     1 connected 1: pid 4120, app.exe    9 connected 3: peer not known
///     2 message 1 in  "hello world"      10 message 3 in  de ad be ef 00 01 02 03
///     3 message 1 out "LOGIN ok"         11 message 3 in  DE AD (grows: 2 bytes)
///     4 message 1 in  UTF-16LE "Grüße"   12 message 3 out empty
///     5 message 1 in  300 KiB, at its    13 identified 1: user SHOP\ann
///       end "needle"                     14 disconnected 1
///     6 client opened /tmp/billing       15 closed (endpoint 1)
///     7 message 2 out "GET /x"
///
/// Rows are one millisecond apart, from 2023-11-14 22:13:20.000 UTC on; row 7 is 2 s after row 6.
SessionScript conversation();

/// The session of a script, recorded into a file of a test's own.
class Recorded
{
public:
    explicit Recorded(const SessionScript& script);
    [[nodiscard]] const pipecore::SessionFile& file() const { return *m_file; }
    [[nodiscard]] std::filesystem::path path() const;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<pipecore::SessionFile> m_file;
};

/// Rows that pass, by Filter::matches one by one; empty text of an error or what is wrong.
std::vector<std::uint64_t> rowsOf(const pipecore::RecordSource& source,
                                  const pipecore::Filter& filter);
/// "1 2 5".
QString listOf(const std::vector<std::uint64_t>& rows);
