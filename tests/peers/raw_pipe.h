#pragma once

// An end of a pipe with blocking system calls only and no PipeScope code: as a peer written
// by somebody else does. For the helper programs of the tests.

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

#ifdef _WIN32
#    include <windows.h>
#else
#    include <sys/socket.h>
#    include <sys/un.h>
#    include <unistd.h>

#    include <cerrno>
#    include <csignal>
#    include <cstring>
#endif

class RawPipe
{
public:
    using Buffer = std::vector<char>;

    static RawPipe serve(const std::string& name, bool message);
    static RawPipe connect(const std::string& name, bool message);

    void waitForClient();
    void write(const Buffer& data);
    /// A message (or the available bytes in byte mode). False at the end.
    bool read(Buffer& data);
    void close();

    [[noreturn]] static void die();
    static void sleepMs(unsigned milliseconds);

private:
    static constexpr std::size_t readSize = 64 * 1024;
#ifdef _WIN32
    HANDLE m_handle = INVALID_HANDLE_VALUE;
#else
    int m_socket = -1;
    int m_listener = -1;
    std::string m_path;
    bool m_message = false;
#endif
};

[[noreturn]] inline void failed(const char* call)
{
#ifdef _WIN32
    const unsigned long code = GetLastError();
#else
    const int code = errno;
#endif
    throw std::runtime_error(std::string(call) + " failed: " + std::to_string(code));
}

#ifdef _WIN32

inline std::string fullName(const std::string& name)
{
    return name.starts_with('\\') ? name : "\\\\.\\pipe\\" + name;
}

inline RawPipe RawPipe::serve(const std::string& name, bool message)
{
    RawPipe pipe;
    const DWORD mode = message ? DWORD{PIPE_TYPE_MESSAGE | PIPE_READMODE_MESSAGE}
                               : DWORD{PIPE_TYPE_BYTE | PIPE_READMODE_BYTE};
    pipe.m_handle = CreateNamedPipeA(fullName(name).c_str(), PIPE_ACCESS_DUPLEX, mode,
                                     PIPE_UNLIMITED_INSTANCES, 65536, 65536, 0, nullptr);
    if (pipe.m_handle == INVALID_HANDLE_VALUE) {
        failed("CreateNamedPipe");
    }
    return pipe;
}

inline RawPipe RawPipe::connect(const std::string& name, bool message)
{
    RawPipe pipe;
    for (int attempt = 0; attempt < 500; ++attempt) {
        pipe.m_handle = CreateFileA(fullName(name).c_str(), GENERIC_READ | GENERIC_WRITE, 0,
                                    nullptr, OPEN_EXISTING, 0, nullptr);
        if (pipe.m_handle != INVALID_HANDLE_VALUE) {
            break;
        }
        const DWORD code = GetLastError();
        if (code != ERROR_FILE_NOT_FOUND && code != ERROR_PIPE_BUSY) {
            failed("CreateFile");
        }
        Sleep(10);
    }
    if (pipe.m_handle == INVALID_HANDLE_VALUE) {
        failed("CreateFile");
    }
    DWORD mode = message ? PIPE_READMODE_MESSAGE : PIPE_READMODE_BYTE;
    if (SetNamedPipeHandleState(pipe.m_handle, &mode, nullptr, nullptr) == 0) {
        failed("SetNamedPipeHandleState");
    }
    return pipe;
}

inline void RawPipe::waitForClient()
{
    if (ConnectNamedPipe(m_handle, nullptr) == 0 && GetLastError() != ERROR_PIPE_CONNECTED) {
        failed("ConnectNamedPipe");
    }
}

inline void RawPipe::write(const Buffer& data)
{
    DWORD written = 0;
    if (WriteFile(m_handle, data.data(), static_cast<DWORD>(data.size()), &written, nullptr) == 0) {
        failed("WriteFile");
    }
}

