#pragma once

#include "connections/option_fields.h"

#include <QObject>

namespace pipescope {

/// The fields of a client that only CreateFile has. Adds them to two forms, identity and opening,
/// and shows which apply. They are among the dialog's `fields`, which read and show them.
class WindowsClientForm : public QObject
{
    Q_OBJECT

public:
    WindowsClientForm(QFormLayout* identity, QFormLayout* pipe,
                      OptionFields<pipecore::ClientOptions>& fields);

    /// Resets options that do not apply (see update()) to their defaults.
    static void leaveOut(pipecore::ClientOptions& options);
    /// Enables the fields that apply, and explains those that do not.
    void update(const pipecore::ClientOptions& options);
    void retranslate();

private:
    OptionField* m_level;
    OptionField* m_effectiveOnly;
    OptionField* m_contextTracking;
    OptionField* m_sync;
    OptionField* m_writeThrough = nullptr;
};

/// Describes what a server can do with the identity of a client that opens at this level.
[[nodiscard]] QString identitySentence(pipecore::SqosLevel level);

} // namespace pipescope
