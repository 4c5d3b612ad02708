#include "completion_port.h"

#include "operation.h"
#include "system_calls.h"
#include "win32_error.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pipecore::win32 {
namespace {

constexpr ULONG_PTR operationKey = 0;
constexpr ULONG_PTR wakeKey = 1;
/// How many packets one system call takes.
constexpr ULONG batchSize = 128;

DWORD milliseconds(std::optional<std::chrono::nanoseconds> timeout)
{
    if (!timeout) {
        return INFINITE;
    }
    // Rounded up: a timer that is due in half a millisecond must not spin until then.
    const auto rounded = std::chrono::ceil<std::chrono::milliseconds>(*timeout).count();
    if (rounded <= 0) {
        return 0;
    }
    return rounded < INFINITE ? static_cast<DWORD>(rounded) : INFINITE - 1;
}

} // namespace

Result<CompletionPort> CompletionPort::create()
{
    KernelHandle port(CreateIoCompletionPort(INVALID_HANDLE_VALUE, nullptr, 0, 1));
    if (!port) {
        return std::unexpected(lastError("CreateIoCompletionPort"));
    }
    return CompletionPort(std::move(port));
}

CompletionPort::CompletionPort(CompletionPort&& other) noexcept
    : m_port(std::move(other.m_port))
    , m_settled(std::move(other.m_settled))
    , m_wakePosted(other.m_wakePosted.load())
{}

Result<void> CompletionPort::associate(const PipeHandle& file)
{
    if (systemCalls().createIoCompletionPort(file.get(), m_port.get(), operationKey, 0)
        == nullptr) {
        return std::unexpected(lastError("CreateIoCompletionPort"));
    }
    return {};
}

void CompletionPort::queue(Operation& operation)
{
    m_settled.push_back(&operation);
}

void CompletionPort::wait(std::vector<Completion>& completions,
                          std::optional<std::chrono::nanoseconds> timeout)
{
    m_watch.lookWhenDue();
    timeout = m_watch.shortened(timeout);
    // Settled completions do not wait, but packets that have arrived come along with them, so that
    // a caller who settles something in every round does not starve the pipes.
    const DWORD wait = m_settled.empty() ? milliseconds(timeout) : 0;
    for (Operation* operation : m_settled) {
        completions.push_back(operation->owner.finish(*operation));
    }
    m_settled.clear();

    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): the system fills it
    std::array<OVERLAPPED_ENTRY, batchSize> entries;
    ULONG count = 0;
    if (GetQueuedCompletionStatusEx(m_port.get(), entries.data(), batchSize, &count, wait, FALSE)
        == FALSE) {
        return;
    }
    for (const OVERLAPPED_ENTRY& entry : std::span(entries).first(count)) {
        if (entry.lpCompletionKey == wakeKey) {
            // An exchange, not a store: it makes everything visible that was done before any of the
            // wake() calls that this one packet stands for.
            m_wakePosted.exchange(false);
            continue;
        }
        auto& operation = static_cast<Operation&>(*entry.lpOverlapped);
        completions.push_back(operation.owner.finish(operation));
    }
    // A reply can be taken from the port together with, and before, the write that it answers. The
    // log shows what was sent first.
    std::ranges::stable_partition(completions, [](const Completion& completion) {
        return completion.kind == OperationKind::Write;
    });
}

void CompletionPort::wake()
{
    if (m_wakePosted.exchange(true)) {
        return;
    }
    if (PostQueuedCompletionStatus(m_port.get(), 0, wakeKey, nullptr) == FALSE) {
        m_wakePosted = false; // out of memory: the next wake() tries again
    }
}

} // namespace pipecore::win32
