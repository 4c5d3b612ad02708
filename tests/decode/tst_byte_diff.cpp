#include "outline.h"
#include "payload/random_bytes.h"
#include "pipecore/analysis/byte_diff.h"
#include "runner/register.h"

#include <QElapsedTimer>
#include <QTest>

using namespace pipecore;

/// Which bytes of two messages are the same.
class ByteDiffTest : public QObject
{
    Q_OBJECT

private slots:
    void Runs_data();
    void Runs();
    void RunsAreAllOfBothSides();
    void TooMuchToAlignIsComparedByPlace();
    void LargeMessagesTakeLittleTime();
    void ManyRunsStop();
};

namespace {

/// `=abc` the same, `~ab>cd` changed, `-ab` only on the left, `+ab` only on the right.
QByteArray text(const ByteDiff& diff, const QByteArray& left, const QByteArray& right)
{
    QByteArray result;
    for (const DiffRun& run : diff.runs) {
        const QByteArray one = left.mid(qsizetype(run.leftOffset), qsizetype(run.leftLength));
        const QByteArray other = right.mid(qsizetype(run.rightOffset), qsizetype(run.rightLength));
        switch (run.kind) {
        case DiffKind::Equal: result += '=' + one; break;
        case DiffKind::Changed: result += '~' + one + '>' + other; break;
        case DiffKind::OnlyLeft: result += '-' + one; break;
        case DiffKind::OnlyRight: result += '+' + other; break;
        }
        result += ' ';
    }
    return result.trimmed();
}

/// First violated rule of a comparison; empty if all hold.
QByteArray broken(const ByteDiff& diff, ByteView left, ByteView right)
{
    std::size_t leftAt = 0;
    std::size_t rightAt = 0;
    const DiffRun* before = nullptr;
    for (const DiffRun& run : diff.runs) {
        if (run.leftOffset != leftAt || run.rightOffset != rightAt) {
            return "a gap";
        }
        if (before != nullptr && before->kind == run.kind) {
            return "two runs of one kind";
        }
        const bool sameLength = run.leftLength == run.rightLength;
        const bool lengthsFit =
            run.kind == DiffKind::OnlyLeft    ? run.leftLength > 0 && run.rightLength == 0
            : run.kind == DiffKind::OnlyRight ? run.leftLength == 0 && run.rightLength > 0
                                              : run.leftLength > 0 && sameLength;
        if (!lengthsFit) {
            return "lengths that do not fit the kind";
        }
        if (run.kind == DiffKind::Equal
            && !std::ranges::equal(left.subspan(leftAt, run.leftLength),
                                   right.subspan(rightAt, run.rightLength))) {
            return "not equal";
        }
        leftAt += run.leftLength;
        rightAt += run.rightLength;
        before = &run;
    }
    return leftAt == left.size() && rightAt == right.size() ? "" : "not all";
}

} // namespace

void ByteDiffTest::Runs_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* left, const char* right,
                        const char* expected) {
        QTest::newRow(name) << QByteArray(left) << QByteArray(right) << QByteArray(expected);
    };
    row("nothing", "", "", "");
    row("the same", "abc", "abc", "=abc");
    row("only left", "abc", "", "-abc");
    row("only right", "", "abc", "+abc");
    row("all different", "abc", "xyz", "~abc>xyz");
    row("one changed", "header 1 tail", "header 2 tail", "=header  ~1>2 = tail");
    row("added", "header tail", "header more tail", "=header  +more  =tail");
    row("removed", "header more tail", "header tail", "=header  -more  =tail");
    row("longer one in its place", "id=1;x", "id=123;x", "=id=1 +23 =;x");
    row("changed and added", "a12z", "a345z", "=a ~12>34 +5 =z");
    row("two changes of fixed fields", "AAxBBxCC", "AAyBByCC", "=AA ~x>y =BB ~x>y =CC");
    row("moved on", "0123456789", "x0123456789", "+x =0123456789");
    row("beginning and end", "x middle y", "middle", "-x  =middle - y");
}

