#pragma once

#include "arguments/options.h"

#include "pipecore/decode/proto_types.h"

#include <memory>
#include <string>

namespace pipescope::cli {

/// Types of Protocol Buffers that a command line asks for.
struct ProtoChoice
{
    pipecore::ProtoFiles files;
    std::string typeNames; ///< "Type" or "Request,Reply"; empty: only gRPC has types
    // After loadProto():
    std::shared_ptr<const pipecore::ProtoTypes> types; ///< null: none are asked for
    const pipecore::ProtoMessage* request = nullptr;   ///< of the side that asks
    const pipecore::ProtoMessage* reply = nullptr;
};

/// Adds --proto FILE, --proto-path DIR and --proto-type TYPE.
void describeProto(Options& options, ProtoChoice& choice);
/// Reads the files, and finds the types. Returns a sentence about what is wrong, with the places in the files.
[[nodiscard]] Problem loadProto(ProtoChoice& choice);

} // namespace pipescope::cli
