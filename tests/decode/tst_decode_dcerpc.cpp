#include "outline.h"
#include "runner/register.h"

#include <QTest>

using namespace pipecore;

/// DCE/RPC packets as Windows and Samba send them over named pipes.
class DceRpcTest : public QObject
{
    Q_OBJECT

private slots:
    void BindNamesTheInterface();
    void BindAckWithItsPipe();
    void RequestWithObjectAndAuthentication();
    void BigEndianFault();
    void SeveralPacketsInOnePayload();
    void Hostile_data();
    void Hostile();
};

namespace {

QByteArray bodyOf(const QByteArray& payload)
{
    const QByteArray text = outline(decode(viewOf(payload), DecoderId::DceRpc));
    // After the fields that all packets have.
    const char* last = " call_id";
    const auto line = text.indexOf('\n', text.indexOf(last));
    return text.mid(line + 1);
}

} // namespace

void DceRpcTest::BindNamesTheInterface()
{
    const QByteArray payload = fromHex(
        "05000b03 10000000 4800 0000 01000000 b810 b810 00000000 01000000 0000 01 00 "
        "c84f324b7016d30112785a47bf6ee188 03000000 045d888aeb1cc9119fe808002b104860 02000000");
    QCOMPARE(outline(decode(viewOf(payload), DecoderId::DceRpc)),
             "[0] <bind> @0+72\n"
             " rpc_vers: 5 <u8> @0+1\n"
             " rpc_vers_minor: 0 <u8> @1+1\n"
             " PTYPE: 11 (bind) <u8> @2+1\n"
             " pfc_flags: 0x03 FIRST_FRAG LAST_FRAG <u8> @3+1\n"
             " packed_drep: little-endian <bytes> @4+4\n"
             " frag_length: 72 <u16> @8+2\n"
             " auth_length: 0 <u16> @10+2\n"
             " call_id: 1 <u32> @12+4\n"
             " max_xmit_frag: 4280 <u16> @16+2\n"
             " max_recv_frag: 4280 <u16> @18+2\n"
             " assoc_group_id: 0 <u32> @20+4\n"
             " n_context_elem: 1 <u8> @24+1\n"
             " reserved: 0 <u8> @25+1\n"
             " reserved2: 0 <u16> @26+2\n"
             " p_context_elem[0] @28+44\n"
             "  p_cont_id: 0 <u16> @28+2\n"
             "  n_transfer_syn: 1 <u8> @30+1\n"
             "  reserved: 0 <u8> @31+1\n"
             "  abstract_syntax: 4b324fc8-1670-01d3-1278-5a47bf6ee188 3.0 (srvsvc) <UUID, version> "
             "@32+20\n"
             "  transfer_syntax[0]: 8a885d04-1ceb-11c9-9fe8-08002b104860 2.0 (NDR) <UUID, version> "
             "@52+20\n");
}

void DceRpcTest::BindAckWithItsPipe()
{
    const QByteArray payload = fromHex(
        "05000c03 10000000 4400 0000 01000000 b810 b810 f0530000 0d00 5c504950455c73727673766300 "
        "00 01 00 0000 0200 0100 045d888aeb1cc9119fe808002b104860 02000000");
    QCOMPARE(bodyOf(payload),
             " max_xmit_frag: 4280 <u16> @16+2\n"
             " max_recv_frag: 4280 <u16> @18+2\n"
             " assoc_group_id: 21488 <u32> @20+4\n"
             " sec_addr length: 13 <u16> @24+2\n"
             " sec_addr: \\PIPE\\srvsvc <text> @26+13\n"
             " pad: 00 <bytes> @39+1\n"
             " n_results: 1 <u8> @40+1\n"
             " reserved: 0 <u8> @41+1\n"
             " reserved2: 0 <u16> @42+2\n"
             " p_result[0] @44+24\n"
             "  result: 2 (provider_rejection) <u16> @44+2\n"
             "  reason: 1 <u16> @46+2\n"
             "  transfer_syntax: 8a885d04-1ceb-11c9-9fe8-08002b104860 2.0 (NDR) <UUID, version> "
             "@48+20\n");
}

