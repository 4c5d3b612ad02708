#include "pipecore/model/row_json.h"

#include "pipecore/base/clean_text.h"
#include "pipecore/base/interned.h"
#include "pipecore/model/identity.h"
#include "pipecore/model/vocabulary.h"

#include <algorithm>

namespace pipecore {

namespace {

// A name, an image, a command line; escaped it takes at most six times as much.
constexpr std::size_t maxTextLength = 16 * 1024;
constexpr std::size_t maxDetailLength = 4 * 1024;
constexpr std::size_t maxShortLength = 256;
// Of a list, such as the groups of a user.
constexpr std::size_t maxListItems = 100;
constexpr std::size_t maxItemLength = 200;

template <typename T>
concept Described = requires(T& value) { T::fields(value, [](const RowField&, auto&) {}); };

/// Values that can be left out.
template <typename T>
constexpr bool isPlain = std::is_arithmetic_v<T> || std::is_enum_v<T>
                         || std::is_same_v<T, std::string> || std::is_same_v<T, Origin>;

constexpr std::pair<RequestedAccess, std::string_view> requestNames[] = {
    {RequestedAccess::Read, "read"},
    {RequestedAccess::Write, "write"},
    {RequestedAccess::Execute, "execute"},
    {RequestedAccess::Delete, "delete"}};

std::string joined(std::string_view key, std::string_view ending)
{
    return std::string(key) + std::string(ending);
}

/// Writes fields as members.
class Writer
{
public:
    explicit Writer(JsonWriter& json, std::size_t maxLength = maxTextLength)
        : m_json(json)
        , m_maxLength(maxLength)
    {}

    template <typename T>
    void operator()(const RowField& field, const T& value) const
    {
        if constexpr (isPlain<T>) {
            if (field.isOptional && value == T{}) {
                return;
            }
        }
        if constexpr (std::integral<T> && !std::is_same_v<T, bool>) {
            if (field.isLimit) {
                m_json.limit(field.key, value);
                return;
            }
        }
        put(field.key, value);
    }

private:
    void put(std::string_view key, bool value) const { m_json.boolean(key, value); }
    template <std::integral T>
    void put(std::string_view key, T value) const
    {
        m_json.number(key, value);
    }
    template <typename E>
        requires std::is_enum_v<E>
    void put(std::string_view key, E value) const
    {
        m_json.text(key, wordFor(value));
    }
    void put(std::string_view key, std::string_view value) const
    {
        m_json.text(key, clipUtf8(value, m_maxLength));
    }
    void put(std::string_view key, RequestedAccess value) const
    {
        std::string text;
        for (const auto& [requested, word] : requestNames) {
            if (includes(value, requested)) {
                text += (text.empty() ? "" : " ") + std::string(word);
            }
        }
        m_json.text(key, text);
    }
    void put(std::string_view key, const Origin& origin) const
    {
        m_json.text(key, originWord(origin));
        if (origin.number != 0) {
            m_json.number(joined(key, "Number"), origin.number);
        }
    }
    void put(std::string_view key, const Error& error) const
    {
        m_json.beginObject(key)
            .text("kind", wordFor(error.kind))
            .text("domain", wordFor(error.domain))
            .number("code", error.code);
        if (const auto symbol = symbolicName(error.domain, error.code); !symbol.empty()) {
            m_json.text("symbol", symbol);
        }
        m_json.text("api", clipUtf8(error.api, maxShortLength));
        m_json.text("detail", clipUtf8(error.detail, std::min(m_maxLength, maxDetailLength)))
            .endObject();
    }
    void put(std::string_view key, const Phrase& phrase) const
    {
        std::vector<std::string> clipped;
        for (const std::string& value : phrase.values) {
            clipped.emplace_back(clipUtf8(value, m_maxLength));
        }
        const std::vector<std::string_view> views(clipped.begin(), clipped.end());
        m_json.beginObject(key).text("pattern", phrase.pattern).texts("values", views).endObject();
    }
    template <typename T>
    void put(std::string_view key, const Result<T>& value) const
    {
        if (value) {
            put(key, *value);
        } else {
            put(joined(key, "Error"), value.error());
        }
    }
    template <typename T>
    void put(std::string_view key, const std::shared_ptr<const T>& value) const
    {
        if (value) {
            put(key, *value);
        }
    }
    template <typename T>
    void put(std::string_view key, const std::vector<T>& values) const
    {
        std::vector<std::string> objects;
        for (std::size_t i = 0; i < std::min(values.size(), maxListItems); ++i) {
            JsonWriter object;
            T::fields(values[i], Writer(object, maxItemLength));
            objects.push_back(object.take());
        }
        m_json.objects(key, objects);
        if (values.size() > maxListItems) {
            m_json.number(joined(key, "More"), values.size() - maxListItems);
        }
    }
    template <Described T>
    void put(std::string_view key, const T& value) const
    {
        m_json.beginObject(key);
        T::fields(value, *this);
        m_json.endObject();
    }

