#pragma once

#include <QFrame>
#include <QString>

#include <functional>
#include <vector>

class QVBoxLayout;

namespace pipescope {

/// What a message bar says.
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
    QString facts; ///< call, code, name: shown in the monospaced face, can be copied
    QString text;  ///< what it means and what to do
    std::vector<Button> buttons;
    bool closable = true;
};

/// Messages that stay until they are answered or closed, one below the other, above the log. They
/// never take the focus and never stop anything.
class MessageArea : public QWidget
{
    Q_OBJECT

public:
    explicit MessageArea(QWidget* parent = nullptr);

    /// Shows a message under a key and replaces the one that has the same key. `compose` is called
    /// now and again whenever the language changes.
    void show(const QString& key, std::function<Message()> compose);
    void dismiss(const QString& key);
    [[nodiscard]] bool isShowing(const QString& key) const;
    /// All that a message says, for tests and screen readers; empty when it is not shown.
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
