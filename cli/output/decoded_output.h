#pragma once

#include "pipecore/decode/decode.h"

#include <string>

namespace pipescope::cli {

/// Whether a decoder found something wrong.
[[nodiscard]] bool isMalformed(const pipecore::Decoded& decoded);

/// The words of a decoder of --decoder about a message, for a line of text: "  | Chat: 1 line"; empty when none
/// knows it.
[[nodiscard]] std::string decodedText(pipecore::ByteView payload,
                                      const pipecore::DecodeContext& context);

/// The same as members of a line of JSON, which they are added to: `decoder`, `summary`, `decoded`,
/// `decodeProblem`.
void addDecodedMembers(std::string& jsonLine, pipecore::ByteView payload,
                       const pipecore::DecodeContext& context);

/// The fields of a tree as a JSON value: groups are objects, lists are arrays. What is wrong is left out.
[[nodiscard]] std::string decodedJson(const pipecore::Field& field);

} // namespace pipescope::cli
