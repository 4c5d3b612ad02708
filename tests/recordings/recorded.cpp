#include "recorded.h"

namespace {

constexpr Recorded table[] = {
    {"dap-debugpy", "dap", true,
     "> request initialize, id 1\n"
     "< event output\n"
     "< event output\n"
     "< event debugpySockets\n"
     "< response initialize, id 1\n"
     "> request launch, id 2\n"
     "< event debugpySockets\n"
     "< event debugpySockets\n"
     "< event debugpySockets\n"
     "< event initialized\n"
     "> request setBreakpoints, id 3\n"
     "< response setBreakpoints, id 3\n"
     "> request configurationDone, id 4\n"
     "< response configurationDone, id 4\n"
     "< response launch, id 2\n"
     "< event process\n"
     "< event thread\n"
     "< event stopped\n"
     "> request stackTrace, id 5\n"
     "< response stackTrace, id 5\n"
     "< event module\n"
     "< event module\n"
     "> request nonsense, id 6\n"
     "< error nonsense, id 6\n"
     "> request continue, id 7\n"
     "< response continue, id 7\n"
     "< event output\n"
     "< event continued\n"
     "< event thread\n"
     "< event exited\n"
     "< event terminated\n"
     "< event debugpySockets\n"
     "> request disconnect, id 8\n"
     "< response disconnect, id 8\n"
     "< event debugpySockets\n",
     "4>0 11>10 13>12 14>5 19>18 23>22 25>24 33>32"},
    {"dbus-session", "dbus", true,
     "> 00\n"
     "> AUTH EXTERNAL\n"
     "> DATA\n"
     "> NEGOTIATE_UNIX_FD\n"
     "> BEGIN\n"
     "< DATA\n"
     "< OK 9351a1d8fe4be58d362a37c36b0da929\n"
     "< AGREE_UNIX_FD\n"
     "> method_call org.freedesktop.DBus.Hello, serial 1\n"
     "< method_return, serial 1, reply to 1\n"
     "< signal org.freedesktop.DBus.NameAcquired, serial 2\n"
     "> method_call org.freedesktop.DBus.GetConnectionCredentials, serial 2\n"
     "< method_return, serial 3, reply to 2\n",
     "5>1 6>2 7>3 9>8 12>11"},
    {"dcerpc-samba", "dcerpc", true,
     "> bind\n"
     "< bind_ack\n"
     "> request\n"
     "< response\n"
     "> request\n"
     "< response\n"
     "> request\n"
     "< response\n",
     "1>0 3>2 5>4 7>6"},
    {"discord-example", "discord", true,
     "> HANDSHAKE\n"
     "< event READY\n"
     "> request SET_ACTIVITY, id 647d814a-4cf8-4fbb-948f-898abd24f55b\n"
     "< response SET_ACTIVITY, id 647d814a-4cf8-4fbb-948f-898abd24f55b\n"
     "> PING\n"
     "< PONG\n",
     "3>2 5>4"},
    {"docker-attach", "docker-stream", false,
     "> POST /v1.41/containers/talk/attach?stdout=1&stderr=1&stream=1\n"
     "< 101 UPGRADED\n"
     "< stdout\n"
     "< stderr\n"
     "< stdout\n",
     "1>0"},
    {"dotnet-diagnostics-example", "dotnet-diagnostics", true,
     "> Process ProcessInfo\n"
     "< Server OK\n"
     "> Process 127\n"
     "< Server Error\n"
     "> EventPipe CollectTracing2\n"
     "< Server OK\n",
     "1>0 3>2 5>4"},
    {"grpc-health", "http2", true,
     "< SETTINGS\n"
     "< WINDOW_UPDATE\n"
     "> PRI * HTTP/2.0\n"
     "> SETTINGS\n"
     "> WINDOW_UPDATE\n"
     "> SETTINGS ACK\n"
     "> HEADERS POST /grpc.health.v1.Health/Check, stream 1\n"
     "> WINDOW_UPDATE, stream 1\n"
     "> DATA, stream 1\n"
     "> WINDOW_UPDATE\n"
     "< SETTINGS ACK\n"
     "< WINDOW_UPDATE\n"
     "< PING\n"
     "> PING ACK\n"
     "< HEADERS 200, stream 1\n"
     "< DATA, stream 1\n"
     "< HEADERS, stream 1\n"
     "> PING\n"
     "> HEADERS POST /grpc.health.v1.Health/Watch, stream 3\n"
     "> DATA, stream 3\n"
     "> WINDOW_UPDATE\n"
     "< PING ACK\n"
     "< WINDOW_UPDATE\n"
     "< HEADERS 200, stream 3\n"
     "< DATA, stream 3\n"
     "< DATA, stream 3\n"
     "< HEADERS, stream 3\n"
     "> HEADERS POST /grpc.health.v1.Health/Nonsense, stream 5\n"
     "> WINDOW_UPDATE, stream 5\n"
     "> DATA, stream 5\n"
     "> WINDOW_UPDATE\n"
     "< HEADERS 200, stream 5\n"
     "< WINDOW_UPDATE\n"
     "< PING\n",
     "14>6 23>18 31>27"},
    {"http-docker", "http1", true,
     "> HEAD /_ping\n"
     "< 200 OK\n"
     "> GET /v1.41/version\n"
     "< 200 OK\n",
     "1>0 3>2"},
    {"http-docker-events", "http1", true,
     "> HEAD /_ping\n"
     "< 200 OK\n"
     "> GET /v1.41/events?since=1796068115&until=1796068416\n"
     "< 200 OK\n",
     "1>0 3>2"},
    {"i3-msg", "i3", true,
     "> SUBSCRIBE\n"
     "> GET_VERSION\n"
     "> GET_WORKSPACES\n"
     "> RUN_COMMAND\n"
     "> SEND_TICK\n"
     "< SUBSCRIBE\n"
     "< tick event\n"
     "< GET_VERSION\n"
     "< GET_WORKSPACES\n"
     "< workspace event\n"
     "< workspace event\n"
     "< workspace event\n"
     "< RUN_COMMAND\n"
     "< tick event\n"
     "< SEND_TICK\n",
     "5>0 7>1 8>2 12>3 14>4"},
    {"lsp-clangd", "lsp", true,
     "> request initialize, id 1\n"
     "< response, id 1\n"
     "> notification initialized\n"
     "> notification textDocument/didOpen\n"
     "< notification textDocument/publishDiagnostics\n"
     "> request textDocument/hover, id 2\n"
     "> request textDocument/definition, id 3\n"
     "> request textDocument/nonsense, id four\n"
     "< error, id four\n"
     "< response, id 2\n"
     "< response, id 3\n"
     "> request shutdown, id 5\n"
     "< response, id 5\n"
     "> notification exit\n",
     "1>0 8>7 9>5 10>6 12>11"},
    {"mpv-ipc", "mpv", true,
     "> request get_property, id 1\n"
     "< response, id 1\n"
     "> request observe_property\n"
     "> request subprocess, id 2\n"
     "> request set_property, id 3\n"
     "> request nonsense, id 4\n"
     "< response, id 0\n"
     "< response, id 3\n"
     "< error invalid parameter, id 4\n"
     "< event property-change\n"
     "< response, id 2\n"
     "> request loadfile, id 5\n"
     "< response, id 5\n"
     "< event start-file\n"
     "< event end-file\n"
     "< event idle\n"
     "> request quit\n"
     "< response, id 0\n",
     "1>0 6>2 7>4 8>5 10>3 12>11 17>16"},
    {"named-pipe-wrapper-example", "dotnet-wrapper", false,
     "> chat_1\n"
     "< chat_1\n"
     "> Chat.Message\n"
     "< Chat.Message\n",
     "1>0 3>2"},
    {"nvim-remote", "msgpack-rpc", true,
     "> request nvim_eval, id 1\n"
     "< response, id 1\n",
     "1>0"},
    {"qmp-storage-daemon", "qmp", true,
     "< greeting QMP\n"
     "> request qmp_capabilities, id 1\n"
     "< response, id 1\n"
     "> request query-version\n"
     "> request query-named-block-nodes, id 3\n"
     "> request nonsense, id 4\n"
     "< response\n"
     "< response, id 3\n"
     "< error CommandNotFound, id 4\n"
     "> request quit\n"
     "< response\n",
     "2>1 6>3 7>4 8>5 10>9"},
    {"redis-pushes", "redis", true,
     "> HELLO 3\n"
     "> SUBSCRIBE news\n"
     "> PUBLISH news hello\n"
     "> PING\n"
     "< map\n"
     "< push\n"
     "< push\n"
     "< 1\n"
     "< PONG\n",
     "4>0 7>2 8>3"},
    {"redis-resp2", "redis", true,
     "> COMMAND\n"
     "< ERR unknown command 'COMMAND', with args beginning with: 'DOCS' \n"
     "> COMMAND\n"
     "< ERR unknown command 'COMMAND', with args beginning with: \n"
     "> SET\n"
     "< OK\n"
     "> GET\n"
     "< hello\n"
     "> INCR\n"
     "< ERR value is not an integer or out of range\n"
     "> RPUSH\n"
     "< 2\n"
     "> LRANGE\n"
     "< array\n"
     "> GET\n"
     "< null\n",
     "1>0 3>2 5>4 7>6 9>8 11>10 13>12 15>14"},
    {"redis-resp3", "redis", true,
     "> HELLO\n"
     "< map\n"
     "> COMMAND\n"
     "< ERR unknown command 'COMMAND', with args beginning with: 'DOCS' \n"
     "> COMMAND\n"
     "< ERR unknown command 'COMMAND', with args beginning with: \n"
     "> HSET\n"
     "< 2\n"
     "> HGETALL\n"
     "< map\n"
     "> SADD\n"
     "< 1\n"
     "> SMEMBERS\n"
     "< set\n"
     "> GET\n"
     "< null\n"
     "> ZADD\n"
     "< 1\n"
     "> ZSCORE\n"
     "< 1.5\n",
     "1>0 3>2 5>4 7>6 9>8 11>10 13>12 15>14 17>16 19>18"},
    {"ssh-agent-add", "ssh-agent", true,
     "> ADD_IDENTITY\n"
     "< SUCCESS\n",
     "1>0"},
    {"ssh-agent-sign", "ssh-agent", true,
     "> REQUEST_IDENTITIES\n"
     "< IDENTITIES_ANSWER\n"
     "> SIGN_REQUEST\n"
     "< SIGN_RESPONSE\n",
     "1>0 3>2"},
    {"stream-json-rpc-example", "stream-json-rpc", false,
     "> request Add, id 1\n"
     "< response, id 1\n"
     "> request Divide, id 2\n"
     "< error, id 2\n",
     "1>0 3>2"},
    {"sway-msg", "i3", true,
     "> GET_OUTPUTS\n"
     "< GET_OUTPUTS\n",
     "1>0"},
    {"varlink-service", "varlink", true,
     "> request org.varlink.service.GetInfo\n"
     "< response\n"
     "> request org.example.ping.Ping\n"
     "< response\n"
     "> request org.example.ping.Ping\n"
     "< error org.example.ping.Refused\n"
     "> request org.example.nonsense.Ping\n"
     "< error org.varlink.service.InterfaceNotFound\n",
     "1>0 3>2 5>4 7>6"},
};

} // namespace

std::span<const Recorded> recordings()
{
    return table;
}
