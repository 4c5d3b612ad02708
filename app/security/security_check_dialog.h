#pragma once

#include "security/accounts.h"

#include "pipecore/discovery/pipe_security.h"
#include "pipecore/model/pipe_name.h"

#include <QDialog>

#include <functional>
#include <optional>

class QLabel;
class QPushButton;

namespace pipescope {

class FindingsPanel;

/// Checks the security of an existing pipe: reads its permissions on construction, on another
/// thread, and shows the findings. GUI thread only.
class SecurityCheckDialog : public QDialog
{
    Q_OBJECT

public:
    using Read = std::function<pipecore::Result<pipecore::LiveSecurity>(const pipecore::PipeName&)>;

    /// `name` as PipeName takes it. `read` is called on another thread.
    SecurityCheckDialog(QString name, Read read, AccountSource accounts, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void start(const Read& read);
    void showResult();
    void retranslate();

    QString m_name;
    std::optional<pipecore::Result<pipecore::LiveSecurity>> m_live; ///< empty until it is read
    QLabel* m_title;
    QLabel* m_note;
    QLabel* m_descriptor;
    FindingsPanel* m_findings;
    QPushButton* m_again;
    QPushButton* m_close;
    Read m_read;
};

} // namespace pipescope