    JsonWriter& m_json;
    std::size_t m_maxLength;
};

/// Reads fields back.
class Reader
{
public:
    explicit Reader(const JsonValue& json) : m_json(json) {}

    template <typename T>
    void operator()(const RowField& field, T& value) const
    {
        take(field.key, value);
    }

private:
    void take(std::string_view key, bool& value) const { value = m_json.boolean(key); }
    template <std::integral T>
    void take(std::string_view key, T& value) const
    {
        value = m_json.number<T>(key);
    }
    template <typename E>
        requires std::is_enum_v<E>
    void take(std::string_view key, E& value) const
    {
        value = valueFor<E>(m_json.text(key)).value_or(value);
    }
    void take(std::string_view key, std::string& value) const { value = m_json.text(key); }
    void take(std::string_view key, std::string_view& value) const
    {
        value = interned(m_json.text(key));
    }
    void take(std::string_view key, RequestedAccess& value) const
    {
        const std::string text = " " + m_json.text(key) + " ";
        value = RequestedAccess::None;
        for (const auto& [requested, word] : requestNames) {
            if (text.contains(" " + std::string(word) + " ")) {
                value = value | requested;
            }
        }
    }
    void take(std::string_view key, Origin& value) const
    {
        value = originNamed(m_json.text(key), m_json.number<std::uint32_t>(joined(key, "Number")));
    }
    void take(std::string_view key, Error& error) const
    {
        if (!m_json.has(key)) {
            return;
        }
        const JsonValue from = m_json.member(key);
        error.kind = valueFor<ErrorKind>(from.text("kind")).value_or(ErrorKind::Io);
        error.domain = valueFor<ErrorDomain>(from.text("domain")).value_or(ErrorDomain::None);
        error.code = from.number<std::uint32_t>("code");
        error.api = interned(from.text("api"));
        error.detail = from.text("detail");
    }
    void take(std::string_view key, Phrase& phrase) const
    {
        const JsonValue from = m_json.member(key);
        phrase.pattern = interned(from.text("pattern"));
        phrase.values.clear();
        for (const JsonValue& value : from.items("values")) {
            phrase.values.push_back(value.asText());
        }
    }
    template <typename T>
    void take(std::string_view key, Result<T>& value) const
    {
        if (m_json.has(key) || m_json.has(joined(key, "Hex"))) {
            T found{};
            take(key, found);
            value = std::move(found);
        } else if (const std::string error = joined(key, "Error"); m_json.has(error)) {
            value = std::unexpected(Error());
            take(error, value.error());
        } else {
            value = refuse("not recorded", ErrorKind::NotSupported);
        }
    }
    /// A name is never missing, and neither is a peer; the others are where they were written.
    template <typename T>
    void take(std::string_view key, std::shared_ptr<const T>& value) const
    {
        constexpr bool always = std::is_same_v<T, std::string> || std::is_same_v<T, PeerInfo>;
        if (always || m_json.has(key)) {
            auto found = std::make_shared<T>();
            take(key, *found);
            value = std::move(found);
        }
    }
    template <typename T>
    void take(std::string_view key, std::vector<T>& values) const
    {
        values.clear();
        for (const JsonValue& item : m_json.items(key)) {
            T value{};
            T::fields(value, Reader(item));
            values.push_back(std::move(value));
        }
    }
    template <Described T>
    void take(std::string_view key, T& value) const
    {
        T::fields(value, Reader(m_json.member(key)));
    }

    const JsonValue m_json;
};

template <std::size_t Place = 0>
RowBody bodyAt(std::size_t place, const JsonValue& json)
{
    if constexpr (Place < std::variant_size_v<RowBody>) {
        if (place != Place) {
            return bodyAt<Place + 1>(place, json);
        }
        using Body = std::variant_alternative_t<Place, RowBody>;
        Body body;
        Body::fields(body, Reader(json));
        return body;
    } else {
        return {};
    }
}

} // namespace

void putBody(JsonWriter& json, const RowBody& body)
{
    if (const auto* const unknown = std::get_if<UnknownRow>(&body)) {
        json.value("members", unknown->members);
        return;
    }
    std::visit([&](const auto& kind) { kind.fields(kind, Writer(json)); }, body);
}

void putIdentity(JsonWriter& json, std::string_view key, const ProcessIdentity& identity)
{
    json.beginObject(key);
    ProcessIdentity::fields(identity, Writer(json));
    json.endObject();
}

RowBody bodyFrom(std::string_view word, const JsonValue& json)
{
    const auto kind = recordKindNamed(word);
    if (!kind || *kind == RecordKind::Unknown || *kind == RecordKind::Message) {
        return UnknownRow{.word = std::string(word), .members = json.compact()};
    }
    return bodyAt(std::to_underlying(*kind), json);
}

} // namespace pipecore
