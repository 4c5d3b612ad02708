#include "conversation.h"

#include "pipecore/model/identity.h"

#include <QTest>

using namespace pipecore;

namespace {

std::shared_ptr<const ClientIdentity> ann()
{
    ClientIdentity identity;
    identity.processId = 4120U;
    identity.token.user = Account{.id = "S-1-5-21-1", .name = "SHOP\\ann"};
    return std::make_shared<const ClientIdentity>(std::move(identity));
}

Bytes largeWithNeedle()
{
    Bytes bytes(std::size_t{300} * 1024, std::byte{'.'});
    const Bytes needle = toBytes("needle");
    std::copy(needle.begin(), needle.end(), bytes.end() - std::ptrdiff_t(needle.size()));
    return bytes;
}

} // namespace

SessionScript conversation()
{
    using enum Direction;
    SessionScript script;
    constexpr std::int64_t start = 1'700'000'000'000'000'000;
    script.at(start);
    script.server(1, "\\\\.\\pipe\\Orders");
    script.connected(1, 1, somePeer(4120, "C:\\Program Files\\Shop\\App.exe"));
    script.message(1, 1, Received, toBytes("hello world"));
    script.message(1, 1, Sent, toBytes("LOGIN ok"));
    script.message(1, 1, Received, toBytes(std::string_view("G\0r\0\xfc\0\xdf\0e\0", 10)));
    script.message(1, 1, Received, largeWithNeedle());
    script.client(2, "/tmp/billing");
    script.at(start + 2'006'000'000);
    script.message(2, 2, Sent, toBytes("GET /x"));
    script.failed(2, 2,
                  {.operation = {},
                   .error = {.kind = ErrorKind::TimedOut,
                             .domain = ErrorDomain::Errno,
                             .code = 110,
                             .api = "connect"}});
    script.connected(1, 3, unknownPeer());
    script.message(1, 3, Received, toBytes(std::string_view("\xde\xad\xbe\xef\0\1\2\3", 8)));
    script.message(1, 3, Received, toBytes("\xde\xad"));
    script.message(1, 3, Sent, {});
    script.add(1, 1, ClientIdentified{.operation = {}, .identity = ann()});
    script.disconnected(1, 1);
    script.closed(1);
    return script;
}

Recorded::Recorded(const SessionScript& script)
{
    const QString problem = recordTo(m_folder.filePath(QStringLiteral("session.pcapng")), script);
    if (!problem.isEmpty()) {
        qFatal("%s", qPrintable(problem));
    }
    auto file = SessionFile::open(path());
    if (!file) {
        qFatal("%s", describe(file.error()).c_str());
    }
    m_file = std::move(*file);
}

std::filesystem::path Recorded::path() const
{
    return toPath(m_folder.filePath(QStringLiteral("session.pcapng")));
}

std::vector<std::uint64_t> rowsOf(const RecordSource& source, const Filter& filter)
{
    std::vector<std::uint64_t> rows;
    for (std::uint64_t row = 0; row < source.rowCount(); ++row) {
        if (filter.matches(source, row)) {
            rows.push_back(row);
        }
    }
    return rows;
}

QString listOf(const std::vector<std::uint64_t>& rows)
{
    QStringList list;
    for (const std::uint64_t row : rows) {
        list.append(QString::number(row));
    }
    return list.join(u' ');
}
