#pragma once

#include "pipecore/model/options.h"

#include <QObject>

class QCheckBox;
class QComboBox;
class QFormLayout;

namespace pipescope {

class FormField;

/// The fields of a client that only CreateFile has. Adds them to two forms, what the server learns of
/// us and how the pipe is opened; its widgets belong to the forms' window.
class WindowsClientForm : public QObject
{
    Q_OBJECT

public:
    WindowsClientForm(QFormLayout* identity, QFormLayout* pipe);

    void setOptions(const pipecore::ClientOptions& options);
    /// What does not apply beside the other options (see update()) has its default.
    void readInto(pipecore::ClientOptions& options) const;
    /// Enables what applies with these, and explains what does not.
    void update(const pipecore::ClientOptions& options);
    void retranslate();

signals:
    void changed();

private:
    QComboBox* m_level;
    QCheckBox* m_effectiveOnly;
    QCheckBox* m_contextTracking;
    QComboBox* m_io;
    QCheckBox* m_shareRead;
    QCheckBox* m_shareWrite;
    QCheckBox* m_writeThrough;
    FormField* m_levelField;
    FormField* m_effectiveOnlyField;
    FormField* m_contextTrackingField;
    FormField* m_ioField;
    FormField* m_shareReadField;
    FormField* m_shareWriteField;
    FormField* m_writeThroughField;
};

/// What a server may do with the identity of a client that opens at this level, as a sentence.
[[nodiscard]] QString identitySentence(pipecore::SqosLevel level);

} // namespace pipescope
