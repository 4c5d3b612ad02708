#include "dcerpc_names.h"

#include <array>
#include <utility>

namespace pipecore {

namespace {

// [C706] chapter 12.6, [MS-RPCE] 2.2.2.
constexpr std::array<std::string_view, 20> packetTypes = {
    "request",   "ping",     "response",      "fault",
    "working",   "nocall",   "reject",        "ack",
    "cl_cancel", "fack",     "cancel_ack",    "bind",
    "bind_ack",  "bind_nak", "alter_context", "alter_context_resp",
    "auth3",     "shutdown", "co_cancel",     "orphaned"};

// Interfaces that Windows and Samba serve on named pipes, from their [MS-…] documents.
constexpr std::pair<std::string_view, std::string_view> interfaces[] = {
    {"8a885d04-1ceb-11c9-9fe8-08002b104860", "NDR"},
    {"71710533-beba-4937-8319-b5dbef9ccc36", "NDR64"},
    {"6cb71c2c-9812-4540-0300-000000000000", "bind time features"},
    {"12345678-1234-abcd-ef00-0123456789ab", "spoolss"},
    {"12345678-1234-abcd-ef00-01234567cffb", "netlogon"},
    {"12345778-1234-abcd-ef00-0123456789ab", "lsarpc"},
    {"12345778-1234-abcd-ef00-0123456789ac", "samr"},
    {"1ff70682-0a51-30e8-076d-740be8cee98b", "atsvc"},
    {"338cd001-2244-31f1-aaaa-900038003301", "winreg"},
    {"367abb81-9844-35f1-ad32-98f038001003", "svcctl"},
    {"4b324fc8-1670-01d3-1278-5a47bf6ee188", "srvsvc"},
    {"4fc742e0-4a10-11cf-8273-00aa004ae673", "netdfs"},
    {"6bffd098-a112-3610-9833-46c3f87e345a", "wkssvc"},
    {"82273fdc-e32a-18c3-3f78-827929dc23ea", "eventlog"},
    {"86d35949-83c9-4044-b424-db363231fd0c", "ITaskSchedulerService"},
    {"e1af8308-5d1f-11c9-91a4-08002b14a0fa", "epmapper"},
};

constexpr std::array<std::string_view, 4> results = {"acceptance", "user_rejection",
                                                     "provider_rejection", "negotiate_ack"};

} // namespace

std::string_view dceRpcPacketType(std::uint8_t type)
{
    return type < packetTypes.size() ? packetTypes[type] : std::string_view();
}

std::string_view dceRpcInterface(std::string_view uuid)
{
    for (const auto& [known, name] : interfaces) {
        if (uuid == known) {
            return name;
        }
    }
    return {};
}

std::string_view dceRpcResult(std::uint16_t result)
{
    return result < results.size() ? results[result] : std::string_view();
}

std::string_view dceRpcAuthType(std::uint8_t type)
{
    switch (type) {
    case 0: return "none";
    case 9: return "SPNEGO";
    case 10: return "NTLMSSP";
    case 14: return "Schannel";
    case 16: return "Kerberos";
    case 68: return "Netlogon";
    default: return {};
    }
}

} // namespace pipecore
