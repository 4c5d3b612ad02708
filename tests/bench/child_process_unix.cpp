#ifndef _WIN32

#    include "child_process.h"

#    include <sched.h>
#    include <sys/types.h>
#    include <sys/wait.h>
#    include <unistd.h>

#    include <cerrno>
#    include <csignal>
#    include <filesystem>
#    include <fstream>
#    include <system_error>

namespace bench {

struct PeerProcess::Impl
{
    pid_t pid = -1;
};

PeerProcess::PeerProcess(const std::vector<std::string>& arguments)
    : m_impl(std::make_unique<Impl>())
{
    std::vector<std::string> words = arguments;
    // By its own name and not by the link, so that it can run under tools like valgrind.
    words.insert(words.begin(), std::filesystem::read_symlink("/proc/self/exe").string());
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (std::string& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    m_impl->pid = fork();
    if (m_impl->pid < 0) {
        throw std::system_error(errno, std::generic_category(), "fork");
    }
    if (m_impl->pid == 0) {
        execv(pointers.front(), pointers.data());
        _exit(127);
    }
}

PeerProcess::~PeerProcess()
{
    constexpr int tries = 300;
    for (int i = 0; i < tries; ++i) {
        if (waitpid(m_impl->pid, nullptr, WNOHANG) != 0) {
            return;
        }
        usleep(10'000);
    }
    kill(m_impl->pid, SIGKILL);
    waitpid(m_impl->pid, nullptr, 0);
}

void pinToOneCore()
{
    cpu_set_t allowed;
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) {
        throw std::system_error(errno, std::generic_category(), "sched_getaffinity");
    }
    std::size_t core = 0;
    while (!CPU_ISSET(core, &allowed)) {
        ++core;
    }
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(core, &one);
    if (sched_setaffinity(0, sizeof one, &one) != 0) {
        throw std::system_error(errno, std::generic_category(), "sched_setaffinity");
    }
}

std::uint64_t residentBytes()
{
    std::uint64_t pages = 0;
    std::uint64_t resident = 0;
    std::ifstream("/proc/self/statm") >> pages >> resident;
    return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

unsigned long ownProcessId()
{
    return static_cast<unsigned long>(getpid());
}

} // namespace bench

#endif
