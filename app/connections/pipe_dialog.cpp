#include "connections/pipe_dialog.h"

#include "connections/fold_section.h"
#include "connections/form_field.h"
#include "connections/mode_choice.h"
#include "connections/option_field.h"
#include "connections/options_settings.h"
#include "connections/pipe_name_edit.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "widgets/labels.h"
#include "widgets/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <vector>

namespace pipescope {

namespace {

constexpr int dialogWidth = 480;
constexpr int margin = 16;
constexpr int roomForFrame = 48;        ///< of the screen's height, reserved for the window's title
constexpr qsizetype maxWordLength = 48; ///< characters that fit into a line

QString shortened(const QString& word)
{
    return word.size() <= maxWordLength
               ? word
               : word.left(maxWordLength / 2) + QStringLiteral("…") + word.right(maxWordLength / 2);
}

/// A sentence of the core for under a field: long words are shortened to fit a line.
QString forLine(const QString& text)
{
    QStringList words = text.split(QLatin1Char(' '));
    std::transform(words.begin(), words.end(), words.begin(), shortened);
    QString line = words.join(QLatin1Char(' '));
    if (!line.isEmpty()) {
        line[0] = line.at(0).toUpper();
    }
    return line;
}

void prepare(QFormLayout* form)
{
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(12);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
}

std::vector<FormField*> fieldsOf(const QFormLayout* form)
{
    std::vector<FormField*> fields;
    for (int row = 0; row < form->rowCount(); ++row) {
        QWidget* widget = form->itemAt(row, QFormLayout::FieldRole)->widget();
        if (auto* field = qobject_cast<FormField*>(widget)) {
            fields.push_back(field);
        }
    }
    return fields;
}

} // namespace

PipeDialog::PipeDialog(QWidget* parent, pipecore::System system)
    : QDialog(parent)
    , m_system(system)
    , m_scroll(new QScrollArea(this))
    , m_footer(new QWidget(this))
    , m_form(new QFormLayout)
    , m_mode(new ModeChoice(this))
    , m_modeField(new FormField(m_mode))
    , m_access(new QComboBox(this))
    , m_accessField(new FormField(m_access))
    , m_echo(new QCheckBox(this))
    , m_echoField(new FormField(m_echo))
    , m_effect(new QLabel(this))
    , m_warning(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
    , m_ok(m_buttons->button(QDialogButtonBox::Ok))
{
    prepare(m_form);
    makeNameField();
    makeChoices();
    makeParts();
    m_sections.push_back(makeSection("advancedSection", 1));

    m_ok->setDefault(true);
    m_buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &PipeDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setTextColor(m_warning, Token::Warning);
}

void PipeDialog::makeParts()
{
    auto* fields = new QWidget(m_scroll);
    auto* column = new QVBoxLayout(fields);
    column->setContentsMargins(margin, margin, margin, 0);
    column->setSpacing(12);
    column->addLayout(m_form);
    column->addStretch();
    m_scroll->setWidget(fields);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    m_effect->setObjectName(QStringLiteral("effect"));
    m_warning->setObjectName(QStringLiteral("warning"));
    for (QLabel* text : {m_warning, m_effect}) {
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
    }
    auto* line = new QFrame(m_footer);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Midlight);
    auto* foot = new QVBoxLayout(m_footer);
    foot->setContentsMargins(margin, 0, margin, 12);
    foot->setSpacing(12);
    foot->addWidget(line);
    foot->addWidget(m_warning);
    foot->addWidget(m_effect);
    foot->addWidget(m_buttons);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_footer);
}

PipeDialog::Section PipeDialog::makeSection(const char* name, int place)
{
    auto* content = new QWidget(this);
    auto* form = new QFormLayout(content);
    prepare(form);
    auto* fold = new FoldSection(content, m_scroll->widget());
    fold->setObjectName(QLatin1String(name));
    qobject_cast<QVBoxLayout*>(m_scroll->widget()->layout())->insertWidget(place, fold);
    connect(fold, &FoldSection::toggled, this, [this] { fitSize(true); });
    return {fold, form};
}

