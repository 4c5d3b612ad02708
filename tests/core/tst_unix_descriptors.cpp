#include "backends/unix/file_descriptor.h"
#include "backends/unix/socket_options.h"
#include "runner/register.h"
#include "test_peer.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstring>

using namespace pipecore;

/// A peer that hands over open files with its message, as display servers and D-Bus do.
class TestUnixDescriptors : public QObject
{
    Q_OBJECT

private slots:
    void DescriptorsAreCountedAndClosed_data();
    void DescriptorsAreCountedAndClosed();
    void MessageWithoutThemSaysNothing();
    void OutOfBandBytesAreAmongTheOthers();

private:
    /// A server of the engine and a socket of our own that is connected to it.
    void connectRaw(PipeMode mode = PipeMode::Message);
    void send(const char* text, const std::array<int, 2>* descriptors);

    QTemporaryDir m_folder;
    std::unique_ptr<TestPeer> m_server;
    FileDescriptor m_client;
};

void TestUnixDescriptors::connectRaw(PipeMode mode)
{
    static int number = 0;
    const std::string path =
        m_folder.filePath(QStringLiteral("pipe%1").arg(++number)).toStdString();
    m_server = std::make_unique<TestPeer>(nullptr);
    ServerOptions options;
    options.name = path;
    options.mode = mode;
    QVERIFY(m_server->serve(options));
    m_client = FileDescriptor(::socket(
        AF_UNIX, (mode == PipeMode::Byte ? SOCK_STREAM : SOCK_SEQPACKET) | SOCK_CLOEXEC, 0));
    const auto address = SocketAddress::make(path);
    QVERIFY(address);
    QCOMPARE(::connect(m_client.get(), address->get(), address->length()), 0);
}

void TestUnixDescriptors::send(const char* text, const std::array<int, 2>* descriptors)
{
    std::string bytes(text);
    iovec part{bytes.data(), bytes.size()};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    alignas(cmsghdr) std::array<std::byte, CMSG_SPACE(sizeof(int) * 2)> control{};
    if (descriptors != nullptr) {
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        cmsghdr* const beside = CMSG_FIRSTHDR(&message);
        beside->cmsg_level = SOL_SOCKET;
        beside->cmsg_type = SCM_RIGHTS;
        beside->cmsg_len = CMSG_LEN(sizeof *descriptors);
        std::memcpy(CMSG_DATA(beside), descriptors->data(), sizeof *descriptors);
    }
    QCOMPARE(::sendmsg(m_client.get(), &message, 0), ssize_t(bytes.size()));
}

void TestUnixDescriptors::DescriptorsAreCountedAndClosed_data()
{
    QTest::addColumn<PipeMode>("mode");
    QTest::newRow("messages") << PipeMode::Message;
    QTest::newRow("bytes") << PipeMode::Byte;
}

void TestUnixDescriptors::DescriptorsAreCountedAndClosed()
{
    QFETCH(const PipeMode, mode);
    connectRaw(mode);
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    const FileDescriptor reading(ends[0]);
    // The writing end twice: who reads sees the end when all copies of it are closed.
    const std::array<int, 2> handed{ends[1], ends[1]};
    send("with them", &handed);
    ::close(ends[1]);
    QVERIFY(m_server->log.waitForBody<DescriptorsPassed>(
        [](const EventLog::Item&, const DescriptorsPassed& passed) { return passed.count == 2; }));
    QVERIFY(m_server->log.waitForBody<Message>([](const EventLog::Item& item, const Message&) {
        return asText(item.payload) == "with them";
    }));
    char byte = 0;
    QCOMPARE(::read(reading.get(), &byte, 1), ssize_t(0));
}

void TestUnixDescriptors::MessageWithoutThemSaysNothing()
{
    connectRaw();
    send("alone", nullptr);
    QVERIFY(m_server->log.waitForBody<Message>([](const EventLog::Item& item, const Message&) {
        return asText(item.payload) == "alone";
    }));
    QCOMPARE(m_server->log.count([](const EventLog::Item& item) {
        return item.as<DescriptorsPassed>() != nullptr;
    }),
             std::size_t(0));
}

void TestUnixDescriptors::OutOfBandBytesAreAmongTheOthers()
{
    connectRaw(PipeMode::Byte);
    QCOMPARE(::send(m_client.get(), "ab", 2, 0), ssize_t(2));
    if (::send(m_client.get(), "!", 1, MSG_OOB) != 1) {
        QSKIP("this kernel has no out-of-band bytes on AF_UNIX");
    }
    QCOMPARE(::send(m_client.get(), "cd", 2, 0), ssize_t(2));
    const auto received = [this] {
        std::string all;
        static_cast<void>(m_server->log.count([&](const EventLog::Item& item) {
            if (item.as<Message>() != nullptr) {
                all += asText(item.payload);
            }
            return false;
        }));
        return all;
    };
    QTRY_COMPARE(received(), std::string("ab!cd"));
}

PIPESCOPE_GUILESS_TEST(TestUnixDescriptors)
#include "tst_unix_descriptors.moc"
