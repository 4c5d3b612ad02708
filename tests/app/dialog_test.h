#pragma once

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QWidget>

namespace pipescope {

// Helpers for tests of dialogs.

template <typename Widget>
[[nodiscard]] Widget* find(const QWidget& dialog, const char* name)
{
    return dialog.findChild<Widget*>(QLatin1String(name));
}

[[nodiscard]] inline QPushButton* ok(const QWidget& dialog)
{
    return dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
}

inline void show(QWidget& dialog)
{
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
}

/// Replaces the pipe's name by typing.
inline void typeName(const QWidget& dialog, const char* text)
{
    auto* name = find<QLineEdit>(dialog, "name");
    name->selectAll();
    QTest::keyClicks(name, QString::fromLatin1(text));
}

} // namespace pipescope
