#include "widgets/style.h"

#include "widgets/icons.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

namespace pipescope {

namespace {

constexpr int menuLineHeight = 9; ///< of a separator with its margins
/// The content of a field has square corners, which must not stick out.
constexpr double fieldCorner = 2;

/// An icon on the accent colour.
QIcon onAccent(const QIcon& icon, const QSize& size, const QPainter& painter)
{
    return QIcon(icon.pixmap(size, painter.device()->devicePixelRatioF(), QIcon::Selected));
}

/// The default button.
bool isPrimary(const QStyleOption* option)
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    return button != nullptr && (button->features & QStyleOptionButton::DefaultButton) != 0
           && has(option, QStyle::State_Enabled);
}

} // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand: drawButton(option, painter); return;
    case PE_PanelButtonTool: drawToolButton(option, painter); return;
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame != nullptr && frame->lineWidth > 0) {
            drawField(option, painter);
        } else {
            painter->fillRect(option->rect, option->palette.base());
        }
        return;
    case PE_IndicatorRadioButton: drawRadio(option, painter); return;
    case PE_IndicatorItemViewItemCheck:
    case PE_IndicatorCheckBox: drawCheck(option, painter); return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    case PE_FrameLineEdit: return; // drawn with the panel
    case PE_FrameFocusRect:
        if (has(option, State_KeyboardFocusChange)) {
            const bool selected = has(option, State_Selected);
            drawBox(painter, option->rect, Qt::transparent,
                    selected ? option->palette.color(QPalette::HighlightedText)
                             : color(Token::Accent));
        }
        return;
    case PE_Frame:
        // Raised and flat frames are not drawn; a sunken one is an input field.
        if (has(option, State_Sunken)) {
            const bool focus = has(option, State_HasFocus) && has(option, State_Enabled);
            drawBox(painter, option->rect, Qt::transparent,
                    focus ? color(Token::Accent) : option->palette.color(QPalette::Mid), 1,
                    fieldCorner);
        }
        return;
    case PE_FrameStatusBarItem: return;
    case PE_PanelStatusBar:
        painter->fillRect(QRect(option->rect.topLeft(), QSize(option->rect.width(), 1)),
                          color(Token::Line));
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.bottomLeft(), QSize(option->rect.width(), 1)),
                          color(Token::Line));
        return;
    case PE_FrameTabWidget: return;
    case PE_IndicatorDockWidgetResizeHandle:
        painter->fillRect(option->rect, color(Token::Window));
        painter->fillRect(
            has(option, State_Horizontal)
                ? QRect(option->rect.x(), option->rect.center().y(), option->rect.width(), 1)
                : QRect(option->rect.center().x(), option->rect.y(), 1, option->rect.height()),
            has(option, State_MouseOver) ? color(Token::Accent) : color(Token::Line));
        return;
    case PE_IndicatorToolBarSeparator:
        painter->fillRect(QRect(option->rect.center().x(), option->rect.y() + 6, 1,
                                std::max(0, option->rect.height() - 12)),
                          color(Token::Line));
        return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget); return;
    }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    switch (element) {
    case CE_ToolBar:
        painter->fillRect(option->rect, color(Token::Window));
        painter->fillRect(QRect(option->rect.bottomLeft(), QSize(option->rect.width(), 1)),
                          color(Token::Line));
        return;
    case CE_MenuBarEmptyArea: painter->fillRect(option->rect, color(Token::Window)); return;
    case CE_MenuBarItem: {
        painter->fillRect(option->rect, color(Token::Window));
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (has(option, State_Selected)) {
            drawBox(painter, option->rect.adjusted(1, 2, -1, -2), faint(color(Token::Text), 0.09F),
                    QColor());
        }
        proxy()->drawItemText(
            painter, item->rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
            item->palette, has(option, State_Enabled), item->text, QPalette::WindowText);
        return;
    }
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
            item != nullptr && !item->icon.isNull() && has(option, State_Selected)
            && has(option, State_Enabled)) {
            const int side = proxy()->pixelMetric(PM_SmallIconSize, option, widget);
            QStyleOptionMenuItem selected(*item);
            selected.icon = onAccent(item->icon, QSize(side, side), *painter);
            QProxyStyle::drawControl(element, &selected, painter, widget);
            return;
        }
        break;
    case CE_PushButtonLabel:
        if (isPrimary(option)) {
            QStyleOptionButton label(*qstyleoption_cast<const QStyleOptionButton*>(option));
            label.palette.setColor(QPalette::ButtonText, color(Token::AccentText));
            if (!label.icon.isNull()) {
                label.icon = onAccent(label.icon, label.iconSize, *painter);
            }
            QProxyStyle::drawControl(element, &label, painter, widget);
            return;
        }
        break;
    case CE_HeaderSection: drawHeaderSection(option, painter, widget); return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, color(Token::Window));
        painter->fillRect(QRect(option->rect.bottomLeft(), QSize(option->rect.width(), 1)),
                          color(Token::Line));
        return;
    case CE_DockWidgetTitle: drawDockTitle(option, painter); return;
    case CE_TabBarTabShape: drawTab(option, painter); return;
    case CE_SizeGrip: return;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                               QPainter* painter, const QWidget* widget) const
{
    const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    const auto* number = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control == CC_ComboBox && box != nullptr && box->frame) {
        drawComboBox(box, painter, widget);
    } else if (control == CC_SpinBox && number != nullptr && number->frame) {
        drawSpinBox(number, painter, widget);
    } else if (control == CC_ScrollBar && bar != nullptr) {
        drawScrollBar(bar, painter, widget);
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

void Style::drawScrollBar(const QStyleOptionSlider* option, QPainter* painter,
                          const QWidget* widget) const
{
    painter->fillRect(option->rect, option->palette.color(QPalette::Base));
    if (option->maximum <= option->minimum) {
        return;
    }
    const QRectF slider(subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
    const bool held = (option->activeSubControls & SC_ScrollBarSlider) != 0
                      && (has(option, State_Sunken) || has(option, State_MouseOver));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(faint(color(Token::Text), held ? 0.45F : 0.25F));
    painter->drawRoundedRect(slider.adjusted(3, 3, -3, -3), 3, 3);
    painter->restore();
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                            SubControl subControl, const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || bar == nullptr) {
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    }
    // A slider on its groove, without arrows at the ends.
    const bool horizontal = bar->orientation == Qt::Horizontal;
    const int length = horizontal ? bar->rect.width() : bar->rect.height();
    const qint64 range = qint64{bar->maximum} - bar->minimum;
    const auto wanted =
        range > 0 ? length * qint64{bar->pageStep} / (range + bar->pageStep) : length;
    const int shortest = std::min(length, pixelMetric(PM_ScrollBarSliderMin, option, widget));
    const int slider = std::max(shortest, static_cast<int>(wanted));
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                              length - slider, bar->upsideDown);
    const auto piece = [&](int from, int size) {
        const QRect along = horizontal ? QRect(from, 0, size, bar->rect.height())
                                       : QRect(0, from, bar->rect.width(), size);
        return visualRect(bar->direction, bar->rect, along.translated(bar->rect.topLeft()));
    };
    switch (subControl) {
    case SC_ScrollBarSubPage: return piece(0, start);
    case SC_ScrollBarAddPage: return piece(start + slider, length - start - slider);
    case SC_ScrollBarSlider: return piece(start, slider);
    case SC_ScrollBarGroove: return bar->rect;
    default: return {};
    }
}

