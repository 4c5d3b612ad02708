#include "pipecore/discovery/listing.h"
#include "runner/register.h"

#include <QTest>

#include <algorithm>

using namespace pipecore;

namespace {

ListedPipe pipe(const char* name, std::uint32_t instances = 1, std::uint64_t inode = 0)
{
    ListedPipe result;
    result.name = name;
    result.path = std::string(R"(\\.\pipe\)") + name;
    result.instances = instances;
    result.inode = inode;
    return result;
}

} // namespace

/// Differences of listings, and the search field.
class ListingTest : public QObject
{
    Q_OBJECT

private slots:
    void EqualListingsDoNotDiffer()
    {
        QVERIFY(diffListings({}, {}).isEmpty());
        QVERIFY(diffListings({pipe("a"), pipe("b")}, {pipe("b"), pipe("a")}).isEmpty());
    }

    void NewRemovedAndChangedPipesAreReported()
    {
        const auto diff = diffListings({pipe("a"), pipe("b"), pipe("c")},
                                       {pipe("d"), pipe("c", 7), pipe("a"), pipe("e")});
        QCOMPARE(diff.added.size(), std::size_t{2});
        QCOMPARE(diff.added[0].name, std::string("d"));
        QCOMPARE(diff.added[1].name, std::string("e"));
        QCOMPARE(diff.removed.size(), std::size_t{1});
        QCOMPARE(diff.removed[0].name, std::string("b"));
        QCOMPARE(diff.changed.size(), std::size_t{1});
        QVERIFY(diff.changed[0].before.instances == 1U);
        QVERIFY(diff.changed[0].after.instances == 7U);
        QVERIFY(!diff.isEmpty());
    }

    // A server that was started again has another socket under the same path.
    void AnotherSocketIsAnotherPipe()
    {
        const auto diff = diffListings({pipe("a", 1, 10)}, {pipe("a", 1, 11)});
        QCOMPARE(diff.added.size(), std::size_t{1});
        QCOMPARE(diff.removed.size(), std::size_t{1});
        QVERIFY(diff.changed.empty());
    }

    void ServerThatBecomesKnownIsAChange()
    {
        ListedPipe before = pipe("a");
        before.server.processId = refuse("x", ErrorKind::AccessDenied);
        ListedPipe after = before;
        after.server.processId = 12;
        QCOMPARE(diffListings({before}, {after}).changed.size(), std::size_t{1});
    }

    void FilterMatches_data()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char* filter, const char* text, bool matches) {
            QTest::addRow("%s in %s", filter, text)
                << QByteArray(filter) << QByteArray(text) << matches;
        };
        row("", "orders", true);
        row("   ", "orders", true);
        row("order", "my-ORDERS", true);
        row(" order ", "orders", true);
        row("ORDERS", "orders", true);
        row("ordersx", "orders", false);
        row("ord*", "orders", true);
        row("ord*", "my-orders", false);
        row("*ord*s", "my-orders", true);
        row("*", "", true);
        row("**", "x", true);
        row("?", "", false);
        row("?", "x", true);
        row("?", "xy", false);
        row("o?ders", "orders", true);
        row("o?ders", "oders", false);
        row("gr??e", "größe", true); // a character, not a byte
        row("*ß?", "größe", true);
        row("a*b*c", "axxbxxbxxc", true);
        row("a*b*c", "axxbxxbxx", false);
        row("*.sock", "/run/app.sock", true);
        row("[a]", "[a]", true);
        row("[a]", "a", false);
    }
    void FilterMatches()
    {
        QFETCH(const QByteArray, filter);
        QFETCH(const QByteArray, text);
        QTEST(PipeFilter(filter.toStdString()).matches(text.toStdString()), "matches");
    }

    // A pattern that is slow where every star is tried again.
    void EvilPatternIsFast()
    {
        std::string pattern;
        for (int i = 0; i < 100; ++i) {
            pattern += "a*";
        }
        pattern += 'b';
        QVERIFY(!PipeFilter(pattern).matches(std::string(100'000, 'a')));
    }

    void FilterLooksAtNamePathAndProgram()
    {
        ListedPipe listed = pipe("orders");
        listed.server.image = "/usr/bin/node";
        for (const char* text : {"orders", R"(\\.\pipe)", "nod*"}) {
            QVERIFY2(PipeFilter(text).matches(listed), text);
        }
        QVERIFY(!PipeFilter("usr").matches(listed));
    }

    void ServerNameIsTheLastPart()
    {
        ListedPipe listed = pipe("x");
        listed.server.image = R"(C:\Programs\app.exe)";
        QCOMPARE(serverName(listed), std::string("app.exe"));
        listed.server.image = "node";
        QCOMPARE(serverName(listed), std::string("node"));
        listed.server.image = refuse("x");
        QCOMPARE(serverName(listed), std::string());
    }
};

PIPESCOPE_APPLESS_TEST(ListingTest)
#include "tst_listing.moc"
