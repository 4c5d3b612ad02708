#pragma once

#include "detail/payload_loader.h"
#include "pipecore/session/session.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

class QWidget;

namespace pipescope {

class CompareDialog;

/// Saves or compares whole payloads. Reads and writes on other threads. GUI thread only.
class PayloadTools : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of the dialogs and of this object.
    explicit PayloadTools(QWidget* window);
    ~PayloadTools() override;

    /// Sets the source of the rows; not owned. When this returns, the previous source is no longer
    /// used; open dialogs stay.
    void setSource(const pipecore::RecordSource* source);
    /// Asks for a file and saves the payload of a row. Emits saved() or failed().
    void save(quint64 row);
    /// Saves the payload of a row to `path`. Emits saved() or failed().
    void saveTo(quint64 row, const QString& path);
    /// Compares two messages. Emits failed() if one cannot be read.
    void compare(quint64 first, quint64 second);

signals:
    void saved(const QString& path, quint64 bytes);
    void failed(const QString& what, const pipecore::Error& error);

private:
    void write(const std::shared_ptr<const pipecore::Bytes>& payload);
    void readSecond(const std::shared_ptr<const pipecore::Bytes>& first);
    void showComparison(const std::shared_ptr<const pipecore::Bytes>& second);
    [[nodiscard]] QString titleOf(quint64 row) const;

    QWidget* m_window;
    const pipecore::RecordSource* m_source = nullptr;
    PayloadLoader m_saving;
    PayloadLoader m_comparing;
    QString m_path;
    quint64 m_first = 0;
    quint64 m_second = 0;
    std::shared_ptr<const pipecore::Bytes> m_firstPayload; ///< null until it is read
};

} // namespace pipescope
