#include "detail/hex_view.h"
#include "runner/register.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QImage>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace pipescope;

namespace {

std::shared_ptr<const pipecore::Bytes> someBytes(std::size_t count)
{
    pipecore::Bytes bytes(count);
    for (std::size_t at = 0; at < count; ++at) {
        bytes[at] = static_cast<std::byte>(at * 7);
    }
    return std::make_shared<const pipecore::Bytes>(std::move(bytes));
}

struct Shown
{
    explicit Shown(std::shared_ptr<const pipecore::Bytes> bytes)
    {
        view.resize(700, 400);
        view.setBytes(std::move(bytes));
        view.show();
        view.setFocus();
    }
    HexView view;
};

void drag(QWidget* viewport, QPoint from, QPoint to)
{
    QTest::mousePress(viewport, Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, to, viewport->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                     {});
    QApplication::sendEvent(viewport, &move);
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, to);
}

} // namespace

class HexViewTest : public QObject
{
    Q_OBJECT

private slots:
    void ClickInEitherColumnGoesToTheSameByte();
    void DragInHexMarksTheTextToo();
    void KeysMoveAndExtend();
    void CopyFollowsTheColumn();
    void CopyFormats();
    void SelectAllAndCopyIsCutWhenHuge();
    void LastByteOf64MiBIsReachable();
    void PaintOf64MiBIsFast();
    void NoBytesAreHarmless();
    void MoreBytesBehindKeepThePlace();
};

void HexViewTest::ClickInEitherColumnGoesToTheSameByte()
{
    Shown shown(someBytes(100));
    for (const quint64 byte : {0U, 7U, 8U, 15U, 16U, 37U, 99U}) {
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {},
                          shown.view.byteRect(byte, false).center());
        QCOMPARE(shown.view.selectionStart(), std::optional(byte));
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {},
                          shown.view.byteRect(byte, true).center());
        QCOMPARE(shown.view.selectionStart(), std::optional(byte));
        QCOMPARE(shown.view.selectionLength(), quint64{0});
    }
}

void HexViewTest::DragInHexMarksTheTextToo()
{
    Shown shown(someBytes(100));
    const QImage before = shown.view.viewport()->grab().toImage();
    drag(shown.view.viewport(), shown.view.byteRect(3, false).center(),
         shown.view.byteRect(20, false).center());
    QCOMPARE(shown.view.selectionStart(), std::optional<quint64>(3));
    QCOMPARE(shown.view.selectionLength(), quint64{18});
    const QImage after = shown.view.viewport()->grab().toImage();
    for (const bool inText : {false, true}) {
        const QPoint corner = shown.view.byteRect(5, inText).topLeft() + QPoint(0, 1);
        QVERIFY(before.pixelColor(corner) != after.pixelColor(corner));
    }
}

void HexViewTest::KeysMoveAndExtend()
{
    Shown shown(someBytes(1000));
    QTest::keyClick(&shown.view, Qt::Key_Right);
    QTest::keyClick(&shown.view, Qt::Key_Down);
    QCOMPARE(shown.view.selectionStart(), std::optional<quint64>(17));
    QTest::keyClick(&shown.view, Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(shown.view.selectionLength(), quint64{15});
    QTest::keyClick(&shown.view, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(shown.view.selectionStart(), std::optional<quint64>(999));
    QTest::keyClick(&shown.view, Qt::Key_Right);
    QCOMPARE(shown.view.selectionStart(), std::optional<quint64>(999));
    QTest::keyClick(&shown.view, Qt::Key_Home, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(shown.view.selectionStart(), std::optional<quint64>(0));
    QCOMPARE(shown.view.selectionLength(), quint64{1000});
    QTest::keyClick(&shown.view, Qt::Key_Up);
    QCOMPARE(shown.view.selectionLength(), quint64{0});
}

void HexViewTest::CopyFollowsTheColumn()
{
    Shown shown(std::make_shared<const pipecore::Bytes>(pipecore::toBytes("Hello, pipe")));
    drag(shown.view.viewport(), shown.view.byteRect(0, false).center(),
         shown.view.byteRect(4, false).center());
    QTest::keyClick(&shown.view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("48 65 6C 6C 6F"));
    drag(shown.view.viewport(), shown.view.byteRect(7, true).center(),
         shown.view.byteRect(10, true).center());
    QTest::keyClick(&shown.view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("pipe"));
}

void HexViewTest::CopyFormats()
{
    Shown shown(std::make_shared<const pipecore::Bytes>(pipecore::toBytes("AB")));
    shown.view.copy(pipecore::CopyStyle::HexDump);
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("|AB|")));
    shown.view.copy(pipecore::CopyStyle::CArray);
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("0x41, 0x42")));
}

