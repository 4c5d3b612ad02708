#include "npfs_system.h"

#include "npfs_access.h"
#include "npfs_codes.h"
#include "npfs_turn.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace npfs {

using namespace pipecore;

System::System(NpfsRules rules) : m_rules(rules)
{
    m_subject.sids = {Sid(5, {21, 1, 2, 3, 1001}), sids::everyone(), sids::authenticatedUsers(),
                      sids::interactive(), sids::users()};
}

System::~System()
{
    for (const auto& [number, file] : m_files) {
        if (file->instance) {
            leave(*file, m_rules);
        }
    }
    for (const auto& [name, pipe] : m_pipes) {
        pipe->instances.clear();
    }
}

void System::actAs(AccessSubject subject)
{
    const Lock lock(m_mutex);
    m_subject = std::move(subject);
}

void System::addComputer(const std::string& computer, std::uint32_t remoteProcessId)
{
    const Lock lock(m_mutex);
    m_computers[computer] = remoteProcessId;
}

// --- handles ------------------------------------------------------------------------------------

System::FilePtr System::find(Handle handle) const
{
    const auto found = m_files.find(handle);
    return found == m_files.end() ? nullptr : found->second;
}

Handle System::add(FilePtr file)
{
    m_lastHandle += 4;
    m_files.emplace(m_lastHandle, std::move(file));
    return m_lastHandle;
}

bool System::isOurs(Handle handle)
{
    const Lock lock(m_mutex);
    return find(handle) != nullptr;
}

std::size_t System::handles()
{
    const Lock lock(m_mutex);
    return m_files.size();
}

std::uint64_t System::thisThread() const
{
    return threadNumber ? threadNumber() : std::hash<std::thread::id>()(std::this_thread::get_id());
}

void System::associate(Handle handle, void* port, std::uintptr_t key)
{
    const Lock lock(m_mutex);
    if (const FilePtr file = find(handle)) {
        file->port = port;
        file->key = key;
    }
}

Code System::close(Handle handle)
{
    const Lock lock(m_mutex);
    const FilePtr file = find(handle);
    if (!file) {
        return code::invalidHandle;
    }
    for (const RequestPtr& pending : std::vector(file->pending)) {
        static_cast<void>(takeBack(*file, *pending));
    }
    const std::shared_ptr<Pipe> pipe = file->instance ? file->instance->pipe : nullptr;
    leave(*file, m_rules);
    m_files.erase(handle);
    if (pipe && pipe->instances.empty()) {
        std::erase_if(m_pipes, [&](const auto& entry) { return entry.second == pipe; });
    }
    m_changed.notify_all();
    return code::success;
}

// --- names --------------------------------------------------------------------------------------

std::expected<std::shared_ptr<Pipe>, Code> System::findPipe(const Name& name) const
{
    if (!name.computer.empty() && !m_computers.contains(name.computer)) {
        return std::unexpected(code::badNetPath);
    }
    const auto found = m_pipes.find(name.own);
    if (found == m_pipes.end()) {
        return std::unexpected(code::fileNotFound);
    }
    return found->second;
}

std::expected<Handle, Code> System::create(const Creation& creation)
{
    const auto name = parseName(creation.name, m_rules.namesAreNormalized);
    if (!name || !name->computer.empty()) {
        return std::unexpected(code::invalidName);
    }
    if (creation.limit == 0 || creation.limit > 255
        || (creation.readsMessages && !creation.ofMessages)) {
        return std::unexpected(code::invalidParameter);
    }
    const Lock lock(m_mutex);
    std::shared_ptr<Pipe>& pipe = m_pipes[name->own];
    if (pipe) {
        if (const Code refused = refusalOf(*pipe, creation, m_subject, m_rules)) {
            return std::unexpected(refused);
        }
    } else {
        pipe = std::make_shared<Pipe>();
    }
    if (pipe->instances.empty() || !m_rules.firstInstanceDecides) {
        pipe->first = creation;
        pipe->descriptor = creation.descriptor.value_or(defaultDescriptor(m_subject.sids.front()));
        if (!pipe->descriptor.owner) {
            pipe->descriptor.owner = m_subject.sids.front();
        }
    }
    auto file = std::make_shared<File>();
    file->isServer = true;
    file->granted = serverRights(creation.reads, creation.writes);
    file->isSynchronous = creation.isSynchronous;
    file->readsMessages = creation.readsMessages;
    file->instance = addInstance(pipe, *file, creation, m_rules);
    m_changed.notify_all();
    return add(std::move(file));
}

