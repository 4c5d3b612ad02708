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

/// A text of the status bar and its colour.
struct StatusText
{
    QString text;
    QString toolTip;
    bool isWarning = false;
};

/// The figures of the status bar, and at its right end the progress of a file. Figures never get
/// narrower, so that nothing moves.
class StatusLine : public QObject
{
    Q_OBJECT

public:
    explicit StatusLine(QStatusBar* bar);

    /// Shows the figures; `rate` in messages per second, negative for none.
    void setTotals(const pipecore::SessionFacts::Totals& totals, double rate);
    /// Sets the state of recording or viewing.
    void setRecording(const StatusText& recording);

    /// Sets the description of the selection; empty for none.
    void setSelection(const QString& text);

    void startTask(const QString& what, bool cancellable);
    /// 0 to 1, or less than 0 if unknown.
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

/// Messages per second over about the last second.
class RateMeter
{
public:
    /// Adds a sample of the number of messages; to be called a few times a second.
    void add(quint64 messages);
    [[nodiscard]] double perSecond() const { return m_rate; }
    void reset();

private:
    QElapsedTimer m_clock;
    quint64 m_last = 0;
    double m_rate = 0;
};

} // namespace pipescope
