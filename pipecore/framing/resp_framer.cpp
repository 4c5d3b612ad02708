// RESP, the protocol of Redis: values of typed lines one after the other, and commands in a line.
#include "framer.h"

namespace pipecore {

namespace {

/// Elements of a value, and bytes of a text; Redis allows much less.
constexpr std::uint64_t maxRespLength = std::uint64_t{1} << 40U;

class RespFramer final : public Framer
{
public:
    Step next(ByteView bytes) override
    {
        std::size_t at = 0;
        while (at < bytes.size()) {
            if (m_skip > 0) {
                at += passOver(m_skip, bytes.size() - at);
            } else {
                take(std::to_integer<char>(bytes[at++]));
            }
            if (m_state == State::Type && m_skip == 0 && m_values == 0) {
                m_values = 1;
                m_isFirst = true;
                return {.content = at, .ends = true};
            }
        }
        return {.content = at};
    }

private:
    enum class State : std::uint8_t {
        Type,   ///< before a value
        Line,   ///< in a value of one line, or in a command
        Length, ///< in the number of elements or bytes
        Wrong,  ///< until the line ends
    };

    void take(char c)
    {
        switch (m_state) {
        case State::Type: begin(c); break;
        case State::Length: takeDigit(c); break;
        case State::Line:
        case State::Wrong:
            if (c == '\n') {
                endLine();
            }
            break;
        }
    }

    void begin(char c)
    {
        constexpr std::string_view lines = "+-:_,#(";
        constexpr std::string_view lengths = "$!=*~>%|";
        const bool isCommand =
            m_isFirst
            && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\r' || c == '\n');
        m_isFirst = false;
        if (lengths.find(c) != std::string_view::npos) {
            m_type = c;
            m_state = State::Length;
            m_length = 0;
            m_digits = 0;
            m_isNull = false;
            // An attribute is no value: that one follows.
            m_values -= c == '|' ? 0 : 1;
        } else if (isCommand || lines.find(c) != std::string_view::npos) {
            m_state = State::Line;
            --m_values;
            if (c == '\n') {
                endLine();
            }
        } else {
            wrong(c);
        }
    }

    void takeDigit(char c)
    {
        if (c == '\n' && m_digits > 0) {
            endLength();
        } else if (c == '-' && m_digits == 0 && !m_isNull) {
            m_isNull = true;
        } else if (c >= '0' && c <= '9' && m_length < maxRespLength) {
            m_length = m_length * 10 + static_cast<std::uint64_t>(c - '0');
            ++m_digits;
        } else if (c != '\r' || m_digits == 0) {
            wrong(c);
        }
    }

    void endLength()
    {
        constexpr std::uint64_t ending = 2;
        m_state = State::Type;
        if (m_isNull) {
            return;
        }
        switch (m_type) {
        case '$':
        case '!':
        case '=': m_skip = m_length + ending; break;
        case '%':
        case '|': m_values += 2 * m_length; break;
        default: m_values += m_length;
        }
        if (m_values > maxRespLength) {
            wrong('\0');
            endLine();
        }
    }

    void endLine()
    {
        if (m_state == State::Wrong) {
            m_values = 0;
        }
        m_state = State::Type;
    }

    void wrong(char c)
    {
        report({PIPECORE_TR("Decode", "no RESP value; skipped to the next line"), {}});
        m_state = State::Wrong;
        if (c == '\n') {
            endLine();
        }
    }

    State m_state = State::Type;
    char m_type = 0;
    bool m_isFirst = true;      ///< no byte of the frame has come
    bool m_isNull = false;      ///< the length is negative
    std::uint64_t m_values = 1; ///< to come, for the frame to be complete
    std::uint64_t m_skip = 0;   ///< bytes of a text to come, with the end of its line
    std::uint64_t m_length = 0;
    unsigned m_digits = 0;
};

} // namespace

std::unique_ptr<Framer> makeRespFramer(const FramingRule& /*rule*/)
{
    return std::make_unique<RespFramer>();
}

} // namespace pipecore
