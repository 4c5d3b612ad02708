#include "exported.h"

#include "pipecore/session/annotations.h"
#include "runner/register.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace pipecore;

/// Marks and comments go with their rows.
class ExportNotesTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_file = m_exported.open(sampleScript());
        QVERIFY(m_file);
        QVERIFY(m_file->annotations()->set(2, {.marked = true, .comment = {}}));
        QVERIFY(m_file->annotations()->set(5, {.marked = false, .comment = "why <so> late?\n=2"}));
    }

    void AllOfItHasThemAlsoWhenTheyAreNotSaved()
    {
        const auto copy = opened(m_exported.bytes(*m_file, ExportFormat::Pcapng));
        QVERIFY(copy);
        QCOMPARE(difference(*copy, sampleScript().rows()), QString());
        QVERIFY(copy->annotations()->isMarked(2));
        QCOMPARE(copy->annotations()->comment(5), std::string("why <so> late?\n=2"));
        QCOMPARE(copy->report().lostAnnotations, std::uint64_t(0));
    }

    void SomeRowsHaveTheirs()
    {
        const auto copy =
            opened(m_exported.bytes(*m_file, ExportFormat::Pcapng, rowsNumbered({1, 4, 5, 9})));
        QVERIFY(copy);
        QCOMPARE(copy->rowCount(), std::uint64_t(4));
        QCOMPARE(copy->annotations()->entries().size(), std::size_t(1));
        QCOMPARE(copy->annotations()->comment(2), std::string("why <so> late?\n=2"));
        QCOMPARE(copy->report().lostAnnotations, std::uint64_t(0));
    }

    void WhatReadersOfTextSee()
    {
        const auto lines = m_exported.bytes(*m_file, ExportFormat::JsonLines).split('\n');
        const QJsonObject marked = QJsonDocument::fromJson(lines[2]).object();
        QCOMPARE(marked[QStringLiteral("marked")].toBool(), true);
        const QJsonObject commented = QJsonDocument::fromJson(lines[5]).object();
        QCOMPARE(commented[QStringLiteral("comment")], QStringLiteral("why <so> late?\n=2"));
        QVERIFY(!lines[3].contains("comment"));

        const auto records = m_exported.bytes(*m_file, ExportFormat::Csv).split('\n');
        QVERIFY2(records[3].endsWith(",yes,\r"), records[3].constData());
        QVERIFY2(records[6].endsWith(",,\"why <so> late? =2\"\r"), records[6].constData());

        const QByteArray text = m_exported.bytes(*m_file, ExportFormat::Text);
        QVERIFY(text.contains("<- received 5 bytes\n  marked\n"));
        QVERIFY(text.contains("\n  comment: why <so> late? =2\n"));

        const QByteArray page = m_exported.bytes(*m_file, ExportFormat::Html);
        QVERIFY(page.contains("why &lt;so&gt; late?"));
        QCOMPARE(page.count("class=\"note\""), qsizetype(2));
    }

private:
    std::unique_ptr<SessionFile> opened(const QByteArray& bytes)
    {
        QFile file(m_exported.newPath(QStringLiteral("pcapng")));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            return nullptr;
        }
        file.close();
        auto session = SessionFile::open(toPath(file.fileName()));
        return session ? std::move(*session) : nullptr;
    }

    Exported m_exported;
    std::unique_ptr<SessionFile> m_file;
};

PIPESCOPE_GUILESS_TEST(ExportNotesTest)
#include "tst_export_notes.moc"
