#include "detail/payload_tools.h"

#include "detail/compare_dialog.h"
#include "pipecore/files/partial_file.h"
#include "session/paths.h"
#include "session/recent_files.h"
#include "tasks/background.h"
#include "widgets/formatting.h"

#include <QFileDialog>
#include <QFileInfo>

namespace pipescope {

namespace {

pipecore::Result<void> writeFile(const QString& path, pipecore::ByteView bytes)
{
    // As for every file that the user names: never replaces a device or an open output.
    auto file = pipecore::PartialFile::create(toPath(path), nullptr, pipecore::NewFile::Export);
    if (!file) {
        return std::unexpected(file.error());
    }
    if (auto written = file->append(bytes); !written) {
        return written;
    }
    return file->finish();
}

} // namespace

PayloadTools::PayloadTools(QWidget* window) : QObject(window), m_window(window)
{
    connect(&m_saving, &PayloadLoader::loaded, this, &PayloadTools::write);
    connect(&m_saving, &PayloadLoader::failed, this, [this](const pipecore::Error& error) {
        emit failed(tr("Cannot read the payload"), error);
    });
    connect(&m_comparing, &PayloadLoader::loaded, this,
            [this](const std::shared_ptr<const pipecore::Bytes>& payload) {
                if (m_firstPayload) {
                    showComparison(payload);
                } else {
                    readSecond(payload);
                }
            });
    connect(&m_comparing, &PayloadLoader::failed, this, [this](const pipecore::Error& error) {
        emit failed(tr("Cannot compare the messages"), error);
    });
}

PayloadTools::~PayloadTools() = default;

void PayloadTools::setSource(const pipecore::RecordSource* source)
{
    m_saving.cancel();
    m_comparing.cancel();
    m_source = source;
}

void PayloadTools::save(quint64 row)
{
    const auto record = m_source ? m_source->read(row, 0)
                                 : pipecore::Result<pipecore::Record>(pipecore::refuse({}));
    if (!record || !record->isMessage()) {
        return;
    }
    auto* dialog =
        new QFileDialog(m_window, tr("Save payload"), RecentFiles::folder(), tr("All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QStringLiteral("message%1.bin").arg(row + 1));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, row, source = m_source](const QString& path) {
                // The session may change while the dialog is open.
                if (source == m_source) {
                    saveTo(row, path);
                }
            });
    dialog->open();
}

void PayloadTools::saveTo(quint64 row, const QString& path)
{
    if (m_source != nullptr) {
        m_path = path;
        m_saving.load(*m_source, row);
    }
}

void PayloadTools::write(const std::shared_ptr<const pipecore::Bytes>& payload)
{
    inBackground(
        this, [payload, path = m_path] { return writeFile(path, *payload); },
        [this, payload, path = m_path](const pipecore::Result<void>& written) {
            if (written) {
                RecentFiles::setFolder(QFileInfo(path).path());
                emit saved(path, payload->size());
            } else {
                emit failed(tr("Payload not saved"), written.error());
            }
        });
}

void PayloadTools::compare(quint64 first, quint64 second)
{
    if (m_source == nullptr) {
        return;
    }
    m_first = first;
    m_second = second;
    m_firstPayload.reset();
    m_comparing.load(*m_source, first);
}

void PayloadTools::readSecond(const std::shared_ptr<const pipecore::Bytes>& first)
{
    m_firstPayload = first;
    m_comparing.load(*m_source, m_second);
}

void PayloadTools::showComparison(const std::shared_ptr<const pipecore::Bytes>& second)
{
    auto* dialog = new CompareDialog({titleOf(m_first), m_firstPayload},
                                     {titleOf(m_second), second}, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(
        tr("Rows %1 and %2").arg(formatCount(m_first + 1), formatCount(m_second + 1)));
    dialog->show();
}

QString PayloadTools::titleOf(quint64 row) const
{
    const auto record = m_source->read(row, 0);
    if (!record) {
        return {};
    }
    const bool sent = record->message().direction == pipecore::Direction::Sent;
    QStringList parts{tr("Row %1").arg(formatCount(row + 1)),
                      connectionText(record->connection) + QLatin1Char(' ')
                          + (sent ? tr("sent") : tr("received")),
                      formatClock(record->wallNs), formatBytes(record->message().length)};
    parts.removeAll(QString()); // a row may have no time
    return parts.join(QStringLiteral(u" · "));
}

} // namespace pipescope
