#pragma once

#include "pipecore/base/error.h"
#include "pipecore/explain/explain.h"

#include <QList>
#include <QString>

#include <cstddef>
#include <string_view>

namespace pipescope {

/// A short title in the user's language: "Pipe busy".
[[nodiscard]] QString errorTitle(const pipecore::Error& error);
/// The likeliest cause and its solution, in the user's language.
[[nodiscard]] QString errorHint(const pipecore::Error& error);
/// A phrase of the core in the user's language.
[[nodiscard]] QString phraseText(const pipecore::Phrase& phrase);
/// The details, in the user's language if the core has them as a phrase; may be empty.
[[nodiscard]] QString errorDetail(const pipecore::Error& error);
/// The facts in one line: `ConnectNamedPipe: 231 ERROR_PIPE_BUSY, <detail>`. Unknown parts are
/// omitted; never empty.
[[nodiscard]] QString errorLine(const pipecore::Error& error);

/// An input error with its position: "Column 4: …", in a text of several lines "Line 2, column 1:
/// …". `position` counts UTF-16 units of `text`, from 0.
[[nodiscard]] QString placedMistake(const QString& text, qsizetype position, const QString& what);
/// The same with a position in bytes of the UTF-8 `text`, as the core's parsers report it.
[[nodiscard]] QString placedMistake(std::string_view text, std::size_t offset, const QString& what);

/// A cause of an error, in the user's language.
struct CauseText
{
    QString calls; ///< the calls concerned, "CreateFile, CallNamedPipe"; empty if clear
    QString text;
    QString action;
    bool certain = false; ///< the known facts confirm it
};

/// The explanation in one sentence of the user's language.
[[nodiscard]] QString explanationSentence(const pipecore::Explanation& explanation);
/// A sentence of the explainer with values of its own, in the user's language.
[[nodiscard]] QString explanationText(const pipecore::Phrase& sentence);
/// The causes, the likeliest first. With a known call, none names its calls.
[[nodiscard]] QList<CauseText> explanationCauses(const pipecore::Explanation& explanation);
/// `231 (0xE7) ERROR_PIPE_BUSY`; empty without a system call.
[[nodiscard]] QString codeText(pipecore::ErrorDomain domain, std::uint32_t code);

} // namespace pipescope