void HexViewTest::SelectAllAndCopyIsCutWhenHuge()
{
    Shown shown(someBytes(HexView::copyLimit + 10));
    QSignalSpy cut(&shown.view, &HexView::copyCut);
    QTest::keyClick(&shown.view, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(shown.view.selectionLength(), quint64{HexView::copyLimit + 10});
    shown.view.copy(pipecore::CopyStyle::Hex);
    QCOMPARE(cut.count(), 1);
    QCOMPARE(QApplication::clipboard()->text().size(),
             static_cast<qsizetype>(HexView::copyLimit * 3 - 1));
}

void HexViewTest::LastByteOf64MiBIsReachable()
{
    constexpr std::size_t size = std::size_t{64} * 1024 * 1024;
    Shown shown(std::make_shared<const pipecore::Bytes>(size));
    QTest::keyClick(&shown.view, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(shown.view.selectionStart(), std::optional<quint64>(size - 1));
    QVERIFY(shown.view.viewport()->rect().intersects(shown.view.byteRect(size - 1, false)));
    QCOMPARE(shown.view.byteAt(shown.view.byteRect(size - 1, true).center()),
             std::optional<quint64>(size - 1));
}

void HexViewTest::PaintOf64MiBIsFast()
{
    Shown shown(std::make_shared<const pipecore::Bytes>(std::size_t{64} * 1024 * 1024));
    QVERIFY(QTest::qWaitForWindowExposed(&shown.view));
    shown.view.selectAll();
    QImage image(shown.view.viewport()->size(), QImage::Format_RGB32);
    std::vector<qint64> times;
    QElapsedTimer clock;
    for (int frame = 0; frame < 100; ++frame) {
        shown.view.verticalScrollBar()->setValue(frame * 500'000);
        clock.start();
        shown.view.viewport()->render(&image);
        times.push_back(clock.nsecsElapsed() / 1'000);
    }
    std::sort(times.begin(), times.end());
    qInfo("a paint takes %lld us (p50), %lld us (p99)", times[50], times[98]);
    QVERIFY2(times[50] < 48'000, qPrintable(QString::number(times[50])));
}

void HexViewTest::NoBytesAreHarmless()
{
    Shown shown(nullptr);
    QVERIFY(!shown.view.selectionStart());
    QTest::keyClick(&shown.view, Qt::Key_Down);
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, {100, 10});
    shown.view.selectAll();
    static_cast<void>(shown.view.grab());
    QCOMPARE(shown.view.selectionLength(), quint64{0});
}

void HexViewTest::MoreBytesBehindKeepThePlace()
{
    Shown shown(someBytes(1000));
    shown.view.select(500, 20);
    shown.view.setBytes(someBytes(5000), true);
    QCOMPARE(shown.view.selectionStart(), std::optional<quint64>(500));
    QCOMPARE(shown.view.selectionLength(), quint64{20});
    shown.view.setBytes(someBytes(10), false);
    QCOMPARE(shown.view.selectionStart(), std::optional<quint64>(0));
}

PIPESCOPE_GUI_TEST(HexViewTest)
#include "tst_hex_view.moc"
