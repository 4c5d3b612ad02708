#include "outline.h"
#include "proto_files.h"
#include "runner/register.h"

#include <QTest>

using namespace pipecore;

/// Types of Protocol Buffers from the files of a user: `.proto` and descriptor sets, with their mistakes.
class ProtoTypesTest : public QObject
{
    Q_OBJECT

private slots:
    void MethodsHaveTheirTypes();
    void ImportsAreFoundBesideTheFileAndInTheFoldersGiven();
    void FilesBelowEachOtherMayImportEachOther();
    void WellKnownTypesAreBuiltIn();
    void TypesAreFoundByTheEndOfTheirName();
    void DescriptorSetsAreRead();
    void MistakesHaveTheirPlaces_data();
    void MistakesHaveTheirPlaces();
    void MistakesInImportsNameTheImport();
    void FilesThatCannotBeReadAreSaid();
    void DamagedDescriptorSetsAreSaid();
};

namespace {

QByteArray problemsOf(const ProtoFiles& files)
{
    const auto types = loadProtoTypes(files);
    if (types) {
        return "none";
    }
    QByteArray text;
    for (const ProtoProblem& problem : types.error()) {
        ProtoProblem shown = problem;
        // Without the folder of the test.
        shown.file = std::filesystem::path(shown.file).filename().string();
        text += shown.text() + '\n';
    }
    return text;
}

/// A descriptor set with the type `pkg.Item { repeated string tag = 2; }`.
QByteArray itemSet()
{
    const QByteArray field =
        lengthField(1, "tag") + numberField(3, 2) + numberField(4, 3) + numberField(5, 9);
    const QByteArray message = lengthField(1, "Item") + lengthField(2, field);
    const QByteArray file = lengthField(1, "item.proto") + lengthField(2, "pkg")
                            + lengthField(4, message) + lengthField(12, "proto3");
    return lengthField(1, file);
}

} // namespace

void ProtoTypesTest::MethodsHaveTheirTypes()
{
    const auto types = typesOf(R"(syntax = "proto3"; package shop;
        message Order { int64 id = 1; } message Receipt { string text = 1; }
        service Orders { rpc Place(Order) returns (Receipt); rpc Watch(Order) returns (stream Order); })");
    QVERIFY(types);
    QCOMPARE(types->methods().size(), 2U);
    const ProtoMethod* const place = types->method("/shop.Orders/Place");
    QVERIFY(place != nullptr);
    QCOMPARE(place->request->name, std::string("shop.Order"));
    QCOMPARE(place->reply->name, std::string("shop.Receipt"));
    QVERIFY(types->method("/shop.Orders/Nonsense") == nullptr);
    QVERIFY(types->method("shop.Orders/Place") == nullptr);
}

void ProtoTypesTest::ImportsAreFoundBesideTheFileAndInTheFoldersGiven()
{
    ProtoFolder folder;
    const auto main = folder.add("api/main.proto", R"(syntax = "proto3";
        import "beside.proto"; import "shared/far.proto";
        message Main { Beside beside = 1; Far far = 2; })");
    folder.add("api/beside.proto", "syntax = \"proto3\"; message Beside {}");
    folder.add("roots/shared/far.proto", "syntax = \"proto3\"; message Far {}");
    QCOMPARE(problemsOf({.files = {main}}),
             "far.proto: file not found\n"
             "main.proto:2:32: Import \"shared/far.proto\" was not found or had errors.\n"
             "main.proto:3:43: \"Far\" is not defined.\n");
    const auto types = loadProtoTypes({.files = {main}, .importPaths = {folder.path() / "roots"}});
    QVERIFY(types);
    const ProtoMessage* const message = (*types)->message("Main");
    QVERIFY(message != nullptr);
    QCOMPARE(message->field(2)->message, (*types)->message("Far"));
}

void ProtoTypesTest::FilesBelowEachOtherMayImportEachOther()
{
    ProtoFolder folder;
    const auto lower = folder.add("part/lower.proto", "syntax = \"proto3\"; message Lower {}");
    const auto upper = folder.add(
        "upper.proto",
        "syntax = \"proto3\"; import \"part/lower.proto\"; message Upper { Lower lower = 1; }");
    QCOMPARE(problemsOf({.files = {lower, upper}}), "none");
    QCOMPARE(problemsOf({.files = {upper, lower}}), "none");
}

void ProtoTypesTest::WellKnownTypesAreBuiltIn()
{
    const auto types = typesOf(R"(syntax = "proto3";
        import "google/protobuf/any.proto"; import "google/protobuf/duration.proto";
        import "google/protobuf/empty.proto"; import "google/protobuf/field_mask.proto";
        import "google/protobuf/struct.proto"; import "google/protobuf/timestamp.proto";
        import "google/protobuf/wrappers.proto";
        message All { google.protobuf.Any any = 1; google.protobuf.Timestamp when = 2; })");
    QVERIFY(types);
    QVERIFY(types->message("google.protobuf.StringValue") != nullptr);
    QCOMPARE(types->message("All")->field(2)->message, types->message("google.protobuf.Timestamp"));
}

