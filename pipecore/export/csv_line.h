#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/base/hex_digits.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace pipecore {

/// A record of RFC 4180, field by field. Ends with CRLF.
class CsvLine
{
public:
    explicit CsvLine(std::string& out) : m_out(out) {}
    CsvLine(const CsvLine&) = delete;
    CsvLine& operator=(const CsvLine&) = delete;
    ~CsvLine() { m_out += "\r\n"; }

    CsvLine& number(std::uint64_t value)
    {
        separate();
        m_out += std::to_string(value);
        return *this;
    }
    /// Letters, digits and the like that need no quotes.
    CsvLine& word(std::string_view value)
    {
        separate();
        m_out += value;
        return *this;
    }
    /// Adds foreign text. A spreadsheet takes a text that begins with one of these signs for a
    /// formula and runs it; an apostrophe in front keeps it a text.
    CsvLine& text(std::string_view value)
    {
        separate();
        const bool looksLikeFormula =
            !value.empty() && std::string_view("=+-@\t\r").find(value[0]) != std::string_view::npos;
        m_out += '"';
        if (looksLikeFormula) {
            m_out += '\'';
        }
        for (const char c : value) {
            if (c == '"') {
                m_out += '"';
            }
            m_out += c;
        }
        m_out += '"';
        return *this;
    }
    CsvLine& hex(ByteView bytes)
    {
        separate();
        appendHex(m_out, bytes);
        return *this;
    }
    CsvLine& nothing() { return word({}); }

private:
    void separate()
    {
        if (!m_isFirst) {
            m_out += ',';
        }
        m_isFirst = false;
    }

    std::string& m_out;
    bool m_isFirst = true;
};

} // namespace pipecore
