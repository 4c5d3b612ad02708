#pragma once

#include "pipecore/model/identity.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace pipescope {

/// Asks for a target and the requested access of a client. GUI thread.
class AccessDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AccessDialog(QWidget* parent);

    [[nodiscard]] pipecore::AccessTarget target() const;
    [[nodiscard]] pipecore::RequestedAccess requestedAccess() const;

private:
    void check();
    void browse();

    QComboBox* m_kind = nullptr;
    QLineEdit* m_path = nullptr;
    QCheckBox* m_read = nullptr;
    QCheckBox* m_write = nullptr;
    QCheckBox* m_execute = nullptr;
    QCheckBox* m_delete = nullptr;
    QLabel* m_problem = nullptr;
    QDialogButtonBox* m_buttons = nullptr;
};

} // namespace pipescope
