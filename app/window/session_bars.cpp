#include "window/session_bars.h"

#include "session/journal_summary.h"
#include "session/session_controller.h"
#include "tasks/background.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "widgets/message_bar.h"
#include "window/session_commands.h"
#include "window/window_messages.h"

#include <QFileInfo>

#include <utility>

namespace pipescope {

namespace {

QString viewingKey()
{
    return QStringLiteral("viewing");
}

QString interruptedKey()
{
    return QStringLiteral("interrupted");
}

} // namespace

SessionBars::SessionBars(SessionController& session, SessionCommands& commands,
                         MessageArea& messages, QWidget* window)
    : m_session(session)
    , m_commands(commands)
    , m_messages(messages)
    , m_window(window)
{
    connect(&m_session, &SessionController::sourceChanged, this, &SessionBars::showViewing);
    // The number of rows is known then.
    connect(&m_session, &SessionController::opened, this, &SessionBars::showViewing);
}

void SessionBars::showViewing()
{
    if (m_session.viewed() == nullptr) {
        m_messages.dismiss(viewingKey());
        return;
    }
    m_messages.show(viewingKey(), [this] {
        const ViewedFile& viewed = *m_session.viewed();
        const QString name = QFileInfo(viewed.path).fileName();
        const pipecore::OpenReport& report = viewed.session->report();
        Message message;
        message.closable = false;
        message.title =
            viewed.isJournal ? tr("Viewing an interrupted session") : tr("Viewing %1").arg(name);
        if (report.problem) {
            message.severity = Message::Severity::Warning;
            message.text = tr("The file is damaged: %1 rows were read from %2 of %3.")
                               .arg(formatCount(report.records), formatBytes(report.goodBytes),
                                    formatBytes(report.fileBytes))
                           + u'\n' + phraseText(*report.problem);
        }
        if (report.stopped) {
            message.severity = Message::Severity::Warning;
            message.text = tr("Cancelled: %1 rows were read from %2 of %3.")
                               .arg(formatCount(report.records), formatBytes(report.goodBytes),
                                    formatBytes(report.fileBytes));
        }
        if (report.lostAnnotations != 0) {
            message.severity = Message::Severity::Warning;
            const QString lost =
                tr("Marks and comments not loaded (row missing or limit reached): %1.")
                    .arg(formatCount(report.lostAnnotations));
            message.text = message.text.isEmpty() ? lost : message.text + u' ' + lost;
        }
        if (viewed.isJournal) {
            message.buttons.push_back({tr("Save as…"), [this] { m_commands.saveWithDialog(); }});
        }
        message.buttons.push_back(
            {tr("Return to live session"), [this] { m_commands.backToLive(); }});
        return message;
    });
}

void SessionBars::offerInterrupted()
{
    const QStringList journals = m_session.interruptedJournals();
    if (journals.isEmpty()) {
        m_messages.dismiss(interruptedKey());
        return;
    }
    m_messages.show(interruptedKey(), [this, journal = journals.first()] {
        const QFileInfo file(journal);
        Message message;
        message.severity = Message::Severity::Warning;
        message.title = tr("Session interrupted");
        message.text = tr("PipeScope ended unexpectedly on %1. %2 was recovered.")
                           .arg(formatDateTime(file.lastModified()),
                                formatSize(static_cast<quint64>(file.size())));
        message.buttons = {{tr("Open"),
                            [this, journal] {
                                m_messages.dismiss(interruptedKey());
                                m_commands.openFile(journal);
                            }},
                           {tr("Discard"), [this, journal] { askToDiscard(journal); }}};
        return message;
    });
}

void SessionBars::askToDiscard(const QString& journal)
{
    const auto show = [this, journal](const JournalSummary& summary) {
        if (!m_session.interruptedJournals().contains(journal)) {
            return; // opened and saved, or discarded, meanwhile
        }
        const QFileInfo file(journal);
        QStringList lines;
        if (!summary.pipes.isEmpty()) {
            lines << tr("Pipes: %1").arg(summary.pipes.join(QStringLiteral(", ")));
        }
        if (summary.isReadable) {
            const QString count = formatCount(summary.messages);
            lines << (summary.isWhole ? tr("Messages: %1") : tr("Messages: %1 or more")).arg(count);
        }
        lines << tr("Size: %1").arg(formatSize(static_cast<quint64>(file.size())));
        lines << QString() << tr("The recording will be deleted. This cannot be undone.");
        ask(m_window,
            {.name = QLatin1String("DiscardQuestion"),
             .title = tr("Discard session"),
             .text = tr("Discard the session that was interrupted on %1?")
                         .arg(formatDateTime(file.lastModified())),
             .more = lines.join(u'\n'),
             .go = tr("Discard"),
             .stay = tr("Keep")},
            [this, journal] {
                m_session.discardInterrupted(journal);
                offerInterrupted();
            });
    };
    inBackground(
        this, [journal] { return JournalSummary::of(journal); }, show);
}

} // namespace pipescope
