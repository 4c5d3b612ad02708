// Filters as they are typed: each is understood or refused at a place, completed at every place, and
// answers on a row, whatever it is.
#include "fuzz.h"
#include "pipecore/filter/filter.h"
#include "pipecore/session/session.h"

using namespace pipecore;

namespace {

/// A session of two messages, one each way.
class TwoRows final : public RecordSource
{
public:
    [[nodiscard]] std::uint64_t rowCount() const override { return 2; }
    [[nodiscard]] Result<Record> read(std::uint64_t row, std::size_t payloadLimit) const override
    {
        if (row >= 2) {
            return refuse("no such row");
        }
        const std::string_view payload = payloadOf(row);
        Record record;
        record.row = row;
        record.connection = {1};
        record.endpoint = {1};
        record.wallNs = head(row).wallNs;
        record.body = Message{.direction = head(row).direction, .length = head(row).length};
        record.payload = toBytes(payload.substr(0, payloadLimit));
        return record;
    }
    [[nodiscard]] RowHead head(std::uint64_t row) const override
    {
        return {.kind = RecordKind::Message,
                .direction = row == 0 ? Direction::Received : Direction::Sent,
                .connection = {1},
                .endpoint = {1},
                .wallNs = 1'714'564'800'123'456'000 + static_cast<std::int64_t>(row),
                .length = payloadOf(row).size()};
    }
    [[nodiscard]] const SessionFacts& facts() const override { return m_facts; }

private:
    [[nodiscard]] static std::string_view payloadOf(std::uint64_t row)
    {
        return row == 0 ? "hello aaaaaaaaaaaaaaaaaaaaaaaa" : "\xDE\xAD\0";
    }

    SessionFacts m_facts;
};

} // namespace

static int fuzzFilter(const std::uint8_t* data, std::size_t size)
{
    static const TwoRows rows;
    Case input(data, size);
    const std::size_t cursor = input.choose(256);
    const std::string_view text = asText(input.rest());
    const auto filter = Filter::parse(text);
    if (filter) {
        static_cast<void>(filter->matches(rows, 0));
        static_cast<void>(filter->matches(rows, 1));
        require(!filter->matches(rows, 2) || filter->isEmpty(), "a row that is not there");
    } else {
        require(filter.error().offset <= text.size(), "a mistake's place");
        require(!filter.error().message.text().empty(), "a mistake's words");
    }
    const auto completion = completeFilter(text, std::min(cursor, text.size()), &rows.facts());
    require(completion.offset <= text.size()
                && completion.length <= text.size() - completion.offset,
            "what is replaced");
    return 0;
}

PIPESCOPE_FUZZ_TARGET(filter, fuzzFilter)
