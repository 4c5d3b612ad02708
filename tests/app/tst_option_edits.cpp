#include "connections/file_mode_edit.h"
#include "connections/size_edit.h"
#include "runner/register.h"

#include <QTest>

using namespace pipescope;

/// Fields for a size and for a file mode, by keyboard.
class OptionEditsTest : public QObject
{
    Q_OBJECT

private slots:
    void FileModeIsOctal();
    void SizesAreReadAsPeopleWriteThem_data();
    void SizesAreReadAsPeopleWriteThem();
    void SizeArrowsDoubleAndHalve();
};

void OptionEditsTest::FileModeIsOctal()
{
    FileModeEdit edit;
    edit.setValue(0600);
    QCOMPARE(edit.text(), QStringLiteral("0600"));
    edit.selectAll();
    QTest::keyClicks(&edit, QStringLiteral("8660"));
    QTest::keyClick(&edit, Qt::Key_Return);
    QCOMPARE(edit.value(), 0660);
    QCOMPARE(edit.text(), QStringLiteral("0660"));
}

void OptionEditsTest::SizesAreReadAsPeopleWriteThem_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<QString>("shown");
    QTest::newRow("bytes") << "65537" << 65537 << "65537 B";
    QTest::newRow("even bytes") << "65536" << 65536 << "64 KiB";
    QTest::newRow("k") << "8k" << 8192 << "8 KiB";
    QTest::newRow("KiB") << "8 KiB" << 8192 << "8 KiB";
    QTest::newRow("M") << "1M" << 1048576 << "1 MiB";
    QTest::newRow("too large") << "9999M" << 16777216 << "16 MiB";
    QTest::newRow("nonsense") << "k" << 4096 << "4 KiB";
}

void OptionEditsTest::SizesAreReadAsPeopleWriteThem()
{
    QFETCH(const QString, typed);
    QFETCH(const int, bytes);
    QFETCH(const QString, shown);
    SizeEdit edit(1, 16 * 1024 * 1024);
    edit.setValue(4096);
    edit.selectAll();
    QTest::keyClicks(&edit, typed);
    QTest::keyClick(&edit, Qt::Key_Return);
    QCOMPARE(edit.value(), bytes);
    QCOMPARE(edit.text(), shown);
}

void OptionEditsTest::SizeArrowsDoubleAndHalve()
{
    SizeEdit edit(0, 8192);
    edit.setValue(4096);
    QTest::keyClick(&edit, Qt::Key_Up);
    QCOMPARE(edit.value(), 8192);
    QTest::keyClick(&edit, Qt::Key_Up);
    QCOMPARE(edit.value(), 8192);
    for (int i = 0; i < 10; ++i) {
        QTest::keyClick(&edit, Qt::Key_Down);
    }
    QCOMPARE(edit.value(), 0);
    QTest::keyClick(&edit, Qt::Key_Up);
    QCOMPARE(edit.value(), 1024);
}

PIPESCOPE_GUI_TEST(OptionEditsTest)
#include "tst_option_edits.moc"
