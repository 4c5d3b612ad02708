#include "detail/hex_page.h"

#include "detail/hex_view.h"
#include "detail/value_inspector.h"
#include "widgets/formatting.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace pipescope {

namespace {

/// Below this width the numbers would cover the bytes.
constexpr int widthForInspector = 780;

} // namespace

HexPage::HexPage(QWidget* parent)
    : QWidget(parent)
    , m_view(new HexView(this))
    , m_inspector(new ValueInspector(this))
    , m_status(new QLabel(this))
    , m_note(new QLabel(this))
{
    m_status->setObjectName(QStringLiteral("hexStatus"));
    m_status->setForegroundRole(QPalette::PlaceholderText);
    m_note->setObjectName(QStringLiteral("hexNote"));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    setFocusProxy(m_view);

    auto* top = new QHBoxLayout;
    top->setSpacing(0);
    top->addWidget(m_view, 1);
    top->addWidget(m_inspector);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(12, 4, 12, 4);
    foot->addWidget(m_status, 1);
    foot->addWidget(m_note);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top, 1);
    column->addLayout(foot);

    connect(m_view, &HexView::selectionChanged, this, &HexPage::showSelection);
    connect(m_view, &HexView::copyCut, this, [this](quint64 copied, quint64 wanted) {
        m_note->setText(tr("Only the first %1 of %2 were copied.")
                            .arg(formatBytes(copied), formatBytes(wanted)));
    });
    showSelection();
}

void HexPage::setBytes(std::shared_ptr<const pipecore::Bytes> bytes, bool keepPlace)
{
    m_view->setBytes(std::move(bytes), keepPlace);
}

void HexPage::select(quint64 first, quint64 length)
{
    m_view->select(first, length);
}

void HexPage::setNote(const QString& note)
{
    m_note->setText(note);
}

void HexPage::showSelection()
{
    const auto start = m_view->selectionStart();
    if (!start) {
        m_status->setText(tr("no bytes"));
        m_inspector->showBytes({});
        return;
    }
    const QString hex = QString::number(*start, 16).toUpper();
    const quint64 length = m_view->selectionLength();
    m_status->setText(length == 0 ? tr("offset 0x%1 (%2)").arg(hex, formatCount(*start))
                                  : tr("offset 0x%1 (%2), %3 selected")
                                        .arg(hex, formatCount(*start), formatBytes(length)));
    m_inspector->showBytes(m_view->bytes().subspan(*start));
}

void HexPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_inspector->setVisible(width() >= widthForInspector);
}

void HexPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        showSelection();
    }
    QWidget::changeEvent(event);
}

} // namespace pipescope
