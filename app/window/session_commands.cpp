#include "window/session_commands.h"

#include "frames/log_source.h"
#include "session/export_dialog.h"
#include "session/recent_files.h"
#include "session/session_controller.h"
#include "traffic/selection_controller.h"
#include "traffic/traffic_panel.h"
#include "widgets/formatting.h"
#include "window/main_window_actions.h"
#include "window/window_messages.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>
#include <QMessageBox>
#include <QSettings>
#include <QStatusBar>

#include <utility>

namespace pipescope {

namespace {

constexpr QLatin1String dropKey("recording/dropPayloads");
/// Duration of messages about files in the status bar.
constexpr int fileNoticeMs = 5000;

/// A file dialog that opens in the last folder and is not modal.
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

SessionCommands::SessionCommands(SessionController& session, const LogSource& log,
                                 TrafficPanel& traffic, MessageArea& messages,
                                 const WindowActions& actions, QMainWindow* window)
    : m_session(session)
    , m_log(log)
    , m_traffic(traffic)
    , m_messages(messages)
    , m_actions(actions)
    , m_window(window)
{
    const auto on = [this](Action name, void (SessionCommands::*handler)()) {
        connect(m_actions[name], &QAction::triggered, this, handler);
    };
    on(Action::NewSession, &SessionCommands::newSession);
    on(Action::Open, &SessionCommands::openWithDialog);
    on(Action::Save, &SessionCommands::save);
    on(Action::SaveAs, &SessionCommands::saveWithDialog);
    on(Action::Export, &SessionCommands::exportWithDialog);
    connect(m_actions[Action::DropPayloads], &QAction::toggled, this, [this](bool drop) {
        m_session.setBackpressure(drop ? pipecore::Backpressure::DropPayload
                                       : pipecore::Backpressure::Throttle);
        QSettings().setValue(dropKey, drop);
    });
    m_actions[Action::DropPayloads]->setChecked(QSettings().value(dropKey).toBool());
    connectSession();
}

void SessionCommands::connectSession()
{
    connect(&m_session, &SessionController::opened, this, [this](const QString& path) {
        if (!m_session.viewed()->isJournal) {
            RecentFiles::add(path);
        }
    });
    connect(
        &m_session, &SessionController::exported, this, [this](const QString& path, quint64 rows) {
            m_window->statusBar()->showMessage(
                tr("Exported %1 rows to %2").arg(formatCount(rows), QDir::toNativeSeparators(path)),
                fileNoticeMs);
        });
    connect(&m_session, &SessionController::saved, this, [this](const QString& path, quint64 rows) {
        RecentFiles::add(path);
        m_window->statusBar()->showMessage(
            tr("Saved %1 rows to %2").arg(formatCount(rows), QDir::toNativeSeparators(path)),
            fileNoticeMs);
        if (const auto go = std::exchange(m_afterSave, {})) {
            go();
        }
    });
    connect(&m_session, &SessionController::saveCancelled, this, [this] {
        m_afterSave = {};
        m_window->statusBar()->showMessage(tr("Not saved"), fileNoticeMs);
    });
    connect(&m_session, &SessionController::failed, this,
            [this](const QString& what, const pipecore::Error& error) {
                m_afterSave = {};
                showError(m_messages, what, error);
            });
}

void SessionCommands::updateActions()
{
    const bool live = m_session.live() != nullptr;
    const bool idle = !m_session.isBusy() && !m_session.isEnding();
    const ViewedFile* viewed = m_session.viewed();
    m_actions[Action::NewSession]->setEnabled(live && idle);
    m_actions[Action::Open]->setEnabled(idle);
    // A viewed file has nothing to save, except a journal left by a crash, and marks and comments.
    m_actions[Action::Save]->setEnabled(
        idle && (viewed != nullptr ? viewed->isJournal || m_session.hasUnsavedNotes() : live));
    m_actions[Action::SaveAs]->setEnabled(idle && m_session.source() != nullptr);
    m_actions[Action::Export]->setEnabled(idle && m_session.source() != nullptr);
}

void SessionCommands::openWithDialog()
{
    QFileDialog* dialog =
        makeFileDialog(m_window, tr("Open session"), tr("Sessions (*.pcapng);;All files (*)"),
                       QFileDialog::AcceptOpen, {});
    connect(dialog, &QFileDialog::fileSelected, this, &SessionCommands::openFile);
    dialog->open();
}

void SessionCommands::save()
{
    const ViewedFile* viewed = m_session.viewed();
    if (viewed != nullptr && m_session.canSaveNotes()) {
        m_session.saveTo(viewed->path);
    } else if (viewed != nullptr || m_session.savedFile().isEmpty()) {
        saveWithDialog();
    } else {
        m_session.saveTo(m_session.savedFile());
    }
}

void SessionCommands::saveWithDialog()
{
    QFileDialog* dialog = makeFileDialog(m_window, tr("Save session"), tr("Sessions (*.pcapng)"),
                                         QFileDialog::AcceptSave, QStringLiteral("pcapng"));
    dialog->selectFile(tr("session") + QStringLiteral(".pcapng"));
    connect(dialog, &QFileDialog::fileSelected, &m_session, &SessionController::saveTo);
    connect(dialog, &QDialog::rejected, this, [this] { m_afterSave = {}; });
    dialog->open();
}

void SessionCommands::exportWithDialog()
{
    if (m_session.source() == nullptr) {
        return;
    }
    const quint64 all = m_log.rows()->rowCount();
    ExportDialog::Offer offer{.source = m_log.rows(),
                              .all = all,
                              .filtered = {},
                              .selected = m_traffic.selection().rows()};
    if (m_traffic.isFiltered() || m_traffic.shownConnection()) {
        offer.filtered = {
            .found =
                [this, all] {
                    return ExportDialog::Filtered::Found{m_traffic.shownRows(),
                                                         !m_traffic.isSearchingAmong(all)};
                },
            .rows = [this] { return m_traffic.visibleRanges().value_or(pipecore::RowRanges()); }};
    }
    auto* dialog = new ExportDialog(std::move(offer), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::chosen, this, &SessionCommands::exportToDialog);
    // The numbers of its rows mean others then.
    connect(&m_log, &LogSource::replaced, dialog, &QDialog::reject);
    dialog->open();
}

void SessionCommands::exportToDialog(const pipecore::ExportForm& form,
                                     const std::optional<pipecore::RowRanges>& rows)
{
    QString ending;
    for (const pipecore::ExportFormatName& name : pipecore::exportFormats()) {
        if (name.format == form.format) {
            ending = fromCore(name.extension);
        }
    }
    QFileDialog* dialog =
        makeFileDialog(m_window, tr("Export"),
                       QStringLiteral("%1 (*.%2);;%3")
                           .arg(exportFormatName(form.format), ending, tr("All files (*)")),
                       QFileDialog::AcceptSave, ending);
    dialog->selectFile(tr("session") + u'.' + ending);
    connect(dialog, &QFileDialog::fileSelected, &m_session,
            [this, form, rows](const QString& path) {
                RecentFiles::setFolder(QFileInfo(path).absolutePath());
                m_session.exportTo(path, form, rows, m_log.frames());
            });
    connect(&m_log, &LogSource::replaced, dialog, &QDialog::reject);
    dialog->open();
}

void SessionCommands::newSession()
{
    askToSave([this] { m_session.restart(); });
}

void SessionCommands::openFile(const QString& path)
{
    askAboutNotes([this, path] { m_session.openFile(path); });
}

void SessionCommands::backToLive()
{
    askAboutNotes([this] { m_session.backToLive(); });
}

void SessionCommands::askToSave(std::function<void()> go)
{
    askAboutNotes([this, go = std::move(go)] { askAboutSession(go); });
}

void SessionCommands::askAboutNotes(std::function<void()> go)
{
    if (!m_session.hasUnsavedNotes()) {
        go();
        return;
    }
    askUnsaved(tr("The marks and comments of %1 have not been saved.")
                   .arg(QFileInfo(m_session.viewed()->path).fileName()),
               tr("Save changes?"), std::move(go));
}

void SessionCommands::askAboutSession(std::function<void()> go)
{
    if (!m_session.hasUnsavedChanges()) {
        go();
        return;
    }
    // The question is about the live session: shows it first.
    m_session.backToLive();
    askUnsaved(tr("Unsaved messages, marks and comments will be lost."),
               tr("Save changes to this session?"), std::move(go));
}

void SessionCommands::askUnsaved(const QString& what, const QString& question,
                                 std::function<void()> go)
{
    if (auto* open = m_window->findChild<QMessageBox*>(QStringLiteral("UnsavedQuestion"))) {
        open->raise();
        return;
    }
    auto* box =
        new QMessageBox(QMessageBox::Warning, tr("Unsaved session"), what,
                        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
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