void Style::drawButton(const QStyleOption* option, QPainter* painter) const
{
    const bool enabled = has(option, State_Enabled);
    const bool primary = isPrimary(option);
    QColor fill = primary ? color(Token::Accent) : option->palette.color(QPalette::Button);
    if (!enabled) {
        fill = color(Token::Window);
    } else if (has(option, State_Sunken) || has(option, State_On)) {
        fill = primary ? fill.darker(115) : option->palette.color(QPalette::Mid);
    } else if (has(option, State_MouseOver)) {
        fill = primary ? fill.lighter(108) : option->palette.color(QPalette::Midlight);
    }
    const bool focus = has(option, State_HasFocus) && enabled;
    const QColor line = primary ? fill : option->palette.color(QPalette::Mid);
    drawBox(painter, option->rect, fill, focus ? color(Token::Accent) : line, focus ? 2 : 1);
    if (focus && primary) {
        drawBox(painter, option->rect.adjusted(2, 2, -2, -2), Qt::transparent,
                color(Token::AccentText));
    }
}

void Style::drawToolButton(const QStyleOption* option, QPainter* painter) const
{
    const QColor text = color(Token::Text);
    const bool enabled = has(option, State_Enabled);
    const QRect box = option->rect.adjusted(1, 1, -1, -1);
    if (has(option, State_On)) {
        drawBox(painter, box, faint(color(Token::Accent), 0.16F),
                faint(color(Token::Accent), 0.5F));
    } else if (has(option, State_Sunken) && enabled) {
        drawBox(painter, box, faint(text, 0.14F), QColor());
    } else if (has(option, State_MouseOver) && enabled) {
        drawBox(painter, box, faint(text, 0.07F), QColor());
    } else if (!has(option, State_AutoRaise)) {
        drawBox(painter, box, option->palette.color(QPalette::Button),
                option->palette.color(QPalette::Mid));
    }
    if (has(option, State_HasFocus) && has(option, State_KeyboardFocusChange)) {
        drawBox(painter, box, Qt::transparent, color(Token::Accent), 2);
    }
}

