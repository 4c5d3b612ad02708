#pragma once

#include <QComboBox>

namespace pipescope {

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
