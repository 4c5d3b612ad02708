#include "core/gate.h"
#include "core/no_more_threads.h"
#include "runner/register.h"
#include "tasks/background.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace pipescope;

namespace {

const QRegularExpression refusal(QStringLiteral("QThread::start: .*"));

} // namespace

/// Questions that are answered beside the window, several at a time.
class BackgroundTest : public QObject
{
    Q_OBJECT

private slots:
    void AnswerComesBack();
    void ManyQuestionsAreAnswered();
    void JobsRunSideBySide();
    void NoMoreThreadsThanAllowed();
    void AnswerWithoutAReceiverIsDropped();
    void BackgroundWorkIsDoneHereWhenThereIsNoThread();
    void HangingLookUpKeepsNothingWaiting();
};

void BackgroundTest::AnswerComesBack()
{
    QObject context;
    QThread* asked = nullptr;
    QThread* answered = nullptr;
    std::string answer;
    inBackground(
        &context,
        [&asked] {
            asked = QThread::currentThread();
            return std::string(100, 'x');
        },
        [&](const std::string& text) {
            answered = QThread::currentThread();
            answer = text;
        });
    QTRY_COMPARE(answer, std::string(100, 'x'));
    QCOMPARE(answered, QThread::currentThread());
    QVERIFY(asked != nullptr && asked != answered);
}

void BackgroundTest::ManyQuestionsAreAnswered()
{
    constexpr int questions = 300;
    QObject context;
    int answers = 0;
    for (int i = 0; i < questions; ++i) {
        inBackground(
            &context, [i] { return i; }, [&answers](int) { ++answers; });
    }
    QTRY_COMPARE_WITH_TIMEOUT(answers, questions, 20'000);
}

void BackgroundTest::JobsRunSideBySide()
{
    QObject context;
    std::array<Gate, 2> begun;
    int done = 0;
    for (std::size_t i = 0; i < begun.size(); ++i) {
        inBackground(
            &context,
            [&begun, i] {
                begun[i].open();
                begun[1 - i].wait();
                return true;
            },
            [&done](bool) { ++done; });
    }
    QTRY_COMPARE(done, 2);
}

void BackgroundTest::NoMoreThreadsThanAllowed()
{
    const int allowed = std::max(2, QThread::idealThreadCount());
    QObject context;
    Gate mayGo;
    std::atomic<int> working{0};
    std::atomic<int> most{0};
    int done = 0;
    for (int i = 0; i < allowed + 3; ++i) {
        inBackground(
            &context,
            [&] {
                const int now = ++working;
                int known = most.load();
                while (now > known && !most.compare_exchange_weak(known, now)) {}
                mayGo.wait();
                --working;
                return true;
            },
            [&done](bool) { ++done; });
    }
    QTRY_COMPARE(working.load(), allowed);
    mayGo.open();
    QTRY_COMPARE(done, allowed + 3);
    QCOMPARE(most.load(), allowed);
}

void BackgroundTest::AnswerWithoutAReceiverIsDropped()
{
    auto context = std::make_unique<QObject>();
    Gate mayGo;
    auto held = std::make_shared<int>(7);
    const std::weak_ptr<int> watch = held;
    bool answered = false;
    inBackground(
        context.get(),
        [&mayGo] {
            mayGo.wait();
            return 7;
        },
        [&answered, held = std::move(held)](int) { answered = true; });
    context.reset();
    mayGo.open();
    QTRY_VERIFY(watch.expired());
    QVERIFY(!answered);
}

void BackgroundTest::BackgroundWorkIsDoneHereWhenThereIsNoThread()
{
    QObject context;
    QThread* asked = nullptr;
    int answers = 0;
    {
        const NoMoreThreads refused;
        if (!refused.isSet()) {
            QSKIP("only glibc lets a test take threads away");
        }
        for (int i = 0; i < 2; ++i) {
            QTest::ignoreMessage(QtCriticalMsg, refusal);
        }
        const auto ask = [&asked] {
            asked = QThread::currentThread();
            return true;
        };
        inBackground(&context, ask, [&answers](bool) { ++answers; });
        QCOMPARE(asked, QThread::currentThread());
        asked = nullptr;
        onOwnThread(&context, ask, [&answers](bool) { ++answers; });
        QCOMPARE(asked, QThread::currentThread());
        QCOMPARE(answers, 0);
    }
    QTRY_COMPARE(answers, 2);
}

void BackgroundTest::HangingLookUpKeepsNothingWaiting()
{
    const int hanging = QThread::idealThreadCount() + 2;
    QObject context;
    const auto mayGo = std::make_shared<Gate>();
    int answered = 0;
    for (int i = 0; i < hanging; ++i) {
        onOwnThread(
            &context,
            [mayGo] {
                mayGo->wait();
                return true;
            },
            [&answered](bool) { ++answered; });
    }
    bool other = false;
    inBackground(
        &context, [] { return true; }, [&other](bool) { other = true; });
    QTRY_VERIFY(other);
    QCOMPARE(answered, 0);
    mayGo->open();
    QTRY_COMPARE(answered, hanging);
}

PIPESCOPE_GUILESS_TEST(BackgroundTest)
#include "tst_background.moc"
