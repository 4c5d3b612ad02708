#include "detail/decode_text.h"

#include "pipecore/base/clean_text.h"
#include "widgets/formatting.h"

namespace pipescope {

QString decoderName(pipecore::DecoderId decoder)
{
    const std::string_view name = pipecore::decoderInfo(decoder).name;
    return pipecore::isAdded(decoder) ? onOneLine(fromCore(name)) : coreText("Decoder", name);
}

QString framingName(const pipecore::FramingPreset& preset)
{
    return coreText("Framing", preset.name);
}

QString decodeProblem(const pipecore::Phrase& problem)
{
    const QString pattern = coreText("Decode", problem.pattern);
    return fromCore(pipecore::fillIn(pattern.toStdString(), problem.values));
}

QString onOneLine(QString text)
{
    constexpr char16_t pictures = 0x2400;
    for (QChar& c : text) {
        if (c.unicode() < 0x20) {
            c = QChar(static_cast<char16_t>(pictures + c.unicode()));
        } else if (!c.isSurrogate() && !pipecore::isPrintable(c.unicode())) {
            c = QChar(u'·');
        }
    }
    return text;
}

} // namespace pipescope
