#pragma once

#include "endpoints/endpoints_panel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QTest>
#include <QTreeView>

/// The list of endpoints on the screen, its model under the model tester.
struct EndpointsUnderTest
{
    pipescope::EndpointsPanel widget;
    QTreeView* tree = widget.findChild<QTreeView*>();
    QAbstractItemModel* model = tree->model();
    QAbstractItemModelTester tester{model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    EndpointsUnderTest()
    {
        widget.resize(900, 300);
        widget.show();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
    }
    [[nodiscard]] QModelIndex connection(int endpoint, int row, int column = 0) const
    {
        return model->index(row, column, model->index(endpoint, 0));
    }
    [[nodiscard]] QString text(const QModelIndex& index, int column) const
    {
        return index.siblingAtColumn(column).data().toString();
    }
    void select(const QModelIndex& index) { tree->setCurrentIndex(index); }
    QAction* action(const QString& text)
    {
        for (QAction* found : tree->actions()) {
            if (found->text() == text) {
                return found;
            }
        }
        return nullptr;
    }
};
