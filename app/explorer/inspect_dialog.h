#pragma once

#include "pipecore/discovery/inspection.h"
#include "pipecore/discovery/listing.h"

#include <QDialog>

#include <functional>
#include <optional>

class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace pipescope {

/// Shows the properties of one pipe. Queries them on construction on another thread, because that
/// may take a while. GUI thread only.
class InspectDialog : public QDialog
{
    Q_OBJECT

public:
    using Inspect =
        std::function<pipecore::Result<pipecore::PipeInspection>(const std::string& name)>;

    /// `inspect` is called on another thread.
    InspectDialog(pipecore::ListedPipe pipe, Inspect inspect, QWidget* parent);

    /// All facts as text, a line each; empty until they are known.
    [[nodiscard]] QString factsText() const;

signals:
    void connectRequested(const pipecore::ListedPipe& pipe);
    void serveRequested(const pipecore::ListedPipe& pipe, const pipecore::PipeInspection& facts);

protected:
    void changeEvent(QEvent* event) override;

private:
    void start(Inspect inspect);
    void showFacts();
    void addFact(const QString& label, const QString& value, bool isKnown, const QString& tip = {});
    void retranslate();

    pipecore::ListedPipe m_pipe;
    std::optional<pipecore::Result<pipecore::PipeInspection>> m_result;

    QLabel* m_path;
    QLabel* m_note;
    QWidget* m_facts;
    QFormLayout* m_form;
    QDialogButtonBox* m_buttons;
    QPushButton* m_connect;
    QPushButton* m_serve;
    QPushButton* m_copy;
};

} // namespace pipescope
