#include "pipecore/model/pipe_name.h"
#include "runner/register.h"

#include <QTest>

using namespace pipecore;

namespace {

QByteArray bytes(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

QByteArray refusal(const Result<PipeName>& result)
{
    if (result) {
        return "was accepted as " + bytes(result->native());
    }
    if (result.error().kind != ErrorKind::InvalidArgument) {
        return "is of another kind";
    }
    return bytes(result.error().detail);
}

} // namespace

class PipeNameTest : public QObject
{
    Q_OBJECT

private slots:
    void WindowsSpellings_data();
    void WindowsSpellings();
    void WindowsRefusals_data();
    void WindowsRefusals();
    void WindowsCountsUtf16Units();
    void UnixSpellings_data();
    void UnixSpellings();
    void UnixRefusals_data();
    void UnixRefusals();
    void UnixPathLimitIsInBytes();
    void ParseFollowsThisSystem();
};

void PipeNameTest::WindowsSpellings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("native");
    QTest::addColumn<QByteArray>("shortName");
    QTest::addColumn<QByteArray>("computer");

    QTest::newRow("bare") << QByteArray("orders") << QByteArray(R"(\\.\pipe\orders)")
                          << QByteArray("orders") << QByteArray();
    QTest::newRow("full") << QByteArray(R"(\\.\pipe\orders)") << QByteArray(R"(\\.\pipe\orders)")
                          << QByteArray("orders") << QByteArray();
    QTest::newRow("forward slashes")
        << QByteArray("//./pipe/orders") << QByteArray(R"(\\.\pipe\orders)") << QByteArray("orders")
        << QByteArray();
    QTest::newRow("capitals") << QByteArray(R"(\\.\PIPE\Orders)")
                              << QByteArray(R"(\\.\pipe\Orders)") << QByteArray("Orders")
                              << QByteArray();
    QTest::newRow("question mark")
        << QByteArray(R"(\\?\pipe\orders)") << QByteArray(R"(\\?\pipe\orders)")
        << QByteArray("orders") << QByteArray();
    QTest::newRow("question mark keeps everything")
        << QByteArray(R"(\\?\pipe\a/b\..\c. )") << QByteArray(R"(\\?\pipe\a/b\..\c. )")
        << QByteArray(R"(a/b\..\c. )") << QByteArray();
    QTest::newRow("slashes") << QByteArray("//./pipe/orders") << QByteArray(R"(\\.\pipe\orders)")
                             << QByteArray("orders") << QByteArray();
    QTest::newRow("app container")
        << QByteArray(R"(LOCAL\orders)") << QByteArray(R"(\\.\pipe\LOCAL\orders)")
        << QByteArray(R"(LOCAL\orders)") << QByteArray();
    QTest::newRow("libuv") << QByteArray(R"(\\.\pipe\uv\0000.1)")
                           << QByteArray(R"(\\.\pipe\uv\0000.1)") << QByteArray(R"(uv\0000.1)")
                           << QByteArray();
    QTest::newRow("backslash, remote")
        << QByteArray(R"(\\server\pipe\a\b)") << QByteArray(R"(\\server\pipe\a\b)")
        << QByteArray(R"(a\b)") << QByteArray("server");
    QTest::newRow("dots inside") << QByteArray(".a..b.c") << QByteArray(R"(\\.\pipe\.a..b.c)")
                                 << QByteArray(".a..b.c") << QByteArray();
    QTest::newRow("remote") << QByteArray(R"(\\server\pipe\orders)")
                            << QByteArray(R"(\\server\pipe\orders)") << QByteArray("orders")
                            << QByteArray("server");
    QTest::newRow("special characters")
        << QByteArray("a b:*?\"<>|%.{1}") << QByteArray(R"(\\.\pipe\a b:*?"<>|%.{1})")
        << QByteArray("a b:*?\"<>|%.{1}") << QByteArray();
    QTest::newRow("not Latin") << QByteArray("注文") << QByteArray(R"(\\.\pipe\注文)")
                               << QByteArray("注文") << QByteArray();
    QTest::newRow("longest") << QByteArray(247, 'a')
                             << QByteArray(R"(\\.\pipe\)") + QByteArray(247, 'a')
                             << QByteArray(247, 'a') << QByteArray();
}

