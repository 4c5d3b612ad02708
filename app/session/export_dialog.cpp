#include "session/export_dialog.h"

#include "pipecore/filter/filter.h"
#include "session/columns_edit.h"
#include "widgets/formatting.h"
#include "widgets/labels.h"
#include "widgets/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QTimerEvent>

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <utility>

namespace pipescope {

namespace {

using pipecore::ExportFormat;

/// Poll interval for filter completion.
constexpr int pollMs = 100;

QString formatKey()
{
    return QStringLiteral("export/format");
}

QString columnsKey()
{
    return QStringLiteral("export/columns");
}

QString decodedKey()
{
    return QStringLiteral("export/decoded");
}

/// Lists of columns with a name, in the order of the combo box; the last entry there is any other list.
constexpr const char* presetColumns[] = {
    "",
    "all, latency, reply_to",
    "row, time, connection, image, pid, direction, length, latency, comment, text",
};
/// Messages whose decoded fields are offered.
constexpr std::uint64_t messagesForFields = 300;

QString translated(const char* text)
{
    return QCoreApplication::translate("ExportFormats", text);
}

} // namespace

QString exportFormatName(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Pcapng:
        return translated(QT_TRANSLATE_NOOP("ExportFormats", "Session file (pcapng)"));
    case ExportFormat::JsonLines:
        return translated(QT_TRANSLATE_NOOP("ExportFormats", "JSON Lines"));
    case ExportFormat::Csv: return translated(QT_TRANSLATE_NOOP("ExportFormats", "CSV"));
    case ExportFormat::Text:
        return translated(QT_TRANSLATE_NOOP("ExportFormats", "Text with hex dumps"));
    case ExportFormat::Html: return translated(QT_TRANSLATE_NOOP("ExportFormats", "Report (HTML)"));
    case ExportFormat::Raw: return translated(QT_TRANSLATE_NOOP("ExportFormats", "Payloads only"));
    }
    return {};
}

QString exportFormatHelp(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Pcapng:
        return translated(QT_TRANSLATE_NOOP(
            "ExportFormats", "All data of the rows. Opens in PipeScope and Wireshark."));
    case ExportFormat::JsonLines:
        return translated(QT_TRANSLATE_NOOP(
            "ExportFormats", "One JSON object per line, full payload. For scripts and programs."));
    case ExportFormat::Csv:
        return translated(QT_TRANSLATE_NOOP(
            "ExportFormats", "One line per row, full payload in hex. For spreadsheets."));
    case ExportFormat::Text:
        return translated(
            QT_TRANSLATE_NOOP("ExportFormats", "Details and a hex dump of each row. For reading."));
    case ExportFormat::Html:
        return translated(QT_TRANSLATE_NOOP(
            "ExportFormats",
            "Page with summary, connections, timeline and rows. Long messages are truncated."));
    case ExportFormat::Raw:
        return translated(QT_TRANSLATE_NOOP(
            "ExportFormats",
            "4-byte little-endian length and payload of each message. Events are omitted."));
    }
    return {};
}

