#pragma once

#include "pipecore/base/error.h"
#include "pipecore/explain/explain.h"

#include <QList>
#include <QString>

#include <cstddef>
#include <string_view>

namespace pipescope {

/// What happened, in a few words of the user's language: "The pipe is busy".
[[nodiscard]] QString errorTitle(const pipecore::Error& error);
/// The likeliest cause and what to do, in the user's language.
[[nodiscard]] QString errorHint(const pipecore::Error& error);
/// A phrase of the core in the user's language.
[[nodiscard]] QString phraseText(const pipecore::Phrase& phrase);
/// What exactly was wrong, in the user's language where the core has it as a phrase; may be empty.
[[nodiscard]] QString errorDetail(const pipecore::Error& error);
/// The facts in one line: `ConnectNamedPipe: 231 ERROR_PIPE_BUSY, <detail>`. Parts that are not
/// known are left out; never empty.
[[nodiscard]] QString errorLine(const pipecore::Error& error);

/// A mistake in what somebody typed, with its place: "Column 4: …", in a text of several lines "Line 2,
/// column 1: …". `position` counts UTF-16 units of `text`, from 0.
[[nodiscard]] QString placedMistake(const QString& text, qsizetype position, const QString& what);
/// The same with a position that counts bytes of the UTF-8 in `text`, as the core's parsers have it.
[[nodiscard]] QString placedMistake(std::string_view text, std::size_t offset, const QString& what);

/// One cause of an error, in the user's language.
struct CauseText
{
    QString calls; ///< the calls it is about, "CreateFile, CallNamedPipe"; empty when that is clear
    QString text;
    QString action;
    bool certain = false; ///< what is known says that it holds
};

/// What happened, in one sentence of the user's language.
[[nodiscard]] QString explanationSentence(const pipecore::Explanation& explanation);
/// A sentence of the explainer with values of its own, in the user's language.
[[nodiscard]] QString explanationText(const pipecore::Phrase& sentence);
/// The causes, likely ones first. With a known call none says whose it is.
[[nodiscard]] QList<CauseText> explanationCauses(const pipecore::Explanation& explanation);
/// `231 (0xE7) ERROR_PIPE_BUSY`; empty when no system call was involved.
[[nodiscard]] QString codeText(pipecore::ErrorDomain domain, std::uint32_t code);

} // namespace pipescope
