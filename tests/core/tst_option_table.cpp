#include "pipecore/model/option_table.h"
#include "pipecore/model/vocabulary.h"
#include "runner/register.h"

#include <QTest>

#include <algorithm>
#include <set>
#include <tuple>

using namespace pipecore;

namespace {

// Each member of the structs, so that none is forgotten: these do not compile when there is another one.

auto membersOf(ConnectionOptions& options)
{
    auto& [a, b, c, d, e] = options;
    return std::tie(a, b, c, d, e);
}
auto membersOf(ServerOptions& options)
{
    auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q] = options;
    return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q);
}
auto membersOf(ClientOptions& options)
{
    auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n] = options;
    return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n);
}
auto membersOf(CallOptions& options)
{
    auto& [a, b, c, d, e] = options;
    return std::tie(a, b, c, d, e);
}

template <typename Options>
constexpr std::size_t memberCount =
    std::tuple_size_v<decltype(membersOf(std::declval<Options&>()))>;

// Each gives a member another value that it may have.

void change(bool& member)
{
    member = !member;
}
void change(std::string& member)
{
    member = "D:(A;;FA;;;SY)"; // also right for a descriptor
}
void change(Bytes& member)
{
    member = toBytes("\x01\xff");
}
void change(std::chrono::milliseconds& member)
{
    member += std::chrono::milliseconds(7);
}
void change(std::unsigned_integral auto& member)
{
    member = member == 0600 ? 0640 : member == 0 ? 7 : member - 1;
}
template <typename E>
    requires std::is_enum_v<E>
void change(E& member)
{
    member = static_cast<E>(static_cast<int>(member) == 0 ? 1 : 0);
}
void change(std::optional<PipeMode>& member)
{
    member = PipeMode::Message;
}

/// Calls `see` with default options of which one member is changed, for each member and, in the
/// options of a connection, for each of theirs.
template <typename Options, typename See, std::size_t... Places>
void changeEach(const See& see, std::index_sequence<Places...> /*places*/)
{
    const auto changeOne =
        [&see]<std::size_t Place>(std::integral_constant<std::size_t, Place> /*place*/) {
            Options options;
            [[maybe_unused]] auto& member = std::get<Place>(membersOf(options));
            if constexpr (std::is_same_v<decltype(member), ConnectionOptions&>) {
                changeEach<ConnectionOptions>(
                    [&](const ConnectionOptions& changed) {
                        Options whole;
                        whole.connection = changed;
                        see(whole);
                    },
                    std::make_index_sequence<memberCount<ConnectionOptions>>());
            } else {
                change(member);
                see(options);
            }
        };
    (changeOne(std::integral_constant<std::size_t, Places>()), ...);
}

template <typename Options, typename See>
void changeEachOf(const See& see)
{
    changeEach<Options>(see, std::make_index_sequence<memberCount<Options>>());
}

template <typename Options>
Options applied(const std::vector<OptionText>& texts)
{
    Options options;
    for (const OptionText& text : texts) {
        if (const auto done = applyOption(options, text.key, text.value); !done) {
            QTest::qFail(done.error().detail.c_str(), __FILE__, __LINE__);
        }
    }
    return options;
}

template <typename Options>
void checkEveryMember()
{
    std::set<std::string_view> keys;
    changeEachOf<Options>([&](const Options& options) {
        const std::vector<OptionText> texts = changedOptions(options);
        QCOMPARE(texts.size(), std::size_t{1});
        QVERIFY2(keys.insert(texts.front().key).second, texts.front().key.data());
        QVERIFY(applied<Options>(texts) == options);
    });
    QCOMPARE(keys.size(), optionsOf<Options>().size());
}

template <typename Options>
void checkDescriptions()
{
    const Options defaults;
    for (const Option<Options>& option : optionsOf<Options>()) {
        const char* key = option.key.data();
        QVERIFY2(std::ranges::all_of(option.key,
                                     [](char c) { return c == '-' || (c >= 'a' && c <= 'z'); }),
                 key);
        QVERIFY2(!option.help.empty() && option.help.back() != '.', key);
        QVERIFY2(checkOption(option, option.get(defaults)).has_value(), key);
        QVERIFY2((option.kind == OptionKind::Choice) == (option.words != nullptr), key);
        QVERIFY2((option.high > option.low) == !option.rangeRefusal.empty(), key);
        QVERIFY2(option.notOnUnix.empty() == (option.isOfWindows == nullptr), key);
        QVERIFY2(option.only != System::Windows || option.unixTerms.empty(), key);
        QVERIFY2(option.only != System::Unix || option.windowsTerms.empty(), key);
        QVERIFY2(!option.only || option.windowsTerms != option.unixTerms, key);
    }
}

