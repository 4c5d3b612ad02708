// The only source that includes libprotobuf: it reads .proto files and descriptor sets, and what they
// declare becomes ProtoTypes.
#include "pipecore/decode/proto_types.h"

#ifdef PIPESCOPE_PROTOBUF

#    include <google/protobuf/any.pb.h>
#    include <google/protobuf/api.pb.h>
#    include <google/protobuf/compiler/importer.h>
#    include <google/protobuf/descriptor.h>
#    include <google/protobuf/descriptor.pb.h>
#    include <google/protobuf/descriptor_database.h>
#    include <google/protobuf/duration.pb.h>
#    include <google/protobuf/empty.pb.h>
#    include <google/protobuf/field_mask.pb.h>
#    include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#    include <google/protobuf/source_context.pb.h>
#    include <google/protobuf/struct.pb.h>
#    include <google/protobuf/timestamp.pb.h>
#    include <google/protobuf/type.pb.h>
#    include <google/protobuf/wrappers.pb.h>

#    include <algorithm>
#    include <fstream>
#    include <optional>
#    include <set>
#    include <system_error>
#    include <unordered_map>

// Version 22 took Abseil's string_view for messages, and renamed the functions that get them.
#    if GOOGLE_PROTOBUF_VERSION >= 4022000
#        define PIPESCOPE_PROTOBUF_TEXT absl::string_view
#        define PIPESCOPE_PROTOBUF_ERROR RecordError
#    else
#        define PIPESCOPE_PROTOBUF_TEXT const std::string&
#        define PIPESCOPE_PROTOBUF_ERROR AddError
#    endif

namespace pipecore {

namespace {

namespace pb = google::protobuf;
namespace fs = std::filesystem;

constexpr std::uintmax_t maxFileBytes = std::uintmax_t{16} * 1024 * 1024;
/// Of one load; a file may import itself a thousand times wrongly.
constexpr std::size_t maxProblems = 20;

std::string utf8Of(const fs::path& path)
{
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

fs::path pathFrom(std::string_view utf8)
{
    return {std::u8string(utf8.begin(), utf8.end())};
}

struct FileText
{
    std::string bytes;
    std::string problem; ///< empty: it was read
};

FileText readWhole(const fs::path& path)
{
    FileText text;
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
        text.problem = "file not found";
        return text;
    }
    // A FIFO would wait for its writer.
    if (!fs::is_regular_file(status)) {
        text.problem = "not a file";
        return text;
    }
    if (fs::file_size(path, error) > maxFileBytes || error) {
        text.problem = error ? error.message() : "larger than 16 MiB";
        return text;
    }
    std::ifstream stream(path, std::ios::binary);
    text.bytes.assign(std::istreambuf_iterator<char>(stream), {});
    if (!stream) {
        text.problem = "cannot be read";
    }
    return text;
}

/// What is wrong, with the names of files as they were opened.
class Problems final : public pb::compiler::MultiFileErrorCollector
{
public:
    void add(std::string file, int line, int column, std::string message)
    {
        if (list.size() < maxProblems) {
            list.push_back({.file = std::move(file),
                            .line = line < 0 ? 0 : static_cast<std::size_t>(line) + 1,
                            .column = line < 0 ? 0 : static_cast<std::size_t>(column) + 1,
                            .message = std::move(message)});
        }
    }
    void PIPESCOPE_PROTOBUF_ERROR(PIPESCOPE_PROTOBUF_TEXT file, int line, int column,
                                  PIPESCOPE_PROTOBUF_TEXT message) override
    {
        const auto known = paths.find(std::string(file));
        add(known == paths.end() ? std::string(file) : known->second, line, column,
            std::string(message));
    }