void DceRpcTest::RequestWithObjectAndAuthentication()
{
    const QByteArray payload =
        fromHex("05000083 10000000 3800 0400 02000000 04000000 0100 0f00 "
                "00112233445566778899aabbccddeeff deadbeef 0a060000 07000000 01020304");
    QCOMPARE(bodyOf(payload), " alloc_hint: 4 <u32> @16+4\n"
                              " p_cont_id: 1 <u16> @20+2\n"
                              " opnum: 15 <u16> @22+2\n"
                              " object: 33221100-5544-7766-8899-aabbccddeeff <UUID> @24+16\n"
                              " stub_data: DE AD BE EF <bytes> @40+4\n"
                              " auth_verifier @44+12\n"
                              "  auth_type: 10 (NTLMSSP) <u8> @44+1\n"
                              "  auth_level: 6 <u8> @45+1\n"
                              "  auth_pad_length: 0 <u8> @46+1\n"
                              "  auth_reserved: 0 <u8> @47+1\n"
                              "  auth_context_id: 7 <u32> @48+4\n"
                              "  auth_value: 01 02 03 04 <bytes> @52+4\n");
}

void DceRpcTest::BigEndianFault()
{
    const QByteArray payload = fromHex("05000303 00000000 0020 0000 00000002 "
                                       "00000000 0001 00 00 1c010003 00000000");
    QCOMPARE(bodyOf(payload), " alloc_hint: 0 <u32> @16+4\n"
                              " p_cont_id: 1 <u16> @20+2\n"
                              " cancel_count: 0 <u8> @22+1\n"
                              " reserved: 0 <u8> @23+1\n"
                              " status: 0x1c010003 <u32> @24+4\n"
                              " stub_data: 00 00 00 00 <bytes> @28+4\n");
}

void DceRpcTest::SeveralPacketsInOnePayload()
{
    const QByteArray one = fromHex("05001103 10000000 1000 0000 03000000");
    const Decoded decoded = decode(viewOf(one + one), DecoderId::DceRpc);
    QCOMPARE(decoded.root.children.size(), std::size_t(2));
    QVERIFY(decoded.root.children[1].type == "shutdown");
    QCOMPARE(decoded.root.children[1].offset, std::size_t(16));
    QVERIFY(decoded.end == DecodeEnd::Good);
}

void DceRpcTest::Hostile_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("lastLine");
    const auto row = [](const char* name, const char* hex, const char* lastLine) {
        QTest::newRow(name) << fromHex(hex) << QByteArray(lastLine);
    };
    row("nothing", "", "! unexpected end of data @0+0");
    row("half a header", "05000b03 1000", "! unexpected end of data @0+6");
    row("another protocol", "06000b03 10000000 1000 0000 01000000",
        "! not a DCE/RPC 5 header @0+16");
    row("shorter than its header", "05000b03 10000000 0f00 0000 01000000",
        "! not a DCE/RPC 5 header @0+16");
    row("authentication longer than the packet", "05000003 10000000 1000 ffff 01000000",
        "! auth_length exceeds the packet @10+2");
    row("contexts that are not there",
        "05000b03 10000000 1c00 0000 01000000 b810 b810 00000000 ff000000",
        "! unexpected end of packet @28+0");
    row("address longer than the packet",
        "05000c03 10000000 1c00 0000 01000000 b810 b810 00000000 ffff 0000",
        "! unexpected end of packet @26+2");
    row("contexts that have not come",
        "05000b03 10000000 2c00 0000 01000000 b810 b810 00000000 ff000000",
        "! unexpected end of data @28+0");
    row("only a part of it", "05000003 10000000 ff00 0000 01000000 04000000 0000 0f00 dead",
        "! unexpected end of data @26+0");
}

void DceRpcTest::Hostile()
{
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, lastLine);
    const Decoded decoded = decode(viewOf(payload), DecoderId::DceRpc);
    QCOMPARE(outline(decoded).trimmed().split('\n').last().trimmed(), lastLine);
    QCOMPARE(brokenInvariant(decoded, std::size_t(payload.size())), std::string());
}

PIPESCOPE_APPLESS_TEST(DceRpcTest)

#include "tst_decode_dcerpc.moc"
