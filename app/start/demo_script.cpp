#include "start/demo_script.h"

#include "widgets/error_text.h"
#include "window/main_window.h"

#include <QDir>
#include <QFile>
#include <QPixmap>

#include <chrono>

namespace pipescope {

namespace {

using namespace std::chrono_literals;

constexpr auto settleTime = 300ms;
constexpr auto startPollInterval = 50ms;
/// Timeout for the first message.
constexpr auto startTimeout = 30s;

} // namespace

DemoScript::DemoScript(MainWindow& window, int seconds, const QString& folder,
                       const Console& console)
    : m_window(window)
    , m_folder(QDir(folder).absolutePath())
    , m_console(console)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DemoScript::chooseRow);
    connect(&window.session(), &SessionController::saved, this, &DemoScript::finish);
    connect(&window.session(), &SessionController::failed, this,
            [this](const QString& what, const pipecore::Error& error) {
                giveUp(QStringLiteral("%1: %2").arg(what, errorLine(error)));
            });
    connect(&m_startTimer, &QTimer::timeout, this, [this, seconds] {
        const auto* source = m_window.session().source();
        if (m_started.hasExpired(std::chrono::milliseconds(startTimeout).count())
            || (source != nullptr && source->facts().totals().messages > 0)) {
            m_startTimer.stop();
            m_timer.start(seconds * 1000);
        }
    });
    m_started.start();
    m_startTimer.start(startPollInterval);
}

QString DemoScript::file(const QString& name) const
{
    return QDir(m_folder).filePath(name);
}

void DemoScript::chooseRow()
{
    const pipecore::RecordSource* source = m_window.session().source();
    for (quint64 row = source->rowCount(); row-- > 0;) {
        const auto record = source->read(row, 1);
        if (record && record->isMessage() && pipecore::asText(record->payload) == "{") {
            m_window.goToRow(row);
            break;
        }
    }
    // Row details are read on another thread.
    QTimer::singleShot(settleTime, this, &DemoScript::takePicture);
}

void DemoScript::takePicture()
{
    QDir().mkpath(m_folder);
    const QString picture = file(QStringLiteral("pipescope-demo.png"));
    if (!m_window.grab().save(picture)) {
        giveUp(tr("cannot write the screenshot: %1").arg(QDir::toNativeSeparators(picture)));
        return;
    }
    m_window.session().saveTo(file(QStringLiteral("pipescope-demo.pcapng")));
}

void DemoScript::finish(const QString& session)
{
    const auto facts = m_window.session().source()->facts().snapshot();
    const auto totals = m_window.session().source()->facts().totals();
    // Fixed keys, one per line: scripts read this.
    const QString summary =
        QStringLiteral("endpoints: %1\nconnections: %2\nmessages: %3\n"
                       "bytes: %4\nsession: %5\npicture: %6\n")
            .arg(facts.endpoints.size())
            .arg(facts.connections.size())
            .arg(totals.messages)
            .arg(totals.bytes)
            .arg(QDir::toNativeSeparators(session),
                 QDir::toNativeSeparators(file(QStringLiteral("pipescope-demo.png"))));
    QFile summaryFile(file(QStringLiteral("summary.txt")));
    const bool written = summaryFile.open(QIODevice::WriteOnly | QIODevice::Text)
                         && summaryFile.write(summary.toUtf8()) >= 0;
    m_console.tell(summary);
    m_exitStatus = written && totals.messages > 0 ? 0 : 1;
    m_window.endAndClose();
}

void DemoScript::giveUp(const QString& why)
{
    m_console.printError(why);
    m_window.endAndClose();
}

} // namespace pipescope
