#pragma once

#include "outline.h"
#include "pipecore/decode/lua_decoders.h"

#include <QFile>

/// A decoder in Lua that is loaded while a test runs.
class LuaScript
{
public:
    /// Loads the text as `file`; error() says why it failed.
    explicit LuaScript(const QByteArray& source, const char* file = "test.lua") : m_file(file)
    {
        load(source);
    }
    LuaScript(const LuaScript&) = delete;
    LuaScript& operator=(const LuaScript&) = delete;
    ~LuaScript() { pipecore::removeLuaDecoder(m_file); }

    void load(const QByteArray& source)
    {
        const auto added =
            pipecore::addLuaDecoder(m_file, {source.constData(), size_t(source.size())});
        m_error.clear();
        if (added) {
            m_decoder = *added;
        } else {
            m_error = QByteArray::fromStdString(added.error().detail);
        }
    }

    [[nodiscard]] QByteArray error() const { return m_error; }
    [[nodiscard]] pipecore::DecoderId decoder() const { return *m_decoder; }
    [[nodiscard]] pipecore::Decoded decode(const QByteArray& payload,
                                           const pipecore::DecodeContext& context = {}) const
    {
        return pipecore::decode(viewOf(payload), *m_decoder, {}, context);
    }
    /// The tree of a payload as text.
    [[nodiscard]] QByteArray tree(const QByteArray& payload) const
    {
        return outline(decode(payload));
    }
    /// What luaDecoders() says of it.
    [[nodiscard]] pipecore::LuaDecoder state() const
    {
        for (const pipecore::LuaDecoder& decoder : pipecore::luaDecoders()) {
            if (decoder.file == m_file.string()) {
                return decoder;
            }
        }
        return {};
    }
    [[nodiscard]] QByteArray problem() const
    {
        return QByteArray::fromStdString(state().problem.text());
    }

private:
    const std::filesystem::path m_file;
    std::optional<pipecore::DecoderId> m_decoder;
    QByteArray m_error;
};

/// A script whose decode() has this body.
inline QByteArray decodeScript(const QByteArray& body)
{
    return "return { key = \"test\", decode = function(message)\n" + body + "\nend }";
}

inline QByteArray fileText(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
