// D-Bus: a zero byte, lines of SASL until BEGIN, then messages with a header, its fields and a body.
#include "dbus_message.h"
#include "framer.h"
#include "number_bytes.h"

#include <algorithm>
#include <cstring>

namespace pipecore {

namespace {

constexpr std::string_view lastLine = "BEGIN";
constexpr std::size_t maxLine = 16 * 1024; // of libdbus

class DbusFramer final : public Framer
{
public:
    explicit DbusFramer(std::size_t max) : m_max(max) {}

    Step next(ByteView bytes) override
    {
        if (m_left > 0) {
            return body(bytes, {});
        }
        return m_isSkipping ? skip(bytes) : m_isLine ? line(bytes, {}) : start(bytes);
    }
    [[nodiscard]] std::size_t slack() const override { return 2; }
    [[nodiscard]] ByteView carried() const override { return m_carried; }

private:
    static bool isByteOrder(std::byte byte)
    {
        return byte == std::byte{'l'} || byte == std::byte{'B'};
    }

    /// The first bytes: a zero byte, the head of a message, or else a line.
    Step start(ByteView bytes)
    {
        Step step;
        for (const std::byte byte : bytes) {
            m_start.push_back(byte);
            ++step.header;
            if (m_start.size() == 1 && byte == std::byte{0} && !m_isBinary) {
                m_start.clear();
                step.ends = true;
                return step;
            }
            if (!canBeMessage()) {
                return m_isBinary ? wrong(step) : startLine(step);
            }
            if (m_start.size() == dbus::headSize) {
                return readHead(step, bytes.subspan(step.header));
            }
        }
        return step;
    }

    [[nodiscard]] bool canBeMessage() const
    {
        // In lines, "B" is the beginning of BEGIN; the type of a message is a small number.
        return isByteOrder(m_start.front()) && (m_start.size() < 2 || dbus::isType(m_start[1]))
               && (m_start.size() < 3 || m_start[2] <= dbus::maxFlags)
               && (m_start.size() < 4 || m_start[3] == std::byte{1});
    }

    Step startLine(Step step)
    {
        step.ends = true;
        step.isNone = true;
        step.back = m_start.size();
        m_carried = std::exchange(m_start, {});
        m_isLine = true;
        m_line.clear();
        return step;
    }

    Step line(ByteView bytes, Step step)
    {
        const void* found = std::memchr(bytes.data(), '\n', bytes.size());
        const std::size_t count =
            found == nullptr
                ? bytes.size()
                : static_cast<std::size_t>(static_cast<const std::byte*>(found) - bytes.data()) + 1;
        step.content = count;
        const std::size_t room = maxLine - std::min(maxLine, m_line.size());
        m_line.append(asText(bytes.first(std::min(count, room))));
        if (found == nullptr) {
            m_endsWithCr = bytes.back() == std::byte{'\r'};
            return step;
        }
        const bool isCrlf = count > 1 ? bytes[count - 2] == std::byte{'\r'} : m_endsWithCr;
        step.ends = true;
        step.trailing = isCrlf ? 2 : 1;
        m_isBinary =
            m_line.starts_with(lastLine) && m_line.size() == lastLine.size() + step.trailing;
        m_isLine = false;
        m_endsWithCr = false;
        return step;
    }

    Step readHead(Step step, ByteView rest)
    {
        const auto sizes = dbus::readHead(m_start);
        if (!sizes) {
            return wrong(step);
        }
        m_start.clear();
        m_isBinary = true;
        m_fields = sizes->fields;
        m_left = sizes->fields + sizes->body;
        if (sizes->body > m_max) {
            report(tooLarge(sizes->body, m_max));
        }
        if (m_left == 0) {
            step.ends = true;
            return step;
        }
        return body(rest, step);
    }

    /// The rest of the header (its fields), then the body.
    Step body(ByteView bytes, Step step)
    {
        const std::size_t fields = std::min(m_fields, bytes.size());
        step.header += fields;
        m_fields -= fields;
        m_left -= fields;
        step.content = static_cast<std::size_t>(
            std::min<std::uint64_t>(m_left - m_fields, bytes.size() - fields));
        m_left -= step.content;
        step.ends = m_left == 0;
        return step;
    }

    Step wrong(Step step)
    {
        report(
            {PIPECORE_TR("Decode", "no D-Bus message: wrong head; skipped to the next one"), {}});
        m_carried.assign(m_start.begin() + 1, m_start.end());
        m_start.clear();
        m_isSkipping = true;
        step.back = 0;
        return isCarriedGood() ? found(step) : step;
    }

    Step skip(ByteView bytes)
    {
        Step step;
        for (const std::byte byte : bytes) {
            m_carried.push_back(byte);
            ++step.content;
            if (isCarriedGood()) {
                return found(step);
            }
        }
        return step;
    }

    Step found(Step step)
    {
        m_isSkipping = false;
        step.ends = true;
        step.back = m_carried.size();
        return step;
    }

    /// Shortens what was skipped to a beginning of a head; true when it is a whole one.
    bool isCarriedGood()
    {
        while (!m_carried.empty()) {
            m_start.swap(m_carried);
            const bool isPossible = canBeMessage();
            m_start.swap(m_carried);
            if (isPossible && m_carried.size() < dbus::headSize) {
                return false;
            }
            if (isPossible && dbus::readHead(m_carried)) {
                return true;
            }
            m_carried.erase(m_carried.begin());
        }
        return false;
    }

    std::size_t m_max;
    bool m_isBinary = false; ///< lines are over
    bool m_isLine = false;
    bool m_isSkipping = false;
    bool m_endsWithCr = false;
    Bytes m_start;            ///< of a message
    std::string m_line;       ///< the beginning of a line
    Bytes m_carried;          ///< what is given back
    std::size_t m_fields = 0; ///< bytes of the header to come
    std::uint64_t m_left = 0; ///< bytes of the frame to come
};

} // namespace

std::unique_ptr<Framer> makeDbusFramer(const FramingRule& rule)
{
    return std::make_unique<DbusFramer>(rule.max);
}

} // namespace pipecore