    std::vector<ProtoProblem> list;
    std::unordered_map<std::string, std::string> paths; ///< by the names that imports have
};

/// The files that imports name, below the folders where they are looked for.
class Folders final : public pb::compiler::SourceTree
{
public:
    Folders(const ProtoFiles& files, Problems& problems) : m_problems(problems)
    {
        std::vector<fs::path> own;
        for (const fs::path& file : files.files) {
            own.push_back(file.has_parent_path() ? file.parent_path() : fs::path("."));
        }
        // The shortest first: a file below two folders gets the name that imports from the upper one have.
        std::ranges::stable_sort(own, {}, [](const fs::path& folder) {
            const fs::path plain = folder.lexically_normal();
            return std::distance(plain.begin(), plain.end());
        });
        m_folders = files.importPaths;
        m_folders.insert(m_folders.end(), own.begin(), own.end());
    }

    /// The name by which an import would have this file.
    [[nodiscard]] std::string importName(const fs::path& file) const
    {
        std::error_code error;
        for (const fs::path& folder : m_folders) {
            const fs::path relative = fs::relative(file, folder, error);
            if (!error && !relative.empty() && *relative.begin() != "..") {
                const std::u8string name = relative.generic_u8string();
                return {name.begin(), name.end()};
            }
        }
        return utf8Of(file.filename());
    }

    pb::io::ZeroCopyInputStream* Open(PIPESCOPE_PROTOBUF_TEXT name) override
    {
        const std::string_view wanted(name.data(), name.size());
        m_last = "file not found";
        const fs::path relative = pathFrom(wanted);
        if (relative.is_absolute() || relative.has_root_path()
            || std::ranges::find(relative, fs::path("..")) != relative.end()) {
            m_last = "an import must be a path below a folder that is searched, without ..";
            return nullptr;
        }
        for (const fs::path& folder : m_folders) {
            const fs::path path = folder == "." ? relative : folder / relative;
            std::error_code error;
            if (!fs::exists(path, error)) {
                continue;
            }
            FileText text = readWhole(path);
            // A file of the user's own keeps the spelling of its path.
            m_problems.paths.try_emplace(std::string(wanted), utf8Of(path));
            if (!text.problem.empty()) {
                m_last = std::move(text.problem);
                return nullptr;
            }
            return take(std::move(text.bytes));
        }
        return nullptr;
    }
    std::string GetLastErrorMessage() override { return m_last; }

private:
    pb::io::ZeroCopyInputStream* take(std::string bytes)
    {
        // The stream reads the text where it is, which has to outlive it.
        m_texts.push_back(std::make_unique<std::string>(std::move(bytes)));
        const std::string& text = *m_texts.back();
        return new pb::io::ArrayInputStream(text.data(),
                                            static_cast<int>(text.size())); // NOLINT: the caller's
    }

    Problems& m_problems;
    std::vector<fs::path> m_folders;
    std::vector<std::unique_ptr<std::string>> m_texts;
    std::string m_last;
};

/// Turns descriptors into types.
class Converter
{
public:
    void addFile(const pb::FileDescriptor& file)
    {
        if (!m_files.insert(&file).second) {
            return;
        }
        for (int i = 0; i < file.dependency_count(); ++i) {
            addFile(*file.dependency(i)); // NOLINT(misc-no-recursion): imports have no circles
        }
        for (int i = 0; i < file.message_type_count(); ++i) {
            declare(*file.message_type(i));
        }
        for (int i = 0; i < file.service_count(); ++i) {
            addService(*file.service(i));
        }
    }

    std::shared_ptr<const ProtoTypes> finish(const pb::DescriptorPool& pool)
    {
        for (const auto& [descriptor, message] : m_messages) {
            for (int i = 0; i < descriptor->field_count(); ++i) {
                message->fields.push_back(fieldOf(*descriptor->field(i)));
            }
            std::vector<const pb::FieldDescriptor*> extensions;
            pool.FindAllExtensions(descriptor, &extensions);
            for (const pb::FieldDescriptor* const extension : extensions) {
                message->fields.push_back(fieldOf(*extension));
            }
        }
        return std::make_shared<const ProtoTypes>(std::move(m_parts));
    }

private:
    // NOLINTNEXTLINE(misc-no-recursion): the parser bounds how deep messages nest
    void declare(const pb::Descriptor& descriptor)
    {
        ProtoMessage& message = m_parts.messages.emplace_back();
        message.name = std::string(descriptor.full_name());
        m_messages.emplace(&descriptor, &message);
        for (int i = 0; i < descriptor.nested_type_count(); ++i) {
            declare(*descriptor.nested_type(i));
        }
    }

