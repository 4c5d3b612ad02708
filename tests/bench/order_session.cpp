#include "order_session.h"
#include "message_event.h"

#include "pipecore/session/session.h"

#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>

namespace bench {

using namespace pipecore;

void recordOrders(const std::filesystem::path& path, std::uint64_t messages)
{
    EventQueue queue;
    Recorder recorder(queue);
    if (const auto started = recorder.start(path); !started) {
        throw std::runtime_error(describe(started.error()));
    }
    Event event;
    event.endpoint = {1};
    event.wallNs = 1'700'000'000'000'000'000;
    const auto put = [&] {
        ++event.sequence;
        event.wallNs += 10'000;
        queue.onEvent(event);
    };
    EndpointOpened opened;
    opened.name = std::make_shared<std::string>("bench");
    event.body = opened;
    put();
    event.connection = {1};
    for (std::uint64_t i = 0; i < messages; ++i) {
        const bool question = i % 2 == 0;
        const std::string number = std::to_string(i / 2);
        const std::string text =
            question
                ? R"({"method":"place","text":"order )" + number + R"( of customer )"
                      + std::to_string(i * 7919 % 100'003) + R"(","lines":[1,2,3],"express":true})"
                : R"({"result":"order )" + number + R"( is )" + (i % 3 == 0 ? "late" : "on its way")
                      + R"(","days":)" + std::to_string(i % 11)
                      + R"(,"carrier":"the one that is always there"})";
        setMessage(event, asBytes(text), question ? Direction::Received : Direction::Sent);
        put();
        if (i % 64 == 0) {
            queue.onRoundEnd();
            while (!queue.hasRoom()) {
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
        }
    }
    queue.onRoundEnd();
    recorder.stop();
}

} // namespace bench
