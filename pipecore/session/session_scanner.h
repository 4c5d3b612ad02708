#pragma once

#include "block_walker.h"
#include "interface_codec.h"
#include "pipecore/pcapng/pcapng_reader.h"
#include "pipecore/session/annotation_codec.h"
#include "pipecore/session/message_codec.h"
#include "pipecore/session/row_index.h"
#include "pipecore/session/session.h"
#include "recordings.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace pipecore {

/// Scans a pcapng file once and adds its rows to the index and the facts. One thread,
/// once.
class SessionScanner
{
public:
    /// Takes no ownership.
    SessionScanner(const ReadableFile& file, RowIndex& index, SessionFacts& facts)
        : m_walker(file)
        , m_index(index)
        , m_facts(facts)
    {}

    /// Looks whether it begins as a pcapng file does.
    [[nodiscard]] Result<void> begin() { return m_walker.begin(); }
    /// After begin(). Rows and facts are published now and then. `progress` as SessionFile::open has it;
    /// ends early when that says so, or when `maxRows` were found.
    [[nodiscard]] OpenReport run(const std::function<bool(double)>& progress,
                                 std::uint64_t maxRows = std::numeric_limits<std::uint64_t>::max());

    /// Marks and comments that were found. After run().
    [[nodiscard]] AnnotationCollector& annotations() { return m_annotations; }
    /// Place for records at the end of the file. After run().
    [[nodiscard]] const AppendPlace& appendPlace() const { return m_appendPlace; }

private:
    /// Interfaces of others that are kept: a few bytes of a file make one.
    static constexpr std::uint32_t maxInterfaces = std::uint32_t{1} << 20U;

    /// Content of an interface's block, until its first packet.
    struct Described
    {
        InterfaceMeaning meaning;
        std::string name;
    };
    struct Interface
    {
        std::unique_ptr<Described> described; ///< null without one
        bool seen = false;               ///< a packet of it was there, and ids and facts are known
        std::uint32_t nearestEvents = 0; ///< as Recordings::nearest() was
        std::uint32_t track = 0;
        std::uint32_t recording = 0;   ///< Recordings::Place::recording
        SessionFacts::Traffic traffic; ///< that the facts do not have yet
        bool hasTraffic = false;
    };
    /// A message whose further packets are expected.
    struct Unfinished
    {
        std::uint32_t interface = 0;
        MessageOptions options; ///< of its latest packet
        std::uint64_t offset = 0;
        bool active = false;
    };

    void take(const BlockWalker::Block& block);
    void takeInterface(const BlockWalker::Block& block);
    [[nodiscard]] bool describe(const BlockWalker::Block& block, InterfaceInfo& info,
                                Described& described);
    void addInterface(const BlockWalker::Block& block, const InterfaceInfo& info,
                      Described described);
    void takePacket(const BlockWalker::Block& block);
    void takeLifecycle(const BlockWalker::Block& block, const pcapng::PacketHead& head,
                       std::uint32_t number);
    void takeMessage(const BlockWalker::Block& block, const pcapng::PacketHead& head,
                     std::uint32_t number);
    [[nodiscard]] bool continuesMessage(std::uint32_t number, const MessageOptions& options);
    void registerInterface(std::uint32_t number, std::int64_t firstNs);
    /// `pattern` has a place for the offset.
    void skip(const BlockWalker::Block& block, std::string_view pattern,
              std::vector<std::string> more = {});
    void noteMissingParts();
    void count(std::uint32_t number, const MessageOptions& options, std::uint64_t size, bool isNew);
    void publish();
    void finish();

    BlockWalker m_walker;
    RowIndex& m_index;
    SessionFacts& m_facts;
    OpenReport m_report;

    std::uint64_t m_section = 0;        ///< offset of the section's header
    std::uint32_t m_firstInterface = 0; ///< of the section
    std::uint64_t m_foreign = 0;        ///< interfaces of others
    bool m_skipsInterfaces = false;     ///< the rest of the section's: one was left out
    std::vector<Interface> m_interfaces;
    std::vector<std::uint32_t> m_busy; ///< interfaces with traffic that the facts do not have yet
    Recordings m_recordings;
    MessageOptions m_options; ///< of the packet that was looked at last
    Unfinished m_unfinished;
    AnnotationCollector m_annotations;
    AppendPlace m_appendPlace;
};

} // namespace pipecore