void ByteDiffTest::Runs()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    const ByteDiff diff = diffBytes(viewOf(left), viewOf(right));
    QTEST(text(diff, left, right), "expected");
    QVERIFY(!diff.positional);
    QCOMPARE(broken(diff, viewOf(left), viewOf(right)), QByteArray());
}

void ByteDiffTest::RunsAreAllOfBothSides()
{
    RandomBytes random(5);
    for (int round = 0; round < 3000; ++round) {
        Bytes left = random.take(random.below(60));
        for (std::byte& byte : left) {
            byte &= std::byte{3};
        }
        Bytes right = left;
        for (std::uint32_t change = random.below(6); change > 0 && !right.empty(); --change) {
            const auto at = right.begin() + random.below(std::uint32_t(right.size()));
            switch (random.below(3)) {
            case 0: *at = std::byte{7}; break;
            case 1: right.erase(at); break;
            default: right.insert(at, std::byte{2});
            }
        }
        for (const std::size_t edits : {std::size_t{0}, std::size_t{3}, std::size_t{1000}}) {
            DiffLimits limits;
            limits.edits = edits;
            const ByteDiff diff = diffBytes(left, right, limits);
            QCOMPARE(broken(diff, left, right), QByteArray());
            QCOMPARE(diff.differences == 0, left == right);
        }
    }
}

void ByteDiffTest::TooMuchToAlignIsComparedByPlace()
{
    const QByteArray left = "start " + QByteArray("ab").repeated(50);
    const QByteArray right = "start " + QByteArray("cb").repeated(50) + "!";
    DiffLimits limits;
    limits.edits = 10;
    const ByteDiff diff = diffBytes(viewOf(left), viewOf(right), limits);
    QVERIFY(diff.positional);
    QCOMPARE(diff.positionalFrom, std::size_t(6));
    QCOMPARE(diff.differences, std::size_t(51));
    QCOMPARE(broken(diff, viewOf(left), viewOf(right)), QByteArray());
}

void ByteDiffTest::LargeMessagesTakeLittleTime()
{
    RandomBytes random(6);
    Bytes left = random.take(std::uint32_t{1} << 20U);
    left.resize(std::size_t{16} << 20U);
    const Bytes other = random.take(std::uint32_t{1} << 20U);
    Bytes shifted = left;
    shifted.insert(shifted.begin() + 100, std::byte{1});
    shifted.erase(shifted.begin() + 900'000);
    QElapsedTimer timer;
    timer.start();
    // No common bytes, an inserted byte far in front of a removed one, and a repeated byte.
    const Bytes zeros(std::size_t{8} << 20U);
    const ByteDiff unlike = diffBytes(left, other);
    const ByteDiff near = diffBytes(left, shifted);
    const ByteDiff ones = diffBytes(zeros, Bytes(zeros.size(), std::byte{1}));
    QVERIFY2(timer.elapsed() < 20'000, QByteArray::number(timer.elapsed()));
    QVERIFY(unlike.positional);
    QVERIFY(!near.positional);
    QCOMPARE(near.differences, std::size_t(2));
    QCOMPARE(ones.runs.size(), std::size_t(1));
    QCOMPARE(broken(unlike, left, other), QByteArray());
    QCOMPARE(broken(near, left, shifted), QByteArray());
}

void ByteDiffTest::ManyRunsStop()
{
    DiffLimits limits;
    limits.edits = 4;
    limits.runs = 10;
    const QByteArray left = QByteArray("ab").repeated(1000);
    const QByteArray right = QByteArray("cb").repeated(1000);
    const ByteDiff diff = diffBytes(viewOf(left), viewOf(right), limits);
    QVERIFY(diff.runs.size() <= 13);
    QCOMPARE(broken(diff, viewOf(left), viewOf(right)), QByteArray());
}

PIPESCOPE_APPLESS_TEST(ByteDiffTest)

#include "tst_byte_diff.moc"
