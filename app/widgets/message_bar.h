#pragma once

#include <QFrame>
#include <QString>

#include <functional>
#include <vector>

class QVBoxLayout;

namespace pipescope {

/// The content of a message bar.
struct Message
{
    enum class Severity { Info, Warning, Error };
    struct Button
    {
        QString text;
        std::function<void()> press;
    };

    Severity severity = Severity::Info;
    QString title; ///< what happened, in a few words
    QString facts; ///< call, code, name: monospaced, can be copied
    QString text;  ///< explanation and solution
    std::vector<Button> buttons;
    bool closable = true;
};

/// Messages that stay until they are answered or dismissed, one below the other, above the log.
/// They never take the focus and never block.
class MessageArea : public QWidget
{
    Q_OBJECT

public:
    explicit MessageArea(QWidget* parent = nullptr);

    /// Shows a message under a key, replacing the one with the same key. `compose` is called now
    /// and whenever the language changes.
    void show(const QString& key, std::function<Message()> compose);
    void dismiss(const QString& key);
    [[nodiscard]] bool isShowing(const QString& key) const;
    /// The whole text of a message, for tests and screen readers; empty if it is not shown.
    [[nodiscard]] QString textOf(const QString& key) const;

protected:
    void changeEvent(QEvent* event) override;

private:
    class Bar;
    [[nodiscard]] Bar* barOf(const QString& key) const;
    void refreshAll();

    QVBoxLayout* m_layout;
};

} // namespace pipescope
