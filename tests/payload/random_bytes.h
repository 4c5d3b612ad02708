#pragma once

#include "pipecore/payload/payload.h"

#include <QByteArray>

#include <cstdint>
#include <random>

/// Bytes that are the same in every run.
class RandomBytes
{
public:
    explicit RandomBytes(std::uint32_t seed) : m_engine(seed) {}

    [[nodiscard]] std::uint32_t below(std::uint32_t end)
    {
        return std::uniform_int_distribution<std::uint32_t>(0, end - 1)(m_engine);
    }
    [[nodiscard]] pipecore::Bytes take(std::size_t size)
    {
        pipecore::Bytes bytes(size);
        for (std::byte& byte : bytes) {
            byte = static_cast<std::byte>(below(256));
        }
        return bytes;
    }

private:
    std::mt19937 m_engine;
};

inline QByteArray qBytes(pipecore::ByteView bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())};
}

inline QByteArray qBytes(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

/// The bytes as hex, or the mistake as `offset+length: reason`: what a test compares and shows.
inline QByteArray outcome(const pipecore::Parsed<pipecore::Bytes>& parsed)
{
    if (parsed) {
        return qBytes(pipecore::ByteView(*parsed)).toHex(' ');
    }
    return QByteArray::number(qulonglong(parsed.error().offset)) + '+'
           + QByteArray::number(qulonglong(parsed.error().length)) + ": "
           + QByteArray::fromStdString(parsed.error().reason);
}
