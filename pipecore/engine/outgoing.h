#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/model/row_body.h"

#include <memory>
#include <utility>

namespace pipecore {

/// Bytes on their way out: our own, or held together with others that send or keep the same.
class Outgoing
{
public:
    Outgoing() = default;
    explicit Outgoing(Bytes bytes) : m_own(std::move(bytes)) {}
    /// `bytes` is not null and does not change any more.
    explicit Outgoing(std::shared_ptr<const Bytes> bytes) : m_shared(std::move(bytes)) {}

    [[nodiscard]] ByteView view() const { return m_shared ? *m_shared : m_own; }
    [[nodiscard]] std::size_t size() const { return view().size(); }
    [[nodiscard]] bool empty() const { return size() == 0; }

    /// The same bytes once more, without a copy of them.
    [[nodiscard]] Outgoing share()
    {
        if (!m_shared) {
            m_shared = std::make_shared<const Bytes>(std::exchange(m_own, {}));
        }
        return Outgoing(m_shared);
    }

private:
    Bytes m_own;
    std::shared_ptr<const Bytes> m_shared;
};

/// Origin of a sent message, for its row.
struct Cause
{
    OperationId operation{}; ///< zero without a request
    Origin origin = byUser;
    std::uint64_t partner = 0; ///< as Message::partner
};

} // namespace pipecore
