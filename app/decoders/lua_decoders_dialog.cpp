#include "decoders/lua_decoders_dialog.h"

#include "decoders/lua_decoder_folder.h"
#include "detail/decode_text.h"
#include "pipecore/decode/lua_decoders.h"
#include "widgets/formatting.h"
#include "widgets/labels.h"
#include "widgets/marked_tree.h"
#include "widgets/theme.h"
#include "widgets/window_room.h"

#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace pipescope {

namespace {

constexpr int lookMs = 500;
constexpr int problemRole = Qt::UserRole;

} // namespace

LuaDecodersDialog::LuaDecodersDialog(LuaDecoderFolder& folder, QWidget* parent)
    : QDialog(parent)
    , m_folder(folder)
    , m_help(new QLabel(this))
    , m_list(new QTreeWidget(this))
    , m_problem(new QLabel(this))
    , m_open(new QPushButton(this))
    , m_reload(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("LuaDecodersDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_help->setWordWrap(true);
    setTextColor(m_help, Token::Muted);
    m_list->setObjectName(QStringLiteral("luaDecoders"));
    m_list->setColumnCount(3);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_problem->setObjectName(QStringLiteral("luaProblem"));
    m_problem->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_problem->setTextFormat(Qt::PlainText);
    setTextColor(m_problem, Token::Error);
    m_open->setObjectName(QStringLiteral("openDecoderFolder"));
    m_reload->setObjectName(QStringLiteral("reloadDecoders"));
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_open, QDialogButtonBox::ActionRole);
    buttons->addButton(m_reload, QDialogButtonBox::ActionRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_help);
    column->addWidget(m_list, 1);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &LuaDecodersDialog::showProblem);
    connect(m_open, &QPushButton::clicked, this, &LuaDecodersDialog::openFolder);
    connect(m_reload, &QPushButton::clicked, &m_folder, &LuaDecoderFolder::reload);
    connect(&m_folder, &LuaDecoderFolder::changed, this, &LuaDecodersDialog::fill);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_timer, &QTimer::timeout, this, &LuaDecodersDialog::fillIfChanged);
    m_timer.start(lookMs);
    retranslate();
    fill();
    resizeWithinScreen(*this, {640, 400});
}

void LuaDecodersDialog::fillIfChanged()
{
    if (m_changes != pipecore::luaDecoderChanges()) {
        fill();
    }
}

void LuaDecodersDialog::fill()
{
    m_changes = pipecore::luaDecoderChanges();
    const QTreeWidgetItem* const current = m_list->currentItem();
    const QString before = current != nullptr ? current->text(0) : QString();
    m_list->clear();
    for (const pipecore::LuaDecoder& decoder : pipecore::luaDecoders()) {
        const bool hasProblem = !decoder.problem.pattern.empty();
        const QString state = decoder.isOff       ? tr("off")
                              : !decoder.isLoaded ? tr("mistake in the file")
                              : hasProblem        ? tr("loaded, with errors")
                                                  : tr("loaded");
        const QString file = QFileInfo(fromCore(decoder.file)).fileName();
        const QString name =
            decoder.key.empty()
                ? QString()
                : QStringLiteral("%1 (%2)").arg(fromCore(decoder.name), fromCore(decoder.key));
        auto* item = new QTreeWidgetItem(m_list, {file, name, state});
        item->setToolTip(0, QDir::toNativeSeparators(fromCore(decoder.file)));
        item->setData(0, problemRole, hasProblem ? decodeProblem(decoder.problem) : QString());
        if (file == before || (m_list->currentItem() == nullptr && hasProblem)) {
            m_list->setCurrentItem(item);
        }
    }
    for (int column = 0; column < 2; ++column) {
        m_list->resizeColumnToContents(column);
    }
    m_help->setText(m_list->topLevelItemCount() == 0
                        ? tr("No decoders. Put a file that ends in .lua into the folder; "
                             "docs/LUA.md describes it.")
                        : tr("A file is loaded again when it changes. Its fields are used in the "
                             "Decoded tab and in filters, behind its key."));
    showProblem();
}

void LuaDecodersDialog::showProblem()
{
    const QTreeWidgetItem* const item = m_list->currentItem();
    m_problem->setText(item != nullptr ? item->data(0, problemRole).toString() : QString());
    m_problem->setVisible(!m_problem->text().isEmpty());
}

void LuaDecodersDialog::openFolder()
{
    if (m_folder.create()) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder.folder()));
    } else {
        m_problem->setText(
            tr("Cannot create the folder %1").arg(QDir::toNativeSeparators(m_folder.folder())));
        m_problem->setVisible(true);
    }
}

void LuaDecodersDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fill();
    }
    QDialog::changeEvent(event);
}

void LuaDecodersDialog::retranslate()
{
    setWindowTitle(tr("Lua decoders"));
    m_list->setHeaderLabels({tr("File"), tr("Decoder"), tr("State")});
    m_list->setAccessibleName(tr("Lua decoders"));
    m_open->setText(tr("&Open folder"));
    m_reload->setText(tr("&Reload"));
    m_close->setText(tr("&Close"));
}

} // namespace pipescope
