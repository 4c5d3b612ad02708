#include "help/error_lookup_dialog.h"

#include "detail/facts_page.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "widgets/theme.h"
#include "widgets/window_room.h"

#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace pipescope {

namespace {

using pipecore::ErrorDomain;

QStringList knownNames()
{
    QStringList names;
    for (const auto domain : {ErrorDomain::Win32, ErrorDomain::Errno}) {
        for (const std::uint32_t code : pipecore::explainedCodes(domain)) {
            names << fromCore(pipecore::symbolicName(domain, code));
        }
    }
    names.sort();
    return names;
}

QString systemName(ErrorDomain domain)
{
    return domain == ErrorDomain::Win32 ? QStringLiteral("Windows") : QStringLiteral("Linux");
}

} // namespace

ErrorLookupDialog::ErrorLookupDialog(QWidget* parent)
    : QDialog(parent)
    , m_codeLabel(new QLabel(this))
    , m_code(new QLineEdit(this))
    , m_systemLabel(new QLabel(this))
    , m_system(new QComboBox(this))
    , m_callLabel(new QLabel(this))
    , m_call(new QComboBox(this))
    , m_result(new FactsPage(this))
    , m_copy(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("errorLookup"));
    m_code->setObjectName(QStringLiteral("lookupCode"));
    m_code->setClearButtonEnabled(true);
    auto* completer = new QCompleter(knownNames(), m_code);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_code->setCompleter(completer);
    m_system->setObjectName(QStringLiteral("lookupSystem"));
    for (const auto domain : {ErrorDomain::Win32, ErrorDomain::Errno}) {
        m_system->addItem(systemName(domain), static_cast<int>(domain));
    }
    m_system->setCurrentIndex(m_system->findData(static_cast<int>(pipecore::ownDomain())));
    m_call->setObjectName(QStringLiteral("lookupCall"));
    m_call->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_copy->setObjectName(QStringLiteral("lookupCopy"));
    m_copy->setIcon(Theme::instance().icon(QStringLiteral("copy")));
    for (QPushButton* button : {m_copy, m_close}) {
        button->setAutoDefault(false);
    }
    m_codeLabel->setBuddy(m_code);
    m_systemLabel->setBuddy(m_system);
    m_callLabel->setBuddy(m_call);

    auto* fields = new QGridLayout;
    fields->setContentsMargins(12, 12, 12, 12);
    fields->setHorizontalSpacing(8);
    fields->setVerticalSpacing(4);
    fields->addWidget(m_codeLabel, 0, 0);
    fields->addWidget(m_systemLabel, 0, 1);
    fields->addWidget(m_callLabel, 0, 2);
    fields->addWidget(m_code, 1, 0);
    fields->addWidget(m_system, 1, 1);
    fields->addWidget(m_call, 1, 2);
    fields->setColumnStretch(0, 1);
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    buttons->setContentsMargins(12, 12, 12, 12);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(fields);
    column->addWidget(m_result, 1);
    column->addWidget(buttons);
    resizeWithinScreen(*this, {720, 560});

    connect(m_code, &QLineEdit::textChanged, this, &ErrorLookupDialog::lookUp);
    connect(m_system, &QComboBox::currentIndexChanged, this, &ErrorLookupDialog::lookUp);
    connect(m_call, &QComboBox::currentIndexChanged, this, &ErrorLookupDialog::lookUp);
    connect(m_copy, &QPushButton::clicked, this, &ErrorLookupDialog::copy);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(&Theme::instance(), &Theme::changed, this, &ErrorLookupDialog::lookUp);
    retranslate();
}

void ErrorLookupDialog::setCode(const QString& text)
{
    m_code->setText(text);
    m_code->selectAll();
}

ErrorDomain ErrorLookupDialog::chosenDomain() const
{
    return static_cast<ErrorDomain>(m_system->currentData().toInt());
}

void ErrorLookupDialog::lookUp()
{
    const std::string text = m_code->text().toStdString();
    auto query = pipecore::parseCode(text, chosenDomain());
    if (!query) {
        // A number known on the other platform only belongs to that platform.
        const bool isWindows = chosenDomain() == ErrorDomain::Win32;
        query = pipecore::parseCode(text, isWindows ? ErrorDomain::Errno : ErrorDomain::Win32);
    }
    fillCalls(query ? std::optional(*query) : std::nullopt);
    m_copy->setEnabled(query.has_value());
    if (query) {
        showResult(*query);
    } else {
        showNothing();
    }
}

void ErrorLookupDialog::fillCalls(const std::optional<pipecore::CodeQuery>& query)
{
    const QSignalBlocker blocker(m_call);
    const QString before = m_call->currentData().toString();
    m_call->clear();
    m_call->addItem(tr("Any"), QString());
    if (query) {
        for (const std::string_view call : pipecore::callsThatGive(query->domain, query->code)) {
            m_call->addItem(fromCore(call), fromCore(call));
        }
    }
    const int index = m_call->findData(before);
    m_call->setCurrentIndex(index < 0 ? 0 : index);
    m_call->setEnabled(m_call->count() > 1);
    m_call->setToolTip(m_call->isEnabled() ? tr("System call that returned the code")
                                           : tr("The causes do not depend on the system call"));
}

void ErrorLookupDialog::showResult(const pipecore::CodeQuery& query)
{
    pipecore::Error error;
    error.domain = query.domain;
    error.code = query.code;
    const std::string call = m_call->currentData().toString().toStdString();
    error.api = call;
    const auto explanation = pipecore::explain(error);

    RowFacts facts;
    facts.title = codeText(query.domain, query.code);
    facts.isError = true;
    facts.explanation = explanationSentence(explanation);
    facts.causes = explanationCauses(explanation);
    facts.facts.append({tr("Platform"), systemName(query.domain)});
    if (!query.status.empty()) {
        facts.facts.append({QStringLiteral("NTSTATUS"), fromCore(query.status)});
    }
    const auto other = query.domain == ErrorDomain::Win32 ? ErrorDomain::Errno : ErrorDomain::Win32;
    const auto otherwise = pipecore::parseCode(m_code->text().toStdString(), other);
    if (otherwise && otherwise->domain == other) {
        facts.facts.append({tr("On %1").arg(systemName(other)),
                            fromCore(pipecore::symbolicName(other, otherwise->code))});
    }
    m_result->setFacts(facts);
}

void ErrorLookupDialog::showNothing()
{
    RowFacts facts;
    if (m_code->text().trimmed().isEmpty()) {
        facts.title = tr("Enter an error code");
    } else {
        facts.title = tr("Unknown error code");
        facts.isError = true;
    }
    facts.explanation = tr("Accepted: a number (231 or 0xE7), a name (ERROR_PIPE_BUSY, EPIPE), an "
                           "HRESULT (0x800700E7) or an NTSTATUS (0xC000014B).");
    m_result->setFacts(facts);
}

void ErrorLookupDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_result->plainText());
}

void ErrorLookupDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

void ErrorLookupDialog::retranslate()
{
    setWindowTitle(tr("Look up error"));
    m_codeLabel->setText(tr("&Code or name"));
    m_code->setPlaceholderText(QStringLiteral("231, 0xE7, ERROR_PIPE_BUSY, EPIPE …"));
    m_systemLabel->setText(tr("&Platform"));
    m_system->setToolTip(tr("Platform of a numeric code (names are unambiguous)"));
    m_callLabel->setText(tr("&System call"));
    m_copy->setText(tr("C&opy"));
    m_close->setText(tr("Close"));
    lookUp();
}

} // namespace pipescope
