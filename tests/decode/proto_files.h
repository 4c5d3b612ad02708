#pragma once

#include "pipecore/decode/proto_types.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <filesystem>
#include <memory>

/// A folder of `.proto` files for a test.
class ProtoFolder
{
public:
    /// Writes a file, and its folders; returns its path.
    std::filesystem::path add(const char* name, const QByteArray& content);
    [[nodiscard]] std::filesystem::path path() const;

private:
    QTemporaryDir m_folder;
};

/// The types of one file; fails the test without an exception when it has mistakes: then null.
[[nodiscard]] std::shared_ptr<const pipecore::ProtoTypes> typesOf(const QByteArray& source);

/// A field of Protocol Buffers with a length: `number`, and what is in it.
[[nodiscard]] QByteArray lengthField(unsigned number, const QByteArray& content);
/// A field with a number.
[[nodiscard]] QByteArray numberField(unsigned number, quint64 value);
