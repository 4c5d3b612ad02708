#include "connections/call_dialog.h"

#include "composer/payload_field.h"
#include "connections/connection_options_form.h"
#include "connections/form_field.h"
#include "connections/options_settings.h"
#include "connections/pipe_name_edit.h"
#include "connections/size_edit.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace pipescope {

namespace {

constexpr int dialogWidth = 520;
constexpr int longestReply = 16 * 1024 * 1024;

QString key(const char* name)
{
    return QStringLiteral("connections/call/%1").arg(QLatin1String(name));
}

} // namespace

CallDialog::CallDialog(QWidget* parent)
    : QDialog(parent)
    , m_name(new PipeNameEdit(this))
    , m_payload(new PayloadField(this))
    , m_timeout(makeTimeEdit())
    , m_replyLimit(new SizeEdit(1, longestReply))
    , m_nameField(new FormField(m_name))
    , m_payloadField(new FormField(m_payload))
    , m_timeoutField(new FormField(m_timeout))
    , m_replyField(new FormField(m_replyLimit))
    , m_effect(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
    , m_ok(m_buttons->button(QDialogButtonBox::Ok))
{
    m_timeout->setObjectName(QStringLiteral("timeout"));
    m_replyLimit->setObjectName(QStringLiteral("replyLimit"));
    m_effect->setObjectName(QStringLiteral("effect"));
    m_effect->setWordWrap(true);
    m_payloadField->label()->setFixedHeight(m_nameField->label()->height());
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(12);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (FormField* field : {m_nameField, m_payloadField, m_timeoutField, m_replyField}) {
        form->addRow(field->label(), field);
    }
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
    for (QSpinBox* edit : {m_timeout, static_cast<QSpinBox*>(m_replyLimit)}) {
        connect(edit, &QSpinBox::valueChanged, this, &CallDialog::check);
    }
    load();
    retranslate();
    resize(std::max(dialogWidth, sizeHint().width()), sizeHint().height());
    m_name->setFocus();
}

void CallDialog::load()
{
    const QSettings settings;
    const pipecore::CallOptions defaults;
    m_name->setText(settings.value(key("name"), QStringLiteral("orders")).toString());
    m_name->selectAll();
    m_timeout->setValue(
        settings.value(key("timeout"), static_cast<int>(defaults.timeout.count())).toInt());
    m_replyLimit->setValue(
        settings.value(key("replyLimit"), static_cast<int>(defaults.replyLimit)).toInt());
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
    options.timeout = std::chrono::milliseconds(m_timeout->value());
    options.replyLimit = static_cast<std::size_t>(m_replyLimit->value());
    return options;
}

void CallDialog::check()
{
    const auto valid = pipecore::validate(options());
    m_nameField->setProblem(valid || m_name->text().isEmpty() ? QString()
                                                              : errorDetail(valid.error()));
    m_ok->setEnabled(valid && m_payload->payload());
    m_effect->setText(
        m_timeout->value() == 0
            ? tr("Opens the pipe (waiting as long as its server says), sends one message, takes "
                 "one reply of up to %1, and closes it.")
                  .arg(formatSize(static_cast<quint64>(m_replyLimit->value())))
            : tr("Opens the pipe (waiting up to %1 s), sends one message, takes one reply of up "
                 "to %2, and closes it.")
                  .arg(locale().toString(m_timeout->value() / 1000.0, 'g', 6),
                       formatSize(static_cast<quint64>(m_replyLimit->value()))));
}

void CallDialog::accept()
{
    check();
    if (!m_ok->isEnabled()) {
        return;
    }
    // Longer texts are for the composer's history.
    constexpr qsizetype longestKept = 8192;
    QSettings settings;
    addRecentPipeName(settings, m_name->text());
    const PayloadInput input = m_payload->input();
    settings.setValue(key("name"), m_name->text());
    settings.setValue(key("timeout"), m_timeout->value());
    settings.setValue(key("replyLimit"), m_replyLimit->value());
    settings.setValue(key("text"), input.text.size() <= longestKept ? input.text : QString());
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
    m_timeoutField->setLabel(tr("&Wait for it"));
    m_timeoutField->setTip(tr("How long to wait for a free instance; the reply has no limit"),
                           QStringLiteral("CallNamedPipe, nTimeOut"));
    m_timeout->setSuffix(tr(" ms"));
    m_timeout->setSpecialValueText(tr("the server's default"));
    m_replyField->setLabel(tr("&Reply up to"));
    m_replyField->setTip(tr("The rest of a longer reply is lost"),
                         QStringLiteral("CallNamedPipe, nOutBufferSize"));
    m_ok->setText(tr("Call"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_payload->retranslate();
    check();
}

} // namespace pipescope
