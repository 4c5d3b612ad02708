#pragma once

#include "pipecore/decode.h"

#include <QByteArray>

/// A decoded tree as text: a field a line, indented, as `name: value <type> @offset+length`, with
/// `!` before a problem. What a test compares and shows.
QByteArray outline(const pipecore::Decoded& decoded);

/// The bytes that a text of hex digits says; blanks are free.
QByteArray fromHex(const char* hex);

pipecore::ByteView viewOf(const QByteArray& bytes);

/// Checks what must hold of any decoded payload: positions inside of it, limits kept, values UTF-8.
/// Empty when all holds, else what does not.
QByteArray brokenPromise(const pipecore::Decoded& decoded, std::size_t payloadSize,
                         const pipecore::DecodeLimits& limits = {});
