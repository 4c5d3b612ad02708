// The streams of a container after Docker's attach or logs: a stream's number, a length, its output.
#include "decoders.h"
#include "field_reader.h"
#include "pipecore/base/translatable.h"

namespace pipecore {

namespace docker {

namespace {

constexpr std::size_t headSize = 8;

std::string_view streamName(std::uint8_t stream)
{
    constexpr std::string_view names[] = {"stdin", "stdout", "stderr", "systemerr"};
    return stream < std::size(names) ? names[stream] : std::string_view();
}

} // namespace

} // namespace docker

bool isDockerStream(ByteView bytes)
{
    constexpr std::byte zero{0};
    return bytes.size() > docker::headSize
           && !docker::streamName(std::to_integer<std::uint8_t>(bytes[0])).empty()
           && bytes[1] == zero && bytes[2] == zero && bytes[3] == zero
           && load<std::uint32_t>(&bytes[4], ByteOrder::Big) != 0
           && load<std::uint32_t>(&bytes[4], ByteOrder::Big) <= bytes.size() - docker::headSize;
}

bool readDockerStream(const Slice& slice, TreeBuilder& tree)
{
    FieldReader reader(slice, tree);
    for (std::size_t index = 0; reader.hasMore() || (index == 0 && reader.has(1)); ++index) {
        reader.open(itemName(index), "frame");
        const auto stream = reader.named<std::uint8_t>("stream", docker::streamName);
        if (reader.left() >= 3 && reader.rest()[0] != std::byte{0}) {
            reader.fail(3, PIPECORE_TR("Decode", "expected zero bytes"));
        }
        reader.bytes("padding", 3);
        const auto length = reader.number<std::uint32_t>("length");
        reader.summarize(docker::streamName(stream));
        reader.textOrBytes("data", length);
        reader.close();
    }
    return reader.isGood();
}

} // namespace pipecore
