#pragma once

#include "pipecore/base/bytes.h"

#include <QWidget>

#include <array>

class QComboBox;
class QLabel;

namespace pipescope {

/// Shows the bytes at a position as numbers, in little or big endian.
class ValueInspector : public QWidget
{
    Q_OBJECT

public:
    explicit ValueInspector(QWidget* parent = nullptr);

    /// Reads the numbers from the start of `bytes`, which is not kept; uses at most 8 bytes.
    void showBytes(pipecore::ByteView bytes);

protected:
    void changeEvent(QEvent* event) override;

private:
    static constexpr std::size_t valueCount = 10;

    void retranslate();
    void showValues();

    QComboBox* m_order = nullptr;
    std::array<QLabel*, valueCount> m_names{};
    std::array<QLabel*, valueCount> m_values{};
    pipecore::Bytes m_bytes;
};

} // namespace pipescope