std::expected<Handle, Code> System::open(const Opening& opening)
{
    const auto name = parseName(opening.name, m_rules.namesAreNormalized);
    if (!name) {
        return std::unexpected(name.error());
    }
    const Lock lock(m_mutex);
    const auto pipe = findPipe(*name);
    if (!pipe) {
        return std::unexpected(pipe.error());
    }
    // CreateFile adds these two by itself.
    const AccessMask wanted =
        mapGeneric(opening.rights) | rights::readAttributes | rights::synchronize;
    const Creation& first = (*pipe)->first;
    const bool isRemote = !name->computer.empty();
    if ((m_rules.accessIsChecked && !mayOpen((*pipe)->descriptor, m_subject, wanted))
        || (isRemote && first.rejectsRemote) || (!first.writes && (wanted & rights::readData) != 0)
        || (!first.reads && (wanted & rights::writeData) != 0)) {
        return std::unexpected(code::accessDenied);
    }
    const std::shared_ptr<Instance> instance = listeningInstance(**pipe);
    if (!instance) {
        return std::unexpected(code::pipeBusy);
    }
    auto file = std::make_shared<File>();
    file->granted = wanted;
    file->isSynchronous = opening.isSynchronous;
    file->isRemote = isRemote;
    file->computer = name->computer;
    file->hasSqos = opening.hasSqos;
    file->hasDynamicTracking = opening.hasDynamicTracking;
    file->level = opening.level;
    takeInstance(instance, *file);
    m_changed.notify_all();
    return add(std::move(file));
}

Code System::wait(const std::string& path, std::chrono::milliseconds timeout)
{
    const auto name = parseName(path, m_rules.namesAreNormalized);
    if (!name) {
        return name.error();
    }
    Lock lock(m_mutex);
    if (timeout.count() == 0) {
        const auto pipe = findPipe(*name);
        const auto asked = pipe ? (*pipe)->first.defaultTimeout : timeout;
        timeout = asked.count() != 0 ? asked : std::chrono::milliseconds(50);
    }
    const std::uint64_t thread = thisThread();
    const auto end = std::chrono::steady_clock::now() + timeout;
    m_waiting.insert(thread);
    Code outcome = code::semTimeout;
    do {
        const auto pipe = findPipe(*name);
        if (m_interrupted.erase(thread) != 0) {
            outcome = code::operationAborted;
        } else if (!pipe) {
            outcome = pipe.error();
        } else if (listeningInstance(**pipe)) {
            outcome = code::success;
        }
    } while (outcome == code::semTimeout
             && m_changed.wait_until(lock, end) == std::cv_status::no_timeout);
    m_waiting.erase(thread);
    m_interrupted.erase(thread);
    return outcome;
}

std::size_t System::instances(const std::string& path)
{
    const Lock lock(m_mutex);
    const auto name = parseName(path, m_rules.namesAreNormalized);
    const auto pipe = name ? findPipe(*name) : std::unexpected(name.error());
    return pipe ? (*pipe)->instances.size() : 0;
}

// --- calls that take their time -----------------------------------------------------------------

RequestPtr System::request(const FilePtr& file, void* overlapped)
{
    auto made = std::make_shared<Request>();
    made->overlapped = overlapped;
    made->thread = thisThread();
    made->byMessage = file->readsMessages;
    made->whenOver = [this, owner = file.get()](Request& over) {
        std::erase_if(owner->pending, [&](const RequestPtr& one) { return one.get() == &over; });
        m_changed.notify_all();
    };
    return made;
}

Outcome System::outcomeOf(Lock& lock, const FilePtr& file, const RequestPtr& request)
{
    const auto isGood = [](Code itsCode) {
        return itsCode == code::success || itsCode == code::moreData;
    };
    const auto postIt = [this, owner = file.get()](const Request& over) {
        if (owner->port != nullptr && post) {
            post(owner->port, owner->key, over.overlapped, {over.code, over.bytes});
        }
    };
    if (request->isOver) {
        if (request->overlapped != nullptr && isGood(request->code)) {
            postIt(*request);
        }
        return {request->code, request->bytes};
    }
    file->pending.push_back(request);
    if (request->overlapped != nullptr) {
        request->whenOver = [postIt, basic = std::move(request->whenOver)](Request& over) {
            basic(over);
            postIt(over);
        };
        return {code::ioPending, 0};
    }
    m_changed.wait(lock, [&] { return request->isOver; });
    return {request->code, request->bytes};
}

