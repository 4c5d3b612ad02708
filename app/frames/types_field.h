#pragma once

#include "detail/endpoint_choices.h"
#include "tasks/task.h"

#include "pipecore/decode/proto_types.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QWidget;

namespace pipescope {

/// The fields of a dialog for the user's types of Protocol Buffers: the file, and the message types of
/// requests and replies, which are offered once the file is read. It is read on another thread. GUI thread only.
class TypesField : public QObject
{
    Q_OBJECT

public:
    /// The widgets become children of `dialog`.
    TypesField(const TypesChoice& present, QWidget* dialog);

    /// Adds the rows.
    void addTo(QFormLayout* form);
    [[nodiscard]] TypesChoice choice() const;
    [[nodiscard]] bool isChanged() const { return choice() != m_present; }
    /// Whether the choice may be saved: it is as before, or empty, or the file is read and has the types.
    [[nodiscard]] bool isGood() const;
    void retranslate();

signals:
    /// choice() or isGood() has changed.
    void changed();

private:
    void fileEdited();
    void read();
    void filesRead(std::shared_ptr<const pipecore::ProtoTypes> types, const QString& problem);
    void browse();
    void showState();
    [[nodiscard]] QString missingType() const;

    const TypesChoice m_present;
    std::shared_ptr<const pipecore::ProtoTypes> m_types; ///< of the file; null until it is read
    QString m_problem;                                   ///< of the file
    QWidget* const m_dialog;
    QFormLayout* m_form = nullptr;
    QLabel* m_fileLabel;
    QLineEdit* m_file;
    QPushButton* m_browse;
    QLabel* m_hint;
    QLabel* m_messageLabel;
    QWidget* m_messages;
    QComboBox* m_request;
    QComboBox* m_reply;
    QTimer m_pause; ///< of typing
    Task m_reading{"types of messages"};
};

} // namespace pipescope