void PipeNameTest::WindowsSpellings()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, native);
    QFETCH(QByteArray, shortName);
    QFETCH(QByteArray, computer);
    const auto name = PipeName::parseWindows(text.toStdString());
    QVERIFY2(name.has_value(), name ? "" : name.error().detail.c_str());
    QCOMPARE(bytes(name->native()), native);
    QCOMPARE(bytes(name->display()), native);
    QCOMPARE(bytes(name->shortName()), shortName);
    QCOMPARE(bytes(name->computer()), computer);
    QCOMPARE(name->isRemote(), !computer.isEmpty());
    // The displayed name is valid input.
    QVERIFY(PipeName::parseWindows(name->display()) == name);
}

void PipeNameTest::WindowsRefusals_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("says");

    QTest::newRow("empty") << QByteArray() << QByteArray("empty");
    QTest::newRow("only the prefix") << QByteArray(R"(\\.\pipe\)") << QByteArray("missing name");
    QTest::newRow("prefix cut off") << QByteArray(R"(\\.\pipe)") << QByteArray("character 5");
    QTest::newRow("computer only") << QByteArray(R"(\\server)") << QByteArray("character 9");
    QTest::newRow("no computer") << QByteArray(R"(\\\pipe\x)") << QByteArray("computer");
    QTest::newRow("another device") << QByteArray(R"(\\.\mailslot\x)") << QByteArray("character 5");
    // Win32 makes another name of these.
    QTest::newRow("slash") << QByteArray("a/b") << QByteArray(R"(as \\.\pipe\a\b:)");
    QTest::newRow("to keep it") << QByteArray("a/b") << QByteArray(R"(\\?\pipe\a/b to keep)");
    QTest::newRow("dot at the end")
        << QByteArray(R"(\\.\pipe\orders.)") << QByteArray(R"(as \\.\pipe\orders:)");
    QTest::newRow("blank at the end")
        << QByteArray("orders ") << QByteArray(R"(as \\.\pipe\orders:)");
    QTest::newRow("two dots") << QByteArray(R"(x\..\z)") << QByteArray(R"(as \\.\pipe\z:)");
    QTest::newRow("a dot") << QByteArray(R"(x\.\z)") << QByteArray(R"(as \\.\pipe\x\z:)");
    QTest::newRow("empty part") << QByteArray(R"(x\\z)") << QByteArray(R"(as \\.\pipe\x\z:)");
    QTest::newRow("backslash at the end") << QByteArray(R"(x\)") << QByteArray(R"(as \\.\pipe\x:)");
    QTest::newRow("remote, dot at the end")
        << QByteArray(R"(\\server\pipe\x.)") << QByteArray(R"(as \\server\pipe\x:)");
    QTest::newRow("nothing is left") << QByteArray("..") << QByteArray("nothing is left of ..");
    QTest::newRow("one leading backslash") << QByteArray(R"(\pipe\x)") << QByteArray("character 1");
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << QByteArray("character 2");
    QTest::newRow("not UTF-8") << QByteArray("a\xff") << QByteArray("byte 2");
    QTest::newRow("too long") << QByteArray(248, 'a') << QByteArray("257 characters");
    QTest::newRow("too long remote")
        << QByteArray(R"(\\server\pipe\)") + QByteArray(243, 'a') << QByteArray("at most 256");
}

void PipeNameTest::WindowsRefusals()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, says);
    const QByteArray detail = refusal(PipeName::parseWindows(text.toStdString()));
    QVERIFY2(detail.contains(says), detail.constData());
}

void PipeNameTest::WindowsCountsUtf16Units()
{
    // An emoji is two of the characters that Windows counts, and four bytes.
    std::string name;
    for (int i = 0; i < 123; ++i) {
        name += "😀";
    }
    QVERIFY(PipeName::parseWindows(name + "a").has_value());
    QVERIFY(!PipeName::parseWindows(name + "ab").has_value());
}

