#pragma once

#include "tree_builder.h"

namespace pipecore {

// A function for each format: reads `slice` into the innermost open field of `tree`, and returns whether
// all of it was good.
bool readJson(const Slice& slice, TreeBuilder& tree);
bool readXml(const Slice& slice, TreeBuilder& tree);
bool readLines(const Slice& slice, TreeBuilder& tree);
bool readUtf8(const Slice& slice, TreeBuilder& tree);
bool readUtf16Le(const Slice& slice, TreeBuilder& tree);
bool readUtf16Be(const Slice& slice, TreeBuilder& tree);
bool readFramesU16Le(const Slice& slice, TreeBuilder& tree);
bool readFramesU16Be(const Slice& slice, TreeBuilder& tree);
bool readFramesU32Le(const Slice& slice, TreeBuilder& tree);
bool readFramesU32Be(const Slice& slice, TreeBuilder& tree);
bool readMessagePack(const Slice& slice, TreeBuilder& tree);
bool readProtobuf(const Slice& slice, TreeBuilder& tree);
bool readDceRpc(const Slice& slice, TreeBuilder& tree);
bool readJsonMessages(const Slice& slice, TreeBuilder& tree);
bool readHttp1(const Slice& slice, TreeBuilder& tree);
bool readDbus(const Slice& slice, TreeBuilder& tree);
bool readSshAgent(const Slice& slice, TreeBuilder& tree);
bool readResp(const Slice& slice, TreeBuilder& tree);
bool readMessagePackRpc(const Slice& slice, TreeBuilder& tree);
bool readDiscord(const Slice& slice, TreeBuilder& tree);
bool readDotnetDiagnostics(const Slice& slice, TreeBuilder& tree);
bool readI3(const Slice& slice, TreeBuilder& tree);
bool readDotnetWrapper(const Slice& slice, TreeBuilder& tree);
bool readHttp2(const Slice& slice, TreeBuilder& tree);
bool readDockerStream(const Slice& slice, TreeBuilder& tree);

/// Protocol Buffers by a type, which may be null: then as readProtobuf().
bool readProtobufMessage(const Slice& slice, TreeBuilder& tree, const ProtoMessage* type);

/// Reads `slice` as `decoder` says.
bool readAs(DecoderId decoder, const Slice& slice, TreeBuilder& tree);

/// Whether a person would read it as text: valid UTF-8 with no control characters but the usual ones. Bytes that
/// are missing at the end of `bytes` are forgiven when it is `cut`.
[[nodiscard]] bool isPlainText(ByteView bytes, bool cut);

/// Whether `bytes` are whole Protocol Buffers fields one behind the other; does not look into them.
/// `cut`: the last one may be incomplete.
[[nodiscard]] bool isProtobuf(ByteView bytes, bool cut);

/// Whether a DCE/RPC header could stand here.
[[nodiscard]] bool isDceRpcHeader(ByteView bytes);

// Whether the first message of a protocol stands here, as far as its head says. With its length, where
// the protocol has one.
[[nodiscard]] bool hasContentHeader(ByteView bytes);
[[nodiscard]] bool isHttp1(ByteView bytes);
[[nodiscard]] bool isDbusMessage(ByteView bytes);
[[nodiscard]] bool isSshAgent(ByteView bytes);
[[nodiscard]] bool isResp(ByteView bytes);
[[nodiscard]] bool isDiscord(ByteView bytes);
[[nodiscard]] bool isDotnetDiagnostics(ByteView bytes);
[[nodiscard]] bool isI3(ByteView bytes);
[[nodiscard]] bool isBinaryFormatter(ByteView bytes);
[[nodiscard]] bool isHttp2(ByteView bytes);
[[nodiscard]] bool isDockerStream(ByteView bytes);
/// Whether a decoded MessagePack value is a message of MessagePack-RPC.
[[nodiscard]] bool isMessagePackRpc(const Field& value);

} // namespace pipecore
