#include "connections/call_dialog.h"

#include "composer/payload_field.h"
#include "connections/options_settings.h"
#include "connections/pipe_name_edit.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace pipescope {

namespace {

constexpr int dialogWidth = 520;

QString key(const char* name)
{
    return QStringLiteral("connections/call/%1").arg(QLatin1String(name));
}

} // namespace

CallDialog::CallDialog(QWidget* parent)
    : QDialog(parent)
    , m_name(new PipeNameEdit(this))
    , m_payload(new PayloadField(this))
    , m_nameField(new FormField(m_name))
    , m_payloadField(new FormField(m_payload))
    , m_fields(pipecore::System::Windows)
    , m_effect(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
    , m_ok(m_buttons->button(QDialogButtonBox::Ok))
{
    m_effect->setObjectName(QStringLiteral("effect"));
    m_effect->setWordWrap(true);
    m_payloadField->label()->setFixedHeight(m_nameField->label()->height());
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(12);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (FormField* field : {m_nameField, m_payloadField}) {
        form->addRow(field->label(), field);
    }
    m_fields.add(form, "timeout");
    m_fields.add(form, "reply-limit");
    m_fields.onChange(this, [this] { check(); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addStretch();
    layout->addWidget(m_effect);
    layout->addWidget(m_buttons);
    m_ok->setDefault(true);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &CallDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &CallDialog::check);
    connect(m_payload, &PayloadField::changed, this, &CallDialog::check);
    connect(m_payload, &PayloadField::submitted, this, &CallDialog::accept);
    load();
    retranslate();
    resize(std::max(dialogWidth, sizeHint().width()), sizeHint().height());
    m_name->setFocus();
}

void CallDialog::load()
{
    const QSettings settings;
    const auto options = loadOptions<pipecore::CallOptions>(settings);
    m_name->setText(fromCore(options.name));
    m_name->selectAll();
    m_fields.setOptions(options);
    m_payload->setInput(
        {settings.value(key("text")).toString(),
         settings.value(key("isHex")).toBool() ? PayloadMode::Hex : PayloadMode::Text,
         pipecore::TextEncoding::Utf8, pipecore::LineEnding::None});
}

pipecore::CallOptions CallDialog::options() const
{
    pipecore::CallOptions options;
    options.name = m_name->text().toStdString();
    options.request = m_payload->payload().value_or(pipecore::Bytes());
    m_fields.readInto(options);
    return options;
}

void CallDialog::check()
{
    const pipecore::CallOptions now = options();
    const auto valid = pipecore::validate(now);
    m_nameField->setProblem(valid || m_name->text().isEmpty() ? QString()
                                                              : errorDetail(valid.error()));
    m_ok->setEnabled(valid && m_payload->payload());
    const QString limit = formatSize(now.replyLimit);
    m_effect->setText(
        now.timeout.count() == 0
            ? tr("Opens the pipe (waiting up to the server's default timeout), sends one message, "
                 "reads one reply of up to %1, and closes the pipe.")
                  .arg(limit)
            : tr("Opens the pipe (waiting up to %1 s), sends one message, reads one reply of up to "
                 "%2, and closes the pipe.")
                  .arg(locale().toString(static_cast<double>(now.timeout.count()) / 1000.0, 'g', 6),
                       limit));
}

void CallDialog::accept()
{
    check();
    if (!m_ok->isEnabled()) {
        return;
    }
    // Longer texts are left to the composer's history.
    constexpr qsizetype maxStoredLength = 8192;
    QSettings settings;
    addRecentPipeName(settings, m_name->text());
    const PayloadInput input = m_payload->input();
    pipecore::CallOptions kept = options();
    kept.request.clear(); // saved as typed
    saveOptions(settings, kept);
    settings.setValue(key("text"), input.text.size() <= maxStoredLength ? input.text : QString());
    settings.setValue(key("isHex"), input.mode == PayloadMode::Hex);
    QDialog::accept();
}

void CallDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void CallDialog::retranslate()
{
    setWindowTitle(tr("Call once"));
    m_nameField->setLabel(tr("&Name"));
    m_payloadField->setLabel(tr("&Message"));
    m_fields.retranslate();
    m_ok->setText(tr("Call"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_payload->retranslate();
    check();
}

} // namespace pipescope
