#pragma once

#include <QLineEdit>

namespace pipescope {

/// Edits the name of a pipe: completes recent names and shows an example.
class PipeNameEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit PipeNameEdit(QWidget* parent = nullptr);
};

} // namespace pipescope
