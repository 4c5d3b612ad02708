#include "detail/payload_loader.h"

#include "threads/mailbox.h"

#include <limits>
#include <utility>

namespace pipescope {

PayloadLoader::PayloadLoader(QObject* parent) : QObject(parent), m_reader("payload") {}

PayloadLoader::~PayloadLoader()
{
    cancel();
}

void PayloadLoader::forget()
{
    if (m_wanted) {
        m_wanted->store(false);
        m_wanted.reset();
    }
}

void PayloadLoader::cancel()
{
    forget();
    m_reader.waitForDone();
}

void PayloadLoader::load(const pipecore::RecordSource& source, quint64 row)
{
    forget();
    m_wanted = std::make_shared<std::atomic<bool>>(true);
    m_reader.start([this, home = Mailbox::of(this), &source, row, wanted = m_wanted] {
        // Someone who walks through the log passes rows faster than they can be read.
        if (!wanted->load()) {
            return;
        }
        auto record = source.read(row, std::numeric_limits<std::size_t>::max());
        std::shared_ptr<const pipecore::Bytes> payload;
        pipecore::Error error;
        if (record) {
            payload = std::make_shared<const pipecore::Bytes>(std::move(record->payload));
        } else {
            error = record.error();
        }
        home.post([this, wanted, payload = std::move(payload), error = std::move(error)] {
            if (!wanted->load()) {
                return;
            }
            if (payload) {
                emit loaded(payload);
            } else {
                emit failed(error);
            }
        });
    });
}

} // namespace pipescope
