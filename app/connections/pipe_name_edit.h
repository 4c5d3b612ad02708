#pragma once

#include <QLineEdit>

namespace pipescope {

/// A field for the name of a pipe: it completes the names used before, and shows what a name looks like.
class PipeNameEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit PipeNameEdit(QWidget* parent = nullptr);
};

} // namespace pipescope
