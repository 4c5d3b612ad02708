#pragma once

#include <QDialog> // before ids.h: moc cannot read <compare> as the first header

#include "pipecore/live/operations.h"
#include "pipecore/model/identity.h"
#include "pipecore/model/record.h"

#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QScrollArea;

namespace pipescope {

/// Shows the peer of one connection: facts of its process, and for a server's connection what the
/// pipe reports about the client. Each fact is a value or, muted, the reason why it is unknown.
/// Queries facts on a thread of the pool. GUI thread.
class IdentityCard : public QDialog
{
    Q_OBJECT

public:
    /// Operations of the engine that has the connection; null after its end.
    using Engine = std::function<pipecore::Operations*()>;
    /// `facts` are those of `connection`.
    IdentityCard(pipecore::LiveConnection connection, pipecore::ConnectionFacts facts,
                 bool isServer, Engine engine, QWidget* parent);

    [[nodiscard]] pipecore::ConnectionId connection() const { return m_connection.id(); }
    /// Disables further queries; the known facts stay.
    void connectionEnded();

    /// Queries the process again.
    void refresh();
    void identifyClient();
    void tryAccess(const pipecore::AccessTarget& target, pipecore::RequestedAccess requested);

protected:
    void changeEvent(QEvent* event) override;

private:
    /// Part of the card, kept as facts of the core, for any language.
    struct Section
    {
        std::vector<pipecore::IdentityFact> facts;
        std::optional<pipecore::Error> failure;
        bool isPending = false;
        bool isThere = false;
    };
    enum Part { Process, Rights, Client, Access, PartCount };

    void makeButtons(QWidget* row);
    void askForAccess();
    void lookUp(Part part, std::function<std::vector<pipecore::IdentityFact>()> work);
    [[nodiscard]] pipecore::WhenDone reportTo(Part part);
    void submitted(Part part, const pipecore::Result<pipecore::OperationId>& operation);
    void take(Part part, const pipecore::Outcome& outcome);
    void set(Part part, Section section);
    void retranslate();
    void rebuild();
    void copyAll();
    [[nodiscard]] QString titleOf(Part part) const;

    pipecore::LiveConnection m_connection;
    pipecore::ConnectionFacts m_facts;
    bool m_isServer;
    bool m_ended = false;
    Engine m_engine;
    std::vector<Section> m_sections;
    std::vector<pipecore::OperationId> m_operations; ///< of each part; zero if none is pending

    QLabel* m_title = nullptr;
    QLabel* m_note = nullptr;
    QScrollArea* m_area = nullptr;
    QPushButton* m_refresh = nullptr;
    QPushButton* m_rights = nullptr;
    QPushButton* m_identify = nullptr;
    QPushButton* m_tryAccess = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace pipescope
