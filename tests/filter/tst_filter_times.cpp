#include "conversation.h"
#include "runner/register.h"

#include <QTest>

#include <ctime>
#include <limits>

using namespace pipecore;

namespace {

constexpr std::int64_t second = 1'000'000'000;

/// A session with a message at each of these moments, in rows 1, 2, ...
SessionScript messagesAt(std::initializer_list<std::int64_t> times)
{
    SessionScript script;
    script.server(1, "p");
    for (const std::int64_t time : times) {
        script.at(time);
        script.message(1, 1, Direction::Received, toBytes("x"));
    }
    return script;
}

QString found(const Recorded& session, const char* text)
{
    const auto filter = Filter::parse(text);
    return filter ? listOf(rowsOf(session.file(), *filter))
                  : QString::fromStdString(filter.error().message.text());
}

/// Whether the zone's clock is put forward in summer, which not every C library does by TZ.
bool hasSummerTime()
{
    const std::time_t july = 1'720'000'000; // 2024-07-03
    const std::tm* const local = std::localtime(&july);
    return local != nullptr && local->tm_isdst > 0 && local->tm_hour == 5;
}

} // namespace

/// Dates of a zone with summer time, and times that only a damaged or hostile file has.
class FilterTimesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // New York: changed on 10 March and 3 November 2024, at two in the morning.
        qputenv("TZ", "EST5EDT,M3.2.0,M11.1.0");
#ifdef Q_OS_WIN
        qputenv("TZ", "EST5EDT");
        _tzset();
#else
        tzset();
#endif
    }

    void ADayThatIsAnHourShorterOrLongerEndsAtMidnight()
    {
        if (!hasSummerTime()) {
            QSKIP("this C library has no summer time for a zone of TZ");
        }
        constexpr std::int64_t march10 = 1'710'046'800;   // 00:00 EST
        constexpr std::int64_t november3 = 1'730'606'400; // 00:00 EDT
        constexpr std::int64_t hour = 3'600;
        const Recorded session(messagesAt({
            march10 * second - 1,                 // 1
            march10 * second,                     // 2
            (march10 + 23 * hour) * second - 1,   // 3: the last nanosecond of that day
            (march10 + 23 * hour) * second,       // 4: 00:00 EDT of the next
            november3 * second - 1,               // 5
            november3 * second,                   // 6
            (november3 + 24 * hour) * second,     // 7: 23:00 EST of the same day
            (november3 + 25 * hour) * second - 1, // 8
            (november3 + 25 * hour) * second,     // 9
        }));
        QCOMPARE(found(session, "time == \"2024-03-10\""), QStringLiteral("2 3"));
        QCOMPARE(found(session, "time > \"2024-03-10\" && time < \"2024-11-03\""),
                 QStringLiteral("4 5"));
        QCOMPARE(found(session, "time == \"2024-11-03\""), QStringLiteral("6 7 8"));
        QCOMPARE(found(session, "time > \"2024-11-03\" && kind == message"), QStringLiteral("9"));
        // The last days of a month and of a year, too.
        QVERIFY(Filter::parse("time == \"2024-12-31\""));
        QVERIFY(Filter::parse("time == \"2024-02-29\""));
        QVERIFY(!Filter::parse("time == \"2023-02-29\""));
    }

    void TimesAtTheEndsOf64BitsAreShownAndFiltered()
    {
        using Limits = std::numeric_limits<std::int64_t>;
        QCOMPARE(filterTime(Limits::min() + 1), std::string("\"1677-09-21T00:12:43.145224193Z\""));
        QCOMPARE(filterTime(-1), std::string("\"1969-12-31T23:59:59.999999999Z\""));
        QCOMPARE(filterTime(0), std::string("\"1970-01-01T00:00:00.000000000Z\""));
        QCOMPARE(filterTime(Limits::max()), std::string("\"2262-04-11T23:47:16.854775807Z\""));
        const Recorded session(messagesAt({Limits::min() + 1, -1, 0, Limits::max()}));
        QCOMPARE(found(session, "time < \"1970-01-01T00:00Z\" && kind == message"),
                 QStringLiteral("1 2"));
        QCOMPARE(found(session, "time > \"2100-01-01\""), QStringLiteral("4"));
        // Of the time of day it is enough that there is one.
        QCOMPARE(found(session, "(time >= \"12:00\" || time < \"12:00\") && kind == message"),
                 QStringLiteral("1 2 3 4"));
    }
};

PIPESCOPE_GUILESS_TEST(FilterTimesTest)
#include "tst_filter_times.moc"
