#include "traffic/go_to_dialog.h"

#include "widgets/formatting.h"
#include "widgets/labels.h"
#include "widgets/theme.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace pipescope {

GoToDialog::GoToDialog(quint64 rows, const QDate& day, QWidget* parent)
    : QDialog(parent)
    , m_rows(rows)
    , m_day(day)
    , m_label(new QLabel(this))
    , m_field(new QLineEdit(this))
    , m_hint(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setObjectName(QStringLiteral("GoToDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_field->setObjectName(QStringLiteral("goToField"));
    m_field->setClearButtonEnabled(true);
    m_label->setBuddy(m_field);
    m_hint->setObjectName(QStringLiteral("goToHint"));
    m_hint->setWordWrap(true);
    m_hint->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_label);
    column->addWidget(m_field);
    column->addWidget(m_hint);
    column->addWidget(m_buttons);
    setMinimumWidth(380);
    connect(m_field, &QLineEdit::textChanged, this, &GoToDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &GoToDialog::choose);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
}

void GoToDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

void GoToDialog::retranslate()
{
    setWindowTitle(tr("Go to"));
    m_label->setText(tr("&Row or time"));
    m_field->setPlaceholderText(tr("12345, +100, -100, 14:03:07.5"));
    m_field->setAccessibleName(tr("Row or time"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Go"));
    check();
}

void GoToDialog::check()
{
    const auto place = parsePlace(m_field->text(), m_day);
    const bool empty = m_field->text().trimmed().isEmpty();
    QString hint;
    bool isWrong = false;
    if (empty) {
        hint = tr("Rows 1 to %1. Times without a date refer to %2.")
                   .arg(formatCount(m_rows), m_day.toString(Qt::ISODate));
    } else if (!place) {
        hint = tr("Expected a row number or a time such as 14:03:07 or 2026-11-22 14:03:07.25");
        isWrong = true;
    } else if (place->kind == Place::Kind::Time) {
        hint = tr("First row at or after %1")
                   .arg(QDateTime::fromMSecsSinceEpoch(place->wallNs / 1'000'000)
                            .date()
                            .toString(Qt::ISODate)
                        + QLatin1Char(' ') + formatClock(place->wallNs));
    } else if (place->kind == Place::Kind::Row
               && (place->number < 1 || static_cast<quint64>(place->number) > m_rows)) {
        hint = tr("Expected a row from 1 to %1.").arg(formatCount(m_rows));
        isWrong = true;
    }
    m_hint->setText(hint);
    setTextColor(m_hint, isWrong ? Token::Warning : Token::Muted);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!empty && !isWrong);
}

void GoToDialog::choose()
{
    if (const auto place = parsePlace(m_field->text(), m_day)) {
        emit placeChosen(*place);
        accept();
    }
}

} // namespace pipescope