PipeDialog::Section PipeDialog::addSection(const char* name)
{
    const Section section = makeSection(name, static_cast<int>(m_sections.size()));
    m_sections.insert(m_sections.end() - 1, section);
    return section;
}

void PipeDialog::makeNameField()
{
    m_name = new PipeNameEdit(this);
    m_nameField = new FormField(m_name);
    m_form->addRow(m_nameField->label(), m_nameField);
    connect(m_name, &QLineEdit::textChanged, this, &PipeDialog::check);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameTouched = true; });
}

void PipeDialog::makeChoices()
{
    m_access->setObjectName(QStringLiteral("access"));
    m_access->addItems({QString(), QString(), QString()});
    m_echo->setObjectName(QStringLiteral("echo"));
    connect(m_mode, &ModeChoice::changed, this, &PipeDialog::check);
    connect(m_access, &QComboBox::currentIndexChanged, this, &PipeDialog::check);
    connect(m_echo, &QCheckBox::toggled, this, &PipeDialog::check);
}

void PipeDialog::addTopField(FormField* field)
{
    m_form->insertRow(0, field->label(), field);
}

void PipeDialog::addField(FormField* field)
{
    m_form->addRow(field->label(), field);
}

int PipeDialog::access() const
{
    return m_access->currentIndex();
}

void PipeDialog::setAccess(int choice)
{
    m_access->setCurrentIndex(choice);
}

void PipeDialog::setAccessTexts(const QString& label, const std::array<QString, 3>& choices)
{
    m_accessField->setLabel(label);
    for (int i = 0; i < m_access->count(); ++i) {
        m_access->setItemText(i, choices.at(static_cast<std::size_t>(i)));
    }
}

bool PipeDialog::echo() const
{
    return m_echo->isEnabled() && m_echo->isChecked();
}

void PipeDialog::setEcho(bool echo)
{
    m_echo->setChecked(echo);
}

QString PipeDialog::name() const
{
    return m_name->text();
}

void PipeDialog::setName(const QString& name)
{
    m_name->setText(name);
    m_name->selectAll();
}

QString PipeDialog::nameForSentence() const
{
    const auto parsed = pipecore::PipeName::parse(name().toStdString());
    return shortened(parsed ? fromCore(parsed->display()) : name());
}

void PipeDialog::allowEcho(bool allowed)
{
    setOptionTip(m_echoField, *pipecore::findOption<pipecore::ServerOptions>("echo"), m_system);
    m_echoField->allow(allowed, tr("Echo requires both directions."));
}

QString PipeDialog::checkName()
{
    const auto parsed = pipecore::PipeName::parse(name().toStdString());
    QString problem;
    if (!parsed) {
        problem = forLine(errorDetail(parsed.error()));
    }
    m_nameField->setProblem(name().isEmpty() && !m_nameTouched ? QString() : problem);
    QString help;
    if (parsed && parsed->native() != name().toStdString()) {
#ifdef Q_OS_WIN
        help = tr("Full name: %1").arg(shortened(fromCore(parsed->native())));
#else
        help = tr("Socket: %1").arg(shortened(fromCore(parsed->native())));
#endif
    }
    m_nameField->setHelp(help);
    return problem;
}

void PipeDialog::check()
{
    allowEcho(access() == 0);
    updateFields();
    QString problem = checkName();
    const bool isNameValid = problem.isEmpty();
    if (isNameValid) {
        if (const auto valid = validateOptions(); !valid) {
            problem = forLine(errorDetail(valid.error()));
            m_nameField->setProblem(problem);
        }
    }
    m_ok->setEnabled(problem.isEmpty());
    m_ok->setToolTip(problem);
    QString sentence = effect();
    if (echo()) {
        sentence += QLatin1Char(' ') + tr("Received data is echoed.");
    }
    m_effect->setText(sentence);
    m_effect->setEnabled(problem.isEmpty());
    m_warning->setText(warning());
    m_warning->setVisible(!m_warning->text().isEmpty());
    if (isVisible()) {
        fitSize(false);
    }
}

