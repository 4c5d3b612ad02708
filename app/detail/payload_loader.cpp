#include "detail/payload_loader.h"

#include <limits>

namespace pipescope {

PayloadLoader::PayloadLoader(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

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
    m_pool.waitForDone();
}

void PayloadLoader::load(const pipecore::RecordSource& source, quint64 row)
{
    forget();
    m_wanted = std::make_shared<std::atomic<bool>>(true);
    m_pool.start([this, &source, row, wanted = m_wanted] {
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
        QMetaObject::invokeMethod(
            this,
            [this, wanted, payload, error] {
                if (!wanted->load()) {
                    return;
                }
                if (payload) {
                    emit loaded(payload);
                } else {
                    emit failed(error);
                }
            },
            Qt::QueuedConnection);
    });
}

} // namespace pipescope
