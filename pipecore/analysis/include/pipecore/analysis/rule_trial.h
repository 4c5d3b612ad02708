#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/framing/rule.h"
#include "pipecore/session/session.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace pipecore {

/// The beginnings of a pipe's byte streams, to try framing rules on. A value.
struct StreamSample
{
    /// Bytes of a read or a write.
    struct Piece
    {
        std::uint64_t row = 0;
        ConnectionId connection;
        Direction direction = Direction::Received;
        Bytes bytes;
    };
    struct Limits
    {
        std::uint64_t bytes = std::uint64_t{256} * 1024; ///< of all pieces together
        std::size_t pieces = 4096;
    };

    std::vector<Piece> pieces;
    std::uint64_t bytes = 0; ///< of all pieces
    bool isCut = false;      ///< the limits left something out

    /// Takes the first pieces of the byte endpoints with this name. Reads the index to the last row, and the
    /// payloads it keeps. `shouldContinue` is asked now and then and stops it by returning false (error
    /// Cancelled). Other errors as RecordSource::read(). Any thread.
    [[nodiscard]] static Result<StreamSample> of(const RecordSource& source, std::string_view pipe,
                                                 const std::function<bool()>& shouldContinue,
                                                 const Limits& limits);
    [[nodiscard]] static Result<StreamSample> of(const RecordSource& source, std::string_view pipe,
                                                 const std::function<bool()>& shouldContinue = {});
};

/// Frames that a rule finds in a sample. A value.
struct RuleTrial
{
    /// Row of a frame, with the beginning of its content.
    struct Row
    {
        static constexpr std::size_t maxContent = 256; ///< bytes that are kept

        ConnectionId connection;
        Direction direction = Direction::Received;
        std::uint64_t firstRow = 0; ///< of the session
        std::uint64_t lastRow = 0;
        std::uint64_t size = 0; ///< with header and trailer
        Bytes content;
        /// Translation source of the context "Decode".
        std::optional<Phrase> problem;
    };

    std::vector<Row> rows;       ///< the first ones
    std::uint64_t good = 0;      ///< whole frames without a problem
    std::uint64_t wrong = 0;     ///< frames with a problem
    std::uint64_t bytes = 0;     ///< of the sample
    std::uint64_t explained = 0; ///< of these in good frames
    /// How improbable it is that other data looks like these frames; comparable between rules on one
    /// sample.
    double evidence = 0;

    /// From 0 to 1; 0 without bytes.
    [[nodiscard]] double share() const
    {
        return bytes == 0 ? 0 : static_cast<double>(explained) / static_cast<double>(bytes);
    }
};
/// Tries a rule; keeps the first `maxRows` frames. Takes as long as the sample has bytes. Any thread.
[[nodiscard]] RuleTrial tryRule(const StreamSample& sample, const FramingRule& rule,
                                std::size_t maxRows = 0);

/// A rule that fits a sample.
struct RuleProposal
{
    FramingRule rule;
    RuleTrial trial;     ///< without rows
    bool byName = false; ///< the pipe's name is that of a known protocol
};
/// Rules that explain most of a sample, the likeliest first: the one of the pipe's name, if it fits or
/// nothing was said yet, then by content. Tries the named rules, those of protocols() and a few more. `shouldContinue` stops it early. Any thread.
[[nodiscard]] std::vector<RuleProposal>
proposeRules(const StreamSample& sample, std::string_view pipe,
             const std::function<bool()>& shouldContinue = {});

} // namespace pipecore
