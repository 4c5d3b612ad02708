#pragma once

#include "connections/option_fields.h"

#include <QObject>

namespace pipescope {

/// The fields of a client that only CreateFile has: adds them to two forms, what the server learns of
/// us and how the pipe is opened, and says which apply. They are among the dialog's `fields`, which read
/// and show them.
class WindowsClientForm : public QObject
{
    Q_OBJECT

public:
    WindowsClientForm(QFormLayout* identity, QFormLayout* pipe,
                      OptionFields<pipecore::ClientOptions>& fields);

    /// Gives what does not apply beside the other options (see update()) its default.
    static void leaveOut(pipecore::ClientOptions& options);
    /// Enables what applies with these, and explains what does not.
    void update(const pipecore::ClientOptions& options);
    void retranslate();

private:
    OptionField* m_level;
    OptionField* m_effectiveOnly;
    OptionField* m_contextTracking;
    OptionField* m_sync;
    OptionField* m_writeThrough = nullptr;
};

/// What a server may do with the identity of a client that opens at this level, as a sentence.
[[nodiscard]] QString identitySentence(pipecore::SqosLevel level);

} // namespace pipescope
