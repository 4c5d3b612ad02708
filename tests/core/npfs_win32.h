#pragma once

#include "npfs_system.h"

#include <memory>

/// Puts a model of NPFS behind the backend's table of system calls for as long as it lives: every pipe
/// of this process is one of the model. No engine may run when it comes or goes.
class NpfsOnWindows
{
public:
    explicit NpfsOnWindows(NpfsRules rules = NpfsRules::standard());
    NpfsOnWindows(const NpfsOnWindows&) = delete;
    NpfsOnWindows& operator=(const NpfsOnWindows&) = delete;
    ~NpfsOnWindows();

    [[nodiscard]] npfs::System& system() { return *m_system; }

private:
    std::unique_ptr<npfs::System> m_system;
};
