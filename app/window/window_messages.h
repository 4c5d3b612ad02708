#pragma once

#include "pipecore/base/error.h"

#include <QString>

#include <functional>

class QWidget;

namespace pipescope {

class MessageArea;

/// Shows an error in the window. `what` failed; only the error if it is empty. `more` is a sentence
/// that follows the hint.
void showError(MessageArea& messages, const QString& what, const pipecore::Error& error,
               const QString& more = {});

/// A question with two answers; Enter and Esc choose the one that changes nothing.
struct Question
{
    QLatin1String name; ///< of the box; an open question is not asked again
    QString title;
    QString text;
    QString more;
    QString go;   ///< the answer that calls `go`
    QString stay; ///< the other one
};
/// Asks over `window` without blocking; calls `go` for the answer that changes something.
void ask(QWidget* window, const Question& question, std::function<void()> go);

} // namespace pipescope
