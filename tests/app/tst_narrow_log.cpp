#include "memory_records.h"
#include "test_settings.h"

#include "filter/filter_bar.h"
#include "frames/frame_switch.h"
#include "runner/register.h"
#include "traffic/traffic_panel.h"
#include "widgets/language.h"

#include <QLabel>
#include <QTest>
#include <QToolButton>

using namespace pipescope;

namespace {

/// Names of visible parts of a bar that stand out of it or are narrower than they need to be.
QStringList cutOff(const QWidget& bar)
{
    QStringList names;
    for (const QWidget* part : bar.findChildren<QWidget*>()) {
        const QRect place(part->mapTo(&bar, QPoint()), part->size());
        const bool isButton = qobject_cast<const QToolButton*>(part) != nullptr;
        if (part->isVisible()
            && (!bar.rect().contains(place)
                || (isButton && part->width() < part->sizeHint().width()))) {
            names += part->objectName();
        }
    }
    return names;
}

} // namespace

/// The log and its bars where there is little room.
class NarrowLogTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_settings.use("narrow-log"); }
    void cleanupTestCase() { Language::instance().setCode(QStringLiteral("en")); }

    void NothingOfTheFilterLineIsCutOff_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("isFiltered");
        for (const char* language : {"en", "de"}) {
            for (const bool isFiltered : {false, true}) {
                QTest::addRow("%s%s", language, isFiltered ? ", filtered" : "")
                    << QString::fromLatin1(language) << isFiltered;
            }
        }
    }

    void NothingOfTheFilterLineIsCutOff()
    {
        QFETCH(const QString, language);
        QFETCH(const bool, isFiltered);
        Language::instance().setCode(language);
        MemoryRecords records;
        const auto server = records.openEndpoint(pipecore::Role::Server, "pipe");
        records.received(records.connectPeer(server, 1, "client"), "text");
        TrafficPanel panel;
        panel.setSource(&records);
        panel.frameSwitch().setState({.canShowFrames = true, .wantsFrames = true});
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        if (isFiltered) {
            panel.setFilter(QStringLiteral("text contains \"text\""));
        }
        auto* bar = panel.findChild<FilterBar*>();
        auto* reads = panel.frameSwitch().findChild<QToolButton*>(QStringLiteral("showReads"));
        QList<Qt::ToolButtonStyle> styles;
        for (const int width : {1400, 900, 700, 500, 420, bar->minimumSizeHint().width(), 900}) {
            panel.resize(std::max(width, panel.minimumSizeHint().width()), 300);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            QCoreApplication::processEvents();
            QVERIFY2(cutOff(*bar).isEmpty(),
                     qPrintable(QStringLiteral("%1: %2").arg(width).arg(cutOff(*bar).join(u' '))));
            styles += reads->toolButtonStyle();
        }
        QCOMPARE(styles.first(), Qt::ToolButtonTextOnly);
        QCOMPARE(styles.at(5), Qt::ToolButtonIconOnly);
        QCOMPARE(styles.last(), styles.at(1));
        // A sign says in its tool tip and to screen readers what it is.
        QVERIFY(!reads->toolTip().isEmpty() && !reads->accessibleName().isEmpty());
        QVERIFY2(bar->minimumSizeHint().width() <= 480,
                 qPrintable(QString::number(bar->minimumSizeHint().width())));
        panel.setSource(nullptr);
    }

private:
    TestSettings m_settings;
};

PIPESCOPE_GUI_TEST(NarrowLogTest)
#include "tst_narrow_log.moc"
