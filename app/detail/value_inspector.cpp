#include "detail/value_inspector.h"

#include "widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>
#include <bit>
#include <type_traits>

namespace pipescope {

namespace {

enum Order { LittleEndian, BigEndian };

/// The number at the start of the bytes, or a dash if there are too few.
template <typename Number>
QString numberAt(pipecore::ByteView bytes, Order order)
{
    if (bytes.size() < sizeof(Number)) {
        return QStringLiteral(u"–");
    }
    std::array<std::byte, sizeof(Number)> raw{};
    std::copy_n(bytes.begin(), raw.size(), raw.begin());
    if ((order == BigEndian) != (std::endian::native == std::endian::big)) {
        std::reverse(raw.begin(), raw.end());
    }
    const auto number = std::bit_cast<Number>(raw);
    if constexpr (std::is_floating_point_v<Number>) {
        constexpr int digits = sizeof(Number) == sizeof(float) ? 8 : 16;
        return QString::number(static_cast<double>(number), 'g', digits);
    } else if constexpr (std::is_signed_v<Number>) {
        return QString::number(static_cast<qlonglong>(number));
    } else {
        return QString::number(static_cast<qulonglong>(number));
    }
}

} // namespace

ValueInspector::ValueInspector(QWidget* parent) : QWidget(parent), m_order(new QComboBox(this))
{
    setObjectName(QStringLiteral("valueInspector"));
    m_order->setObjectName(QStringLiteral("byteOrder"));
    m_order->addItems({QString(), QString()});
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12, 4, 12, 4);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_order, 0, 0, 1, 2);
    for (std::size_t at = 0; at < valueCount; ++at) {
        m_names[at] = new QLabel(this);
        m_names[at]->setForegroundRole(QPalette::PlaceholderText);
        m_values[at] = new QLabel(this);
        m_values[at]->setFont(Theme::instance().monospaceFont());
        m_values[at]->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_values[at]->setTextInteractionFlags(Qt::TextSelectableByMouse);
        const int row = static_cast<int>(at) + 1;
        grid->addWidget(m_names[at], row, 0);
        grid->addWidget(m_values[at], row, 1);
    }
    grid->setRowStretch(static_cast<int>(valueCount) + 1, 1);
    // Reserves room for the longest 64-bit number, so that nothing moves.
    grid->setColumnMinimumWidth(1, QFontMetrics(Theme::instance().monospaceFont())
                                       .horizontalAdvance(QStringLiteral("-9223372036854775808")));
    connect(m_order, &QComboBox::currentIndexChanged, this, &ValueInspector::showValues);
    retranslate();
}

void ValueInspector::showBytes(pipecore::ByteView bytes)
{
    const pipecore::ByteView used = bytes.first(std::min<std::size_t>(bytes.size(), 8));
    m_bytes.assign(used.begin(), used.end());
    showValues();
}

void ValueInspector::showValues()
{
    const auto order = static_cast<Order>(m_order->currentIndex());
    const std::array<QString, valueCount> values = {
        numberAt<std::uint8_t>(m_bytes, order),  numberAt<std::int8_t>(m_bytes, order),
        numberAt<std::uint16_t>(m_bytes, order), numberAt<std::int16_t>(m_bytes, order),
        numberAt<std::uint32_t>(m_bytes, order), numberAt<std::int32_t>(m_bytes, order),
        numberAt<std::uint64_t>(m_bytes, order), numberAt<std::int64_t>(m_bytes, order),
        numberAt<float>(m_bytes, order),         numberAt<double>(m_bytes, order)};
    for (std::size_t at = 0; at < valueCount; ++at) {
        m_values[at]->setText(values[at]);
    }
}

void ValueInspector::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ValueInspector::retranslate()
{
    m_order->setItemText(LittleEndian, tr("Little endian"));
    m_order->setItemText(BigEndian, tr("Big endian"));
    m_order->setAccessibleName(tr("Byte order"));
    // Names of C types need no translation.
    constexpr std::array<const char*, valueCount> names = {"uint8",  "int8",  "uint16", "int16",
                                                           "uint32", "int32", "uint64", "int64",
                                                           "float",  "double"};
    for (std::size_t at = 0; at < valueCount; ++at) {
        m_names[at]->setText(QLatin1String(names[at]));
        m_values[at]->setAccessibleName(QLatin1String(names[at]));
    }
    showValues();
}

} // namespace pipescope
