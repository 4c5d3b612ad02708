#include "pipecore/payload/copy_formats.h"
#include "random_bytes.h"
#include "runner/register.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace pipecore;

/// Formats of bytes on the clipboard; if the language is installed, it reads them back itself.
class CopyFormatsTest : public QObject
{
    Q_OBJECT

private slots:
    void Formats_data();
    void Formats();
    void KeysAreUnique();
    void Base64IsWhatQtReads();
    void PythonReadsItBack();
    void JavaScriptReadsItBack();
    void GofmtChangesNothing();
    void CompilersTakeIt_data();
    void CompilersTakeIt();
};

namespace {

const QByteArray thirteen = "0123456789abc";

QByteArray format(const QByteArray& bytes, CopyStyle style, std::string_view name = "data")
{
    return QByteArray::fromStdString(
        formatForCopy(asBytes({bytes.constData(), std::size_t(bytes.size())}), style, name));
}

QByteArray allBytes()
{
    QByteArray bytes;
    for (int value = 0; value < 256; ++value) {
        bytes += char(value);
    }
    // A digit behind an escape must not become a part of it.
    return bytes + QByteArray("\x01") + "1\"\\'" + bytes;
}

void writeFile(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.errorString()));
    QCOMPARE(file.write(text), text.size());
}

/// Output of a program; a null array when it fails, with its errors in the test's output.
QByteArray run(const QString& program, const QStringList& arguments, const QString& folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForFinished(100'000) || process.exitStatus() != QProcess::NormalExit
        || process.exitCode() != 0) {
        qWarning("%s: %s", qPrintable(program), process.readAllStandardError().constData());
        return {};
    }
    return QByteArray("") + process.readAllStandardOutput();
}

} // namespace

void CopyFormatsTest::Formats_data()
{
    QTest::addColumn<int>("style");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, CopyStyle style, const QByteArray& bytes,
                        const char* expected) {
        QTest::newRow(name) << int(style) << bytes << QByteArray(expected);
    };
    row("text", CopyStyle::Text, "h\xc3\xa4\n", "hä\n");
    row("text of utf-16", CopyStyle::Text, QByteArray("h\0i\0", 4), "hi");
    row("text of latin-1", CopyStyle::Text, "caf\xe9!", "café!");
    row("hex", CopyStyle::Hex, "\x0a\xff", "0A FF");
    row("hex dump", CopyStyle::HexDump, "He",
        "00000000  48 65                                             |He|\n");
    row("c", CopyStyle::CArray, "He", "unsigned char data[2] = { 0x48, 0x65 };");
    row("c#", CopyStyle::CSharp, "He", "byte[] data = new byte[] { 0x48, 0x65 };");
    row("c#, nothing", CopyStyle::CSharp, "", "byte[] data = new byte[] { };");
    row("c#, lines", CopyStyle::CSharp, thirteen,
        "byte[] data = new byte[] {\n"
        "    0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x61, 0x62,\n"
        "    0x63\n};");
    row("go", CopyStyle::Go, "He", "var data = []byte{0x48, 0x65}");
    row("go, lines", CopyStyle::Go, thirteen,
        "var data = []byte{\n"
        "\t0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x61, 0x62,\n"
        "\t0x63,\n}");
    row("rust", CopyStyle::Rust, "He", "const DATA: [u8; 2] = [0x48, 0x65];");
    row("rust, nothing", CopyStyle::Rust, "", "const DATA: [u8; 0] = [];");
    row("python", CopyStyle::Python,
        "He\"\\\n\x01"
        "1",
        R"(data = b"He\"\\\n\x011")");
    row("python, nothing", CopyStyle::Python, "", "data = b\"\"");
    row("python, lines", CopyStyle::Python, QByteArray(80, 'x'),
        "data = (\n"
        "    b\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"\n"
        "    b\"xxxxxxx\"\n)");
    row("javascript", CopyStyle::JavaScript, "He", "const data = new Uint8Array([0x48, 0x65]);");
    row("base64", CopyStyle::Base64, "Hello", "SGVsbG8=");
    row("base64, nothing", CopyStyle::Base64, "", "");
}

void CopyFormatsTest::Formats()
{
    QFETCH(int, style);
    QFETCH(QByteArray, bytes);
    QTEST(format(bytes, static_cast<CopyStyle>(style)), "expected");
}

