#include "detail/detail_panel.h"
#include "memory_records.h"
#include "runner/register.h"
#include "traffic/find_bar.h"
#include "widgets/message_bar.h"
#include "widgets/window_room.h"

#include <QLabel>
#include <QScreen>
#include <QTest>

#include <algorithm>
#include <string>

using namespace pipescope;

/// Texts that come from outside may be of any length: none makes a window wider than it is.
class LongTextsTest : public QObject
{
    Q_OBJECT

private slots:
    void FindStatusDoesNotWiden()
    {
        FindBar bar;
        const int before = bar.minimumSizeHint().width();
        FindBar::Status status;
        status.text = QString(500, u'x');
        bar.setStatus(status);
        QCOMPARE(bar.minimumSizeHint().width(), before);
    }

    void PeerWithALongNameDoesNotWidenTheDetail()
    {
        MemoryRecords records;
        const auto server = records.openEndpoint(pipecore::Role::Server, "orders");
        const auto first = records.connectPeer(server, 1, "a");
        const auto second = records.connectPeer(server, 2, std::string(300, 'n') + ".exe");
        records.received(first, "x");
        records.received(second, "x");
        DetailPanel panel;
        panel.setSource(&records);
        panel.showRow(3);
        const int before = panel.minimumSizeHint().width();
        panel.showRow(4);
        QCOMPARE(panel.minimumSizeHint().width(), before);
        // It is told whole where there is room.
        const auto* head = panel.findChild<QLabel*>(QStringLiteral("detailHead"));
        QVERIFY(head->text().contains(QChar(u'…')));
        QVERIFY(head->toolTip().contains(QString(300, u'n')));
    }

    void MessageWithALongWordIsShortened()
    {
        MessageArea area;
        const QString key = QStringLiteral("key");
        const QString name = QString(300, u'_') + QStringLiteral(".pcapng");
        area.show(key, [&name] {
            Message message;
            message.title = QStringLiteral("Viewing ") + name;
            message.text = QStringLiteral("short words stay as they are");
            return message;
        });
        QVERIFY2(area.minimumSizeHint().width() < 400,
                 qPrintable(QString::number(area.minimumSizeHint().width())));
        const QList<QLabel*> labels = area.findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
            return label->text().startsWith(QStringLiteral("Viewing ___"))
                   && label->text().size() < 100;
        }));
        // Copying and screen readers get the whole text.
        QVERIFY(area.textOf(key).contains(name));
        QVERIFY(area.textOf(key).contains(QStringLiteral("short words stay")));
    }

    void WindowsStayInsideTheScreen()
    {
        QWidget window;
        const QRect room = window.screen()->availableGeometry();
        resizeWithinScreen(window, {100, 80});
        QCOMPARE(window.size(), QSize(100, 80));
        resizeWithinScreen(window, {20'000, 10'000});
        QVERIFY(window.width() < room.width() && window.height() < room.height());
        window.move(room.right() - 50, room.bottom() - 30);
        resizeWithinScreen(window, {100, 80});
        QVERIFY(room.contains(window.geometry()));
    }
};

PIPESCOPE_GUI_TEST(LongTextsTest)
#include "tst_long_texts.moc"
