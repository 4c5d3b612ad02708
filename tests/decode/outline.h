#pragma once

#include "invariants.h"
#include "pipecore/decode/decode.h"

#include <QByteArray>

/// A decoded tree as text: a field a line, indented, as `name: value <type> @offset+length`, with
/// `!` before a problem. What a test compares and shows.
QByteArray outline(const pipecore::Decoded& decoded);

/// The bytes that a text of hex digits says; blanks are free.
QByteArray fromHex(const char* hex);

pipecore::ByteView viewOf(const QByteArray& bytes);
