#pragma once

#include "backends/win32/pipe_handle.h"
#include "backends/win32/utf16.h"

#include "pipecore/model/pipe_name.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

/// A client that does what it is told and nothing else: it keeps its end open until it is told to close,
/// as a program that is busy does. Of the pipes of the current row (PipeRows).
class RawClient
{
public:
    explicit RawClient(const std::string& name, DWORD rights = GENERIC_READ | GENERIC_WRITE)
    {
        const auto path =
            pipecore::win32::toUtf16(pipecore::PipeName::parse(name).value().native()).value();
        m_pipe = pipecore::win32::PipeHandle(pipecore::win32::systemCalls().createFile(
            path.c_str(), rights, 0, nullptr, OPEN_EXISTING, 0, nullptr));
    }

    [[nodiscard]] explicit operator bool() const { return bool(m_pipe); }
    [[nodiscard]] HANDLE get() const { return m_pipe.get(); }
    void close() { m_pipe.reset(); }
    /// Calls ReadFile once; nullopt with GetLastError() when it fails.
    [[nodiscard]] std::optional<std::string> read()
    {
        std::array<char, 4096> room{};
        DWORD bytes = 0;
        if (pipecore::win32::systemCalls().readFile(
                m_pipe.get(), room.data(), static_cast<DWORD>(room.size()), &bytes, nullptr)
            == FALSE) {
            return std::nullopt;
        }
        return std::string(room.data(), bytes);
    }
    [[nodiscard]] bool write(std::string_view text)
    {
        DWORD bytes = 0;
        return pipecore::win32::systemCalls().writeFile(
                   m_pipe.get(), text.data(), static_cast<DWORD>(text.size()), &bytes, nullptr)
               != FALSE;
    }

private:
    pipecore::win32::PipeHandle m_pipe;
};
