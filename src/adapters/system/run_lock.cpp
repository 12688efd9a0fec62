#include "adapters/system/run_lock.h"

#include "adapters/system/file_system.h"
#include "kvit/core/date.h"
#include "kvit/core/environment_error.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace kvit::system {

namespace {

// "process 4711, since 2026-11-24T08:00:00Z\n", written by the holder.
std::string holder_line() {
    const auto now = date::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return "process " + std::to_string(::getpid()) + ", since " + core::to_iso(now) + "\n";
}

// What the holder wrote; empty when it has not got that far yet.
std::string read_holder(int descriptor) {
    std::array<char, 100> buffer{};
    const ssize_t count = ::pread(descriptor, buffer.data(), buffer.size(), 0);
    const std::string text(buffer.data(), count < 0 ? 0 : static_cast<std::size_t>(count));
    const auto end = text.find('\n');
    return end == std::string::npos ? std::string() : " (" + text.substr(0, end) + ")";
}

Descriptor locked(const std::string& database) {
    const std::string path = database + ".lock";
    Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
    if (!file.is_open()) throw_system_error("open the lock", path, errno);
    if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK) throw_system_error("lock", path, errno);
        throw core::EnvironmentError("another kvit command is working on " + database +
                                     read_holder(file.number()) +
                                     "; wait until it has finished and run this one again");
    }
    if (::ftruncate(file.number(), 0) != 0) throw_system_error("write the lock", path, errno);
    write_all(file.number(), path, holder_line());
    return file;
}

}  // namespace

RunLock::RunLock(const std::string& database) : file_(locked(database)) {}

}  // namespace kvit::system
