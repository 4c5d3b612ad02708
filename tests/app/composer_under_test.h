#pragma once

#include "composer/composer_panel.h"
#include "composer/payload_edit.h"
#include "composer/target_chooser.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

namespace pipescope {

/// A composer that is shown, and what it asks to send.
struct ComposerUnderTest
{
    ComposerPanel widget;
    QSignalSpy sent{&widget, &ComposerPanel::sendRequested};

    ComposerUnderTest()
    {
        widget.resize(900, 160);
        static_cast<QWidget&>(widget).show();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
        widget.focusPayload();
    }
    template <typename Widget>
    Widget* find(const char* name)
    {
        return widget.findChild<Widget*>(QLatin1String(name));
    }
    PayloadEdit* edit() { return find<PayloadEdit>("payload"); }
    TargetChooser* target() { return find<TargetChooser>("target"); }
    QString message() { return find<QLabel>("message")->text(); }
    void type(const char* text)
    {
        for (const QChar character : QString::fromUtf8(text)) {
            // QTest::keyClicks() takes ASCII only.
            QKeyEvent press(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, character);
            QCoreApplication::sendEvent(edit(), &press);
        }
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(edit(), key, modifiers);
    }
    void click(const char* name) { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    pipecore::Bytes payload(qsizetype index = -1)
    {
        return sent.at(index < 0 ? sent.size() - 1 : index).at(1).value<pipecore::Bytes>();
    }
    SendTarget sentTo() { return sent.last().at(0).value<SendTarget>(); }
    bool isMarked() { return !edit()->extraSelections().isEmpty(); }
};

} // namespace pipescope
