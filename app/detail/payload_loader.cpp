#include "detail/payload_loader.h"

#include <limits>
#include <utility>

namespace pipescope {

PayloadLoader::PayloadLoader(QObject* parent) : QObject(parent) {}

PayloadLoader::~PayloadLoader() = default;

void PayloadLoader::cancel()
{
    m_reader.stop();
}

void PayloadLoader::load(const pipecore::RecordSource& source, quint64 row)
{
    m_reader.start([this, &source, row](Task::State&) -> Task::Done {
        auto record = source.read(row, std::numeric_limits<std::size_t>::max());
        std::shared_ptr<const pipecore::Bytes> payload;
        pipecore::Error error;
        if (record) {
            payload = std::make_shared<const pipecore::Bytes>(std::move(record->payload));
        } else {
            error = record.error();
        }
        return [this, payload = std::move(payload), error = std::move(error)] {
            if (payload) {
                emit loaded(payload);
            } else {
                emit failed(error);
            }
        };
    });
}

} // namespace pipescope
