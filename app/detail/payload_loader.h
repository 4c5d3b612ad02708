#pragma once

#include "tasks/task.h"

#include "pipecore/session/session.h"

#include <QObject>

#include <memory>

namespace pipescope {

/// Reads long payloads on a thread of its own. To be used from the GUI thread.
class PayloadLoader : public QObject
{
    Q_OBJECT

public:
    explicit PayloadLoader(QObject* parent = nullptr);
    /// Waits for a running read.
    ~PayloadLoader() override;

    /// Reads the whole payload of a row, then emits loaded() or failed(). Cancels a previous
    /// request. `source` is not owned and must stay until cancel() or destruction.
    void load(const pipecore::RecordSource& source, quint64 row);
    /// Cancels the request, and returns when no source is used any more.
    void cancel();

signals:
    void loaded(std::shared_ptr<const pipecore::Bytes> payload);
    void failed(const pipecore::Error& error);

private:
    Task m_reader{"payload"};
};

} // namespace pipescope
