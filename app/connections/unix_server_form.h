#pragma once

#include "pipecore/model/options.h"

#include <QObject>

class QFormLayout;
class QSpinBox;

namespace pipescope {

class FileModeEdit;
class FormField;

/// The fields of a server that only AF_UNIX has: permissions of the socket file and backlog. Adds them
/// to a form; its widgets belong to the form's window.
class UnixServerForm : public QObject
{
    Q_OBJECT

public:
    explicit UnixServerForm(QFormLayout* form);

    void setOptions(const pipecore::ServerOptions& options);
    void readInto(pipecore::ServerOptions& options) const;
    void retranslate();

signals:
    void changed();

private:
    FileModeEdit* m_fileMode;
    QSpinBox* m_backlog;
    FormField* m_fileModeField;
    FormField* m_backlogField;
};

} // namespace pipescope
