#pragma once

#include "log/log_view.h"
#include "memory_records.h"
#include "traffic/traffic_panel.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <string>

namespace pipescope {

/// Two clients that talk by turns: rows 0 to 2 are events, then one message each.
struct ShownTraffic
{
    explicit ShownTraffic(int messages = 0)
    {
        server = records.openEndpoint(pipecore::Role::Server, "\\\\.\\pipe\\orders");
        first = records.connectPeer(server, 1, "first.exe");
        second = records.connectPeer(server, 2, "second.exe");
        talk(messages);
        panel.resize(1100, 600);
        panel.setSource(&records);
        panel.show();
        view()->setFocus();
    }
    void talk(int messages)
    {
        for (int message = 0; message < messages; ++message) {
            records.message(message % 2 == 0 ? first : second,
                            message / 2 % 2 == 0 ? pipecore::Direction::Received
                                                 : pipecore::Direction::Sent,
                            "text " + std::to_string(message));
        }
        panel.refresh();
    }
    [[nodiscard]] bool isReady() { return QTest::qWaitForWindowActive(&panel, 20'000); }
    [[nodiscard]] LogView* view() const { return panel.findChild<LogView*>(); }
    [[nodiscard]] pipecore::Annotations& notes() const { return *records.annotations(); }
    [[nodiscard]] QString notice() const
    {
        const auto* label = panel.findChild<QLabel*>(QStringLiteral("trafficNotice"));
        return label->isVisible() ? label->text() : QString();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(view(), key, modifiers);
    }

    MemoryRecords records;
    TrafficPanel panel;
    pipecore::EndpointId server;
    pipecore::ConnectionId first;
    pipecore::ConnectionId second;
};

/// The panel's dialog of that kind; null when there is none.
template <typename Dialog>
Dialog* dialogOf(const ShownTraffic& shown)
{
    return shown.panel.findChild<Dialog*>();
}

/// Presses one of the dialog's buttons.
inline void accept(QDialog* dialog, QDialogButtonBox::StandardButton button)
{
    QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(button), Qt::LeftButton);
}

} // namespace pipescope