void PipeDialog::fitSize(bool mayShrink)
{
    // A window does not follow the height of its wrapped texts. Inner layouts first: an outer one
    // queries them only after they have reported a change.
    const QList<QLayout*> layouts = findChildren<QLayout*>();
    std::for_each(layouts.rbegin(), layouts.rend(), [](QLayout* inner) { inner->activate(); });
    layout()->activate();
    const QWidget* fields = m_scroll->widget();
    const int width = std::max({isVisible() ? this->width() : 0, dialogWidth,
                                fields->layout()->totalMinimumSize().width(),
                                m_footer->layout()->totalMinimumSize().width()});
    const int wanted = fields->layout()->totalHeightForWidth(width) + layout()->spacing()
                       + m_footer->layout()->totalHeightForWidth(width);
    const int limit = screen()->availableGeometry().height() - roomForFrame;
    const int height = std::min(wanted, limit);
    resize(width, mayShrink ? height : std::max(height, this->height()));
    // Texts in a field wrap by the field's width, which is settled only now: the scroll bar shows
    // the part that is still cut off.
    QMetaObject::invokeMethod(
        this,
        [this, limit] {
            const int cut = m_scroll->verticalScrollBar()->maximum();
            if (isVisible() && cut > 0) {
                resize(this->width(), std::min(this->height() + cut, limit));
            }
        },
        Qt::QueuedConnection);
}

void PipeDialog::orderTabs()
{
    QWidget* previous = nullptr;
    const auto follow = [&previous](QWidget* next) {
        if (previous != nullptr) {
            setTabOrder(previous, next);
        }
        previous = next;
    };
    for (const FormField* field : fieldsOf(m_form)) {
        follow(field->editor());
    }
    for (const Section& section : m_sections) {
        // Only its title: Qt would include the collapsed content.
        follow(section.fold->focusProxy());
        for (const FormField* field : fieldsOf(section.form)) {
            follow(field->editor());
        }
    }
    follow(m_ok);
    follow(m_buttons->button(QDialogButtonBox::Cancel));
}

std::vector<FormField*> PipeDialog::allFields() const
{
    std::vector<FormField*> fields = fieldsOf(m_form);
    for (const Section& section : m_sections) {
        const std::vector<FormField*> inside = fieldsOf(section.form);
        fields.insert(fields.end(), inside.begin(), inside.end());
    }
    return fields;
}

void PipeDialog::alignLabels()
{
    const std::vector<FormField*> fields = allFields();
    int width = 0;
    for (const FormField* field : fields) {
        width = std::max(width, field->label()->sizeHint().width());
    }
    for (const FormField* field : fields) {
        field->label()->setMinimumWidth(width);
    }
}

void PipeDialog::showEvent(QShowEvent* event)
{
    orderTabs();
    alignLabels();
    fitSize(true);
    m_name->setFocus();
    QDialog::showEvent(event);
}

void PipeDialog::accept()
{
    check();
    if (!m_ok->isEnabled()) {
        m_name->setFocus();
        return;
    }
    QSettings settings;
    addRecentPipeName(settings, name());
    remember();
    QDialog::accept();
}

void PipeDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        alignLabels();
        check();
    }
}

void PipeDialog::retranslate()
{
    m_nameField->setLabel(tr("&Name"));
    m_mode->setTexts(tr("&Messages"), tr("B&ytes"));
    m_echo->setText(tr("Ec&ho received data"));
    m_sections.back().fold->setTitle(tr("Ad&vanced"));
    m_ok->setText(acceptText());
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
}

} // namespace pipescope
