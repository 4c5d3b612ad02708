#include "connections/options_settings.h"
#include "runner/register.h"
#include "test_settings.h"

#include "pipecore/model/option_table.h"

#include <QTest>

#include <array>
#include <initializer_list>
#include <utility>

using namespace pipescope;

/// Options that the dialogs keep in the program's settings.
class OptionsSettingsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_settings.use("options"); }
    void init() { TestSettings::clear(); }

    void EveryOptionIsRemembered();
    void SettingsOfOldAreRead();

private:
    TestSettings m_settings;
};

void OptionsSettingsTest::EveryOptionIsRemembered()
{
    pipecore::ServerOptions server;
    pipecore::ClientOptions client;
    pipecore::CallOptions call;
    for (const auto& [key, text] :
         std::to_array<std::pair<const char*, const char*>>({{"name", "billing"},
                                                             {"mode", "byte"},
                                                             {"access", "inbound"},
                                                             {"instances", "17"},
                                                             {"out-buffer", "4097"},
                                                             {"in-buffer", "0"},
                                                             {"sddl", "D:(A;;FA;;;SY)"},
                                                             {"allow-remote", "on"},
                                                             {"first-instance", "off"},
                                                             {"read-mode", "byte"},
                                                             {"reuse", "on"},
                                                             {"default-timeout", "9"},
                                                             {"file-mode", "0644"},
                                                             {"backlog", "3"},
                                                             {"sync", "on"},
                                                             {"write-through", "on"},
                                                             {"read-size", "3"},
                                                             {"write-queue-limit", "4294967296"},
                                                             {"message-limit", "8"},
                                                             {"drain-time", "1"}})) {
        QVERIFY2(pipecore::applyOption(server, key, text).has_value(), key);
    }
    client.name = "a b";
    client.access = pipecore::ClientAccess::Write;
    client.sqos = pipecore::SqosLevel::Delegation;
    client.connection.echo = false;
    call.name = "once";
    call.request = pipecore::toBytes("hi");
    call.timeout = std::chrono::milliseconds(1);
    QSettings settings;
    saveOptions(settings, server);
    saveOptions(settings, client);
    saveOptions(settings, call);
    QVERIFY(loadOptions<pipecore::ServerOptions>(settings) == server);
    QVERIFY(loadOptions<pipecore::ClientOptions>(settings) == client);
    QVERIFY(loadOptions<pipecore::CallOptions>(settings) == call);
    QCOMPARE(settings.value(QStringLiteral("connections/server/mode")).toString(),
             QStringLiteral("byte"));

    // Options back at their defaults are removed.
    server.mode = pipecore::PipeMode::Message;
    saveOptions(settings, server);
    QVERIFY(!settings.contains(QStringLiteral("connections/server/mode")));
    QVERIFY(loadOptions<pipecore::ServerOptions>(settings) == server);
}

void OptionsSettingsTest::SettingsOfOldAreRead()
{
    QSettings settings;
    const auto store = [&settings](const char* group,
                                   std::initializer_list<std::pair<const char*, QVariant>> values) {
        for (const auto& [name, value] : values) {
            settings.setValue(
                QStringLiteral("connections/%1/%2").arg(QLatin1String(group), QLatin1String(name)),
                value);
        }
    };
    const auto number = [](qulonglong value) { return QVariant(value); };
    store("server", {{"name", QStringLiteral("billing")},
                     {"mode", number(1)},
                     {"access", number(2)},
                     {"instances", number(17)},
                     {"outBufferSize", number(5)},
                     {"inBufferSize", number(0)},
                     {"readMode", number(0)},
                     {"defaultTimeout", number(9)},
                     {"firstInstance", number(0)},
                     {"rejectRemote", number(0)},
                     {"writeThrough", number(1)},
                     {"sddl", QStringLiteral("D:(A;;FA;;;SY)")},
                     {"policy", number(1)},
                     {"io", number(1)},
                     {"fileMode", number(0644)},
                     {"backlog", number(3)},
                     {"readSize", number(3)},
                     {"writeQueueLimit", number(1024)},
                     {"messageLimit", number(8)},
                     {"drainTime", number(1)},
                     {"echo", number(0)}});
    const auto server = loadOptions<pipecore::ServerOptions>(settings);
    QCOMPARE(server.name, std::string("billing"));
    QCOMPARE(server.mode, pipecore::PipeMode::Message);
    QCOMPARE(server.access, pipecore::Access::Outbound);
    QCOMPARE(server.instances, 17U);
    QCOMPARE(server.outBufferSize, 5U);
    QCOMPARE(server.inBufferSize, 0U);
    QVERIFY(server.readMode == pipecore::PipeMode::Byte);
    QCOMPARE(server.defaultTimeout.count(), 9);
    QVERIFY(!server.firstInstance && !server.rejectRemote && server.writeThrough);
    QCOMPARE(server.sddl, std::string("D:(A;;FA;;;SY)"));
    QCOMPARE(server.policy, pipecore::InstancePolicy::Reuse);
    QCOMPARE(server.io, pipecore::IoModel::Synchronous);
    QCOMPARE(server.fileMode, 0644U);
    QCOMPARE(server.backlog, 3U);
    QCOMPARE(server.connection.readSize, std::size_t{3});
    QCOMPARE(server.connection.writeQueueLimit, std::size_t{1024});
    QCOMPARE(server.connection.messageLimit, std::size_t{8});
    QCOMPARE(server.connection.drainTime.count(), 1);

    store("client", {{"access", number(1)},
                     {"mode", number(0)},
                     {"wait", number(2)},
                     {"timeout", number(7)},
                     {"sqos", number(3)},
                     {"effectiveOnly", number(1)},
                     {"contextTracking", number(1)},
                     {"shareRead", number(1)},
                     {"shareWrite", number(1)},
                     {"bufferSize", number(9)}});
    const auto client = loadOptions<pipecore::ClientOptions>(settings);
    QCOMPARE(client.name, std::string("orders"));
    QCOMPARE(client.access, pipecore::ClientAccess::Read);
    QCOMPARE(client.mode, pipecore::PipeMode::Byte);
    QCOMPARE(client.wait, pipecore::WaitPolicy::FailAtOnce);
    QCOMPARE(client.timeout.count(), 7);
    QCOMPARE(client.sqos, pipecore::SqosLevel::Delegation);
    QVERIFY(client.effectiveOnly && client.contextTracking);
    QVERIFY(client.shareRead && client.shareWrite);
    QCOMPARE(client.bufferSize, 9U);

    store("call", {{"timeout", number(250)}, {"replyLimit", number(99)}});
    QCOMPARE(loadOptions<pipecore::CallOptions>(settings).replyLimit, std::size_t{99});
    // Saved, they have their new names only.
    saveOptions(settings, client);
    QVERIFY(!settings.contains(QStringLiteral("connections/client/bufferSize")));
    QVERIFY(loadOptions<pipecore::ClientOptions>(settings) == client);
}

PIPESCOPE_GUI_TEST(OptionsSettingsTest)
#include "tst_options_settings.moc"
