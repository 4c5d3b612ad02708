// Measures recording with the window looking on; see docs/BENCHMARKS.md.
#include "conversation.h"
#include "figure.h"

#include "log/log_view.h"
#include "message_event.h"
#include "start/app.h"
#include "window/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <memory>
#include <stdexcept>
#include <thread>

namespace {

using namespace bench;
using namespace pipecore;

/// The longest time that the event loop did not come round, in milliseconds.
class StallMeter : public QObject
{
public:
    StallMeter()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(periodMs);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            const double late = static_cast<double>(m_clock.nsecsElapsed()) / 1e6 - periodMs;
            m_clock.restart();
            m_longest = std::max(m_longest, late);
        });
        m_clock.start();
        m_timer.start();
    }
    [[nodiscard]] double longest() const { return m_longest; }

private:
    static constexpr int periodMs = 2;
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_longest = 0;
};

/// Events of a server with a client that sends as fast as it can. Runs on a thread of
/// its own.
void feed(EventSink& sink, std::uint64_t messages)
{
    Event event;
    event.endpoint.value = 1'000'000; // the engine's own begin at 1
    event.wallNs = 1'700'000'000'000'000'000;
    const auto put = [&] {
        ++event.sequence;
        event.wallNs += 500;
        sink.onEvent(event);
    };
    EndpointOpened opened;
    opened.name = std::make_shared<const std::string>("bench");
    event.body = opened;
    put();
    event.connection.value = 1'000'000;
    const PeerInfo peer{.processId = 1U, .image = std::string("/bench")};
    event.body = PeerConnected{std::make_shared<const PeerInfo>(peer)};
    put();
    const Bytes payload(64, std::byte{'m'});
    for (std::uint64_t i = 0; i < messages;) {
        if (!sink.hasRoom()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            continue;
        }
        for (int n = 0; n < 64 && i < messages; ++n, ++i) {
            setMessage(event, payload, i % 2 == 0 ? Direction::Received : Direction::Sent);
            put();
        }
        sink.onRoundEnd();
    }
}

struct Run
{
    double rate = 0;
    double stallMs = 0;
};

/// From the first event until the last row is in sight.
Run ingest(const FigureOptions& options, std::uint64_t messages)
{
    const QTemporaryDir folder(QString::fromStdString(options.folder)
                               + QStringLiteral("/pipescope-bench-XXXXXX"));
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    pipescope::MainWindow window(folder.path());
    window.start();
    window.resize(1400, 900);
    window.show();
    auto* const live = window.session().live();
    const auto* const view = window.findChild<pipescope::LogView*>();
    if (live == nullptr || view == nullptr) {
        throw std::runtime_error("the window has no session");
    }
    QElapsedTimer patience;
    patience.start();
    while (patience.elapsed() < 500) { // it is drawn and at rest
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }

    const StallMeter stalls;
    const auto begin = Clock::now();
    std::thread engine([&] { feed(live->core().events(), messages); });
    while (view->rowCount() < messages + 2 && patience.elapsed() < 120'000) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    const Seconds elapsed = Clock::now() - begin;
    engine.join();
    if (view->rowCount() != messages + 2) {
        throw std::runtime_error("rows are missing");
    }
    const Run run{.rate = static_cast<double>(messages) / elapsed.count(),
                  .stallMs = stalls.longest()};
    bool closed = false;
    QObject::connect(&window, &pipescope::MainWindow::closed, &window,
                     [&closed] { closed = true; });
    window.endAndClose();
    while (!closed) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return run;
}

void measure(const FigureOptions& options, FigureTable& table)
{
    const std::uint64_t messages = options.messages != 0 ? options.messages : 4'000'000;
    Figure rate;
    rate.name = "ingest 64 B, window attached";
    rate.unit = "msg/s";
    rate.aim = Figure::Aim::AtLeast;
    rate.limit = 1e6;
    Figure stall;
    stall.name = "longest stall of the window meanwhile";
    stall.unit = "ms";
    stall.aim = Figure::Aim::AtMost;
    stall.limit = 50;
    for (unsigned i = 0; i < options.repeats; ++i) {
        const Run run = ingest(options, messages);
        rate.values.push_back(run.rate);
        stall.values.push_back(run.stallMs);
    }
    table.add(std::move(rate));
    table.add(std::move(stall));
}

} // namespace

int main(int argc, char* argv[])
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    QApplication application(argc, argv);
    pipescope::setApplicationIdentity();
    return bench::runFigures("bench_window", arguments, measure);
}
