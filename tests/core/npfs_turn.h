#pragma once

#include "npfs_system.h"

#include <utility>

namespace npfs {

/// Waits for the turn of a call on a synchronous handle, and ends it (rule 6). Lives no longer than `lock`.
class System::Turn
{
public:
    Turn(System& system, Lock& lock, FilePtr file) : m_system(system), m_file(std::move(file))
    {
        if (m_file->isSynchronous && system.m_rules.synchronousHandlesSerialize) {
            system.m_changed.wait(lock, [&] { return !m_file->isBusy; });
            m_file->isBusy = true;
            m_isTaken = true;
        }
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn()
    {
        if (m_isTaken) {
            m_file->isBusy = false;
            m_system.m_changed.notify_all();
        }
    }

private:
    System& m_system;
    FilePtr m_file;
    bool m_isTaken = false;
};

} // namespace npfs