ExportDialog::ExportDialog(Offer offer, QWidget* parent)
    : QDialog(parent)
    , m_offer(std::move(offer))
    , m_formatLabel(new QLabel(this))
    , m_format(new QComboBox(this))
    , m_help(new QLabel(this))
    , m_form(new QFormLayout)
    , m_columnsLabel(new QLabel(this))
    , m_preset(new QComboBox(this))
    , m_columns(new ColumnsEdit(this))
    , m_mistake(new QLabel(this))
    , m_decoded(new QCheckBox(this))
    , m_rowsLabel(new QLabel(this))
    , m_all(new QRadioButton(this))
    , m_filtered(new QRadioButton(this))
    , m_selected(new QRadioButton(this))
    , m_next(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName(QStringLiteral("exportDialog"));
    m_format->setObjectName(QStringLiteral("exportFormat"));
    m_all->setObjectName(QStringLiteral("exportAll"));
    m_filtered->setObjectName(QStringLiteral("exportFiltered"));
    m_selected->setObjectName(QStringLiteral("exportSelected"));
    m_next->setObjectName(QStringLiteral("exportNext"));
    m_preset->setObjectName(QStringLiteral("exportPreset"));
    m_columns->setObjectName(QStringLiteral("exportColumns"));
    m_mistake->setObjectName(QStringLiteral("exportMistake"));
    m_decoded->setObjectName(QStringLiteral("exportDecoded"));
    m_columns->setText(QSettings().value(columnsKey()).toString());
    m_decoded->setChecked(QSettings().value(decodedKey()).toBool());
    m_mistake->setWordWrap(true);
    setTextColor(m_mistake, Token::Error);
    m_columnsLabel->setBuddy(m_preset);
    const QString last = QSettings().value(formatKey()).toString();
    for (const pipecore::ExportFormatName& name : pipecore::exportFormats()) {
        m_format->addItem(QString(), int(name.format));
        if (fromCore(name.word) == last) {
            m_format->setCurrentIndex(m_format->count() - 1);
        }
    }
    m_formatLabel->setBuddy(m_format);
    m_help->setWordWrap(true);
    m_help->setForegroundRole(QPalette::PlaceholderText);
    m_filtered->setVisible(m_offer.filtered.has_value());
    m_selected->setEnabled(m_offer.selected.count() != 0);
    // Every click selects one row; an export of the selection needs more of them.
    (m_offer.selected.count() > 1 ? m_selected
     : m_offer.filtered           ? m_filtered
                                  : m_all)
        ->setChecked(true);

    layOut();
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::explainFormat);
    connect(m_preset, &QComboBox::activated, this, &ExportDialog::presetChosen);
    connect(m_columns, &QLineEdit::textChanged, this, &ExportDialog::columnsEdited);
    for (const QRadioButton* choice : {m_all, m_filtered, m_selected}) {
        connect(choice, &QRadioButton::toggled, this, &ExportDialog::countFiltered);
    }
    retranslate();
    if (m_offer.filtered && !m_offer.filtered->found().isAll) {
        m_watch.start(pollMs, this);
    }
    findFields();
}

void ExportDialog::layOut()
{
    auto* rowChoice = new QVBoxLayout;
    rowChoice->setSpacing(4);
    for (QRadioButton* choice : {m_all, m_filtered, m_selected}) {
        rowChoice->addWidget(choice);
    }
    auto* formatChoice = new QVBoxLayout;
    formatChoice->setSpacing(4);
    formatChoice->addWidget(m_format);
    formatChoice->addWidget(m_help);
    auto* columnChoice = new QVBoxLayout;
    columnChoice->setSpacing(4);
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_preset, m_columns, m_mistake, m_decoded}) {
        columnChoice->addWidget(part);
    }
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(12);
    m_form->addRow(m_formatLabel, formatChoice);
    m_form->addRow(m_columnsLabel, columnChoice);
    m_form->addRow(m_rowsLabel, rowChoice);
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_next, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    m_next->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(16);
    layout->addLayout(m_form);
    layout->addStretch();
    layout->addWidget(buttons);
    setMinimumWidth(480);

    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ExportDialog::findFields()
{
    if (m_offer.source == nullptr) {
        return;
    }
    m_fieldSearch.start([this, source = m_offer.source](Task::State& state) -> Task::Done {
        return [this,
                fields = pipecore::decodedFieldsOf(*source, messagesForFields, &state.cancelled)] {
            m_columns->setDecodedFields(fields);
        };
    });
}

void ExportDialog::done(int result)
{
    m_fieldSearch.stop(); // the session may be destroyed next
    QDialog::done(result);
}

ExportFormat ExportDialog::format() const
{
    return static_cast<ExportFormat>(m_format->currentData().toInt());
}

std::optional<pipecore::RowRanges> ExportDialog::rows() const
{
    if (m_selected->isChecked()) {
        return m_offer.selected;
    }
    return m_filtered->isChecked() ? std::optional(m_offer.filtered->rows()) : std::nullopt;
}

