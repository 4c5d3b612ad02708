#include "dialog_test.h"
#include "identity/access_dialog.h"
#include "runner/register.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>

using namespace pipescope;
using pipecore::AccessTarget;
using pipecore::RequestedAccess;

/// The dialog for access checks, used by keyboard and mouse.
class AccessDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void ReadingIsWishedAtFirst()
    {
        const AccessDialog dialog(nullptr);
        QVERIFY(dialog.requestedAccess() == RequestedAccess::Read);
        QVERIFY(dialog.target().kind == AccessTarget::Kind::File);
        QVERIFY(!check(dialog)->isEnabled()); // nothing is named yet
    }

    void PathAndAccessMatchTheInput()
    {
        AccessDialog dialog(nullptr);
        show(dialog);
        const QString path =
            QDir::toNativeSeparators(QDir::tempPath() + QStringLiteral("/a b.txt"));
        QTest::keyClicks(find<QLineEdit>(dialog, "path"), QLatin1Char(' ') + path);
        QTest::mouseClick(find<QCheckBox>(dialog, "write"), Qt::LeftButton, {}, QPoint(6, 6));
        QVERIFY(dialog.requestedAccess() == (RequestedAccess::Read | RequestedAccess::Write));
        QCOMPARE(QString::fromStdString(dialog.target().path), path);
        QVERIFY(check(dialog)->isEnabled());
        QTest::keyClick(&dialog, Qt::Key_Return);
        QCOMPARE(dialog.result(), int{QDialog::Accepted});
    }

    void UnavailableQueriesAreReported()
    {
        AccessDialog dialog(nullptr);
        show(dialog);
        auto* path = find<QLineEdit>(dialog, "path");
        path->setText(QStringLiteral("not/from/the/root"));
        QVERIFY(!check(dialog)->isEnabled());
        QVERIFY2(!problem(dialog).isEmpty()
                     && !problem(dialog).contains(QStringLiteral("no access requested")),
                 qPrintable(problem(dialog)));
        // An empty field is no mistake yet.
        path->clear();
        QVERIFY(problem(dialog).contains(QStringLiteral("permissions are read")));
        QTest::keyClick(&dialog, Qt::Key_Return);
        QVERIFY(dialog.isVisible());
    }

    void NothingWishedIsRefused()
    {
        AccessDialog dialog(nullptr);
        show(dialog);
        find<QLineEdit>(dialog, "path")->setText(QDir::tempPath());
        QVERIFY(check(dialog)->isEnabled());
        for (QCheckBox* wish : dialog.findChildren<QCheckBox*>()) {
            wish->setChecked(false);
        }
        QVERIFY(dialog.requestedAccess() == RequestedAccess::None);
        QVERIFY(!check(dialog)->isEnabled());
    }

    void RegistryKeysAreOfferedOnWindowsAlone()
    {
        AccessDialog dialog(nullptr);
        auto* kind = dialog.findChild<QComboBox*>();
#ifdef Q_OS_WIN
        QCOMPARE(kind->count(), 2);
        kind->setCurrentIndex(1);
        find<QLineEdit>(dialog, "path")->setText(QStringLiteral("HKLM\\SOFTWARE"));
        QVERIFY(dialog.target().kind == AccessTarget::Kind::RegistryKey);
        QVERIFY(check(dialog)->isEnabled());
#else
        QCOMPARE(kind->count(), 1);
#endif
    }

private:
    static QPushButton* check(const AccessDialog& dialog)
    {
        return find<QPushButton>(dialog, "check");
    }
    static QString problem(const AccessDialog& dialog)
    {
        return find<QLabel>(dialog, "problem")->text();
    }
};

PIPESCOPE_GUI_TEST(AccessDialogTest)
#include "tst_access_dialog.moc"
