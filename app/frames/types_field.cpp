#include "frames/types_field.h"

#include "session/paths.h"
#include "widgets/formatting.h"
#include "widgets/labels.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace pipescope {

namespace {

constexpr int typingPauseMs = 250;
/// Mistakes of a file that are shown.
constexpr std::size_t maxMistakes = 3;

QComboBox* makeTypes(QWidget* parent, const QString& name, const QString& present)
{
    auto* box = new QComboBox(parent);
    box->setObjectName(name);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    // Long names must not widen the dialog.
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    constexpr int visibleCharacters = 16;
    box->setMinimumContentsLength(visibleCharacters);
    box->setEditText(present);
    return box;
}

QString mistakesText(const std::vector<pipecore::ProtoProblem>& problems)
{
    QStringList lines;
    for (std::size_t at = 0; at < std::min(problems.size(), maxMistakes); ++at) {
        lines.append(fromCore(problems[at].text()));
    }
    if (problems.size() > maxMistakes) {
        lines.append(QStringLiteral(u"…"));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

TypesField::TypesField(const TypesChoice& present, QWidget* dialog)
    : QObject(dialog)
    , m_present(present)
    , m_dialog(dialog)
    , m_fileLabel(new QLabel(dialog))
    , m_file(new QLineEdit(present.file, dialog))
    , m_browse(new QPushButton(dialog))
    , m_hint(new QLabel(dialog))
    , m_messageLabel(new QLabel(dialog))
    , m_messages(new QWidget(dialog))
    , m_request(makeTypes(m_messages, QStringLiteral("requestType"), present.request))
    , m_reply(makeTypes(m_messages, QStringLiteral("replyType"), present.reply))
{
    m_file->setObjectName(QStringLiteral("typesFile"));
    m_file->setClearButtonEnabled(true);
    m_browse->setObjectName(QStringLiteral("browseTypes"));
    m_browse->setAutoDefault(false);
    m_hint->setObjectName(QStringLiteral("typesHint"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_fileLabel->setBuddy(m_file);
    m_messageLabel->setBuddy(m_request);
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPauseMs);
    connect(m_file, &QLineEdit::textChanged, this, &TypesField::fileEdited);
    connect(&m_pause, &QTimer::timeout, this, &TypesField::read);
    connect(m_browse, &QPushButton::clicked, this, &TypesField::browse);
    for (QComboBox* box : {m_request, m_reply}) {
        connect(box, &QComboBox::editTextChanged, this, [this] {
            showState();
            emit changed();
        });
    }
}

void TypesField::addTo(QFormLayout* form)
{
    m_form = form;
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_file, 1);
    line->addWidget(m_browse);
    auto* types = new QHBoxLayout(m_messages);
    types->setContentsMargins(0, 0, 0, 0);
    types->setSpacing(8);
    types->addWidget(m_request, 1);
    types->addWidget(m_reply, 1);
    form->addRow(m_fileLabel, line);
    form->addRow(m_messageLabel, m_messages);
    form->addRow(QString(), m_hint);
    showState();
    if (!m_present.file.isEmpty()) {
        read();
    }
}

TypesChoice TypesField::choice() const
{
    const QString file = m_file->text().trimmed();
    if (file.isEmpty()) {
        return {};
    }
    // For the next start, which may be in another folder.
    return {.file = file == m_present.file
                        ? file
                        : QDir::toNativeSeparators(QFileInfo(file).absoluteFilePath()),
            .request = m_request->currentText().trimmed(),
            .reply = m_reply->currentText().trimmed()};
}

bool TypesField::isGood() const
{
    return choice().isEmpty() || !isChanged() || (m_types && missingType().isEmpty());
}

/// The first chosen type that the file does not have, or has more than once; empty if there is none.
QString TypesField::missingType() const
{
    for (const QComboBox* box : {m_request, m_reply}) {
        const QString name = box->currentText().trimmed();
        if (!name.isEmpty() && m_types->message(name.toStdString()) == nullptr) {
            return name;
        }
    }
    return {};
}

void TypesField::fileEdited()
{
    m_reading.forget();
    m_types.reset();
    m_problem.clear();
    m_pause.start();
    showState();
    emit changed();
}

void TypesField::read()
{
    m_pause.stop();
    const QString file = choice().file;
    if (file.isEmpty()) {
        return;
    }
    m_reading.start([this, path = toPath(file)](Task::State&) -> Task::Done {
        auto loaded = pipecore::loadProtoTypes({.files = {path}});
        auto types = loaded ? std::move(*loaded) : nullptr;
        const QString problem = loaded ? QString() : mistakesText(loaded.error());
        return [this, types = std::move(types), problem] { filesRead(types, problem); };
    });
}

void TypesField::filesRead(std::shared_ptr<const pipecore::ProtoTypes> types,
                           const QString& problem)
{
    m_types = std::move(types);
    m_problem = problem;
    QStringList names;
    if (m_types) {
        for (const std::string_view name : m_types->messageNames()) {
            names.append(fromCore(name));
        }
    }
    for (QComboBox* box : {m_request, m_reply}) {
        const QSignalBlocker blocker(box);
        const QString text = box->currentText();
        box->clear();
        box->addItems(names);
        box->setCurrentIndex(-1);
        box->setEditText(text);
    }
    showState();
    emit changed();
}

void TypesField::showState()
{
    const bool hasFile = !choice().isEmpty();
    if (m_form != nullptr) {
        m_form->setRowVisible(m_messages, hasFile);
    }
    bool isError = false;
    if (!hasFile) {
        m_hint->setText(tr("A .proto file or a descriptor set has the names of fields of Protocol "
                           "Buffers."));
    } else if (!m_problem.isEmpty()) {
        isError = true;
        m_hint->setText(m_problem);
    } else if (!m_types) {
        m_hint->setText(tr("Reading…"));
    } else if (const QString missing = missingType(); !missing.isEmpty()) {
        isError = true;
        m_hint->setText(tr("The file has no single message type %1.").arg(missing));
    } else {
        m_hint->setText(tr("Message types in the file: %1. Calls of gRPC say their types; choose "
                           "the types of other messages.")
                            .arg(formatCount(m_types->messageNames().size())));
    }
    setTextColor(m_hint, isError ? Token::Error : Token::Muted);
}

void TypesField::browse()
{
    const QString present = choice().file;
    auto* dialog = new QFileDialog(
        m_dialog, tr("Select file"), present.isEmpty() ? QString() : QFileInfo(present).path(),
        tr("Protocol Buffers (*.proto *.desc *.protoset *.pb *.bin);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_file->setText(QDir::toNativeSeparators(file));
        read();
    });
    dialog->open();
}

void TypesField::retranslate()
{
    m_fileLabel->setText(tr("T&ypes"));
    m_file->setPlaceholderText(tr("none"));
    m_file->setToolTip(tr("File with the message types of this pipe. Its imports are looked for in "
                          "its folder"));
    m_browse->setText(tr("&Browse…"));
    m_messageLabel->setText(tr("M&essages"));
    m_request->lineEdit()->setPlaceholderText(tr("type of requests"));
    m_request->setAccessibleName(tr("Type of requests"));
    m_reply->lineEdit()->setPlaceholderText(tr("type of replies"));
    m_reply->setAccessibleName(tr("Type of replies"));
    showState();
}

} // namespace pipescope
