#pragma once

#include "pipecore/base/bytes.h"

#include <QWidget>

#include <memory>

class QLabel;

namespace pipescope {

class HexView;
class ValueInspector;

/// The hex view with the numbers its selection means and a line on what is selected.
class HexPage : public QWidget
{
    Q_OBJECT

public:
    explicit HexPage(QWidget* parent = nullptr);

    /// `keepPlace`: the same bytes as before with more behind.
    void setBytes(std::shared_ptr<const pipecore::Bytes> bytes, bool keepPlace);
    /// Selects bytes, and brings them into sight.
    void select(quint64 first, quint64 length);
    /// Said beside the selection: that the rest is being read, or why it cannot be.
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
