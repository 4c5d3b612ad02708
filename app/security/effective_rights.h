#pragma once

#include "pipecore/security/security.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace pipescope {

class AccountEdit;
class Accounts;

/// A subject as an access token would describe it, as far as its SID implies it: the groups that
/// everyone is in, and the origin. Other groups are unknown here. `self`, for this program's user,
/// has them all.
struct Somebody
{
    pipecore::Sid sid;
    bool fromNetwork = false;
    std::uint32_t integrity = pipecore::mediumIntegrity;
};
[[nodiscard]] pipecore::AccessSubject
subjectFor(const Somebody& somebody, const std::optional<pipecore::AccessSubject>& self);

/// Shows the effective access of an account: a query and its result in one line each.
class EffectiveRights : public QWidget
{
    Q_OBJECT

public:
    /// `accounts` is not owned and outlives this.
    explicit EffectiveRights(Accounts* accounts, QWidget* parent = nullptr);

    void setDescriptor(const pipecore::SecurityDescriptor& descriptor);
    [[nodiscard]] QString answer() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void enterAccount(const QString& text);
    void showAnswer();
    [[nodiscard]] QString decidedBy(const pipecore::AccessReport& report) const;

    Accounts* m_accounts;
    pipecore::SecurityDescriptor m_descriptor;
    pipecore::Sid m_account = pipecore::sids::everyone();
    AccountEdit* m_accountEdit;
    QComboBox* m_origin;
    QComboBox* m_integrity;
    QLabel* m_question;
    QLabel* m_answer;
};

} // namespace pipescope
