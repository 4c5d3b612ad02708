#pragma once

#include "pipecore/security/security_check.h"

#include <QWidget>

#include <vector>

class QLabel;
class QTreeWidget;

namespace pipescope {

class Accounts;

/// What the security check found: a list, most severe first, and what the current one allows, how
/// to fix it and where the documentation says so.
class FindingsPanel : public QWidget
{
    Q_OBJECT

public:
    /// `accounts` is not owned and outlives this.
    explicit FindingsPanel(Accounts* accounts, QWidget* parent = nullptr);

    void setFindings(std::vector<pipecore::SecurityFinding> findings);

signals:
    /// A finding about this entry of the list became the current one.
    void entryPointedAt(int entry);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fill();
    void showDetail();
    [[nodiscard]] QString titleOf(const pipecore::SecurityFinding& finding) const;

    Accounts* m_accounts;
    std::vector<pipecore::SecurityFinding> m_findings;
    QLabel* m_title;
    QTreeWidget* m_list;
    QLabel* m_detail;
};

} // namespace pipescope
