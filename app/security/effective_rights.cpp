#include "security/effective_rights.h"

#include "security/accounts.h"
#include "security/security_texts.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>

#include <array>

namespace pipescope {

namespace {

namespace sids = pipecore::sids;

constexpr std::array levels{pipecore::lowIntegrity, pipecore::mediumIntegrity,
                            pipecore::highIntegrity, pipecore::systemIntegrity};

} // namespace

pipecore::AccessSubject subjectFor(const Somebody& somebody,
                                   const std::optional<pipecore::AccessSubject>& self)
{
    pipecore::AccessSubject subject;
    if (self && somebody.sid == self->sids.front()) {
        subject = *self;
    } else if (pipecore::isAppContainerSid(somebody.sid)) {
        // An app runs as a user, and the list is evaluated twice.
        subject.packages = {somebody.sid, sids::allAppPackages()};
        subject.sids = self ? self->sids : std::vector{sids::ownerRights()};
        subject.sids.push_back(sids::everyone());
        subject.sids.push_back(sids::authenticatedUsers());
    } else {
        subject.sids = {somebody.sid};
        if (somebody.sid != sids::anonymous() && somebody.sid != sids::everyone()) {
            subject.sids.push_back(sids::everyone());
            subject.sids.push_back(sids::authenticatedUsers());
        }
    }
    std::erase_if(subject.sids, [](const pipecore::Sid& sid) {
        return sid == sids::network() || sid == sids::interactive();
    });
    subject.sids.push_back(somebody.fromNetwork ? sids::network() : sids::interactive());
    subject.integrity = somebody.integrity;
    return subject;
}

EffectiveRights::EffectiveRights(Accounts* accounts, QWidget* parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_accountEdit(new AccountEdit(this))
    , m_origin(new QComboBox(this))
    , m_integrity(new QComboBox(this))
    , m_question(new QLabel(this))
    , m_answer(new QLabel(this))
{
    m_accountEdit->setObjectName(QStringLiteral("effectiveAccount"));
    m_origin->setObjectName(QStringLiteral("effectiveOrigin"));
    m_integrity->setObjectName(QStringLiteral("effectiveIntegrity"));
    m_answer->setObjectName(QStringLiteral("effectiveAnswer"));
    m_answer->setWordWrap(true);
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_question->setBuddy(m_accountEdit);
    m_origin->addItem(QString(), false);
    m_origin->addItem(QString(), true);
    for (const std::uint32_t level : levels) {
        m_integrity->addItem(QString(), level);
    }
    m_integrity->setCurrentIndex(1);

    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_question);
    row->addWidget(m_accountEdit, 1);
    row->addWidget(m_origin);
    row->addWidget(m_integrity);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_answer);

    connect(m_accountEdit, &AccountEdit::accountEntered, this, &EffectiveRights::enterAccount);
    connect(m_origin, &QComboBox::currentIndexChanged, this, [this] { showAnswer(); });
    connect(m_integrity, &QComboBox::currentIndexChanged, this, [this] { showAnswer(); });
    retranslate();
}

void EffectiveRights::setDescriptor(const pipecore::SecurityDescriptor& descriptor)
{
    m_descriptor = descriptor;
    showAnswer();
}

QString EffectiveRights::answer() const
{
    return m_answer->text();
}

void EffectiveRights::enterAccount(const QString& text)
{
    if (const auto sid = Accounts::read(text)) {
        m_account = *sid;
        showAnswer();
        return;
    }
    m_accounts->find(text, this, [this](const pipecore::Result<pipecore::Sid>& sid) {
        if (sid) {
            m_account = *sid;
            showAnswer();
        } else {
            m_answer->setText(errorTitle(sid.error()) + QStringLiteral(": ")
                              + fromCore(sid.error().detail));
        }
    });
}

void EffectiveRights::showAnswer()
{
    const Somebody somebody{.sid = m_account,
                            .fromNetwork = m_origin->currentData().toBool(),
                            .integrity = m_integrity->currentData().toUInt()};
    const auto report =
        pipecore::effectiveRights(m_descriptor, subjectFor(somebody, m_accounts->self()));
    QString text = rightsSentence(report.granted);
    if ((report.withheldByLabel & (pipecore::rights::readData | pipecore::rights::writeData))
        != 0) {
        text += QLatin1Char(' ') + tr("The integrity label denies the rest.");
    }
    text += decidedBy(report);
    m_answer->setText(text);
    QStringList names;
    for (const std::string& name : pipecore::rightNames(report.granted)) {
        names.append(fromCore(name));
    }
    m_answer->setToolTip(names.join(QLatin1Char('\n')));
}

QString EffectiveRights::decidedBy(const pipecore::AccessReport& report) const
{
    if (!m_descriptor.dacl || m_descriptor.dacl->isNull) {
        return QLatin1Char(' ') + tr("No access list: access is unrestricted.");
    }
    if (report.steps.empty()) {
        return QLatin1Char(' ') + tr("No entry matches.");
    }
    QStringList numbers;
    for (const auto& step : report.steps) {
        numbers.append(QString::number(step.entry + 1));
    }
    return QLatin1Char(' ')
           + tr("Decided by entry %1.", nullptr, static_cast<int>(numbers.size()))
                 .arg(numbers.join(QStringLiteral(", ")));
}

void EffectiveRights::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void EffectiveRights::retranslate()
{
    m_question->setText(tr("E&ffective access for"));
    m_accountEdit->setAccessibleName(tr("Account"));
    m_origin->setAccessibleName(tr("Access from"));
    m_origin->setItemText(0, tr("locally"));
    m_origin->setItemText(1, tr("over the network"));
    m_integrity->setAccessibleName(tr("Integrity"));
    m_integrity->setItemText(0, tr("low integrity"));
    m_integrity->setItemText(1, tr("medium integrity"));
    m_integrity->setItemText(2, tr("high integrity"));
    m_integrity->setItemText(3, tr("system integrity"));
    const QSignalBlocker quiet(m_accountEdit);
    m_accountEdit->clear();
    m_accountEdit->addItems(Accounts::wellKnown());
    m_accountEdit->setCurrentText(m_accounts->nameOf(m_account));
    showAnswer();
}

} // namespace pipescope
