#pragma once

#include "pipecore/discovery/pipe_security.h"

#include <QComboBox>
#include <QHash>
#include <QObject>
#include <QQueue>
#include <QSet>
#include <QStringList>

#include <functional>
#include <optional>

namespace pipescope {

/// Account queries of the system. The functions may block and are called on another thread.
struct AccountSource
{
    std::function<pipecore::Result<pipecore::Sid>(std::string_view)> find;
    std::function<pipecore::Result<std::string>(const pipecore::Sid&)> name;
    std::optional<pipecore::AccessSubject> self; ///< the user of this program, if it has a SID

    /// The source of this system. On Linux: SIDs and well-known names.
    [[nodiscard]] static AccountSource system();
};

/// Names of accounts, resolved in the background. GUI thread.
class Accounts : public QObject
{
    Q_OBJECT

public:
    explicit Accounts(AccountSource source, QObject* parent = nullptr);

    /// The user of this program; without a SID, OWNER RIGHTS: the user who starts the server.
    [[nodiscard]] pipecore::Sid user() const;
    [[nodiscard]] const std::optional<pipecore::AccessSubject>& self() const
    {
        return m_source.self;
    }

    /// `Everyone (WD)`, `COMPUTER\name`, or the SID while its name is unknown.
    [[nodiscard]] QString nameOf(const pipecore::Sid& sid);
    /// The well-known accounts, as nameOf() formats them.
    [[nodiscard]] static QStringList wellKnown();
    /// Parses the output of nameOf(), a SID or two letters; empty if the system must be queried.
    [[nodiscard]] static std::optional<pipecore::Sid> read(const QString& text);

    /// Receives the account, or why it was not found.
    using Found = std::function<void(const pipecore::Result<pipecore::Sid>&)>;
    /// Parses or queries an account; `found` is called on this thread later, and not once `context`
    /// is gone.
    void find(const QString& text, QObject* context, const Found& found);

signals:
    /// A name that nameOf() did not know has been resolved.
    void namesChanged();

private:
    void learn(const QString& sid, const QString& name);
    void askNext();

    AccountSource m_source;
    QHash<QString, QString> m_names; ///< by SID
    QSet<QString> m_asked;
    QQueue<pipecore::Sid> m_waiting; ///< the head is being asked for while `m_isAsking`
    bool m_isAsking = false;
};

/// Edits an account: well-known ones to select, or any name or SID.
class AccountEdit : public QComboBox
{
    Q_OBJECT

public:
    explicit AccountEdit(QWidget* parent = nullptr);

signals:
    /// An account was selected, or typed and confirmed.
    void accountEntered(const QString& text);
};

} // namespace pipescope
