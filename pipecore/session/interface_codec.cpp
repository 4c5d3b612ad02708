#include "interface_codec.h"

#include "comment_codec.h"
#include "pipecore/base/clean_text.h"
#include "pipecore/base/interned.h"
#include "pipecore/model/vocabulary.h"

#include <algorithm>

namespace pipecore {

namespace {

constexpr std::string_view mark = "PipeScope";
constexpr const char* targetPrefix = "target-";
// A comment has at most 65,535 bytes, and a byte may take four (\xHH).
constexpr std::size_t maxTextLength = 4096;
constexpr std::size_t maxDetailLength = 1024;
constexpr std::size_t maxApiLength = 256;

void putError(CommentWriter& comment, const std::string& prefix, const Error& error)
{
    comment.word(prefix + "-kind", wordFor(error.kind));
    comment.word(prefix + "-domain", wordFor(error.domain));
    comment.number(prefix + "-code", error.code);
    comment.text(prefix + "-api", clipUtf8(error.api, maxApiLength));
    comment.text(prefix + "-detail", clipUtf8(error.detail, maxDetailLength));
}

Error errorFrom(const CommentPairs& pairs, const std::string& prefix)
{
    Error error;
    error.kind = valueFor<ErrorKind>(pairs.find(prefix + "-kind")).value_or(ErrorKind::Io);
    error.domain =
        valueFor<ErrorDomain>(pairs.find(prefix + "-domain")).value_or(ErrorDomain::None);
    error.code = pairs.number<std::uint32_t>(prefix + "-code").value_or(0);
    error.api = interned(std::string(pairs.find(prefix + "-api")));
    error.detail = pairs.find(prefix + "-detail");
    return error;
}

/// `prefix` is "", or "target-" of the program behind a relay.
std::shared_ptr<const PeerInfo> peerFrom(const CommentPairs& pairs, const std::string& prefix)
{
    if (!pairs.has(prefix + "pid") && !pairs.has(prefix + "pid-error-kind")) {
        return nullptr;
    }
    auto peer = std::make_shared<PeerInfo>();
    if (const auto pid = pairs.number<std::uint32_t>(prefix + "pid")) {
        peer->processId = *pid;
    } else {
        peer->processId = std::unexpected(errorFrom(pairs, prefix + "pid-error"));
    }
    if (pairs.has(prefix + "image")) {
        peer->image = std::string(pairs.find(prefix + "image"));
    } else {
        peer->image = std::unexpected(errorFrom(pairs, prefix + "image-error"));
    }
    if (pairs.has(prefix + "user")) {
        peer->user = std::string(pairs.find(prefix + "user"));
    } else if (pairs.has(prefix + "user-error-kind")) {
        peer->user = std::unexpected(errorFrom(pairs, prefix + "user-error"));
    } else {
        peer->user = refuse("not recorded", ErrorKind::NotSupported);
    }
    peer->isRemote = pairs.has(prefix + "remote");
    return peer;
}

void putPeer(CommentWriter& comment, const std::string& prefix, const PeerInfo& peer)
{
    if (peer.processId) {
        comment.number(prefix + "pid", *peer.processId);
    } else {
        putError(comment, prefix + "pid-error", peer.processId.error());
    }
    if (peer.image) {
        comment.text(prefix + "image", clipUtf8(*peer.image, maxTextLength));
    } else {
        putError(comment, prefix + "image-error", peer.image.error());
    }
    if (peer.user) {
        comment.text(prefix + "user", clipUtf8(*peer.user, maxTextLength));
    } else {
        putError(comment, prefix + "user-error", peer.user.error());
    }
    if (peer.isRemote) {
        comment.number(prefix + "remote", 1U);
    }
}

/// Readers of the description find process and user by the parentheses (the Lua dissector does), and a
/// program calls itself what it likes, "x (pid 1), user root" as well: only ours are parentheses.
std::string inDescription(std::string_view text)
{
    constexpr std::size_t maxNameLength = 1024;
    std::string clean = onOneLine(clipUtf8(text, maxNameLength));
    std::ranges::replace(clean, '(', '[');
    std::ranges::replace(clean, ')', ']');
    return clean;
}

std::string describePeer(const PeerInfo* peer)
{
    if (peer == nullptr) {
        return "peer unknown";
    }
    std::string text = "peer ";
    const std::string image = inDescription(imageName(*peer));
    text += image.empty() ? "unknown program" : image;
    text += peer->processId ? " (pid " + std::to_string(*peer->processId) + ")" : " (pid unknown)";
    if (peer->user) {
        text += ", user " + inDescription(*peer->user);
    }
    return text;
}

} // namespace

InterfaceNaming namingFor(const ConnectionHeader& header)
{
    InterfaceNaming naming;
    naming.name = onOneLine(clipUtf8(*header.opened.name, maxTextLength)) + " #"
                  + std::to_string(header.connection.value);
    naming.description = std::string(wordFor(header.opened.role)) + ", ";
    naming.description += describePeer(header.peer.get());
    if (!header.opened.target.empty()) {
        naming.description += "; passed on to " + inDescription(header.opened.target) + ", "
                              + describePeer(header.target.get());
    }

    CommentWriter comment(mark);
    comment.number("connection", header.connection.value);
    comment.number("version", sessionVersion);
    if (header.recording != 0) {
        comment.number("recording", header.recording);
    }
    comment.number("endpoint", header.endpoint.value);
    comment.word("role", wordFor(header.opened.role));
    comment.word("mode", wordFor(header.opened.mode));
    comment.word("access", wordFor(header.opened.access));
    comment.number("instances", header.opened.instances);
    comment.text("name", clipUtf8(*header.opened.name, maxTextLength));
    if (!header.opened.target.empty()) {
        comment.text("target", clipUtf8(header.opened.target, maxTextLength));
    }
    comment.number("opened", header.openedNs);
    comment.number("since", header.sinceNs);
    if (header.peer) {
        putPeer(comment, {}, *header.peer);
    }
    if (header.target) {
        putPeer(comment, targetPrefix, *header.target);
    }
    naming.comment = comment.take();
    return naming;
}

InterfaceNaming namingForEvents(std::uint64_t recording)
{
    CommentWriter comment(mark);
    comment.number("events", 1).number("version", sessionVersion);
    if (recording != 0) {
        comment.number("recording", recording);
    }
    return {.name = "PipeScope events",
            .description = "Connects, disconnects and errors",
            .comment = comment.take()};
}

InterfaceMeaning meaningOf(std::string_view comment)
{
    if (!comment.starts_with(mark) || !comment.substr(mark.size()).starts_with(' ')) {
        return {};
    }
    const auto pairs = CommentPairs::parse(comment.substr(mark.size() + 1));
    if (!pairs) {
        return {};
    }
    InterfaceMeaning meaning;
    meaning.events = pairs->has("events");
    meaning.version = pairs->number<std::uint8_t>("version").value_or(1);
    ConnectionHeader& header = meaning.header;
    header.recording = pairs->number<std::uint64_t>("recording").value_or(0);
    header.connection.value = pairs->number<std::uint64_t>("connection").value_or(0);
    header.endpoint.value = pairs->number<std::uint64_t>("endpoint").value_or(0);
    meaning.ours = meaning.events || (header.connection && header.endpoint);
    header.opened.role = valueFor<Role>(pairs->find("role")).value_or(Role::Server);
    header.opened.mode = valueFor<PipeMode>(pairs->find("mode")).value_or(PipeMode::Message);
    header.opened.access = valueFor<Access>(pairs->find("access")).value_or(Access::Duplex);
    header.opened.instances = pairs->number<std::uint32_t>("instances").value_or(0);
    header.opened.name = std::make_shared<std::string>(pairs->find("name"));
    header.opened.target = pairs->find("target");
    header.openedNs = pairs->number<std::int64_t>("opened").value_or(0);
    header.sinceNs = pairs->number<std::int64_t>("since").value_or(0);
    header.peer = peerFrom(*pairs, {});
    header.target = peerFrom(*pairs, targetPrefix);
    return meaning;
}

} // namespace pipecore
