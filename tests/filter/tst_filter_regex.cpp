#include "filter/regex.h"
#include "runner/register.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>
#include <thread>

using pipecore::filter::Regex;
using Outcome = Regex::Outcome;

namespace {

std::shared_ptr<const Regex> compiled(std::string_view pattern,
                                      Regex::Subject subject = Regex::Subject::Text)
{
    auto regex = Regex::compile(pattern, subject);
    if (!regex) {
        qFatal("%s", regex.error().message.c_str());
    }
    return *regex;
}

Outcome search(std::string_view pattern, std::string_view subject,
               Regex::Subject kind = Regex::Subject::Text)
{
    Regex::Scratch scratch;
    return compiled(pattern, kind)->search(subject, scratch);
}

} // namespace

/// Regular expressions: that they find what they should wherever it is, and never hang.
class FilterRegexTest : public QObject
{
    Q_OBJECT

private slots:
    void FindsAtEveryPlace()
    {
        // Subjects are searched in pieces of starts; what lies across their borders is found too.
        for (const std::size_t size : {0U, 1U, 63U, 64U, 65U, 200U, 5000U}) {
            for (std::size_t place = 0; place <= size; place += size < 300 ? 1 : 61) {
                std::string subject(size, '.');
                subject.insert(place, "ab12");
                QCOMPARE(search("[a-c]b\\d{2}", subject), Outcome::Yes);
                QCOMPARE(search("(?<=b)12(?!\\d)", subject), Outcome::Yes);
                QCOMPARE(search("ab13", subject), Outcome::No);
            }
        }
    }

    void AnchorsMeanTheWholeSubject()
    {
        const std::string subject = std::string(3000, 'x') + "end";
        QCOMPARE(search("^end", subject), Outcome::No);
        QCOMPARE(search("end$", subject), Outcome::Yes);
        QCOMPARE(search("\\Ax{3000}end\\z", subject), Outcome::Yes);
        QCOMPARE(search("^$", ""), Outcome::Yes);
    }

    void TextKnowsLettersAndBytesDoNot()
    {
        const std::string text = std::string(63, '.') + "\xC3\x9C" + std::string(63, '.');
        QCOMPARE(search("\xC3\xBC", text), Outcome::Yes); // ü finds Ü
        QCOMPARE(search("\\.\xC3\x9C\\.", text), Outcome::Yes);
        QCOMPARE(search("\\xC3\\x9C", text, Regex::Subject::Bytes), Outcome::Yes);
        QCOMPARE(search("\\xC3\\x9C", text), Outcome::No);
        // Invalid UTF-8 does no harm.
        QCOMPARE(search("ok", "\xFF\xC3 ok \xC3"), Outcome::Yes);
        QCOMPARE(search("^.ok", "\xFF"
                                "ok"),
                 Outcome::No);
    }

    void CaseCountsOnDemand()
    {
        QCOMPARE(search("login", "LOGIN"), Outcome::Yes);
        QCOMPARE(search("(?-i)login", "LOGIN"), Outcome::No);
    }

    void NoPatternHangs_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("subject");
        const auto row = [](const char* name, const char* pattern, const QByteArray& subject) {
            QTest::newRow(name) << QByteArray(pattern) << subject;
        };
        const QByteArray a30 = QByteArray(30, 'a') + "!";
        const QByteArray a10k = QByteArray(10'000, 'a') + "!";
        const QByteArray a1m = QByteArray(1'000'000, 'a') + "!";
        row("nested plus, short", "^(a+)+$", a30);
        row("nested plus, long", "(a+)+b", a1m);
        row("nested star", "(a*)*[bc]", a10k);
        row("alternatives", "^(a|a)*$", a10k);
        row("alternatives, unanchored", "(a|aa)+[bc]", a1m);
        row("three stars", "a*a*a*[bc]", a10k);
        row("three stars over a megabyte", ".*.*.*[bc]", a1m);
        row("lookahead", "(?=(a+))*a*b[cd]", a10k);
        row("lookbehind", "(?<=a{200})[bc]", a1m);
        row("back reference", "(a+)\\1+[bc]", a10k);
        row("recursion", "(a(?1)?)*[bc]", a10k);
        row("whole recursion", "^(?:a|(?R))*[bc]", a10k);
        row("bounded repeat", "(a{1,50}){1,50}[bc]", a10k);
        row("classes", "([a-z]+)*[0-9]", a1m);
    }

    void NoPatternHangs()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, subject);
        for (const auto kind : {Regex::Subject::Text, Regex::Subject::Bytes}) {
            const auto regex = compiled(pattern.toStdString(), kind);
            Regex::Scratch scratch;
            QElapsedTimer timer;
            timer.start();
            const Outcome outcome =
                regex->search({subject.constData(), std::size_t(subject.size())}, scratch);
            const qint64 took = timer.elapsed();
            QVERIFY(outcome != Outcome::Yes);
            qInfo("%lld ms, %s", took, outcome == Outcome::No ? "no" : "too costly");
            QVERIFY2(took < 3000, qPrintable(QString::number(took)));
        }
    }

    void HardWorkIsFinishedWhenThereIsTime()
    {
        // More steps than the quick attempt allows, few enough for the thorough one.
        const std::string subject = std::string(3000, 'a') + "b";
        QCOMPARE(search("^(a|b)*b$", subject), Outcome::Yes);
        QCOMPARE(search("^(?:a|x)*c$", subject), Outcome::No);
    }

    void CancellingEndsHardWork()
    {
        std::atomic<bool> cancelled = false;
        Regex::Scratch scratch(&cancelled);
        const auto regex = compiled("^(a+)+$");
        cancelled = true;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(regex->search(std::string(40, 'a') + "!", scratch), Outcome::TooCostly);
        }
        QVERIFY(timer.elapsed() < 3000);
    }

    void MistakesHaveTheirPlace()
    {
        const auto regex = Regex::compile("ab(c", Regex::Subject::Text);
        QVERIFY(!regex);
        QCOMPARE(regex.error().offset, std::size_t(4));
        QVERIFY(!regex.error().message.empty());
    }
};

PIPESCOPE_GUILESS_TEST(FilterRegexTest)
#include "tst_filter_regex.moc"
