#pragma once

#include "pipecore/session/session.h"

#include <QElapsedTimer>
#include <QWidget>

#include <array>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QStatusBar;
class QToolButton;

namespace pipescope {

/// What the status bar says, and in which colour.
struct StatusText
{
    QString text;
    QString toolTip;
    bool isWarning = false;
};

/// The figures of the status bar, and at its right end the progress of a file. Figures never get
/// narrower, so that nothing jumps.
class StatusLine : public QObject
{
    Q_OBJECT

public:
    explicit StatusLine(QStatusBar* bar);

    /// Shows the figures; `rate` in messages a second, negative for none.
    void setTotals(const pipecore::SessionFacts::Totals& totals, double rate);
    /// What is recorded or viewed.
    void setRecording(const StatusText& recording);

    /// What is selected in the log; empty for nothing.
    void setSelection(const QString& text);

    void startTask(const QString& what, bool cancellable);
    /// 0 to 1, or less than 0 when it is not known.
    void setProgress(double part);
    void endTask();

    /// All figures as one line, for tests.
    [[nodiscard]] QString text() const;

signals:
    void cancelRequested();

private:
    enum Section {
        Endpoints,
        Connections,
        Messages,
        Rate,
        Recording,
        Dropped,
        Selection,
        SectionCount
    };

    void set(Section section, const StatusText& text);
    void restyle();
    [[nodiscard]] static QString percentText(double part);

    std::array<QLabel*, SectionCount> m_labels{};
    std::array<bool, SectionCount> m_warnings{};
    std::array<QLabel*, SectionCount> m_dots{};
    QWidget* m_task;
    QLabel* m_taskText;
    QLabel* m_percent;
    QProgressBar* m_progress;
    QToolButton* m_cancel;
};

/// Messages a second over about the last second.
class RateMeter
{
public:
    /// Tells the number of messages so far; to be called a few times a second.
    void add(quint64 messages);
    [[nodiscard]] double perSecond() const { return m_rate; }
    void reset();

private:
    QElapsedTimer m_clock;
    quint64 m_last = 0;
    double m_rate = 0;
};

} // namespace pipescope
