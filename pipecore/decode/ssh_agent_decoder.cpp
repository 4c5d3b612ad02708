// Messages of an SSH agent (draft-miller-ssh-agent), with or without their lengths.
#include "decoders.h"
#include "field_reader.h"
#include "pipecore/base/translatable.h"

namespace pipecore {

namespace sshagent {

namespace {

enum class Type : std::uint8_t {
    Failure = 5,
    IdentitiesAnswer = 12,
    SignRequest = 13,
    SignResponse = 14,
    AddIdentity = 17,
    RemoveIdentity = 18,
    AddSmartcardKey = 20,
    RemoveSmartcardKey = 21,
    Lock = 22,
    Unlock = 23,
    AddIdConstrained = 25,
    AddSmartcardKeyConstrained = 26,
    Extension = 27,
    ExtensionResponse = 29,
};

std::string_view typeName(std::uint8_t type)
{
    switch (type) {
    case 5: return "FAILURE";
    case 6: return "SUCCESS";
    case 11: return "REQUEST_IDENTITIES";
    case 12: return "IDENTITIES_ANSWER";
    case 13: return "SIGN_REQUEST";
    case 14: return "SIGN_RESPONSE";
    case 17: return "ADD_IDENTITY";
    case 18: return "REMOVE_IDENTITY";
    case 19: return "REMOVE_ALL_IDENTITIES";
    case 20: return "ADD_SMARTCARD_KEY";
    case 21: return "REMOVE_SMARTCARD_KEY";
    case 22: return "LOCK";
    case 23: return "UNLOCK";
    case 25: return "ADD_ID_CONSTRAINED";
    case 26: return "ADD_SMARTCARD_KEY_CONSTRAINED";
    case 27: return "EXTENSION";
    case 28: return "EXTENSION_FAILURE";
    case 29: return "EXTENSION_RESPONSE";
    default: return {};
    }
}

/// A string of the protocol: its length, then its bytes.
std::uint32_t lengthOf(FieldReader& reader, const std::string& name)
{
    return reader.number<std::uint32_t>(name + " length");
}

void readText(FieldReader& reader, const std::string& name)
{
    const std::uint32_t length = lengthOf(reader, name);
    reader.textOrBytes(name, length);
}

/// A public key or a signature: a string with its algorithm, then what that defines.
void readBlob(FieldReader& reader, const std::string& name)
{
    const std::uint32_t length = lengthOf(reader, name);
    if (!reader.has(length)) {
        return;
    }
    reader.open(name, "blob");
    FieldReader blob(reader, length);
    if (blob.left() > 4 && blob.peek<std::uint32_t>() <= blob.left() - 4) {
        readText(blob, "algorithm");
    }
    blob.bytes("data", blob.left());
    reader.close();
}

void readIdentities(FieldReader& reader)
{
    const auto count = reader.number<std::uint32_t>("nkeys");
    for (std::uint32_t index = 0; reader.isGood() && index < count; ++index) {
        reader.open("identity" + itemName(index));
        readBlob(reader, "key");
        readText(reader, "comment");
        reader.close();
    }
}

void readSignRequest(FieldReader& reader)
{
    constexpr std::string_view flags[] = {"", "RSA_SHA2_256", "RSA_SHA2_512"};
    readBlob(reader, "key");
    const std::uint32_t length = lengthOf(reader, "data");
    reader.bytes("data", length);
    reader.flags<std::uint32_t>("flags", flags);
}

void readBody(FieldReader& reader, Type type)
{
    switch (type) {
    case Type::IdentitiesAnswer: readIdentities(reader); break;
    case Type::SignRequest: readSignRequest(reader); break;
    case Type::SignResponse: readBlob(reader, "signature"); break;
    case Type::RemoveIdentity: readBlob(reader, "key"); break;
    case Type::AddIdentity:
    case Type::AddIdConstrained:
        // Where the private key ends depends on its type: comment and constraints stay with it.
        readText(reader, "key type");
        reader.secret("key and comment", reader.left());
        break;
    case Type::AddSmartcardKey:
    case Type::RemoveSmartcardKey:
    case Type::AddSmartcardKeyConstrained: {
        readText(reader, "reader");
        const std::uint32_t length = lengthOf(reader, "PIN");
        reader.secret("PIN", length);
        break;
    }
    case Type::Lock:
    case Type::Unlock: {
        const std::uint32_t length = lengthOf(reader, "passphrase");
        reader.secret("passphrase", length);
        break;
    }
    case Type::Extension: readText(reader, "extension"); break;
    default: break;
    }
    reader.bytes("rest", reader.left());
}

void readMessage(FieldReader& reader)
{
    const auto type = reader.peek<std::uint8_t>();
    reader.summarize(typeName(type));
    reader.named<std::uint8_t>("type", typeName);
    readBody(reader, static_cast<Type>(type));
}

} // namespace

} // namespace sshagent

bool isSshAgent(ByteView bytes)
{
    constexpr std::size_t maxMessage = 256 * 1024;
    if (bytes.size() < 5) {
        return false;
    }
    const auto length = load<std::uint32_t>(bytes.data(), ByteOrder::Big);
    return length > 0 && length <= maxMessage && length <= bytes.size() - 4
           && !sshagent::typeName(std::to_integer<std::uint8_t>(bytes[4])).empty();
}

bool readSshAgent(const Slice& slice, TreeBuilder& tree)
{
    FieldReader reader(slice, tree);
    reader.has(1);
    // No message has the type 0, and no length is so large that it does not begin with it.
    const bool hasLengths = reader.peek<std::uint8_t>() == 0;
    if (reader.isGood() && !hasLengths) {
        reader.open(itemName(0), "message");
        sshagent::readMessage(reader);
        reader.close();
        return reader.isGood();
    }
    for (std::size_t index = 0; reader.hasMore(); ++index) {
        reader.open(itemName(index), "message");
        const auto length = reader.number<std::uint32_t>("length");
        if (reader.isGood()) {
            FieldReader message(reader, length);
            message.has(1);
            sshagent::readMessage(message);
            message.endPart();
        }
        reader.close();
    }
    return reader.isGood();
}

} // namespace pipecore