Code System::connect(Handle handle, void* overlapped)
{
    Lock lock(m_mutex);
    const FilePtr file = find(handle);
    if (!file || !file->isServer || !file->instance) {
        return code::invalidHandle;
    }
    const Turn turn(*this, lock, file);
    if (!file->instance) {
        return code::invalidHandle;
    }
    Instance& instance = *file->instance;
    switch (instance.state) {
    case InstanceState::Connected: return code::pipeConnected;
    case InstanceState::Closing:
        return m_rules.outboundServersAreBlind || (file->granted & rights::readData) != 0
                   ? code::noData
                   : code::pipeConnected;
    case InstanceState::Disconnected:
    case InstanceState::Listening: break;
    }
    instance.state = InstanceState::Listening;
    const RequestPtr waiting = request(file, overlapped);
    instance.waitingConnect = waiting;
    m_changed.notify_all();
    return outcomeOf(lock, file, waiting).code;
}

Code System::disconnect(Handle handle)
{
    Lock lock(m_mutex);
    const FilePtr file = find(handle);
    if (!file || !file->isServer || !file->instance) {
        return code::invalidHandle;
    }
    const Turn turn(*this, lock, file);
    npfs::disconnect(*file->instance, m_rules);
    m_changed.notify_all();
    return code::success;
}

/// What the calls that move data have in common: the turn, the rights, and the refusal of a state.
/// `begin` starts the request.
template <typename Begin>
Outcome System::move(Handle handle, AccessMask needed, Code (*refusal)(const File&),
                     void* overlapped, Begin&& begin)
{
    Lock lock(m_mutex);
    const FilePtr file = find(handle);
    if (!file) {
        return {code::invalidHandle};
    }
    const Turn turn(*this, lock, file);
    if ((file->granted & needed) != needed) {
        return {code::accessDenied};
    }
    if (const Code refused = refusal(*file)) {
        return {refused};
    }
    const RequestPtr moving = request(file, overlapped);
    begin(*file, moving);
    return outcomeOf(lock, file, moving);
}

Outcome System::read(Handle handle, std::span<std::byte> room, void* overlapped)
{
    return move(handle, rights::readData, &readRefusal, overlapped,
                [&](File& file, const RequestPtr& reading) {
                    reading->room = room;
                    Instance& instance = *file.instance;
                    if (file.isServer) {
                        reading->whenOver = [&instance,
                                             basic = std::move(reading->whenOver)](Request& over) {
                            instance.hasRead = instance.hasRead || over.code == code::success
                                               || over.code == code::moreData;
                            basic(over);
                        };
                    }
                    instance.inbound(file).read(reading);
                });
}

Outcome System::write(Handle handle, ByteView data, void* overlapped)
{
    return move(handle, rights::writeData, &writeRefusal, overlapped,
                [&](File& file, const RequestPtr& writing) {
                    file.instance->outbound(file).write(data, writing);
                });
}

Outcome System::transact(Handle handle, ByteView data, std::span<std::byte> room, void* overlapped)
{
    return move(handle, rights::readData | rights::writeData, &transactRefusal, overlapped,
                [&](File& file, const RequestPtr& reading) {
                    reading->room = room;
                    // In this order: with the reader in place an answer cannot be missed.
                    file.instance->inbound(file).read(reading);
                    file.instance->outbound(file).write(data, nullptr);
                });
}

// --- taking back --------------------------------------------------------------------------------

bool System::takeBack(File& file, const Request& request)
{
    if (!file.instance) {
        return false;
    }
    Instance& instance = *file.instance;
    if (instance.waitingConnect.get() == &request) {
        const RequestPtr waiting = std::exchange(instance.waitingConnect, nullptr);
        waiting->finish(code::operationAborted);
        return true;
    }
    return instance.inbound(file).cancel(request) || instance.outbound(file).cancel(request);
}

Code System::cancel(Handle handle, const void* overlapped)
{
    const Lock lock(m_mutex);
    const FilePtr file = find(handle);
    if (!file) {
        return code::invalidHandle;
    }
    bool found = false;
    for (const RequestPtr& pending : std::vector(file->pending)) {
        if (overlapped == nullptr || pending->overlapped == overlapped) {
            found = takeBack(*file, *pending) || found;
        }
    }
    return found ? code::success : code::notFound;
}

Code System::cancelThread(std::uint64_t thread)
{
    const Lock lock(m_mutex);
    if (m_waiting.contains(thread)) {
        m_interrupted.insert(thread);
        m_changed.notify_all();
        return code::success;
    }
    for (const auto& [number, file] : m_files) {
        for (const RequestPtr& pending : file->pending) {
            if (pending->thread == thread && pending->overlapped == nullptr) {
                const RequestPtr kept = pending;
                static_cast<void>(takeBack(*file, *kept));
                return code::success;
            }
        }
    }
    return code::notFound;
}

} // namespace npfs