void PipeNameTest::UnixSpellings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("folder");
    QTest::addColumn<QByteArray>("native");
    QTest::addColumn<QByteArray>("display");
    QTest::addColumn<QByteArray>("shortName");

    QTest::newRow("bare") << QByteArray("orders") << QByteArray("/tmp")
                          << QByteArray("/tmp/CoreFxPipe_orders")
                          << QByteArray(R"(\\.\pipe\orders)") << QByteArray("orders");
    QTest::newRow("full") << QByteArray(R"(\\.\pipe\orders)") << QByteArray("/var/tmp/")
                          << QByteArray("/var/tmp/CoreFxPipe_orders")
                          << QByteArray(R"(\\.\pipe\orders)") << QByteArray("orders");
    QTest::newRow("path") << QByteArray("/run/app/app.sock") << QByteArray("/tmp")
                          << QByteArray("/run/app/app.sock") << QByteArray("/run/app/app.sock")
                          << QByteArray("app.sock");
    QTest::newRow("path with backslash")
        << QByteArray(R"(/tmp/a\b)") << QByteArray("/tmp") << QByteArray(R"(/tmp/a\b)")
        << QByteArray(R"(/tmp/a\b)") << QByteArray(R"(a\b)");
    QTest::newRow("backslash is a character of the file's name")
        << QByteArray(R"(uv\x)") << QByteArray("/tmp") << QByteArray(R"(/tmp/CoreFxPipe_uv\x)")
        << QByteArray(R"(\\.\pipe\uv\x)") << QByteArray(R"(uv\x)");
    QTest::newRow("root folder") << QByteArray("x") << QByteArray("/")
                                 << QByteArray("/CoreFxPipe_x") << QByteArray(R"(\\.\pipe\x)")
                                 << QByteArray("x");
}

void PipeNameTest::UnixSpellings()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, folder);
    QFETCH(QByteArray, native);
    QFETCH(QByteArray, display);
    QFETCH(QByteArray, shortName);
    const auto name = PipeName::parseUnix(text.toStdString(), folder.toStdString());
    QVERIFY2(name.has_value(), name ? "" : name.error().detail.c_str());
    QCOMPARE(bytes(name->native()), native);
    QCOMPARE(bytes(name->display()), display);
    QCOMPARE(bytes(name->shortName()), shortName);
    QVERIFY(!name->isRemote());
    QVERIFY(PipeName::parseUnix(name->display(), folder.toStdString()) == name);
}

void PipeNameTest::UnixRefusals_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("says");

    QTest::newRow("empty") << QByteArray() << QByteArray("empty");
    QTest::newRow("remote") << QByteArray(R"(\\server\pipe\orders)") << QByteArray("server");
    QTest::newRow("relative path") << QByteArray("run/app.sock") << QByteArray("character 4");
    QTest::newRow("slash after the prefix")
        << QByteArray(R"(\\.\pipe\a/b)") << QByteArray("character 11");
    QTest::newRow("one leading backslash") << QByteArray(R"(\pipe\x)") << QByteArray("character 1");
    QTest::newRow("folder") << QByteArray("/tmp/") << QByteArray("ends with a /");
    QTest::newRow("NUL") << QByteArray("/tmp/a\0b", 8) << QByteArray("character 7");
    QTest::newRow("not UTF-8") << QByteArray("/tmp/\xc0\x80") << QByteArray("byte 6");
}

void PipeNameTest::UnixRefusals()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, says);
    const QByteArray detail = refusal(PipeName::parseUnix(text.toStdString(), "/tmp"));
    QVERIFY2(detail.contains(says), detail.constData());
}

void PipeNameTest::UnixPathLimitIsInBytes()
{
    QVERIFY(PipeName::parseUnix("/" + std::string(106, 'a'), "/tmp").has_value());
    const QByteArray detail = refusal(PipeName::parseUnix("/" + std::string(107, 'a'), "/tmp"));
    QVERIFY2(detail.contains("108 bytes: at most 107"), detail.constData());
    // "/tmp/CoreFxPipe_" is 16 bytes.
    QVERIFY(PipeName::parseUnix(std::string(91, 'a'), "/tmp").has_value());
    QVERIFY(!PipeName::parseUnix(std::string(92, 'a'), "/tmp").has_value());
    QVERIFY(!PipeName::parseUnix(std::string(90, 'a') + "ä", "/tmp").has_value());
}

void PipeNameTest::ParseFollowsThisSystem()
{
#ifdef Q_OS_WIN
    QVERIFY(PipeName::parse("orders") == PipeName::parseWindows("orders"));
#else
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", "/var/tmp");
    QVERIFY(PipeName::parse("orders") == PipeName::parseUnix("orders", "/var/tmp"));
    qputenv("TMPDIR", "");
    QVERIFY(PipeName::parse("orders") == PipeName::parseUnix("orders", "/tmp"));
    qunsetenv("TMPDIR");
    QVERIFY(PipeName::parse("orders") == PipeName::parseUnix("orders", "/tmp"));
    if (!before.isNull()) {
        qputenv("TMPDIR", before);
    }
#endif
}

PIPESCOPE_APPLESS_TEST(PipeNameTest)
#include "tst_pipe_name.moc"