    void addService(const pb::ServiceDescriptor& service)
    {
        for (int i = 0; i < service.method_count(); ++i) {
            const pb::MethodDescriptor& method = *service.method(i);
            m_parts.methods.push_back(
                {.path = '/' + std::string(service.full_name()) + '/' + std::string(method.name()),
                 .request = messageOf(method.input_type()),
                 .reply = messageOf(method.output_type())});
        }
    }

    [[nodiscard]] const ProtoMessage* messageOf(const pb::Descriptor* descriptor) const
    {
        const auto known = m_messages.find(descriptor);
        return known == m_messages.end() ? nullptr : known->second;
    }

    const ProtoEnum* enumOf(const pb::EnumDescriptor* descriptor)
    {
        const auto [known, isNew] = m_enums.try_emplace(descriptor, nullptr);
        if (isNew) {
            ProtoEnum& made = m_parts.enums.emplace_back();
            made.name = std::string(descriptor->full_name());
            for (int i = 0; i < descriptor->value_count(); ++i) {
                made.words.emplace(descriptor->value(i)->number(),
                                   std::string(descriptor->value(i)->name()));
            }
            known->second = &made;
        }
        return known->second;
    }

    ProtoField fieldOf(const pb::FieldDescriptor& descriptor)
    {
        using Field = pb::FieldDescriptor;
        ProtoField field;
        field.name = descriptor.is_extension() ? '[' + std::string(descriptor.full_name()) + ']'
                                               : std::string(descriptor.name());
        field.number = static_cast<std::uint32_t>(descriptor.number());
        field.isRepeated = descriptor.is_repeated();
        field.isMap = descriptor.is_map();
        field.kind = kindOf(descriptor.type());
        if (descriptor.type() == Field::TYPE_ENUM) {
            field.enumeration = enumOf(descriptor.enum_type());
        } else if (descriptor.type() == Field::TYPE_GROUP
                   || descriptor.type() == Field::TYPE_MESSAGE) {
            field.message = messageOf(descriptor.message_type());
        }
#    if GOOGLE_PROTOBUF_VERSION >= 4022000
        field.isUtf8 = descriptor.requires_utf8_validation();
#    else
        field.isUtf8 = descriptor.file()->syntax() == pb::FileDescriptor::SYNTAX_PROTO3;
#    endif
        return field;
    }

    static ProtoKind kindOf(pb::FieldDescriptor::Type type)
    {
        using Field = pb::FieldDescriptor;
        switch (type) {
        case Field::TYPE_DOUBLE: return ProtoKind::Double;
        case Field::TYPE_FLOAT: return ProtoKind::Float;
        case Field::TYPE_INT64: return ProtoKind::Int64;
        case Field::TYPE_UINT64: return ProtoKind::UInt64;
        case Field::TYPE_INT32: return ProtoKind::Int32;
        case Field::TYPE_FIXED64: return ProtoKind::Fixed64;
        case Field::TYPE_FIXED32: return ProtoKind::Fixed32;
        case Field::TYPE_BOOL: return ProtoKind::Bool;
        case Field::TYPE_STRING: return ProtoKind::String;
        case Field::TYPE_GROUP: return ProtoKind::Group;
        case Field::TYPE_MESSAGE: return ProtoKind::Message;
        case Field::TYPE_BYTES: return ProtoKind::Blob;
        case Field::TYPE_UINT32: return ProtoKind::UInt32;
        case Field::TYPE_ENUM: return ProtoKind::Enum;
        case Field::TYPE_SFIXED32: return ProtoKind::SFixed32;
        case Field::TYPE_SFIXED64: return ProtoKind::SFixed64;
        case Field::TYPE_SINT32: return ProtoKind::SInt32;
        case Field::TYPE_SINT64: return ProtoKind::SInt64;
        }
        return ProtoKind::Blob;
    }

