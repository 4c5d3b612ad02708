#include "exported.h"

#include <QFile>
#include <QTest>

using namespace pipecore;

std::unique_ptr<SessionFile> Exported::open(const SessionScript& script)
{
    m_recorded = newPath(QStringLiteral("pcapng"));
    if (const QString problem = recordTo(m_recorded, script); !problem.isEmpty()) {
        QTest::qFail(qPrintable(problem), __FILE__, __LINE__);
        return nullptr;
    }
    auto file = SessionFile::open(toPath(m_recorded));
    if (!file) {
        QTest::qFail(describe(file.error()).c_str(), __FILE__, __LINE__);
        return nullptr;
    }
    return std::move(*file);
}

QString Exported::newPath(const QString& ending)
{
    return m_folder.filePath(QStringLiteral("%1.%2").arg(++m_number).arg(ending));
}

QByteArray Exported::bytes(const RecordSource& source, const ExportForm& form,
                           const std::optional<RowRanges>& rows)
{
    const QString target = newPath(QStringLiteral("out"));
    if (const auto written = exportRows(source, rows, form, toPath(target)); !written) {
        QTest::qFail(describe(written.error()).c_str(), __FILE__, __LINE__);
        return {};
    }
    QFile file(target);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray Exported::bytes(const SessionScript& script, const ExportForm& form,
                           const std::optional<RowRanges>& rows)
{
    const auto file = open(script);
    return file ? bytes(*file, form, rows) : QByteArray();
}

RowRanges rowsNumbered(std::initializer_list<std::uint64_t> numbers)
{
    RowRanges rows;
    for (const std::uint64_t number : numbers) {
        rows.add(number);
    }
    return rows;
}
