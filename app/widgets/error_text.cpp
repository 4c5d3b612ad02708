#include "widgets/error_text.h"

#include "widgets/formatting.h"

#include <QCoreApplication>
#include <QStringList>

namespace pipescope {

namespace {

const char* titleOf(pipecore::ErrorKind kind)
{
    using pipecore::ErrorKind;
    switch (kind) {
    case ErrorKind::InvalidArgument: return QT_TRANSLATE_NOOP("ErrorTitle", "Invalid value");
    case ErrorKind::NotFound: return QT_TRANSLATE_NOOP("ErrorTitle", "Not found");
    case ErrorKind::Busy: return QT_TRANSLATE_NOOP("ErrorTitle", "Pipe busy");
    case ErrorKind::TimedOut: return QT_TRANSLATE_NOOP("ErrorTitle", "Timed out");
    case ErrorKind::Cancelled: return QT_TRANSLATE_NOOP("ErrorTitle", "Cancelled");
    case ErrorKind::AccessDenied: return QT_TRANSLATE_NOOP("ErrorTitle", "Access denied");
    case ErrorKind::NameInUse: return QT_TRANSLATE_NOOP("ErrorTitle", "Name already in use");
    case ErrorKind::InstanceLimit: return QT_TRANSLATE_NOOP("ErrorTitle", "All instances in use");
    case ErrorKind::WouldBlock: return QT_TRANSLATE_NOOP("ErrorTitle", "Send queue full");
    case ErrorKind::MessageTooLarge: return QT_TRANSLATE_NOOP("ErrorTitle", "Message too large");
    case ErrorKind::PeerClosed: return QT_TRANSLATE_NOOP("ErrorTitle", "Closed by the peer");
    case ErrorKind::ClientGone:
        return QT_TRANSLATE_NOOP("ErrorTitle", "Client disconnected immediately");
    case ErrorKind::WrongType: return QT_TRANSLATE_NOOP("ErrorTitle", "Message/byte mode mismatch");
    case ErrorKind::NotSupported:
        return QT_TRANSLATE_NOOP("ErrorTitle", "Not supported on this system");
    case ErrorKind::NoSuchTarget: return QT_TRANSLATE_NOOP("ErrorTitle", "Not connected");
    case ErrorKind::Stopped: return QT_TRANSLATE_NOOP("ErrorTitle", "PipeScope is closing");
    case ErrorKind::Resources: return QT_TRANSLATE_NOOP("ErrorTitle", "Out of system resources");
    case ErrorKind::Corrupt: return QT_TRANSLATE_NOOP("ErrorTitle", "File damaged");
    case ErrorKind::Io: return QT_TRANSLATE_NOOP("ErrorTitle", "System call failed");
    }
    Q_UNREACHABLE();
}

/// The core's texts are literals without arguments, so they serve as the key as they are.
QString translatedExplanation(std::string_view source)
{
    return QCoreApplication::translate("Explanation", std::string(source).c_str());
}

} // namespace

QString errorTitle(const pipecore::Error& error)
{
    return QCoreApplication::translate("ErrorTitle", titleOf(error.kind));
}

QString errorHint(const pipecore::Error& error)
{
    const pipecore::Cause cause = pipecore::explain(error).causes.front();
    return translatedExplanation(cause.text) + QLatin1Char(' ')
           + translatedExplanation(cause.action);
}

QString explanationText(const pipecore::Phrase& sentence)
{
    const QString pattern = translatedExplanation(sentence.pattern);
    return fromCore(pipecore::fillIn(pattern.toStdString(), sentence.values));
}

QString phraseText(const pipecore::Phrase& phrase)
{
    const std::string source(phrase.pattern);
    const QString pattern = QCoreApplication::translate("ErrorDetail", source.c_str());
    return fromCore(pipecore::fillIn(pattern.toStdString(), phrase.values));
}

QString errorDetail(const pipecore::Error& error)
{
    return error.phrase.pattern.empty() ? fromCore(error.detail) : phraseText(error.phrase);
}

QString errorLine(const pipecore::Error& error)
{
    QStringList facts;
    if (error.domain != pipecore::ErrorDomain::None) {
        QString code = QString::number(error.code);
        const std::string_view name = pipecore::symbolicName(error.domain, error.code);
        if (!name.empty()) {
            code += QLatin1Char(' ') + fromCore(name);
        }
        facts << code;
    }
    if (const QString detail = errorDetail(error); !detail.isEmpty()) {
        facts << detail;
    }
    QString line = facts.join(QStringLiteral(", "));
    if (!error.api.empty()) {
        line = line.isEmpty() ? fromCore(error.api)
                              : QStringLiteral("%1: %2").arg(fromCore(error.api), line);
    }
    return line.isEmpty() ? errorTitle(error) : line;
}

QString explanationSentence(const pipecore::Explanation& explanation)
{
    return translatedExplanation(explanation.sentence);
}

QList<CauseText> explanationCauses(const pipecore::Explanation& explanation)
{
    QList<CauseText> causes;
    for (const pipecore::Cause& cause : explanation.causes) {
        QStringList calls;
        for (const std::string_view call : cause.calls) {
            calls << fromCore(call);
        }
        causes.append(
            {.calls = explanation.call.empty() ? calls.join(QStringLiteral(", ")) : QString(),
             .text = translatedExplanation(cause.text),
             .action = translatedExplanation(cause.action),
             .certain = cause.certain});
    }
    return causes;
}

QString codeText(pipecore::ErrorDomain domain, std::uint32_t code)
{
    if (domain == pipecore::ErrorDomain::None) {
        return {};
    }
    const QString name = fromCore(pipecore::symbolicName(domain, code));
    return QStringLiteral("%1 (0x%2) %3")
        .arg(code)
        .arg(QString::number(code, 16).toUpper(), name)
        .trimmed();
}

QString placedMistake(const QString& text, qsizetype position, const QString& what)
{
    const QStringView before = QStringView(text).left(position);
    const auto number = [](qsizetype from0) {
        return formatCount(static_cast<quint64>(from0) + 1);
    };
    const QString column = number(before.size() - (before.lastIndexOf(u'\n') + 1));
    return text.contains(u'\n')
               ? QCoreApplication::translate("InputPlace", "Line %1, column %2: %3")
                     .arg(number(before.count(u'\n')), column, what)
               : QCoreApplication::translate("InputPlace", "Column %1: %2").arg(column, what);
}

QString placedMistake(std::string_view text, std::size_t offset, const QString& what)
{
    return placedMistake(fromCore(text), fromCore(text.substr(0, offset)).size(), what);
}

} // namespace pipescope
