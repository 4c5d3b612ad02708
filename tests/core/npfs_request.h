#pragma once

#include "npfs_names.h"

#include "pipecore/base/bytes.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>

namespace npfs {

/// A call that may take its time: connect, read, write or transact.
struct Request
{
    void* overlapped = nullptr; ///< null: the calling thread waits
    std::uint64_t thread = 0;   ///< that made the call
    std::span<std::byte> room;  ///< of a read
    bool byMessage = false;     ///< a read in message mode
    /// Called once, when the call is over.
    std::function<void(Request&)> whenOver;

    bool isOver = false;
    Code code = 0;
    std::uint32_t bytes = 0;

    void finish(Code itsCode, std::size_t count = 0)
    {
        isOver = true;
        code = itsCode;
        bytes = static_cast<std::uint32_t>(count);
        whenOver(*this);
    }
};

using RequestPtr = std::shared_ptr<Request>;

} // namespace npfs
