#include "conversation.h"
#include "runner/register.h"

#include "pipecore/analysis/framed_rows.h"
#include "pipecore/analysis/row_types.h"
#include "pipecore/filter/filter_run.h"

#include <QTest>

#include <chrono>

using namespace pipecore;

namespace {

std::string bytes(std::initializer_list<int> list)
{
    std::string text;
    for (const int byte : list) {
        text += static_cast<char>(byte);
    }
    return text;
}

std::string frame(int type, int flags, int stream, const std::string& payload)
{
    return bytes({0, 0, static_cast<int>(payload.size()), type, flags, 0, 0, 0, stream}) + payload;
}

std::string data(int stream, const std::string& message)
{
    return frame(0, 1, stream, bytes({0, 0, 0, 0, static_cast<int>(message.size())}) + message);
}

/// Rows by number: 0 opened, 1 connected; Orders: 2 request {user {name "ann" age 34} tags "a" "b"}, 3 reply {total 7
/// state PAID}, 4 a request that is cut off. 5 opened, 6 connected; gRPC: 7 preface and settings, 8 headers of stream
/// 1, 9 its request, 10 headers of stream 3 that refer to those of stream 1, 11 its request, 12 the reply of stream 3, 13
/// headers of a method that is not known, 14 its request.
SessionScript orders()
{
    using enum Direction;
    SessionScript script;
    script.server(1, "orders");
    script.connected(1, 1, unknownPeer());
    script.message(
        1, 1, Received,
        toBytes(bytes({0x0A, 7, 0x0A, 3, 'a', 'n', 'n', 0x10, 34, 0x12, 1, 'a', 0x12, 1, 'b'})));
    script.message(1, 1, Sent, toBytes(bytes({0x08, 7, 0x10, 1})));
    script.message(1, 1, Received, toBytes(bytes({0x0A, 7, 0x0A, 3, 'b', 'o', 'b'})));
    script.server(2, "grpc");
    script.connected(2, 2, unknownPeer());
    const std::string path = "/shop.Orders/Place";
    const auto fromClient = [&script](const std::string& text) {
        script.message(2, 2, Received, toBytes(text));
    };
    fromClient("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + frame(4, 0, 0, {}));
    fromClient(frame(1, 4, 1, bytes({0x83, 0x44, static_cast<int>(path.size())}) + path));
    fromClient(data(1, bytes({0x12, 1, 'x'})));
    fromClient(frame(1, 4, 3, bytes({0x83, 0xBE})));
    fromClient(data(3, bytes({0x12, 1, 'y'})));
    script.message(2, 2, Sent, toBytes(data(3, bytes({0x08, 9}))));
    fromClient(frame(1, 4, 5, bytes({0x83, 0x44, 4}) + "/a/b"));
    fromClient(data(5, bytes({0x12, 1, 'z'})));
    return script;
}

/// The types of these messages, made by hand: user, order, receipt.
std::shared_ptr<const ProtoTypes> shopTypes()
{
    ProtoTypes::Parts parts;
    ProtoEnum& state = parts.enums.emplace_back();
    state.words = {{0, "NEW"}, {1, "PAID"}};
    ProtoMessage& user = parts.messages.emplace_back();
    user = {.name = "shop.User",
            .fields = {{.name = "name", .number = 1, .kind = ProtoKind::String},
                       {.name = "age", .number = 2, .kind = ProtoKind::Int32}}};
    ProtoMessage& order = parts.messages.emplace_back();
    order = {
        .name = "shop.Order",
        .fields = {{.name = "user", .number = 1, .kind = ProtoKind::Message, .message = &user},
                   {.name = "tags", .number = 2, .kind = ProtoKind::String, .isRepeated = true}}};
    ProtoMessage& receipt = parts.messages.emplace_back();
    receipt = {
        .name = "shop.Receipt",
        .fields = {{.name = "total", .number = 1, .kind = ProtoKind::Int64},
                   {.name = "state", .number = 2, .kind = ProtoKind::Enum, .enumeration = &state}}};
    parts.methods = {{.path = "/shop.Orders/Place", .request = &order, .reply = &receipt}};
    return std::make_shared<const ProtoTypes>(std::move(parts));
}

} // namespace

/// Fields of Protocol Buffers by the user's types, in filters.
class FilterProtoTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_session = std::make_unique<Recorded>(orders());
        const auto types = shopTypes();
        const auto rowTypes = std::make_shared<RowTypes>(
            m_session->file(), types, [types](const EndpointFacts& endpoint) {
                return endpoint.name.ends_with("orders")
                           ? RowTypes::MessageTypes{.request = types->message("Order"),
                                                    .reply = types->message("Receipt")}
                           : RowTypes::MessageTypes{};
            });
        QVERIFY(rowTypes->update());
        m_session->file().setRowTypes(rowTypes);
    }

    void RightRowsPass_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rows");
        const auto row = [](const char* text, const char* rows) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(rows);
        };
        row("proto.user.name == \"ann\"", "2");
        row("proto.user.name", "2 4"); // what is there of a message that is cut off
        row("proto.user.age > 30", "2");
        row("proto.user == \"shop.User\"", "2 4");
        row("proto.tags[1] == \"b\"", "2");
        row("proto.tags[*] == \"a\"", "2");
        row("proto.total == 7", "3");
        row("proto.state == PAID", "3");
        row("proto.state == \"PAID\"", "");
        row("proto.total", "3 12");
        row("proto.tags[0] in {\"x\", \"y\"}", "9 11"); // the path of 11 is said in 8
        row("proto.name", "");                          // names are those of the message itself
        row("grpc.method == \"/shop.Orders/Place\"", "9 11 12");
        row("grpc.method contains \"/b\"", "14");
        row("grpc.total == 9", "12");
        row("grpc.2 == \"z\"", "14"); // without a type: by the number
        row("grpc.compressed == 0", "9 11 12 14");
        row("grpc.user", "");
        row("http2.total == 9", "12");
        row("proto.tags || proto.total == 7", "2 3 9 11");
    }
    void RightRowsPass()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, rows);
        const auto filter = Filter::parse(text.toStdString());
        QVERIFY2(filter, filter ? "" : filter.error().error(text.toStdString()).detail.c_str());
        QCOMPARE(listOf(rowsOf(m_session->file(), *filter)), rows);
    }

    void WithoutTypesFieldsAreNumbers()
    {
        const Recorded session(orders());
        QCOMPARE(listOf(rowsOf(session.file(), *Filter::parse("protobuf.1.1 == \"ann\""))),
                 QStringLiteral("2"));
        QCOMPARE(listOf(rowsOf(session.file(), *Filter::parse("proto.2 == \"a\" || proto.2 == 1"))),
                 QStringLiteral("2 3"));
    }

    void TheSideThatServesMayAsk()
    {
        const Recorded session(orders());
        const auto types = shopTypes();
        const auto rowTypes = std::make_shared<RowTypes>(
            session.file(), types,
            [types](const EndpointFacts&) {
                return RowTypes::MessageTypes{.request = types->message("Receipt"),
                                              .reply = types->message("Order")};
            },
            Askers{.usually = Asker::Server});
        QVERIFY(rowTypes->update());
        session.file().setRowTypes(rowTypes);
        QCOMPARE(listOf(rowsOf(session.file(), *Filter::parse("proto.user.age == 34"))),
                 QStringLiteral("2"));
    }

    void FieldsOfTypedMessagesComplete()
    {
        const auto fields = decodedFieldsOf(m_session->file(), 100);
        for (const char* const path :
             {"proto.user.name", "proto.tags", "proto.state", "grpc.method"}) {
            QVERIFY2(std::ranges::find(fields, path) != fields.end(), path);
        }
    }

    void APipeMayHaveTypesOfItsOwnThatAreTakenInByWhoDecodes()
    {
        const auto types = shopTypes();
        const auto ofOrders = [types](const EndpointFacts& endpoint) {
            return endpoint.name.ends_with("orders")
                       ? RowTypes::MessageTypes{.request = types->message("Order"),
                                                .reply = types->message("Receipt"),
                                                .types = types}
                       : RowTypes::MessageTypes{};
        };
        // The calls of gRPC have no types.
        const auto named = Filter::parse("proto.user.name || proto.total");
        const Recorded filtered(orders());
        filtered.file().setRowTypes(std::make_shared<RowTypes>(filtered.file(), nullptr, ofOrders));
        const FilterRun run(filtered.file(), *named);
        QVERIFY(run.waitUntilDone(std::chrono::seconds(30)));
        QCOMPARE(run.progress().matches, std::uint64_t(3));
        const Recorded found(orders());
        found.file().setRowTypes(std::make_shared<RowTypes>(found.file(), nullptr, ofOrders));
        QCOMPARE(listOf(RowFilter(found.file(), *named).rows(0, found.file().rowCount())),
                 QStringLiteral("2 3 4"));
        const Recorded completed(orders());
        completed.file().setRowTypes(
            std::make_shared<RowTypes>(completed.file(), nullptr, ofOrders));
        const auto fields = decodedFieldsOf(completed.file(), 100);
        QVERIFY(std::ranges::find(fields, "proto.user.name") != fields.end());
    }

    void CancelledUpdateGoesOn()
    {
        RowTypes types(m_session->file(), shopTypes());
        QVERIFY(!types.update([] { return false; }));
        QVERIFY(types.update());
        QVERIFY(types.typed(9, m_session->file().head(9)));
        QVERIFY(!types.typed(2, m_session->file().head(2)));
    }

private:
    std::unique_ptr<Recorded> m_session;
};

PIPESCOPE_GUILESS_TEST(FilterProtoTest)
#include "tst_filter_proto.moc"
