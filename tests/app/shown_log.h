#pragma once

#include "filter/filter_line.h"
#include "log/log_view.h"
#include "memory_records.h"
#include "traffic/traffic_panel.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QTest>

#include <string>

namespace pipescope {

/// Two conversations: row 0 opened, 1 and 2 connected, then questions and answers in turn.
struct ShownLog
{
    ShownLog()
    {
        server = records.openEndpoint(pipecore::Role::Server, "\\\\.\\pipe\\orders");
        app = records.connectPeer(server, 4120, "C:\\app\\app.exe");
        node = records.connectPeer(server, 988, "C:\\node\\node.exe");
        panel.resize(1000, 500);
        panel.setSource(&records);
        panel.show();
        panel.refresh();
    }
    void talk(int questions)
    {
        for (int i = 0; i < questions; ++i) {
            const std::string number = std::to_string(talked++);
            records.received(i % 2 == 0 ? app : node, "question " + number);
            records.sent(i % 2 == 0 ? app : node, "answer " + number);
        }
        panel.refresh();
    }
    [[nodiscard]] LogView* view() const { return panel.findChild<LogView*>(); }
    [[nodiscard]] FilterLine* line() const { return panel.findChild<FilterLine*>(); }
    [[nodiscard]] QString status() const
    {
        return panel.findChild<QLabel*>(QStringLiteral("filterStatus"))->text();
    }
    [[nodiscard]] QLabel* mistake() const
    {
        return panel.findChild<QLabel*>(QStringLiteral("filterMistake"));
    }
    [[nodiscard]] QAbstractItemView* offers() const
    {
        return line()->findChild<QCompleter*>()->popup();
    }
    void type(const char* text) const { QTest::keyClicks(line(), QString::fromUtf8(text)); }
    /// Numbers of the rows that are shown, as in the session.
    [[nodiscard]] QString rows() const
    {
        QStringList numbers;
        for (quint64 row = 0; row < view()->rowCount(); ++row) {
            numbers.append(QString::number(view()->rows()->sourceRow(row)));
        }
        return numbers.join(u' ');
    }

    MemoryRecords records;
    TrafficPanel panel;
    pipecore::EndpointId server;
    pipecore::ConnectionId app;
    pipecore::ConnectionId node;
    int talked = 0;
};

} // namespace pipescope
