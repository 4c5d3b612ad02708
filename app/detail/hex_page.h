#pragma once

#include "pipecore/base/bytes.h"

#include <QWidget>

#include <memory>

class QLabel;

namespace pipescope {

class HexView;
class ValueInspector;

/// The hex view with the numeric values of its selection and a status line.
class HexPage : public QWidget
{
    Q_OBJECT

public:
    explicit HexPage(QWidget* parent = nullptr);

    /// `keepPlace`: the same bytes as before with more appended.
    void setBytes(std::shared_ptr<const pipecore::Bytes> bytes, bool keepPlace);
    /// Selects bytes and scrolls to them.
    void select(quint64 first, quint64 length);
    /// A note beside the selection: the rest is being read, or why that failed.
    void setNote(const QString& note);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showSelection();

    HexView* m_view = nullptr;
    ValueInspector* m_inspector = nullptr;
    QLabel* m_status = nullptr;
    QLabel* m_note = nullptr;
};

} // namespace pipescope
