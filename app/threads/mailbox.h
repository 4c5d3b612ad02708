#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace pipescope {

/// The one way from another thread into the thread of a QObject, which for us is the GUI thread: calls
/// wait here until the receiver's event loop comes by. Qt carries the wake-up and no data, so that
/// what is handed over is ordered by a lock of ours, which ThreadSanitizer sees.
class Mailbox final : public QObject
{
    Q_OBJECT

    struct Box;

public:
    /// Where to post to. May be copied, kept and used on any thread, and outlive the receiver.
    class Address
    {
    public:
        /// Has `call` made by the receiver's event loop, behind those that were posted before, soon and
        /// never at once. Not made when the receiver is gone by then; a call that comes too late is
        /// destroyed on the posting thread. Any thread.
        void post(std::function<void()> call) const;

    private:
        friend class Mailbox;
        explicit Address(std::shared_ptr<Box> box) : m_box(std::move(box)) {}

        std::shared_ptr<Box> m_box;
    };

    /// The address of `receiver`, whose mailbox is made at the first call and becomes its child. To be
    /// called on the receiver's thread.
    [[nodiscard]] static Address of(QObject* receiver);

    ~Mailbox() override;

signals:
    /// Calls wait. Emitted on the posting thread; for the mailbox itself only.
    void woken();

private:
    explicit Mailbox(QObject* receiver);
    void deliver();

    std::shared_ptr<Box> m_box;
};

} // namespace pipescope
