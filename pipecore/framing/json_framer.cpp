// JSON values one after the other, with or without white space between them.
#include "framer.h"

#include <algorithm>
#include <string>

namespace pipecore {

namespace {

constexpr std::size_t maxDepth = 100'000;

class JsonFramer final : public Framer
{
public:
    Step next(ByteView bytes) override
    {
        Step step;
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            const char c = std::to_integer<char>(bytes[at]);
            switch (m_state) {
            case State::Gap:
                if (isGapChar(c)) {
                    ++step.header;
                    continue;
                }
                begin(c);
                break;
            case State::Literal:
                if (isGapChar(c)) {
                    m_state = State::Gap;
                    step.trailer = 1;
                    step.ends = true;
                    return step;
                }
                if (!isLiteralChar(c)) {
                    // The next value follows at once.
                    m_state = State::Gap;
                    step.ends = true;
                    return step;
                }
                break;
            case State::Value: value(c); break;
            case State::String:
                if (c == '\\') {
                    m_state = State::Escape;
                } else if (c == '"') {
                    m_state = State::Value;
                }
                break;
            case State::Escape: m_state = State::String; break;
            case State::Wrong: break;
            }
            ++step.content;
            const bool ends =
                m_state == State::Wrong ? c == '\n' : m_state == State::Value && m_open.empty();
            if (ends) {
                m_state = State::Gap;
                m_open.clear();
                step.ends = true;
                return step;
            }
        }
        return step;
    }
    [[nodiscard]] bool isGap() const override { return m_state == State::Gap; }

private:
    enum class State : std::uint8_t {
        Gap,     ///< before a value
        Literal, ///< a number, true, false or null
        Value,   ///< in an object or array, or behind it
        String,
        Escape, ///< behind a backslash
        Wrong,  ///< until the line ends
    };

    /// White space, and the separators of JSON text sequences (RFC 7464) and varlink.
    static bool isGapChar(char c)
    {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\x1E' || c == '\0';
    }
    static bool isLiteralChar(char c)
    {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '+' || c == '-' || c == '.'
               || c == 'E';
    }

    void begin(char c)
    {
        if (c == '{' || c == '[') {
            m_open = c;
            m_state = State::Value;
        } else if (c == '"') {
            m_state = State::String;
        } else if ((c >= '0' && c <= '9') || c == '-' || c == 't' || c == 'f' || c == 'n') {
            m_state = State::Literal;
        } else {
            wrong();
        }
    }

    void value(char c)
    {
        switch (c) {
        case '{':
        case '[':
            if (m_open.size() == maxDepth) {
                wrong();
                return;
            }
            m_open += c;
            break;
        case '"': m_state = State::String; break;
        case '}':
        case ']':
            if (m_open.back() != (c == '}' ? '{' : '[')) {
                wrong();
                return;
            }
            m_open.pop_back();
            break;
        default: break;
        }
    }

    void wrong()
    {
        report({PIPECORE_TR("Decode", "no JSON value; skipped to the next line"), {}});
        m_state = State::Wrong;
    }

    State m_state = State::Gap;
    std::string m_open; ///< brackets without their end
};

} // namespace

std::unique_ptr<Framer> makeJsonFramer(const FramingRule& /*rule*/)
{
    return std::make_unique<JsonFramer>();
}

} // namespace pipecore
