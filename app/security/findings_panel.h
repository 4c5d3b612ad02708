#pragma once

#include "pipecore/security/security_check.h"

#include <QWidget>

#include <vector>

class QLabel;
class QTreeWidget;

namespace pipescope {

class Accounts;

/// The findings of the security check: a list, most severe first, and for the current one the risk,
/// the fix and a reference.
class FindingsPanel : public QWidget
{
    Q_OBJECT

public:
    /// `accounts` is not owned and outlives this.
    explicit FindingsPanel(Accounts* accounts, QWidget* parent = nullptr);

    void setFindings(std::vector<pipecore::SecurityFinding> findings);

signals:
    /// A finding about this entry of the list was selected.
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
