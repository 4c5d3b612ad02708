#include "detail/decoded_parts.h"

#include "detail/decode_text.h"
#include "widgets/formatting.h"

#include <QCoreApplication>
#include <QStringList>

#include <utility>

namespace pipescope {

namespace {

using pipecore::Field;
using pipecore::FieldKind;

/// Rows of a frame that are listed individually.
constexpr std::size_t rowsNamed = 100;
/// Below this score, detection is not reliable.
constexpr int likely = 50;

class DecodedTexts
{
    Q_DECLARE_TR_FUNCTIONS(DecodedPage)
};

std::optional<pipecore::Decoded> decoded(pipecore::ByteView bytes,
                                         std::optional<pipecore::DecoderId> decoder,
                                         const pipecore::DecodeContext& context)
{
    if (!decoder) {
        const auto guesses = pipecore::detect(bytes, context);
        if (guesses.empty() || guesses.front().score < likely) {
            return std::nullopt;
        }
        decoder = guesses.front().decoder;
    }
    return pipecore::decode(bytes, *decoder, {}, context);
}

/// The bytes of a frame that its decoder reads: all of them, or the content. Detection prefers what
/// knows the header.
pipecore::ByteView decodedBytes(const pipecore::Frame& frame,
                                std::optional<pipecore::DecoderId> decoder,
                                const pipecore::DecodeContext& context)
{
    if (!decoder && !frame.header().empty()) {
        constexpr int sure = 90;
        const auto guesses = pipecore::detect(frame.bytes, context);
        if (!guesses.empty() && guesses.front().score >= sure) {
            decoder = guesses.front().decoder;
        }
    }
    return decoder && pipecore::decoderInfo(*decoder).readsHeader ? pipecore::ByteView(frame.bytes)
                                                                  : frame.content();
}

Field problemField(const pipecore::Phrase& problem, std::size_t offset)
{
    Field field;
    field.kind = FieldKind::Error;
    field.problem = problem;
    field.offset = offset;
    return field;
}

QString rowsText(const pipecore::Frame& frame)
{
    const QString first = formatCount(frame.parts.front().row + 1);
    const QString last = formatCount(frame.parts.back().row + 1);
    return first == last ? DecodedTexts::tr("row %1").arg(first)
                         : DecodedTexts::tr("rows %1 to %2").arg(first, last);
}

/// Lists the rows of the frame.
Field rowsField(const pipecore::Frame& frame)
{
    Field rows;
    rows.name = DecodedTexts::tr("Rows").toStdString();
    for (const pipecore::FramePart& part : frame.parts) {
        if (rows.children.size() == rowsNamed) {
            break;
        }
        Field row;
        row.kind = FieldKind::Text;
        row.name = DecodedTexts::tr("row %1").arg(formatCount(part.row + 1)).toStdString();
        row.value = DecodedTexts::tr("%1 from 0x%2")
                        .arg(formatBytes(part.length), QString::number(part.offset, 16).toUpper())
                        .toStdString();
        rows.children.push_back(std::move(row));
    }
    return rows;
}

/// The field of one frame; its bytes and text are added to `parts`.
Field frameField(const pipecore::Frame& frame, bool counted,
                 std::optional<pipecore::DecoderId> decoder, const pipecore::DecodeContext& context,
                 std::vector<DecodedParts::Part>& parts)
{
    const pipecore::ByteView shown = decodedBytes(frame, decoder, context);
    const auto bytes = std::make_shared<const pipecore::Bytes>(shown.begin(), shown.end());
    auto result = decoded(*bytes, decoder, context);
    parts.push_back({bytes, result ? fromCore(result->pretty) : QString()});
    Field field;
    if (result) {
        field.children = std::move(result->root.children);
    }
    field.name = (counted ? DecodedTexts::tr("Frame %1").arg(formatCount(frame.number + 1))
                          : DecodedTexts::tr("Frame"))
                     .toStdString();
    QStringList value{rowsText(frame)};
    if (!frame.complete) {
        value.append(DecodedTexts::tr("incomplete"));
    }
    field.value = value.join(QStringLiteral(", ")).toStdString();
    field.kind = FieldKind::Text;
    field.length = bytes->size();
    if (frame.problem) {
        field.children.push_back(problemField(*frame.problem, field.length));
    }
    if (frame.parts.size() > 1) {
        field.children.push_back(rowsField(frame));
    }
    return field;
}

} // namespace

DecodedParts decodeRow(const std::shared_ptr<const pipecore::Bytes>& bytes,
                       std::optional<pipecore::DecoderId> decoder,
                       const pipecore::DecodeContext& context)
{
    DecodedParts shown;
    auto result =
        decoded(bytes ? pipecore::ByteView(*bytes) : pipecore::ByteView(), decoder, context);
    shown.parts.push_back({bytes, result ? fromCore(result->pretty) : QString()});
    if (!result) {
        return shown;
    }
    QStringList notes;
    if (!decoder) {
        notes.append(DecodedTexts::tr("Detected: %1").arg(decoderName(result->decoder)));
    }
    if (result->prettyCut) {
        notes.append(DecodedTexts::tr("pretty-printed text truncated"));
    }
    shown.root = std::move(result->root);
    shown.note = notes.join(QStringLiteral(u" · "));
    return shown;
}

DecodedParts decodeFrames(const pipecore::FramesOfRow& frames,
                          std::optional<pipecore::DecoderId> decoder,
                          const pipecore::DecodeContext& context)
{
    DecodedParts shown;
    for (const pipecore::Frame& frame : frames.frames) {
        shown.root.children.push_back(
            frameField(frame, frames.counted, decoder, context, shown.parts));
    }
    if (frames.problem) {
        shown.root.children.push_back(problemField(*frames.problem, 0));
        shown.parts.emplace_back();
    }
    const std::size_t count = frames.frames.size() + frames.more;
    shown.note = count == 1
                     ? DecodedTexts::tr("1 frame with bytes of this row")
                     : DecodedTexts::tr("%1 frames with bytes of this row").arg(formatCount(count));
    if (frames.more > 0) {
        shown.note +=
            QStringLiteral(u" · ")
            + DecodedTexts::tr("showing the first %1").arg(formatCount(frames.frames.size()));
    }
    return shown;
}

} // namespace pipescope
