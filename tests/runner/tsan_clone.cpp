// Programs that tests start, under ThreadSanitizer. QProcess lets the child run in this program's memory
// until the other one begins (CLONE_VM with CLONE_VFORK). GCC 12's ThreadSanitizer takes such a child for one
// of fork() and notes, in the memory that both share, that atomics count no more: from then on it reports
// races that are none. Here the child gets memory of its own, and the sanitizer is not told.
#include <csignal>
#include <cstdarg>

#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

extern "C" int clone(int (*run)(void*), void* /*stack*/, int flags, void* argument, ...)
{
    va_list rest;
    va_start(rest, argument);
    void* const parent = va_arg(rest, void*);
    va_end(rest);
    const long child =
        syscall(SYS_clone, flags & ~(CLONE_VM | CLONE_VFORK), nullptr, parent, nullptr, nullptr);
    if (child == 0) {
        _exit(run(argument));
    }
    return static_cast<int>(child);
}
