#include "identity/identity_card.h"

#include "engine/call_queue.h"
#include "identity/access_dialog.h"
#include "identity/identity_cards.h"
#include "tasks/background.h"
#include "widgets/formatting.h"
#include "widgets/labels.h"
#include "widgets/theme.h"
#include "widgets/window_room.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <utility>

namespace pipescope {

namespace {

constexpr int nameWidth = 168;

} // namespace

IdentityCard::IdentityCard(pipecore::LiveConnection connection, pipecore::ConnectionFacts facts,
                           bool isServer, Engine engine, QWidget* parent)
    : QDialog(parent)
    , m_connection(connection)
    , m_facts(std::move(facts))
    , m_isServer(isServer)
    , m_engine(std::move(engine))
    , m_sections(PartCount)
    , m_operations(PartCount)
{
    setObjectName(QStringLiteral("identityCard"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_title = headline(this, 1.2);
    m_note = selectableLabel(this);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_area = new QScrollArea(this);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    auto* buttons = new QWidget(this);
    makeButtons(buttons);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_note);
    layout->addWidget(m_area, 1);
    layout->addWidget(buttons);
    resizeWithinScreen(*this, {640, 560});
    retranslate();
    refresh();
}

void IdentityCard::makeButtons(QWidget* row)
{
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    const auto add = [&](QPushButton*& button, const char* name, auto slot) {
        button = new QPushButton(row);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, slot);
        layout->addWidget(button);
    };
    add(m_identify, "identify", &IdentityCard::identifyClient);
    add(m_tryAccess, "tryAccess", &IdentityCard::askForAccess);
    m_identify->setVisible(m_isServer);
    m_tryAccess->setVisible(m_isServer);
    add(m_rights, "rights", [this] {
        const std::uint32_t process = *m_facts.peer->processId;
        lookUp(Rights, [process] { return factsOf(pipecore::rightsOf(process)); });
    });
    m_rights->setVisible(!m_facts.peer->isRemote);
    layout->addStretch();
    add(m_refresh, "refresh", &IdentityCard::refresh);
    add(m_copy, "copy", &IdentityCard::copyAll);
    add(m_close, "close", &QDialog::close);
    m_close->setDefault(true);
}

void IdentityCard::lookUp(Part part, std::function<std::vector<pipecore::IdentityFact>()> work)
{
    Section pending = m_sections[part];
    pending.isPending = true;
    pending.isThere = true;
    set(part, std::move(pending));
    // The name of an account may come from another computer.
    onOwnThread(this, std::move(work), [this, part](std::vector<pipecore::IdentityFact>& facts) {
        Section section;
        section.facts = std::move(facts);
        section.isThere = true;
        set(part, std::move(section));
    });
}

void IdentityCard::refresh()
{
    if (m_facts.peer->isRemote) {
        // Here, the number would name some other program.
        Section section;
        section.isThere = true;
        section.failure = m_facts.peer->image ? pipecore::Error() : m_facts.peer->image.error();
        set(Process, std::move(section));
        return;
    }
    const std::uint32_t process = *m_facts.peer->processId;
    const std::int64_t since = m_facts.sinceNs;
    lookUp(Process, [process, since] { return factsOf(pipecore::identify(process, since)); });
}

void IdentityCard::identifyClient()
{
    if (pipecore::Operations* const engine = m_engine()) {
        submitted(Client, engine->identifyClient(m_connection, reportTo(Client)));
    }
}

void IdentityCard::askForAccess()
{
    auto* dialog = new AccessDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { tryAccess(dialog->target(), dialog->requestedAccess()); });
    dialog->open();
}

void IdentityCard::tryAccess(const pipecore::AccessTarget& target,
                             pipecore::RequestedAccess requested)
{
    if (pipecore::Operations* const engine = m_engine()) {
        submitted(Access, engine->checkAccessAs(m_connection, target, requested, reportTo(Access)));
    }
}

void IdentityCard::submitted(Part part, const pipecore::Result<pipecore::OperationId>& operation)
{
    Section section;
    section.isThere = true;
    section.isPending = operation.has_value();
    m_operations[part] = operation ? *operation : pipecore::OperationId{};
    if (!operation) {
        section.failure = operation.error();
    }
    set(part, std::move(section));
}

pipecore::WhenDone IdentityCard::reportTo(Part part)
{
    return whenDone(this, [this, part](const pipecore::Outcome& outcome) { take(part, outcome); });
}