inline bool RawPipe::read(Buffer& data)
{
    data.clear();
    for (;;) {
        const std::size_t before = data.size();
        data.resize(before + readSize);
        DWORD count = 0;
        const BOOL ok = ReadFile(m_handle, data.data() + before, readSize, &count, nullptr);
        const DWORD code = ok != 0 ? ERROR_SUCCESS : GetLastError();
        data.resize(before + count);
        if (ok != 0) {
            return true;
        }
        if (code == ERROR_BROKEN_PIPE || code == ERROR_PIPE_NOT_CONNECTED) {
            return false;
        }
        if (code != ERROR_MORE_DATA) {
            failed("ReadFile");
        }
    }
}

inline void RawPipe::close()
{
    CloseHandle(m_handle);
}

inline void RawPipe::die()
{
    TerminateProcess(GetCurrentProcess(), 99);
    std::abort();
}

inline void RawPipe::sleepMs(unsigned milliseconds)
{
    Sleep(milliseconds);
}

#else

inline sockaddr_un addressOf(const std::string& name)
{
    const char* const folder = std::getenv("TMPDIR");
    const std::string path =
        name.starts_with('/')
            ? name
            : std::string(folder != nullptr ? folder : "/tmp") + "/CoreFxPipe_" + name;
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) {
        throw std::runtime_error("path too long");
    }
    std::memcpy(&address.sun_path[0], path.data(), path.size());
    return address;
}

inline RawPipe RawPipe::serve(const std::string& name, bool message)
{
    RawPipe pipe;
    pipe.m_message = message;
    const sockaddr_un address = addressOf(name);
    pipe.m_path = &address.sun_path[0];
    pipe.m_listener = socket(AF_UNIX, message ? SOCK_SEQPACKET : SOCK_STREAM, 0);
    if (pipe.m_listener < 0) {
        failed("socket");
    }
    if (bind(pipe.m_listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        failed("bind");
    }
    if (listen(pipe.m_listener, 16) != 0) {
        failed("listen");
    }
    return pipe;
}

inline RawPipe RawPipe::connect(const std::string& name, bool message)
{
    RawPipe pipe;
    pipe.m_message = message;
    const sockaddr_un address = addressOf(name);
    for (int attempt = 0; attempt < 500; ++attempt) {
        pipe.m_socket = socket(AF_UNIX, message ? SOCK_SEQPACKET : SOCK_STREAM, 0);
        if (pipe.m_socket < 0) {
            failed("socket");
        }
        if (::connect(pipe.m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address)
            == 0) {
            return pipe;
        }
        ::close(pipe.m_socket);
        if (errno != ENOENT && errno != ECONNREFUSED) {
            failed("connect");
        }
        sleepMs(10);
    }
    failed("connect");
}

inline void RawPipe::waitForClient()
{
    m_socket = accept(m_listener, nullptr, nullptr);
    if (m_socket < 0) {
        failed("accept");
    }
}

inline void RawPipe::write(const Buffer& data)
{
    std::size_t done = 0;
    do {
        const ssize_t count = send(m_socket, data.data() + done, data.size() - done, MSG_NOSIGNAL);
        if (count < 0) {
            failed("send");
        }
        done += static_cast<std::size_t>(count);
    } while (done < data.size());
}

inline bool RawPipe::read(Buffer& data)
{
    // Large enough for every message of the tests: what does not fit would be cut off.
    data.resize(m_message ? 8 * 1024 * 1024 : readSize);
    const ssize_t count = recv(m_socket, data.data(), data.size(), 0);
    if (count < 0 && errno != ECONNRESET) {
        failed("recv");
    }
    data.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
    return count > 0;
}

inline void RawPipe::close()
{
    ::close(m_socket);
    if (m_listener >= 0) {
        ::close(m_listener);
        unlink(m_path.c_str());
    }
}

inline void RawPipe::die()
{
    kill(getpid(), SIGKILL);
    std::abort();
}

inline void RawPipe::sleepMs(unsigned milliseconds)
{
    usleep(milliseconds * 1000);
}

#endif
