#include "security/accounts.h"

#include "security/security_texts.h"
#include "tasks/background.h"
#include "widgets/formatting.h"

#include <QCompleter>
#include <QLineEdit>
#include <QPointer>

namespace pipescope {

AccountSource AccountSource::system()
{
    AccountSource source{
        .find = &pipecore::findAccount, .name = &pipecore::accountName, .self = std::nullopt};
    if (auto self = pipecore::currentSubject()) {
        source.self = std::move(*self);
    }
    return source;
}

Accounts::Accounts(AccountSource source, QObject* parent)
    : QObject(parent)
    , m_source(std::move(source))
{}

pipecore::Sid Accounts::user() const
{
    return m_source.self ? m_source.self->sids.front() : pipecore::sids::ownerRights();
}

QString Accounts::nameOf(const pipecore::Sid& sid)
{
    if (const auto* known = pipecore::findWellKnown(sid)) {
        return wellKnownName(*known);
    }
    QString number = fromCore(sid.toString());
    if (const auto found = m_names.constFind(number); found != m_names.cend()) {
        return *found;
    }
    if (!m_asked.contains(number)) {
        m_asked.insert(number);
        m_waiting.enqueue(sid);
        askNext();
    }
    return number;
}

/// Asks one after the other: a directory server that does not answer keeps one thread, not one per account.
void Accounts::askNext()
{
    if (m_isAsking || m_waiting.isEmpty()) {
        return;
    }
    m_isAsking = true;
    onOwnThread(
        this, [lookUp = m_source.name, sid = m_waiting.head()] { return lookUp(sid); },
        [this](const pipecore::Result<std::string>& name) {
            const pipecore::Sid sid = m_waiting.dequeue();
            m_isAsking = false;
            if (name) {
                learn(fromCore(sid.toString()), fromCore(*name));
            }
            askNext();
        });
}

void Accounts::learn(const QString& sid, const QString& name)
{
    m_names.insert(sid, name);
    emit namesChanged();
}

QStringList Accounts::wellKnown()
{
    QStringList names;
    for (const pipecore::WellKnownAccount& account : pipecore::wellKnownAccounts()) {
        names.append(wellKnownName(account));
    }
    return names;
}

std::optional<pipecore::Sid> Accounts::read(const QString& text)
{
    const QString wanted = text.trimmed();
    for (const pipecore::WellKnownAccount& account : pipecore::wellKnownAccounts()) {
        const QString whole = wellKnownName(account);
        if (wanted.compare(whole, Qt::CaseInsensitive) == 0
            || wanted.compare(wellKnownTitle(account), Qt::CaseInsensitive) == 0) {
            return pipecore::Sid::parse(account.sid.empty() ? account.alias : account.sid).value();
        }
    }
    if (const auto sid = pipecore::Sid::parse(wanted.toStdString())) {
        return *sid;
    }
    return std::nullopt;
}

void Accounts::find(const QString& text, QObject* context, const Found& found)
{
    const QString wanted = text.trimmed();
    const auto known = read(wanted);
    onOwnThread(
        context,
        [lookUp = m_source.find, known, name = wanted.toStdString()] {
            return known ? pipecore::Result<pipecore::Sid>(*known) : lookUp(name);
        },
        [this, self = QPointer<Accounts>(this), wanted,
         found](const pipecore::Result<pipecore::Sid>& sid) {
            if (self && sid && pipecore::findWellKnown(*sid) == nullptr
                && !wanted.startsWith(QLatin1String("S-1-"), Qt::CaseInsensitive)) {
                learn(fromCore(sid->toString()), wanted);
            }
            found(sid);
        });
}

AccountEdit::AccountEdit(QWidget* parent) : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    addItems(Accounts::wellKnown());
    setMaxVisibleItems(16);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    connect(this, &QComboBox::textActivated, this, &AccountEdit::accountEntered);
    connect(lineEdit(), &QLineEdit::editingFinished, this,
            [this] { emit accountEntered(currentText()); });
}

} // namespace pipescope