void CopyFormatsTest::KeysAreUnique()
{
    QSet<QByteArray> keys;
    for (const CopyStyleInfo& info : copyStyles()) {
        keys.insert(qBytes(info.key));
    }
    QCOMPARE(std::size_t(keys.size()), copyStyles().size());
}

void CopyFormatsTest::Base64IsWhatQtReads()
{
    RandomBytes random(64);
    for (std::uint32_t size = 0; size < 200; ++size) {
        const QByteArray bytes = qBytes(ByteView(random.take(size)));
        QCOMPARE(format(bytes, CopyStyle::Base64), bytes.toBase64());
    }
}

void CopyFormatsTest::PythonReadsItBack()
{
    const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    if (python.isEmpty()) {
        QSKIP("python3 is not installed here");
    }
    const QByteArray code =
        format(allBytes(), CopyStyle::Python, "x") + "\nprint(x.hex(), end='')\n";
    const QByteArray printed =
        run(python, {QStringLiteral("-c"), QString::fromUtf8(code)}, QDir::tempPath());
    QCOMPARE(printed, allBytes().toHex());
}

void CopyFormatsTest::JavaScriptReadsItBack()
{
    const QString node = QStandardPaths::findExecutable(QStringLiteral("node"));
    if (node.isEmpty()) {
        QSKIP("node is not installed here");
    }
    const QByteArray code = format(allBytes(), CopyStyle::JavaScript, "x")
                            + "\nprocess.stdout.write(Buffer.from(x).toString('hex'))\n";
    const QByteArray printed =
        run(node, {QStringLiteral("-e"), QString::fromUtf8(code)}, QDir::tempPath());
    QCOMPARE(printed, allBytes().toHex());
}

void CopyFormatsTest::GofmtChangesNothing()
{
    const QString gofmt = QStandardPaths::findExecutable(QStringLiteral("gofmt"));
    if (gofmt.isEmpty()) {
        QSKIP("gofmt is not installed here");
    }
    QTemporaryDir folder;
    for (const QByteArray& bytes : {QByteArray(), QByteArray("He"), allBytes()}) {
        const QByteArray code = "package main\n\n" + format(bytes, CopyStyle::Go) + '\n';
        writeFile(folder.filePath(QStringLiteral("data.go")), code);
        QCOMPARE(run(gofmt, {QStringLiteral("data.go")}, folder.path()), code);
    }
}

void CopyFormatsTest::CompilersTakeIt_data()
{
    QTest::addColumn<QString>("compiler");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* compiler, const QStringList& arguments, const char* file,
                        const QByteArray& code) {
        QTest::newRow(compiler) << QString::fromLatin1(compiler) << arguments
                                << QString::fromLatin1(file) << code;
    };
    const QString out = QStringLiteral("out");
    row("gcc", {QStringLiteral("-o"), out}, "data.c",
        "#include <stdio.h>\n" + format(allBytes(), CopyStyle::CArray)
            + "\nint main(void) { for (unsigned i = 0; i < sizeof data; ++i) printf(\"%02x\", "
              "data[i]); return 0; }\n");
    row("rustc", {QStringLiteral("-o"), out}, "data.rs",
        format(allBytes(), CopyStyle::Rust)
            + "\nfn main() { for byte in DATA.iter() { print!(\"{:02x}\", byte); } }\n");
}

void CopyFormatsTest::CompilersTakeIt()
{
    QFETCH(QString, compiler);
    QFETCH(QStringList, arguments);
    QFETCH(QString, file);
    QFETCH(QByteArray, code);
#ifdef Q_OS_WIN
    QSKIP("compilers are asked on Linux");
#endif
    if (QStandardPaths::findExecutable(compiler).isEmpty()) {
        QSKIP("the compiler is not installed here");
    }
    QTemporaryDir folder;
    writeFile(folder.filePath(file), code);
    QVERIFY(!run(compiler, arguments + QStringList{file}, folder.path()).isNull());
    QCOMPARE(run(folder.filePath(QStringLiteral("out")), {}, folder.path()), allBytes().toHex());
}

PIPESCOPE_GUILESS_TEST(CopyFormatsTest)

#include "tst_copy_formats.moc"
