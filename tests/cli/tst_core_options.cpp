#include "parsed_arguments.h"
#include "runner/register.h"
#include "test_paths.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace pipescope::cli;

/// The core describes its options, and the command line has every one.
class CoreOptionsTest : public QObject
{
    Q_OBJECT

private slots:
    void DefaultsAreTheCores();
    void EveryOptionOfTheCoreIsInTheHelp();
    void EveryOptionOfTheCoreIsTaken();
    void EveryOptionOfTheCoreIsInTheManual();
};

void CoreOptionsTest::DefaultsAreTheCores()
{
    const auto serve = parse({"serve", "orders"});
    QVERIFY(serve->server.mode == pipecore::ServerOptions{}.mode);
    QCOMPARE(serve->server.instances, pipecore::ServerOptions{}.instances);
    QCOMPARE(serve->server.inBufferSize, pipecore::ServerOptions{}.inBufferSize);
    const auto connect = parse({"connect", "orders"});
    QVERIFY(connect->client.timeout == pipecore::ClientOptions{}.timeout);
    QVERIFY(connect->expectTime == pipecore::ClientOptions{}.timeout);
    QVERIFY(connect->script.empty());
}

void CoreOptionsTest::EveryOptionOfTheCoreIsInTheHelp()
{
    const auto check = [](const QByteArray& command, auto options) {
        const auto help = parseAny({command, "--help"});
        const QByteArray text = QByteArray::fromStdString(help->answer).simplified();
        for (const auto& option : options) {
            const QByteArray key = option.key.data();
            if (option.kind == pipecore::OptionKind::Payload) {
                continue; // sent by the script
            }
            QVERIFY2(option.kind == pipecore::OptionKind::Name || text.contains("--" + key),
                     key.constData());
            QVERIFY2(text.contains(option.help.data()), option.help.data());
        }
    };
    check("serve", pipecore::optionsOf<pipecore::ServerOptions>());
    check("connect", pipecore::optionsOf<pipecore::ClientOptions>());
    check("transact", pipecore::optionsOf<pipecore::ClientOptions>());
    check("call", pipecore::optionsOf<pipecore::CallOptions>());
}

void CoreOptionsTest::EveryOptionOfTheCoreIsTaken()
{
    // The highest number, another word, the opposite of a flag.
    const auto textOf = [](const auto& option) {
        if (option.kind == pipecore::OptionKind::Sddl) {
            return std::string("D:(A;;GA;;;BA)");
        }
        if (option.kind != pipecore::OptionKind::Choice) {
            return pipecore::optionText(option, option.high);
        }
        const auto words = option.words();
        const bool isFirst = option.get(pipecore::ServerOptions())
                             == pipecore::OptionValue(std::string(words.front()));
        return std::string(isFirst ? words.back() : words.front());
    };
    for (const auto& option : pipecore::optionsOf<pipecore::ServerOptions>()) {
        if (option.kind == pipecore::OptionKind::Name) {
            continue;
        }
        QByteArrayList arguments{"serve", "orders", QByteArray("--") + option.key.data()};
        const bool isFlag = option.kind == pipecore::OptionKind::Flag;
        const bool isOn = option.get(pipecore::ServerOptions()) == pipecore::OptionValue(true);
        if (isFlag && isOn) {
            arguments << "off";
        } else if (!isFlag) {
            arguments << QByteArray::fromStdString(textOf(option));
        }
        const auto parsed = parse(arguments);
        QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().c_str());
        const auto changed = pipecore::changedOptions(parsed->server);
        QVERIFY2(std::ranges::find(changed, option.key, &pipecore::OptionText::key)
                     != changed.end(),
                 option.key.data());
    }
}

void CoreOptionsTest::EveryOptionOfTheCoreIsInTheManual()
{
    QFile manual(QStringLiteral(PIPESCOPE_TESTS_DIR "/../docs/CLI.md"));
    QVERIFY(manual.open(QIODevice::ReadOnly));
    const QByteArray text = manual.readAll();
    const auto check = [&text](auto options) {
        for (const auto& option : options) {
            const bool isOption = option.kind != pipecore::OptionKind::Name
                                  && option.kind != pipecore::OptionKind::Payload;
            const QByteArray key = QByteArray("`--") + option.key.data();
            QVERIFY2(!isOption || text.contains(key + '`') || text.contains(key + ' '),
                     key.constData());
        }
    };
    check(pipecore::optionsOf<pipecore::ServerOptions>());
    check(pipecore::optionsOf<pipecore::ClientOptions>());
    check(pipecore::optionsOf<pipecore::CallOptions>());
}

PIPESCOPE_APPLESS_TEST(CoreOptionsTest)
#include "tst_core_options.moc"