void ExportDialog::choose()
{
    for (const pipecore::ExportFormatName& name : pipecore::exportFormats()) {
        if (name.format == format()) {
            QSettings().setValue(formatKey(), fromCore(name.word));
        }
    }
    const auto columns = m_columns->columns();
    const bool hasColumns = pipecore::ExportForm::hasColumns(format());
    if (hasColumns && columns) {
        QSettings().setValue(columnsKey(), m_columns->text());
        QSettings().setValue(decodedKey(), m_decoded->isChecked());
    }
    accept();
    emit chosen(
        {format(),
         hasColumns ? columns.value_or(pipecore::ExportColumns()) : pipecore::ExportColumns(),
         format() == ExportFormat::JsonLines && m_decoded->isChecked()},
        rows());
}

void ExportDialog::presetChosen(int index)
{
    if (index < static_cast<int>(std::size(presetColumns))) {
        m_columns->setText(QLatin1String(presetColumns[index]));
    } else {
        m_columns->setFocus();
        m_columns->selectAll();
    }
}

void ExportDialog::columnsEdited()
{
    const auto* const preset =
        std::ranges::find(presetColumns, m_columns->text().trimmed(),
                          [](const char* text) { return QLatin1String(text); });
    m_preset->setCurrentIndex(static_cast<int>(preset - std::begin(presetColumns)));
    const bool hasColumns = pipecore::ExportForm::hasColumns(format());
    const QString mistake = hasColumns ? m_columns->mistake() : QString();
    m_mistake->setText(mistake);
    m_mistake->setVisible(!mistake.isEmpty());
    updateNext();
}

/// Partial results of a filter cannot be exported.
void ExportDialog::countFiltered()
{
    const Filtered::Found found = m_offer.filtered ? m_offer.filtered->found() : Filtered::Found();
    const QString count = formatCount(found.rows);
    m_filtered->setText(found.isAll ? tr("F&iltered rows (%1)").arg(count)
                                    : tr("F&iltered rows (%1 so far)").arg(count));
    if (found.isAll) {
        m_watch.stop();
    }
    updateNext();
}

void ExportDialog::updateNext()
{
    const bool isFound =
        !m_filtered->isChecked() || !m_offer.filtered || m_offer.filtered->found().isAll;
    m_next->setEnabled(isFound && m_mistake->text().isEmpty());
    m_next->setToolTip(isFound ? QString() : tr("The filter is still running"));
}

void ExportDialog::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_watch.timerId()) {
        countFiltered();
    } else {
        QDialog::timerEvent(event);
    }
}

void ExportDialog::explainFormat()
{
    m_help->setText(exportFormatHelp(format()));
    m_form->setRowVisible(1, pipecore::ExportForm::hasColumns(format()));
    m_decoded->setVisible(format() == ExportFormat::JsonLines);
    columnsEdited();
}

void ExportDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

void ExportDialog::retranslate()
{
    setWindowTitle(tr("Export"));
    m_formatLabel->setText(tr("&Format"));
    for (int i = 0; i < m_format->count(); ++i) {
        m_format->setItemText(
            i, exportFormatName(static_cast<ExportFormat>(m_format->itemData(i).toInt())));
    }
    m_columnsLabel->setText(tr("&Columns"));
    const QSignalBlocker blocker(m_preset);
    m_preset->clear();
    m_preset->addItems({tr("Usual"), tr("Usual, with latency"), tr("As in the log"), tr("Other")});
    m_columns->setPlaceholderText(tr("all, latency, json.method"));
    m_columns->setAccessibleName(tr("Columns"));
    m_columns->setToolTip(
        tr("Columns of the row and fields of decoded messages, separated by commas"));
    m_decoded->setText(tr("All &decoded fields (member \"decoded\")"));
    m_rowsLabel->setText(tr("Rows"));
    m_all->setText(tr("&All rows (%1)").arg(formatCount(m_offer.all)));
    countFiltered();
    m_selected->setText(tr("&Selected rows (%1)").arg(formatCount(m_offer.selected.count())));
    m_next->setText(tr("&Export…"));
    m_cancel->setText(tr("Cancel"));
    explainFormat();
}

} // namespace pipescope
