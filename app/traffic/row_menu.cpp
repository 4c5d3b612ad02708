#include "traffic/row_menu.h"

#include "log/log_header.h"
#include "log/log_view.h"
#include "traffic/filter_controller.h"
#include "traffic/note_controller.h"
#include "traffic/selection_controller.h"
#include "traffic/shown_rows.h"
#include "widgets/theme.h"

#include <QMenu>

#include <utility>

namespace pipescope {

RowMenu::RowMenu(const Parts& parts, QWidget* panel)
    : QObject(panel)
    , m_parts(parts)
    , m_panel(panel)
{
    connect(&parts.view, &QWidget::customContextMenuRequested, this, &RowMenu::show);
    connect(parts.view.header(), &LogHeader::menuOpening, this, &RowMenu::addTimeFormats);
}

void RowMenu::show(QPoint position)
{
    const LogView& view = m_parts.view;
    const auto& rows = m_parts.rows.rows();
    const auto row = view.currentRow();
    const bool isMessage = row && rows && *row < rows->count()
                           && rows->head(*row).kind == pipecore::RecordKind::Message;
    QMenu menu(m_panel);
    const auto add = [&](const QString& text, bool enabled, auto action) {
        QAction* entry = menu.addAction(text, this, action);
        entry->setEnabled(enabled);
        return entry;
    };
    m_parts.selection.addActions(&menu, isMessage);
    menu.addSeparator();
    if (row && rows) {
        m_parts.filter.addActions(
            &menu, *row, static_cast<LogColumn>(view.header()->logicalIndexAt(position.x())));
    }
    addNotes(&menu);
    add(tr("Edit and resend…"), isMessage, [this] {
        if (const auto current = m_parts.rows.sessionRow(m_parts.view.currentRow())) {
            emit sendAgainRequested(*current);
        }
    })->setIcon(Theme::instance().icon(QStringLiteral("send")));
    addFrames(&menu);
    menu.addSeparator();
    add(tr("Select all"), view.rowCount() > 0, [this] { m_parts.view.selectAll(); });
    add(tr("Find…"), true, [this] {
        emit findRequested();
    })->setIcon(Theme::instance().icon(QStringLiteral("find")));
    add(tr("Clear"), view.rowCount() > 0, [this] {
        emit clearRequested();
    })->setIcon(Theme::instance().icon(QStringLiteral("clear")));
    menu.exec(view.viewport()->mapToGlobal(position));
}

void RowMenu::addNotes(QMenu* menu)
{
    const ShownRows& rows = m_parts.rows;
    NoteController& notes = m_parts.notes;
    const auto row = rows.sessionRow(m_parts.view.currentRow());
    const auto add = [&](const QString& text, bool enabled, auto action) {
        menu->addAction(text, this, action)->setEnabled(enabled);
    };
    add(notes.isMarked() ? tr("Remove mark") : tr("Mark"), notes.canNote(),
        [&notes] { notes.toggleMark(); });
    add(tr("Comment…"), notes.canNote(), [&notes] { notes.editComment(); });
    const bool isZero = row && m_parts.view.zeroRow() == row;
    add(isZero ? tr("Clear time reference") : tr("Set time reference here"), row.has_value(),
        [this] { emit zeroRowToggled(); });
    const auto connection = row ? rows.source()->head(*row).connection : pipecore::ConnectionId();
    const bool isFollowing = rows.connection().has_value();
    add(isFollowing ? tr("Show all rows") : tr("Show only this connection"),
        isFollowing || static_cast<bool>(connection), [this] { emit connectionToggled(); });
    menu->addSeparator();
}

void RowMenu::addFrames(QMenu* menu)
{
    const ShownRows& rows = m_parts.rows;
    const auto row = rows.sessionRow(m_parts.view.currentRow());
    const auto endpoint =
        row ? rows.source()->facts().endpoint(rows.source()->head(*row).endpoint) : std::nullopt;
    QAction* frames = menu->addAction(tr("Frames and requests…"), this,
                                      [this, row] { emit framesRequested(*row); });
    frames->setObjectName(QStringLiteral("showFrames"));
    frames->setEnabled(endpoint.has_value());
}

void RowMenu::addTimeFormats(QMenu* menu)
{
    const std::pair<TimeFormat, QString> formats[] = {
        {TimeFormat::Absolute, tr("Time of day")},
        {TimeFormat::Relative, tr("Time since first row")},
        {TimeFormat::Delta, tr("Time since previous row")}};
    for (const auto& [format, name] : formats) {
        QAction* action =
            menu->addAction(name, this, [this, chosen = format] { emit timeFormatChosen(chosen); });
        action->setCheckable(true);
        action->setChecked(m_parts.view.timeFormat() == format);
    }
    menu->addSeparator();
}

} // namespace pipescope
