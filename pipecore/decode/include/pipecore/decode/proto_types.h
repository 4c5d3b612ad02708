#pragma once

#include "pipecore/base/error.h"

#include <cstdint>
#include <deque>
#include <expected>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pipecore {

/// Field::type of a group that is a message of Protocol Buffers, alone or in another format.
constexpr std::string_view protobufType = "Protocol Buffers";
/// Field::type of a group that is a message of gRPC: its prefix, and in it a message of Protocol Buffers.
constexpr std::string_view grpcType = "gRPC";

/// Type of a field of Protocol Buffers, as its declaration names it.
enum class ProtoKind : std::uint8_t {
    Double,
    Float,
    Int32,
    Int64,
    UInt32,
    UInt64,
    SInt32,
    SInt64,
    Fixed32,
    Fixed64,
    SFixed32,
    SFixed64,
    Bool,
    Enum,
    String,
    Blob, ///< bytes
    Message,
    Group, ///< a message between two tags (proto2)
};

/// An enum and the names of its numbers.
struct ProtoEnum
{
    std::string name;                          ///< with its package
    std::map<std::int32_t, std::string> words; ///< the first one of each number
};

struct ProtoMessage;

/// A field of a message type.
struct ProtoField
{
    std::string name; ///< of an extension: its full name in brackets, as the text format writes it
    std::uint32_t number = 0;
    ProtoKind kind = ProtoKind::Int32;
    bool isRepeated = false;                ///< also of a map
    bool isMap = false;                     ///< `message` is its entry: key and value
    bool isUtf8 = false;                    ///< of a string: other bytes are a mistake (proto3)
    const ProtoMessage* message = nullptr;  ///< of Message and Group
    const ProtoEnum* enumeration = nullptr; ///< of Enum
};

/// A message type.
struct ProtoMessage
{
    std::string name;               ///< with its package: "helloworld.HelloRequest"
    std::vector<ProtoField> fields; ///< by number, ascending

    /// Null when it has none of this number.
    [[nodiscard]] const ProtoField* field(std::uint64_t number) const;
};

/// A method of a service, as gRPC calls it.
struct ProtoMethod
{
    std::string path; ///< "/package.Service/Method"
    const ProtoMessage* request = nullptr;
    const ProtoMessage* reply = nullptr;
};

/// The message types and methods of a user's files. Never changes; any thread.
class ProtoTypes
{
public:
    /// What types are made of. They refer to each other, and stay where they are when this is moved.
    struct Parts
    {
        std::deque<ProtoMessage> messages;
        std::deque<ProtoEnum> enums;
        std::vector<ProtoMethod> methods;
    };
    explicit ProtoTypes(Parts parts);
    ProtoTypes(const ProtoTypes&) = delete;
    ProtoTypes& operator=(const ProtoTypes&) = delete;

    /// A type by its full name, or by the last parts of it if only one type ends with them. Null when there
    /// is none, or more than one.
    [[nodiscard]] const ProtoMessage* message(std::string_view name) const;
    /// The method with this path; null when there is none.
    [[nodiscard]] const ProtoMethod* method(std::string_view path) const;
    /// Full names of all types, in order.
    [[nodiscard]] std::vector<std::string_view> messageNames() const;
    /// In the order of their paths.
    [[nodiscard]] std::span<const ProtoMethod> methods() const { return m_parts.methods; }

private:
    Parts m_parts;
    std::map<std::string_view, const ProtoMessage*> m_byName;
};

/// Files to read types from.
struct ProtoFiles
{
    /// `.proto` sources, or descriptor sets (`protoc --descriptor_set_out`), which are told by what is in
    /// them unless their name ends with .proto.
    std::vector<std::filesystem::path> files{};
    /// Where imports are looked for, in this order, before the folders of `files`. The types of
    /// google/protobuf/*.proto are built in.
    std::vector<std::filesystem::path> importPaths{};
};

/// A mistake in one of the files.
struct ProtoProblem
{
    std::string file;       ///< UTF-8 path as it was opened
    std::size_t line = 0;   ///< from 1; 0: the whole file
    std::size_t column = 0; ///< from 1, in bytes; 0: the whole file
    std::string message;    ///< English

    /// "order.proto:3:9: expected \";\"", as compilers write it.
    [[nodiscard]] std::string text() const;
};

/// Reads types. Reads the files and those that they import: not for a thread that must not wait for the disk.
/// A file of more than 16 MiB is refused. Any thread. The error is never empty.
[[nodiscard]] std::expected<std::shared_ptr<const ProtoTypes>, std::vector<ProtoProblem>>
loadProtoTypes(const ProtoFiles& files);

} // namespace pipecore
