#include "decoders.h"
#include "pipecore/base/bytes.h"
#include "pipecore/base/translatable.h"

namespace pipecore {

namespace {

/// Decodes the content of a frame too, if its format is found quickly.
constexpr std::size_t framesTakenApart = 200;

bool readContent(const Slice& slice, std::size_t index, TreeBuilder& tree)
{
    if (!tree.open(bytesField("payload", slice.bytes, "bytes", slice.base))) {
        return false;
    }
    if (isPlainText(slice.bytes, false)) {
        tree.top().kind = FieldKind::Text;
        tree.top().value = shortened(asText(slice.bytes), tree.limits().valueBytes);
    }
    const auto guesses = index < framesTakenApart ? detect(slice.bytes) : std::vector<Guess>();
    constexpr int sure = 80;
    const bool known =
        !guesses.empty() && guesses.front().score >= sure
        && (guesses.front().decoder == DecoderId::Json || guesses.front().decoder == DecoderId::Xml
            || guesses.front().decoder == DecoderId::MessagePack);
    if (known && !readAs(guesses.front().decoder, slice, tree)) {
        return false;
    }
    tree.close(slice.base + slice.bytes.size());
    return true;
}

template <typename Length>
bool readFrames(const Slice& slice, ByteOrder order, std::string_view type, TreeBuilder& tree)
{
    constexpr std::size_t head = sizeof(Length);
    std::size_t at = 0;
    for (std::size_t index = 0; at < slice.bytes.size(); ++index) {
        const std::size_t left = slice.bytes.size() - at;
        if (left < head) {
            return tree.unexpectedEnd(slice, slice.base + at);
        }
        const auto length = load<Length>(slice.bytes.data() + at, order);
        if (!tree.open(groupField(itemName(index), "frame", slice.base + at))
            || !tree.add(
                numberField("length", std::to_string(length), type, slice.base + at, head))) {
            return false;
        }
        const std::size_t begin = at + head;
        if (length > left - head) {
            return tree.unexpectedEnd(slice, slice.base + begin);
        }
        const Slice content{slice.bytes.subspan(begin, length), slice.base + begin};
        if (length > 0 && !readContent(content, index, tree)) {
            return false;
        }
        at = begin + length;
        tree.close(slice.base + at);
    }
    return true;
}

} // namespace

bool readFramesU16Le(const Slice& slice, TreeBuilder& tree)
{
    return readFrames<std::uint16_t>(slice, ByteOrder::Little, "u16 LE", tree);
}

bool readFramesU16Be(const Slice& slice, TreeBuilder& tree)
{
    return readFrames<std::uint16_t>(slice, ByteOrder::Big, "u16 BE", tree);
}

bool readFramesU32Le(const Slice& slice, TreeBuilder& tree)
{
    return readFrames<std::uint32_t>(slice, ByteOrder::Little, "u32 LE", tree);
}

bool readFramesU32Be(const Slice& slice, TreeBuilder& tree)
{
    return readFrames<std::uint32_t>(slice, ByteOrder::Big, "u32 BE", tree);
}

} // namespace pipecore