template <typename Options>
void checkWords()
{
    for (const Option<Options>& option : optionsOf<Options>()) {
        for (const std::string_view word :
             option.words != nullptr ? option.words() : std::vector<std::string_view>()) {
            Options options;
            QVERIFY(applyOption(options, option.key, word).has_value());
            QCOMPARE(optionText(option, option.get(options)), std::string(word));
        }
    }
}

template <typename Options>
void checkLimits()
{
    for (const Option<Options>& option : optionsOf<Options>()) {
        if (option.rangeRefusal.empty() || option.kind == OptionKind::Payload) {
            continue;
        }
        for (const std::int64_t value : {option.low, option.high}) {
            Options options;
            const std::string text = optionText(option, value);
            QVERIFY2(applyOption(options, option.key, text).has_value(), option.key.data());
            QCOMPARE(optionText(option, option.get(options)), text);
        }
        for (const std::int64_t value : {option.low - 1, option.high + 1}) {
            const auto checked = checkOption(option, value);
            QVERIFY2(!checked.has_value(), option.key.data());
            QCOMPARE(checked.error().kind, ErrorKind::InvalidArgument);
            // The window says it in its own language, with these values.
            QCOMPARE(checked.error().phrase.pattern, option.rangeRefusal);
            if (value >= 0) {
                Options options;
                const auto done = applyOption(options, option.key, optionText(option, value));
                QVERIFY(!done.has_value());
                QCOMPARE(done.error(), checked.error());
                QVERIFY(options == Options());
            }
        }
    }
}

/// Refusal when this is applied to the options of a server.
QByteArray refusal(std::string_view key, std::string_view text)
{
    ServerOptions options;
    const auto done = applyOption(options, key, text);
    return done ? "accepted" : QByteArray::fromStdString(done.error().detail);
}

} // namespace

/// The options as they are described once, and what is made of that.
class OptionTableTest : public QObject
{
    Q_OBJECT

private slots:
    void EveryMemberIsAnOptionAndComesBack();
    void AllAtOnceComeBack();
    void DefaultsHaveNothingToSay();
    void DescriptionsAreWhole();
    void EveryWordIsTaken();
    void NumbersAreTakenUpToTheirLimits();
    void MistakesAreSaid_data();
    void MistakesAreSaid();
    void TheNameThatTheUserKnowsIsSaid();
    void NamesAreJudgedByValidationOnly();
    void DirectionsAreTheServers();
    void OnUnixWhatOnlyWindowsHasIsRefused();
    void OnUnixWhatHasNoEffectPasses();
    void WindowsTakesAll();
};

void OptionTableTest::EveryMemberIsAnOptionAndComesBack()
{
    checkEveryMember<ServerOptions>();
    checkEveryMember<ClientOptions>();
    checkEveryMember<CallOptions>();
}

void OptionTableTest::AllAtOnceComeBack()
{
    std::vector<OptionText> texts;
    changeEachOf<ServerOptions>([&texts](const ServerOptions& options) {
        texts.push_back(changedOptions(options).front());
    });
    const auto server = applied<ServerOptions>(texts);
    std::vector<OptionText> again = changedOptions(server);
    QCOMPARE(again.size(), texts.size());
    std::ranges::sort(again, {}, &OptionText::key);
    std::ranges::sort(texts, {}, &OptionText::key);
    QVERIFY(again == texts);
    QVERIFY(applied<ServerOptions>(again) == server);
}

void OptionTableTest::DefaultsHaveNothingToSay()
{
    QVERIFY(changedOptions(ServerOptions()).empty());
    QVERIFY(changedOptions(ClientOptions()).empty());
    QVERIFY(changedOptions(CallOptions()).empty());
}

void OptionTableTest::DescriptionsAreWhole()
{
    checkDescriptions<ServerOptions>();
    checkDescriptions<ClientOptions>();
    checkDescriptions<CallOptions>();
}

void OptionTableTest::EveryWordIsTaken()
{
    checkWords<ServerOptions>();
    checkWords<ClientOptions>();
}

void OptionTableTest::NumbersAreTakenUpToTheirLimits()
{
    checkLimits<ServerOptions>();
    checkLimits<ClientOptions>();
    checkLimits<CallOptions>();
}

