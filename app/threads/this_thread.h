#pragma once

namespace pipescope {

enum class ThreadPriority : unsigned char { Normal, Low };

/// What a thread says and asks for when it begins. `name` shows in debuggers and in top, on Linux; 15
/// characters at most. Low priority is known to Windows only (THREAD_PRIORITY_BELOW_NORMAL): Linux has
/// it for whole processes.
void beginThread(const char* name, ThreadPriority priority = ThreadPriority::Normal);

} // namespace pipescope
