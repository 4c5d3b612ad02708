#pragma once

#include <utility>
#include <windows.h>

namespace pipecore::win32 {

/// Owns a HANDLE and gives it back with `Traits::close()`. `Traits::invalid()` is the value that means
/// "none": Windows has two of them, and a type for each keeps them from being mixed up.
template <typename Traits>
class BasicHandle
{
public:
    BasicHandle() = default;
    /// Takes ownership; the invalid value is allowed and owns nothing.
    explicit BasicHandle(HANDLE handle) : m_handle(handle) {}
    BasicHandle(BasicHandle&& other) noexcept
        : m_handle(std::exchange(other.m_handle, Traits::invalid()))
    {}
    BasicHandle& operator=(BasicHandle&& other) noexcept
    {
        if (this != &other) {
            reset();
            m_handle = std::exchange(other.m_handle, Traits::invalid());
        }
        return *this;
    }
    ~BasicHandle() { reset(); }

    [[nodiscard]] HANDLE get() const { return m_handle; }
    explicit operator bool() const { return m_handle != Traits::invalid(); }

    void reset()
    {
        if (*this) {
            Traits::close(std::exchange(m_handle, Traits::invalid()));
        }
    }

private:
    HANDLE m_handle = Traits::invalid();
};

struct NullInvalid
{
    static HANDLE invalid() { return nullptr; }
    static void close(HANDLE handle) { CloseHandle(handle); }
};

struct MinusOneInvalid
{
    // INVALID_HANDLE_VALUE is an integer cast to a pointer: no constant expression.
    static HANDLE invalid()
    {
        return INVALID_HANDLE_VALUE; // NOLINT(performance-no-int-to-ptr): Windows' own macro
    }
    static void close(HANDLE handle) { CloseHandle(handle); }
};

/// Processes, threads, tokens, completion ports: these functions return NULL when they fail.
using KernelHandle = BasicHandle<NullInvalid>;
/// CreateFile: it returns INVALID_HANDLE_VALUE when they fail.
using FileHandle = BasicHandle<MinusOneInvalid>;

/// A handle of the calling thread for interrupt(); empty when the system refuses it.
/// CancelSynchronousIo wants one with THREAD_TERMINATE, and std::thread has none on every library.
[[nodiscard]] inline KernelHandle interruptibleThread()
{
    return KernelHandle(OpenThread(THREAD_TERMINATE | THREAD_QUERY_LIMITED_INFORMATION, FALSE,
                                   GetCurrentThreadId()));
}

/// Ends the blocking call that the thread is in, if it is in one (CancelSynchronousIo). One that
/// starts a moment later is not ended: repeat until the thread says that it is done. Any thread.
inline void interrupt(const KernelHandle& thread)
{
    if (thread) {
        CancelSynchronousIo(thread.get());
    }
}

} // namespace pipecore::win32
