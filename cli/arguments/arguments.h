#pragma once

#include "arguments/decoder_files.h"
#include "arguments/proto_options.h"

#include "pipecore/base/bytes.h"
#include "pipecore/engine/event_queue.h"
#include "pipecore/framing/rule.h"
#include "pipecore/model/options.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pipescope::cli {

/// A step of `connect`. Steps run in the order of the command line.
struct Step
{
    enum class Kind {
        Send,   ///< send `payload`
        Expect, ///< wait for `payload`
        Input,  ///< send standard input up to its end
    };
    Kind kind = Kind::Send;
    pipecore::Bytes payload;
};

/// The ways to use a pipe. Call and Transact are clients like Connect; Proxy is a server.
enum class Talk { Serve, Proxy, Connect, Call, Transact };

/// The command line of `serve`, `proxy`, `connect`, `call` or `transact`, understood and checked.
struct Arguments
{
    Talk talk = Talk::Serve;
    pipecore::ServerOptions server; ///< of `serve` and `proxy`
    std::string target;             ///< of `proxy`: the pipe that it passes on to
    bool allowOtherUsers = false;   ///< as RelayOptions has it
    std::set<std::string_view>
        given; ///< of `proxy`: options of the pipe that the target does not decide
    pipecore::ClientOptions client;    ///< of `connect` and `transact`
    pipecore::CallOptions call;        ///< of `call`
    std::optional<std::string> record; ///< UTF-8 path of the session file, "-" standard output
    std::optional<std::string> fifo;   ///< a pipe to record to in place of a file: Wireshark's
    pipecore::Backpressure backpressure = pipecore::Backpressure::Throttle;
    bool jsonLines = false;                       ///< events as JSON, one a line
    std::optional<pipecore::FramingRule> framing; ///< prints frames in place of reads and writes
    DecoderFiles decoders;                        ///< --decoder
    ProtoChoice proto;                            ///< decodes what is printed
    bool identity = false;                        ///< look up who connects
    bool facts = false;                           ///< report the pipe properties of each connection
    std::uint64_t exitAfterDisconnects = 0;       ///< 0: no end by itself
    std::vector<Step> script;                     ///< of a client; without the request of `call`
    /// How long each expectation waits; zero: without limit.
    std::chrono::milliseconds expectTime{0};
    /// A client ends its sending after its script, and stays until the other end closes.
    bool endSending = false;
    /// A client stays until nothing came or went for so long after its script.
    std::optional<std::chrono::milliseconds> stay;
    bool allowCutReply = false; ///< of `call`: a reply that is longer than its limit is no error
    bool rawInput = false;      ///< standard input is bytes, not lines
    bool keepLineEnds = false;  ///< each line of standard input is sent with its end
};

} // namespace pipescope::cli
