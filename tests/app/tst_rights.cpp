#include "accounts_for_test.h"
#include "runner/register.h"
#include "security/effective_rights.h"
#include "security/rights_columns.h"

#include <QTest>

#include <algorithm>

using namespace pipescope;

/// Rights and whom they are asked for, without the editor.
class RightsTest : public QObject
{
    Q_OBJECT

private slots:
    void SubjectsAreWhatATokenWouldSay();
    void CheckBoxesTakeAndGiveOnlyTheirBits_data();
    void CheckBoxesTakeAndGiveOnlyTheirBits();
};

void RightsTest::SubjectsAreWhatATokenWouldSay()
{
    namespace sids = pipecore::sids;
    const auto has = [](const std::vector<pipecore::Sid>& list, const pipecore::Sid& sid) {
        return std::ranges::find(list, sid) != list.end();
    };
    const auto anonymous = subjectFor({.sid = sids::anonymous(), .fromNetwork = true}, {});
    QVERIFY(!has(anonymous.sids, sids::everyone()));
    QVERIFY(has(anonymous.sids, sids::network()) && !has(anonymous.sids, sids::interactive()));
    const auto somebody = subjectFor({.sid = operators}, {});
    QVERIFY(has(somebody.sids, sids::everyone()) && has(somebody.sids, sids::interactive()));
    const auto app = subjectFor({.sid = pipecore::Sid(15, {2, 7})}, twoAccounts().self);
    QVERIFY(has(app.packages, sids::allAppPackages()) && has(app.sids, self));
    auto known = twoAccounts().self;
    known->sids.push_back(operators);
    QVERIFY(has(subjectFor({.sid = self}, known).sids, operators));
}

void RightsTest::CheckBoxesTakeAndGiveOnlyTheirBits_data()
{
    QTest::addColumn<quint32>("mask");
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("on");
    QTest::addColumn<quint32>("result");
    const auto row = [](const char* name, quint32 mask, RightsColumn column, bool on,
                        quint32 result) {
        QTest::newRow(name) << mask << static_cast<int>(column) << on << result;
    };
    row("read", 0, RightsColumn::Read, true, 0x120089);
    row("read and write", 0x120089, RightsColumn::Write, true, 0x12019B);
    row("write taken, read stays whole", 0x12019B, RightsColumn::Write, false, 0x120089);
    row("read taken, write stays whole", 0x12019B, RightsColumn::Read, false, 0x120112);
    row("instances", 0x12019B, RightsColumn::CreateInstance, true, 0x12019F);
    row("instances taken", 0x12019F, RightsColumn::CreateInstance, false, 0x12019B);
    row("generic write", 0x40000000, RightsColumn::CreateInstance, false, 0x120112);
    row("full", 0, RightsColumn::Full, true, 0x1F01FF);
    row("full taken leaves read and write", 0x1F01FF, RightsColumn::Full, false, 0x12019B);
    row("others stay", 0x10000, RightsColumn::Read, true, 0x130089);
}

void RightsTest::CheckBoxesTakeAndGiveOnlyTheirBits()
{
    QFETCH(quint32, mask);
    QFETCH(int, column);
    QFETCH(bool, on);
    QFETCH(quint32, result);
    const auto rightsColumn = static_cast<RightsColumn>(column);
    QCOMPARE(withRights(mask, rightsColumn, on), result);
    QCOMPARE(rightsState(result, rightsColumn) == Qt::Checked, on);
}

PIPESCOPE_APPLESS_TEST(RightsTest)
#include "tst_rights.moc"
