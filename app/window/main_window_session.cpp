#include "window/main_window.h"

#include "composer/composer_panel.h"
#include "detail/detail_panel.h"
#include "detail/payload_tools.h"
#include "endpoints/endpoints_panel.h"
#include "engine/demo.h"
#include "session/export_dialog.h"
#include "session/journal_summary.h"
#include "session/recent_files.h"
#include "tasks/background.h"
#include "traffic/traffic_panel.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "widgets/message_bar.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

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

/// A file dialog that opens in the folder of the last one and blocks nothing.
QFileDialog* makeFileDialog(QWidget* parent, const QString& title, const QString& filter,
                            QFileDialog::AcceptMode mode, const QString& suffix)
{
    auto* dialog = new QFileDialog(parent, title, RecentFiles::folder(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode);
    dialog->setFileMode(mode == QFileDialog::AcceptOpen ? QFileDialog::ExistingFile
                                                        : QFileDialog::AnyFile);
    dialog->setDefaultSuffix(suffix);
    return dialog;
}

} // namespace

void MainWindow::sourceChanged()
{
    const pipecore::RecordSource* source = m_session->source();
    m_traffic->setSource(source);
    m_detail->setSource(source);
    m_payloads->setSource(source);
    m_detail->showRow(std::nullopt);
    m_rowsSeen = 0;
    m_factsRevision = 0;
    m_endpoints->setFacts({});
    m_composer->setEnabled(source != nullptr && !m_session->isViewingFile());
    m_rate.reset();
    showViewing();
    if (source != nullptr) {
        m_sinceFacts.invalidate();
        wake();
        frame();
    }
}

void MainWindow::liveChanged()
{
    m_demo.reset();
    m_composer->startOver();
    if (LiveSession* live = m_session->live()) {
        connect(live, &LiveSession::active, this, &MainWindow::wake);
        m_demo = std::make_unique<Demo>(live->engine());
        connect(m_demo.get(), &Demo::runningChanged, this, &MainWindow::updateActions);
    }
}

void MainWindow::showViewing()
{
    if (!m_session->isViewingFile()) {
        m_messages->dismiss(viewingKey());
        return;
    }
    m_messages->show(viewingKey(), [this] {
        const QString name = QFileInfo(m_session->viewedFile()).fileName();
        const pipecore::OpenReport* report = m_session->report();
        Message message;
        message.closable = false;
        message.title = m_session->isViewingJournal() ? tr("Viewing a session that was interrupted")
                                                      : tr("Viewing %1").arg(name);
        if (report != nullptr && report->problem) {
            message.severity = Message::Severity::Warning;
            message.text = tr("The file is damaged: %1 rows could be read, in %2 of %3.")
                               .arg(formatCount(report->records), formatBytes(report->goodBytes),
                                    formatBytes(report->fileBytes))
                           + u'\n' + phraseText(*report->problem);
        }
        if (report != nullptr && report->stopped) {
            message.severity = Message::Severity::Warning;
            message.text = tr("Opening was stopped: %1 rows were read, from %2 of %3.")
                               .arg(formatCount(report->records), formatBytes(report->goodBytes),
                                    formatBytes(report->fileBytes));
        }
        if (report != nullptr && report->lostAnnotations != 0) {
            message.severity = Message::Severity::Warning;
            const QString lost =
                tr("Marks and comments that could not be kept, because their rows are missing or "
                   "there are too many: %1.")
                    .arg(formatCount(report->lostAnnotations));
            message.text = message.text.isEmpty() ? lost : message.text + u' ' + lost;
        }
        if (m_session->isViewingJournal()) {
            message.buttons.push_back({tr("Save as…"), [this] { saveWithDialog(); }});
        }
        message.buttons.push_back(
            {tr("Back to live"), [this] { askAboutNotes([this] { m_session->backToLive(); }); }});
        return message;
    });
}