void OptionTableTest::MistakesAreSaid_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const char* key, const char* text, const char* says) {
        QTest::newRow(name) << QByteArray(key) << QByteArray(text) << QByteArray(says);
    };
    row("unknown", "colour", "red", "unknown option colour");
    row("of a client", "sqos", "delegation", "unknown option sqos");
    row("no key", "", "1", "unknown option ");
    row("not a number", "in-buffer", "64k", "in-buffer takes a number, not \"64k\"");
    row("negative", "drain-time", "-1", "drain-time takes a number, not \"-1\"");
    row("nothing", "backlog", "", "backlog takes a number, not \"\"");
    row("a number with an end", "backlog", "5 ", "backlog takes a number, not \"5 \"");
    row("out of range", "instances", "255",
        "instances is 255: 0 to 254 (0: unlimited) are allowed");
    row("larger than numbers are", "in-buffer", "9223372036854775808",
        "9223372036854775808 is too large for in-buffer");
    row("not octal", "file-mode", "0680",
        "file-mode takes octal digits such as 0660, not \"0680\"");
    row("more than permissions", "file-mode", "4755",
        "file mode is 4755: 0000 to 0777 are allowed");
    row("two words", "mode", "stream", "mode takes byte or message, not \"stream\"");
    row("three words", "access", "in", "access takes duplex, inbound or outbound, not \"in\"");
    row("no choice", "read-mode", "", "read-mode takes byte or message, not \"\"");
    row("a flag", "echo", "yes", "echo takes on or off, not \"yes\"");
    row("no descriptor", "sddl", "", "sddl takes a security descriptor such as D:(A;;GA;;;BA)");
}

void OptionTableTest::MistakesAreSaid()
{
    QFETCH(const QByteArray, key);
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, says);
    QCOMPARE(refusal(key.toStdString(), text.toStdString()), says);
}

void OptionTableTest::TheNameThatTheUserKnowsIsSaid()
{
    ServerOptions options;
    const auto done =
        setOption(options, *findOption<ServerOptions>("backlog"), "many", "--backlog");
    QCOMPARE(done.error().detail, std::string("--backlog takes a number, not \"many\""));
    CallOptions call;
    QCOMPARE(applyOption(call, "request", "0a0").error().detail,
             std::string("request takes pairs of hex digits, not \"0a0\""));
    QVERIFY(refusal("sddl", "D:(A;;GA;;;").contains("character"));
}

void OptionTableTest::NamesAreJudgedByValidationOnly()
{
    ServerOptions options;
    QVERIFY(applyOption(options, "name", R"(\a)").has_value());
    QVERIFY(!validate(options).has_value());
}

void OptionTableTest::DirectionsAreTheServers()
{
    for (const Access access : {Access::Duplex, Access::Inbound, Access::Outbound}) {
        ClientOptions client;
        QVERIFY(applyOption(client, "access", wordFor(access)).has_value());
        QCOMPARE(client.access, asClientAccess(access));
    }
}

void OptionTableTest::OnUnixWhatOnlyWindowsHasIsRefused()
{
    const auto says = [](const auto& options) {
        const auto checked = checkSystem(options, System::Unix);
        return checked ? QByteArray("accepted")
               : checked.error().kind != ErrorKind::NotSupported
                   ? QByteArray("of another kind")
                   : QByteArray::fromStdString(checked.error().detail);
    };
    const auto server = [&says](std::string_view key, std::string_view text) {
        ServerOptions options;
        return applyOption(options, key, text) ? says(options) : QByteArray("not applied");
    };
    const auto client = [&says](std::string_view key, std::string_view text) {
        ClientOptions options;
        return applyOption(options, key, text) ? says(options) : QByteArray("not applied");
    };
    QVERIFY(server("sddl", "D:(A;;FA;;;SY)").contains("no security descriptor"));
    QVERIFY(server("read-mode", "byte").contains("no separate read mode"));
    QVERIFY(server("reuse", "on").contains("instances cannot be reused"));
    QVERIFY(server("sync", "on").contains("synchronous handles exist only on Windows"));
    QVERIFY(client("sync", "on").contains("synchronous handles exist only on Windows"));
    QVERIFY(client("wait", "wait-named-pipe").contains("WaitNamedPipe exists only on Windows"));
    QCOMPARE(client("wait", "fail-at-once"), QByteArray("accepted"));
    QCOMPARE(server("read-mode", "message"), QByteArray("accepted"));
}

void OptionTableTest::OnUnixWhatHasNoEffectPasses()
{
    ServerOptions server;
    server.writeThrough = true;
    server.rejectRemote = false;
    server.firstInstance = false;
    server.defaultTimeout = std::chrono::milliseconds(9);
    QVERIFY(checkSystem(server, System::Unix).has_value());
    ClientOptions client;
    client.sqos = SqosLevel::Delegation;
    client.shareRead = true;
    QVERIFY(checkSystem(client, System::Unix).has_value());
}

void OptionTableTest::WindowsTakesAll()
{
    changeEachOf<ServerOptions>([](const ServerOptions& options) {
        QVERIFY(checkSystem(options, System::Windows).has_value());
    });
    changeEachOf<ClientOptions>([](const ClientOptions& options) {
        QVERIFY(checkSystem(options, System::Windows).has_value());
    });
}

PIPESCOPE_APPLESS_TEST(OptionTableTest)
#include "tst_option_table.moc"
