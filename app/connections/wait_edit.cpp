#include "connections/wait_edit.h"

#include "connections/option_field.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QSpinBox>

#include <algorithm>

namespace pipescope {

using pipecore::WaitPolicy;

WaitEdit::WaitEdit(pipecore::System system, QWidget* parent)
    : QWidget(parent)
    , m_policy(new QComboBox(this))
    , m_timeout(makeNumberEdit(*pipecore::findOption<pipecore::ClientOptions>("timeout")))
{
    m_policy->setObjectName(QStringLiteral("wait"));
    m_timeout->setObjectName(QStringLiteral("timeout"));
    m_policy->addItem({}, static_cast<int>(WaitPolicy::KeepTrying));
    if (system == pipecore::System::Windows) {
        m_policy->addItem({}, static_cast<int>(WaitPolicy::WaitThenOpen));
    }
    m_policy->addItem({}, static_cast<int>(WaitPolicy::FailAtOnce));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_policy, 1);
    layout->addWidget(m_timeout, 1);
    setFocusProxy(m_policy);
    connect(m_policy, &QComboBox::currentIndexChanged, this, [this] {
        showPolicy();
        emit changed();
    });
    connect(m_timeout, &QSpinBox::valueChanged, this, &WaitEdit::changed);
    retranslate();
}

void WaitEdit::setWait(WaitPolicy policy, std::chrono::milliseconds timeout)
{
    m_policy->setCurrentIndex(std::max(0, m_policy->findData(static_cast<int>(policy))));
    m_timeout->setValue(
        static_cast<int>(std::clamp<qint64>(timeout.count(), 0, m_timeout->maximum())));
}

WaitPolicy WaitEdit::policy() const
{
    return static_cast<WaitPolicy>(m_policy->currentData().toInt());
}

std::chrono::milliseconds WaitEdit::timeout() const
{
    return std::chrono::milliseconds(m_timeout->value());
}

void WaitEdit::showPolicy()
{
    const bool waits = policy() != WaitPolicy::FailAtOnce;
    m_timeout->setEnabled(waits);
    m_timeout->setToolTip(waits ? tr("Maximum wait time")
                                : tr("Not used: the client tries only once."));
    m_timeout->setSpecialValueText(policy() == WaitPolicy::WaitThenOpen ? tr("server default")
                                                                        : tr("one attempt"));
}

void WaitEdit::retranslate()
{
    for (int index = 0; index < m_policy->count(); ++index) {
        switch (static_cast<WaitPolicy>(m_policy->itemData(index).toInt())) {
        case WaitPolicy::KeepTrying: m_policy->setItemText(index, tr("retry for")); break;
        case WaitPolicy::WaitThenOpen: m_policy->setItemText(index, tr("WaitNamedPipe")); break;
        case WaitPolicy::FailAtOnce: m_policy->setItemText(index, tr("fail immediately")); break;
        }
    }
    m_timeout->setSuffix(tr(" ms"));
    m_timeout->setAccessibleName(tr("Timeout"));
    showPolicy();
}

} // namespace pipescope