void MainWindow::offerInterrupted()
{
    const QStringList journals = m_session->interruptedJournals();
    if (journals.isEmpty()) {
        m_messages->dismiss(interruptedKey());
        return;
    }
    m_messages->show(interruptedKey(), [this, journal = journals.first()] {
        const QFileInfo file(journal);
        Message message;
        message.severity = Message::Severity::Warning;
        message.title = tr("A session was interrupted");
        message.text =
            tr("PipeScope ended unexpectedly on %1. What it had recorded is still here: %2.")
                .arg(formatDateTime(file.lastModified()),
                     formatSize(static_cast<quint64>(file.size())));
        message.buttons = {{tr("Open"),
                            [this, journal] {
                                m_messages->dismiss(interruptedKey());
                                openFile(journal);
                            }},
                           {tr("Discard"), [this, journal] { askToDiscard(journal); }}};
        return message;
    });
}

void MainWindow::askToDiscard(const QString& journal)
{
    const auto show = [this, journal](const JournalSummary& summary) {
        if (!m_session->interruptedJournals().contains(journal)) {
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
        lines << QString() << tr("The recording is deleted. This cannot be undone.");
        ask({.name = QLatin1String("DiscardQuestion"),
             .title = tr("Discard the session"),
             .text = tr("Discard the session that was interrupted on %1?")
                         .arg(formatDateTime(file.lastModified())),
             .more = lines.join(u'\n'),
             .go = tr("Discard"),
             .stay = tr("Keep")},
            [this, journal] {
                m_session->discardInterrupted(journal);
                offerInterrupted();
            });
    };
    inBackground(
        this, [journal] { return JournalSummary::of(journal); }, show);
}

bool MainWindow::isAheadOfFile() const
{
    if (m_session->isViewingFile()) {
        return m_session->hasUnsavedNotes();
    }
    return m_session->hasUnsavedChanges() || m_session->hasRowsSinceSave();
}

void MainWindow::updateTitle()
{
    QString name = m_session->isViewingFile() ? m_session->viewedFile() : m_session->savedFile();
    name = QFileInfo(name).fileName();
    const QString program = QStringLiteral("PipeScope");
    const bool changed = isAheadOfFile();
    if (name.isEmpty()) {
        name = changed ? tr("Session") : QString();
    }
    setWindowTitle(name.isEmpty() ? program : QStringLiteral("%1[*] – %2").arg(name, program));
    setWindowModified(changed);
}

void MainWindow::openWithDialog()
{
    QFileDialog* dialog =
        makeFileDialog(this, tr("Open a session"), tr("Sessions (*.pcapng);;All files (*)"),
                       QFileDialog::AcceptOpen, {});
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openFile);
    dialog->open();
}

void MainWindow::save()
{
    if (m_session->isViewingFile() && m_session->canSaveNotes()) {
        m_session->saveTo(m_session->viewedFile());
    } else if (m_session->isViewingFile() || m_session->savedFile().isEmpty()) {
        saveWithDialog();
    } else {
        m_session->saveTo(m_session->savedFile());
    }
}

void MainWindow::saveWithDialog()
{
    QFileDialog* dialog = makeFileDialog(this, tr("Save the session"), tr("Sessions (*.pcapng)"),
                                         QFileDialog::AcceptSave, QStringLiteral("pcapng"));
    dialog->selectFile(tr("session") + QStringLiteral(".pcapng"));
    connect(dialog, &QFileDialog::fileSelected, m_session, &SessionController::saveTo);
    connect(dialog, &QDialog::rejected, this, [this] { m_afterSave = {}; });
    dialog->open();
}

void MainWindow::exportWithDialog()
{
    if (m_session->source() == nullptr) {
        return;
    }
    const quint64 all = m_session->source()->rowCount();
    ExportDialog::Offer offer{.all = all, .filtered = {}, .selected = m_traffic->selectedRows()};
    if (m_traffic->isFiltered() || m_traffic->shownConnection()) {
        offer.filtered = {
            .found =
                [this, all] {
                    return ExportDialog::Filtered::Found{m_traffic->shownRows(),
                                                         !m_traffic->isLookingAmong(all)};
                },
            .rows =
                [this] { return m_traffic->rowsLeftInSight().value_or(pipecore::RowRanges()); }};
    }
    auto* dialog = new ExportDialog(std::move(offer), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::chosen, this, &MainWindow::exportToDialog);
    dialog->open();
}

