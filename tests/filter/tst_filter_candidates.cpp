#include "conversation.h"
#include "filter/literal_search.h"

#include "pipecore/filter/filter_run.h"
#include "runner/register.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace pipecore;
using pipecore::filter::LiteralSearch;

namespace {

Bytes wide(std::string_view text)
{
    Bytes bytes;
    for (const char c : text) {
        bytes.push_back(static_cast<std::byte>(c));
        bytes.push_back(std::byte{0});
    }
    return bytes;
}

/// Messages of many sizes, of which some have "needle" in them: at the start, at the end, in UTF-16,
/// in the middle of a large one.
SessionScript hayAndNeedles()
{
    SessionScript script;
    std::mt19937 random(20261130); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same in every run
    script.server(1, "needle in the name of a pipe");
    for (std::uint64_t i = 0; i < 6'000; ++i) {
        Bytes payload(random() % 300, std::byte{'e'});
        const std::string number = "order " + std::to_string(i) + " needl";
        if (payload.size() > number.size()) {
            std::ranges::copy(asBytes(number), payload.begin());
        }
        switch (random() % 16) {
        case 0: std::ranges::copy(asBytes("needle"), std::back_inserter(payload)); break;
        case 1: payload = toBytes("needle and the rest"); break;
        case 2: payload = wide("a needle"); break;
        case 3: payload.clear(); break;
        default: break;
        }
        if (i % 1'500 == 700) {
            payload.resize(std::size_t{700} * 1024, std::byte{'n'});
            std::ranges::copy(asBytes("needle"), payload.end() - 400'000);
        }
        script.message(1, 1 + i % 3, i % 2 == 0 ? Direction::Received : Direction::Sent,
                       std::move(payload));
        if (i % 400 == 0) {
            script.failed(1, 1 + i % 3, {.error = {.api = "needle", .detail = {}}});
        }
    }
    script.closed(1);
    return script;
}

} // namespace

/// Rows that are found by their bytes in the file are those that looking at each row finds.
class FilterCandidatesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_recorded = std::make_unique<Recorded>(hayAndNeedles()); }

    void TheSameRowsAsOneByOne_data()
    {
        QTest::addColumn<QString>("filter");
        for (const char* filter :
             {"text contains \"needle\"", "needle", "text contains \"no such\"",
              "text == \"needle and the rest\"", "text in {\"a needle\", \"order\"}",
              "data contains 6e:65:65:64:6c:65", "data[0:6] == 6e:65:65:64:6c:65",
              "!(text contains \"needle\")", "text != \"a needle\"",
              "text contains \"needle\" && len > 100", "len < 20 || text contains \"needle\"",
              "text contains \"needle\" || text contains \"order 59\"",
              "text contains \"needle\" && text ~ \"order \\\\d+7 \"",
              "kind == failed && text contains \"needle\"", "text contains \"e\"",
              "text contains \"\\x00\"", "text startswith \"needle\""}) {
            QTest::newRow(filter) << filter;
        }
    }
    void TheSameRowsAsOneByOne()
    {
        QFETCH(const QString, filter);
        const auto parsed = Filter::parse(filter.toStdString());
        QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().message.text().c_str());
        const SessionFile& file = m_recorded->file();
        const FilterRun run(file, *parsed);
        QTRY_VERIFY_WITH_TIMEOUT(run.waitUntilDone(std::chrono::seconds(1)), 60'000);
        std::vector<std::uint64_t> found;
        for (std::uint64_t i = 0; i < run.matches().size(); ++i) {
            found.push_back(run.matches().at(i));
        }
        std::vector<std::uint64_t> expected;
        for (std::uint64_t row = 0; row < file.rowCount(); ++row) {
            if (parsed->matches(file, row)) { // a single row is always read
                expected.push_back(row);
            }
        }
        QVERIFY(found == expected);
    }

    void AFilterFollowsAFileThatIsBeingRead()
    {
        const auto parsed = Filter::parse("text contains \"needle\"");
        QVERIFY(parsed && parsed->needsOnlyRows());
        const FilterRun all(m_recorded->file(), *parsed);
        QTRY_VERIFY_WITH_TIMEOUT(all.waitUntilDone(std::chrono::seconds(1)), 60'000);

        auto again = SessionFile::start(m_recorded->path());
        QVERIFY(again.has_value());
        FilterRun run(**again, *parsed, {.rowCount = 0});
        std::uint64_t steps = 0;
        QVERIFY((*again)
                    ->scan([&](double) {
                        ++steps;
                        run.extendTo((*again)->rowCount());
                        return true;
                    })
                    .has_value());
        run.extendTo((*again)->rowCount());
        QTRY_VERIFY_WITH_TIMEOUT(run.waitUntilDone(std::chrono::seconds(1)), 60'000);
        QVERIFY(steps > 1);
        QVERIFY(all.matches().size() > 100);
        QCOMPARE(run.matches().size(), all.matches().size());
        QCOMPARE(run.progress().looked, m_recorded->file().rowCount());
    }

    void WhatAFilterNeedsBesidesTheRows_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("onlyRows");
        QTest::newRow("text") << "text contains \"a\" && len > 3" << true;
        QTest::newRow("decoded") << "json.id == 5" << true;
        QTest::newRow("delta") << "delta > 1s" << true;
        QTest::newRow("process") << "len > 3 || pid == 5" << false;
        QTest::newRow("pipe") << "pipe == \"a\"" << false;
        QTest::newRow("mark") << "mark" << false;
        QTest::newRow("latency") << "latency > 1ms" << false;
    }
    void WhatAFilterNeedsBesidesTheRows()
    {
        QFETCH(const QString, filter);
        QFETCH(const bool, onlyRows);
        const auto parsed = Filter::parse(filter.toStdString());
        QVERIFY(parsed.has_value());
        QCOMPARE(parsed->needsOnlyRows(), onlyRows);
    }

    void LiteralsAreFoundWhereverTheyAre()
    {
        std::mt19937 random(7); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same in every run
        for (int round = 0; round < 2'000; ++round) {
            // Few different bytes: many places that are nearly it.
            std::string hay(random() % 400, '\0');
            for (char& c : hay) {
                c = static_cast<char>('a' + random() % 3);
            }
            std::string needle(1 + random() % 20, '\0');
            for (char& c : needle) {
                c = static_cast<char>('a' + random() % 3);
            }
            if (round % 2 == 0 && hay.size() > needle.size()) {
                hay.replace(random() % (hay.size() - needle.size() + 1), needle.size(), needle);
            }
            const LiteralSearch search(needle);
            for (std::size_t from = 0; from <= hay.size() + 1; from += 1 + random() % 30) {
                const std::size_t expected =
                    from > hay.size() ? std::string::npos : hay.find(needle, from);
                QCOMPARE(search.find(asBytes(hay), from), expected);
            }
        }
    }

private:
    std::unique_ptr<Recorded> m_recorded;
};

PIPESCOPE_GUILESS_TEST(FilterCandidatesTest)
#include "tst_filter_candidates.moc"