    ProtoTypes::Parts m_parts;
    std::set<const pb::FileDescriptor*> m_files;
    std::unordered_map<const pb::Descriptor*, ProtoMessage*> m_messages;
    std::unordered_map<const pb::EnumDescriptor*, const ProtoEnum*> m_enums;
};

/// Files of a descriptor set; empty when it is none.
std::optional<pb::FileDescriptorSet> descriptorSet(const std::string& bytes)
{
    pb::FileDescriptorSet set;
    // Partial: an error of the library would go to standard error.
    const bool isSet = bytes.starts_with('\n') && set.ParsePartialFromString(bytes)
                       && set.IsInitialized() && set.file_size() > 0
                       && std::ranges::all_of(set.file(), [](const pb::FileDescriptorProto& file) {
                              return !file.name().empty();
                          });
    return isSet ? std::optional(std::move(set)) : std::nullopt;
}

/// A static library has the types of google/protobuf/*.proto only if they are used.
void useKnownTypes()
{
    static_cast<void>(pb::Any::descriptor());
    static_cast<void>(pb::Api::descriptor());
    static_cast<void>(pb::Duration::descriptor());
    static_cast<void>(pb::Empty::descriptor());
    static_cast<void>(pb::FieldMask::descriptor());
    static_cast<void>(pb::SourceContext::descriptor());
    static_cast<void>(pb::Struct::descriptor());
    static_cast<void>(pb::Timestamp::descriptor());
    static_cast<void>(pb::Type::descriptor());
    static_cast<void>(pb::StringValue::descriptor());
}

} // namespace

std::expected<std::shared_ptr<const ProtoTypes>, std::vector<ProtoProblem>>
loadProtoTypes(const ProtoFiles& files)
{
    useKnownTypes();
#    if GOOGLE_PROTOBUF_VERSION < 4022000
    pb::SetLogHandler(nullptr); // it would print hints about style
#    endif
    Problems problems;
    Folders folders(files, problems);
    pb::SimpleDescriptorDatabase sets;
    std::vector<std::string> names;
    for (const fs::path& file : files.files) {
        const FileText text = readWhole(file);
        if (!text.problem.empty()) {
            problems.add(utf8Of(file), -1, 0, text.problem);
            continue;
        }
        const auto set = file.extension() == ".proto" ? std::nullopt : descriptorSet(text.bytes);
        if (!set) {
            names.push_back(folders.importName(file));
            problems.paths[names.back()] = utf8Of(file);
            continue;
        }
        for (const pb::FileDescriptorProto& part : set->file()) {
            pb::FileDescriptorProto known;
            // Two sets may have the same file.
            if (sets.FindFileByName(part.name(), &known) || sets.Add(part)) {
                names.emplace_back(part.name());
            } else {
                problems.add(utf8Of(file), -1, 0,
                             std::string(part.name()) + " declares what another file declares");
            }
        }
    }

    pb::DescriptorPoolDatabase builtIn(*pb::DescriptorPool::generated_pool());
    pb::MergedDescriptorDatabase others(&sets, &builtIn);
    pb::compiler::SourceTreeDescriptorDatabase sources(&folders, &others);
    sources.RecordErrorsTo(&problems);
    pb::DescriptorPool pool(&sources, sources.GetValidationErrorCollector());
    pool.EnforceWeakDependencies(true);
    Converter converter;
    for (const std::string& name : names) {
        if (const pb::FileDescriptor* const file = pool.FindFileByName(name)) {
            converter.addFile(*file);
        } else if (problems.list.empty()) {
            problems.add(name, -1, 0, "no declarations could be read");
        }
    }
    if (files.files.empty()) {
        problems.add({}, -1, 0, "no files");
    }
    if (!problems.list.empty()) {
        return std::unexpected(std::move(problems.list));
    }
    return converter.finish(pool);
}

} // namespace pipecore

#else // without the library: the fuzzers, whose C++ library is another one

namespace pipecore {

std::expected<std::shared_ptr<const ProtoTypes>, std::vector<ProtoProblem>>
loadProtoTypes(const ProtoFiles&)
{
    return std::unexpected(std::vector{ProtoProblem{
        .file = {}, .message = "this program was built without support for .proto files"}});
}

} // namespace pipecore

#endif