void MainWindow::exportToDialog(pipecore::ExportFormat format,
                                const std::optional<pipecore::RowRanges>& rows)
{
    QString ending;
    for (const pipecore::ExportFormatName& name : pipecore::exportFormats()) {
        if (name.format == format) {
            ending = fromCore(name.extension);
        }
    }
    QFileDialog* dialog = makeFileDialog(
        this, tr("Export"),
        QStringLiteral("%1 (*.%2);;%3").arg(exportFormatName(format), ending, tr("All files (*)")),
        QFileDialog::AcceptSave, ending);
    dialog->selectFile(tr("session") + u'.' + ending);
    connect(dialog, &QFileDialog::fileSelected, m_session,
            [this, format, rows](const QString& path) {
                RecentFiles::setFolder(QFileInfo(path).absolutePath());
                m_session->exportTo(path, format, rows);
            });
    dialog->open();
}

void MainWindow::newSession()
{
    askToSave([this] { m_session->restart(); });
}

void MainWindow::openFile(const QString& path)
{
    askAboutNotes([this, path] { m_session->openFile(path); });
}

void MainWindow::askToSave(std::function<void()> go)
{
    askAboutNotes([this, go = std::move(go)] { askAboutSession(go); });
}

void MainWindow::askAboutNotes(std::function<void()> go)
{
    if (!m_session->hasUnsavedNotes()) {
        go();
        return;
    }
    askUnsaved(tr("The marks and comments of %1 are not saved.")
                   .arg(QFileInfo(m_session->viewedFile()).fileName()),
               tr("Save them?"), std::move(go));
}

void MainWindow::askAboutSession(std::function<void()> go)
{
    if (!m_session->hasUnsavedChanges()) {
        go();
        return;
    }
    // What is not saved is the live session: it shall be in sight when it is asked for.
    m_session->backToLive();
    askUnsaved(tr("This session has messages, marks or comments that are not in a file."),
               tr("Save it before it ends?"), std::move(go));
}

void MainWindow::ask(const Question& question, std::function<void()> go)
{
    // An answered question stays for a moment until it is deleted.
    if (auto* open = findChild<QMessageBox*>(question.name); open != nullptr && open->isVisible()) {
        open->raise();
        return;
    }
    auto* box = new QMessageBox(QMessageBox::Question, question.title, question.text,
                                QMessageBox::NoButton, this);
    box->setObjectName(question.name);
    box->setInformativeText(question.more);
    for (QLabel* label : box->findChildren<QLabel*>()) {
        label->setTextFormat(Qt::PlainText); // names of others stand in it
    }
    QPushButton* yes = box->addButton(question.go, QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("go"));
    QPushButton* stay = box->addButton(question.stay, QMessageBox::RejectRole);
    stay->setObjectName(QStringLiteral("stay"));
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(yes, &QPushButton::clicked, this, std::move(go));
    box->open();
}

void MainWindow::askUnsaved(const QString& what, const QString& question, std::function<void()> go)
{
    if (auto* open = findChild<QMessageBox*>(QStringLiteral("UnsavedQuestion"))) {
        open->raise();
        return;
    }
    auto* box =
        new QMessageBox(QMessageBox::Warning, tr("Unsaved session"), what,
                        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("UnsavedQuestion"));
    box->setInformativeText(question);
    box->setDefaultButton(QMessageBox::Save);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::finished, this, [this, box, go = std::move(go)] {
        switch (box->standardButton(box->clickedButton())) {
        case QMessageBox::Save:
            m_afterSave = go;
            save();
            break;
        case QMessageBox::Discard: go(); break;
        default: break;
        }
    });
    box->open();
}

} // namespace pipescope