void IdentityCard::take(Part part, const pipecore::Outcome& outcome)
{
    if (m_operations[part] != outcome.operation) {
        return; // requested again, or the connection has ended
    }
    m_operations[part] = {};
    Section section;
    section.isThere = true;
    if (const auto* failed = outcome.failure()) {
        section.failure = failed->error;
    } else if (const auto* client = std::get_if<pipecore::ClientIdentified>(&outcome.body)) {
        section.facts = factsOf(*client->identity);
    } else if (const auto* access = std::get_if<pipecore::AccessChecked>(&outcome.body)) {
        section.facts = factsOf(*access->answer);
    }
    set(part, std::move(section));
}

void IdentityCard::connectionEnded()
{
    if (std::exchange(m_ended, true)) {
        return;
    }
    m_identify->setEnabled(false);
    m_tryAccess->setEnabled(false);
    for (const Part part : {Client, Access}) {
        if (std::exchange(m_operations[part], {})) {
            m_sections[part] = {};
        }
    }
    retranslate();
}

void IdentityCard::set(Part part, Section section)
{
    m_sections[part] = std::move(section);
    rebuild();
}

QString IdentityCard::titleOf(Part part) const
{
    switch (part) {
    case Process: return tr("Process");
    case Rights: return tr("Groups and privileges of the process");
    case Client: return tr("Client, reported by the pipe");
    case Access: return tr("Access as this client");
    case PartCount: break;
    }
    return {};
}

void IdentityCard::rebuild()
{
    auto* content = new QWidget(m_area);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto* grid = new QGridLayout(content);
    grid->setContentsMargins(12, 12, 12, 12);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(0, nameWidth);
    int row = 0;
    const auto addText = [&](const QString& text, Token token) {
        auto* label = selectableLabel(content);
        label->setText(text);
        setTextColor(label, token);
        grid->addWidget(label, row++, 0, 1, 2);
    };
    // Requested answers come first.
    for (const Part part : {Access, Client, Rights, Process}) {
        const Section& section = m_sections[part];
        if (!section.isThere) {
            continue;
        }
        auto* title = headline(content, 1.0);
        title->setText(titleOf(part));
        title->setContentsMargins(0, row == 0 ? 0 : 12, 0, 0);
        grid->addWidget(title, row++, 0, 1, 2);
        if (section.isPending) {
            addText(tr("Loading…"), Token::Muted);
        }
        if (section.failure) {
            addText(reasonText(*section.failure), Token::Error);
        }
        for (const CardFact& fact : cardFacts(section.facts)) {
            auto* name = new QLabel(fact.name, content);
            name->setForegroundRole(QPalette::PlaceholderText);
            name->setAlignment(Qt::AlignLeft | Qt::AlignTop);
            QLabel* value = selectableLabel(content);
            value->setText(fact.isKnown ? fact.value : tr("unknown: %1").arg(fact.value));
            value->setForegroundRole(fact.isKnown ? QPalette::Text : QPalette::PlaceholderText);
            name->setBuddy(value);
            grid->addWidget(name, row, 0);
            grid->addWidget(value, row++, 1);
        }
    }
    grid->setRowStretch(row, 1);
    m_area->setWidget(content);
}

void IdentityCard::copyAll()
{
    QString text;
    for (const Part part : {Process, Rights, Client, Access}) {
        if (!m_sections[part].isThere) {
            continue;
        }
        text += titleOf(part) + QLatin1Char('\n');
        for (const CardFact& fact : cardFacts(m_sections[part].facts)) {
            text +=
                QStringLiteral("%1\t%2\n")
                    .arg(fact.name, fact.isKnown ? fact.value : tr("unknown: %1").arg(fact.value));
        }
    }
    QGuiApplication::clipboard()->setText(text);
}

void IdentityCard::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_close != nullptr) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange && m_close != nullptr) {
        rebuild();
    }
}

void IdentityCard::retranslate()
{
    const QString peer = peerText(m_facts.peer.get());
    const QString connection = connectionText(m_connection.id());
    setWindowTitle(tr("Peer identity: %1").arg(connection));
    m_title->setText(QStringLiteral("%1  %2").arg(connection, peer));
    m_note->setText(m_ended
                        ? tr("The connection has ended. These details were read before it ended.")
                        : tr("For display only: process IDs can be spoofed and are reused."));
    m_identify->setText(tr("Identify client"));
    m_identify->setToolTip(tr("Identify the client by impersonating it briefly. Windows allows "
                              "this after the first data has been received."));
    m_tryAccess->setText(tr("Check access as this client…"));
    m_tryAccess->setToolTip(tr("Check whether the client can access a file or registry key. Only "
                               "the target's permissions are read."));
    m_rights->setText(tr("Groups and privileges"));
    m_refresh->setText(tr("Refresh"));
    m_copy->setText(tr("Copy"));
    m_close->setText(tr("Close"));
    rebuild();
}

} // namespace pipescope
