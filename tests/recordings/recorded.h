#pragma once

#include <span>

/// A recording of this folder, and what is said in it.
struct Recorded
{
    const char* name;     ///< of the file, without .pcapng
    const char* protocol; ///< key of its ProtocolInfo
    bool isNamed;         ///< the pipe is called as those of the protocol are
    const char* lines;    ///< a frame a line: who said it (">": the client), and its summary
    const char* replies;  ///< "5>3": the frame with number 5 answers that with number 3, from 0 on
};

[[nodiscard]] std::span<const Recorded> recordings();
