#pragma once

#include "pipecore/discovery/pipe_security.h"

#include <QComboBox>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <functional>
#include <optional>

namespace pipescope {

/// What the system knows of accounts. The functions may block and are called on another thread.
struct AccountSource
{
    std::function<pipecore::Result<pipecore::Sid>(std::string_view)> find;
    std::function<pipecore::Result<std::string>(const pipecore::Sid&)> name;
    std::optional<pipecore::AccessSubject> self; ///< who runs this program, where that has a SID

    /// This system's own. On Linux: SIDs and well-known names.
    [[nodiscard]] static AccountSource system();
};

/// Names of accounts, asked for without stopping the window. GUI thread.
class Accounts : public QObject
{
    Q_OBJECT

public:
    explicit Accounts(AccountSource source, QObject* parent = nullptr);

    /// Who runs this program; without a SID of his own, OWNER RIGHTS: whoever starts the server.
    [[nodiscard]] pipecore::Sid user() const;
    [[nodiscard]] const std::optional<pipecore::AccessSubject>& self() const
    {
        return m_source.self;
    }

    /// `Everyone (WD)`, `COMPUTER\name`, or the SID as long as its name is not known.
    [[nodiscard]] QString nameOf(const pipecore::Sid& sid);
    /// The well-known accounts as nameOf() writes them.
    [[nodiscard]] static QStringList wellKnown();
    /// Reads what nameOf() writes, a SID or two letters; empty when the system has to be asked.
    [[nodiscard]] static std::optional<pipecore::Sid> read(const QString& text);

    /// What is done with the account, or with why it was not found.
    using Found = std::function<void(const pipecore::Result<pipecore::Sid>&)>;
    /// read()s, or asks the system; `found` is called on this thread later, and not once `context`
    /// is gone.
    void find(const QString& text, QObject* context, const Found& found);

signals:
    /// A name that nameOf() did not know is known now.
    void namesChanged();

private:
    void learn(const QString& sid, const QString& name);

    AccountSource m_source;
    QHash<QString, QString> m_names; ///< by SID
    QSet<QString> m_asked;
};

/// A field for an account: the well-known ones to choose from, any name or SID to write.
class AccountEdit : public QComboBox
{
    Q_OBJECT

public:
    explicit AccountEdit(QWidget* parent = nullptr);

signals:
    /// An account was chosen, or written and confirmed.
    void accountEntered(const QString& text);
};

} // namespace pipescope