void Style::drawHeaderSection(const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const
{
    const QRect rect = option->rect;
    painter->fillRect(rect, color(Token::Window));
    painter->fillRect(QRect(rect.bottomLeft(), QSize(rect.width(), 1)), color(Token::Line));
    const auto* header = qobject_cast<const QHeaderView*>(widget);
    if (header == nullptr || header->orientation() == Qt::Horizontal) {
        painter->fillRect(QRect(rect.right(), rect.y() + 4, 1, rect.height() - 8),
                          color(Token::Line));
    }
}

void Style::drawDockTitle(const QStyleOption* option, QPainter* painter) const
{
    const auto* title = qstyleoption_cast<const QStyleOptionDockWidget*>(option);
    if (title == nullptr) {
        return;
    }
    painter->save();
    painter->fillRect(title->rect, color(Token::Window));
    QFont font = painter->font();
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    const QRect text = title->rect.adjusted(12, 0, -48, 0);
    proxy()->drawItemText(
        painter, text, Qt::AlignLeft | Qt::AlignVCenter, title->palette, true,
        painter->fontMetrics().elidedText(title->title, Qt::ElideRight, text.width()),
        QPalette::WindowText);
    painter->restore();
}

void Style::drawTab(const QStyleOption* option, QPainter* painter) const
{
    const bool selected = has(option, State_Selected);
    if (has(option, State_MouseOver) && !selected) {
        drawBox(painter, option->rect.adjusted(1, 3, -1, -3), faint(color(Token::Text), 0.07F),
                QColor());
    }
    if (has(option, State_HasFocus) && has(option, State_KeyboardFocusChange)) {
        drawBox(painter, option->rect.adjusted(1, 2, -1, -3), Qt::transparent,
                color(Token::Accent));
    }
    if (selected) {
        painter->fillRect(
            QRect(option->rect.x() + 6, option->rect.bottom() - 1, option->rect.width() - 12, 2),
            color(Token::Accent));
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollBarSliderMin: return 32;
    case PM_SmallIconSize:
    case PM_ButtonIconSize: return 16;
    case PM_ToolBarIconSize: return 20;
    case PM_ToolBarItemMargin:
    case PM_ToolBarItemSpacing: return 4;
    case PM_ToolBarFrameWidth: return 0;
    case PM_DockWidgetTitleMargin: return 6;
    case PM_DockWidgetFrameWidth: return 0;
    case PM_DockWidgetSeparatorExtent: return 5;
    case PM_MenuBarHMargin: return 4;
    case PM_MenuBarVMargin: return 2;
    case PM_TabBarTabHSpace: return 24;
    case PM_TabBarTabVSpace: return 12;
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returnData) const
{
    switch (hint) {
    case SH_UnderlineShortcut: return 1;
    case SH_EtchDisabledText: return 0;
    case SH_ToolTip_WakeUpDelay: return 500;
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option,
                              const QSize& contentsSize, const QWidget* widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contentsSize, widget);
    switch (type) {
    case CT_PushButton: return {size.width() + 8, std::max(size.height(), 28)};
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox: return {size.width(), std::max(size.height(), 28)};
    case CT_MenuBarItem: return {size.width() + 6, size.height() + 4};
    case CT_MenuItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        const bool isLine =
            item != nullptr && item->menuItemType == QStyleOptionMenuItem::Separator;
        return isLine ? QSize(size.width(), menuLineHeight)
                      : QSize(size.width() + 8, std::max(size.height(), 24));
    }
    default: return size;
    }
}

QIcon Style::standardIcon(StandardPixmap standardIcon, const QStyleOption* option,
                          const QWidget* widget) const
{
    switch (standardIcon) {
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton: return makeIcon(QStringLiteral("close"));
    case SP_TitleBarNormalButton: return makeIcon(QStringLiteral("float"));
    case SP_MessageBoxInformation: return makeIcon(QStringLiteral("info"));
    case SP_MessageBoxWarning: return makeIcon(QStringLiteral("warning"));
    case SP_MessageBoxCritical: return makeIcon(QStringLiteral("error"));
    default: return QProxyStyle::standardIcon(standardIcon, option, widget);
    }
}

} // namespace pipescope