void ProtoTypesTest::TypesAreFoundByTheEndOfTheirName()
{
    const auto types = typesOf(R"(syntax = "proto3"; package a.b;
        message One { message Item {} } message Two { message Item {} })");
    QVERIFY(types);
    QVERIFY(types->message("a.b.One.Item") != nullptr);
    QCOMPARE(types->message("One.Item"), types->message("a.b.One.Item"));
    QVERIFY(types->message("Item") == nullptr); // two end so
    QVERIFY(types->message("ne") == nullptr);
    QVERIFY(types->message("") == nullptr);
}

void ProtoTypesTest::DescriptorSetsAreRead()
{
    ProtoFolder folder;
    const auto set = folder.add("item.bin", itemSet());
    const auto source = folder.add("main.proto", R"(syntax = "proto3"; import "item.proto";
        message Main { pkg.Item item = 1; })");
    // The same set twice is no mistake, and sources may import what it has.
    const auto types = loadProtoTypes({.files = {set, set, source}});
    QVERIFY(types);
    const ProtoMessage* const item = (*types)->message("pkg.Item");
    QVERIFY(item != nullptr);
    QCOMPARE(item->field(2)->name, std::string("tag"));
    QVERIFY(item->field(2)->isRepeated);
    QCOMPARE((*types)->message("Main")->field(1)->message, item);
}

void ProtoTypesTest::MistakesHaveTheirPlaces_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("problems");
    QTest::newRow("grammar") << QByteArray("syntax = \"proto3\";\nmessage A {\n  int32 id 1;\n}\n")
                             << QByteArray("test.proto:3:12: Missing field number.\n");
    QTest::newRow("unknown type") << QByteArray(
        "syntax = \"proto3\";\nmessage A {\n  Nothing id = 1;\n}\n")
                                  << QByteArray("test.proto:3:3: \"Nothing\" is not defined.\n");
    QTest::newRow("number twice")
        << QByteArray("syntax = \"proto3\";\nmessage A {\n  int32 a = 1;\n  int32 b = 1;\n}\n")
        << QByteArray("test.proto:4:13: Field number 1 has already been used in \"A\" by field "
                      "\"a\".\n");
    QTest::newRow("imports itself")
        << QByteArray("syntax = \"proto3\";\nimport \"test.proto\";\nmessage A {}\n")
        << QByteArray("test.proto:2:1: File recursively imports itself: test.proto -> "
                      "test.proto\n");
    QTest::newRow("import outside of the folders")
        << QByteArray("syntax = \"proto3\";\nimport \"../x.proto\";\n")
        << QByteArray("x.proto: an import must be a path below a folder that is searched, without "
                      "..\ntest.proto:2:1: Import \"../x.proto\" was not found or had errors.\n");
}

void ProtoTypesTest::MistakesHaveTheirPlaces()
{
    QFETCH(QByteArray, source);
    ProtoFolder folder;
    QTEST(problemsOf({.files = {folder.add("test.proto", source)}}), "problems");
}

void ProtoTypesTest::MistakesInImportsNameTheImport()
{
    ProtoFolder folder;
    folder.add("part.proto", "syntax = \"proto3\";\nmessage {}\n");
    const auto main = folder.add("main.proto", "syntax = \"proto3\";\n\nimport \"part.proto\";\n");
    QCOMPARE(problemsOf({.files = {main}}),
             "part.proto:2:9: Expected message name.\n"
             "main.proto:3:1: Import \"part.proto\" was not found or had errors.\n");
}

void ProtoTypesTest::FilesThatCannotBeReadAreSaid()
{
    ProtoFolder folder;
    QCOMPARE(problemsOf({.files = {folder.path() / "none.proto"}}), "none.proto: file not found\n");
    folder.add("folder.proto/x", "");
    QCOMPARE(problemsOf({.files = {folder.path() / "folder.proto"}}), "folder.proto: not a file\n");
    const auto large = folder.add("large.proto", QByteArray(17 * 1024 * 1024, ' '));
    QCOMPARE(problemsOf({.files = {large}}), "large.proto: larger than 16 MiB\n");
    QCOMPARE(problemsOf({}), "no files\n");
}

void ProtoTypesTest::DamagedDescriptorSetsAreSaid()
{
    ProtoFolder folder;
    const QByteArray whole = itemSet();
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const auto cut = folder.add("cut.bin", whole.first(length));
        const auto types = loadProtoTypes({.files = {cut}});
        // An empty file declares nothing, and is right as a source.
        QVERIFY2(!types || (*types)->messageNames().empty(), QByteArray::number(length));
    }
}

PIPESCOPE_APPLESS_TEST(ProtoTypesTest)

#include "tst_proto_types.moc"
