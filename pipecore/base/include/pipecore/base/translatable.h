#pragma once

/// Marks an English sentence of the core as a source for translation and stays the bare string. The
/// core translates nothing; lupdate reads the marker as QT_TRANSLATE_NOOP(context, sentence), and
/// the window looks the sentence up in that context.
#define PIPECORE_TR(context, sentence) sentence
