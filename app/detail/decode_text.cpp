#include "detail/decode_text.h"

#include "pipecore/base/clean_text.h"
#include "widgets/formatting.h"

#include <algorithm>

namespace pipescope {

QString decoderName(pipecore::DecoderId decoder)
{
    return coreText("Decoder", pipecore::decoderInfo(decoder).name);
}

QString framingName(pipecore::FramingKind kind)
{
    const auto infos = pipecore::framings();
    const auto found = std::ranges::find(infos, kind, &pipecore::FramingInfo::kind);
    return coreText("Framing", found->name);
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
