#include "adapters/system/file_system.h"

#include "adapters/system/descriptor.h"
#include "kvit/core/environment_error.h"
#include "kvit/core/invariant.h"

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kvit::system {

namespace {

constexpr const char* part_suffix = ".part";
constexpr std::size_t piece_bytes = std::size_t{1} << 20U;

// Calls again while a signal interrupts.
template <class Call>
auto uninterrupted(Call call) {
    decltype(call()) result = -1;
    do result = call();
    while (result < 0 && errno == EINTR);
    return result;
}

Descriptor open_file(const std::string& path, int flags, const char* doing) {
    Descriptor file(uninterrupted([&] { return ::open(path.c_str(), flags | O_CLOEXEC, 0666); }));
    if (!file.is_open()) throw_system_error(doing, path, errno);
    return file;
}

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

std::string read_to_end(int descriptor, const std::string& path, std::size_t size_hint,
                        std::size_t bytes_max) {
    std::string bytes;
    std::size_t used = 0;
    for (;;) {
        if (used == bytes.size())
            bytes.resize(used + std::max(size_hint - std::min(size_hint, used) + 1, piece_bytes));
        const ssize_t count = uninterrupted(
            [&] { return ::read(descriptor, bytes.data() + used, bytes.size() - used); });
        if (count < 0) throw_system_error("read", path, errno);
        if (count == 0) break;
        used += static_cast<std::size_t>(count);
        if (used > bytes_max) {
            throw core::EnvironmentError("cannot read " + path + ": it has more than " +
                                         std::to_string(bytes_max) +
                                         " bytes; split it into smaller files");
        }
    }
    bytes.resize(used);
    return bytes;
}

void sync_folder(const std::string& path) {
    const Descriptor folder = open_file(path, O_RDONLY | O_DIRECTORY, "open");
    if (::fsync(folder.number()) != 0) throw_system_error("write", path, errno);
}

// A new file PATH.part with the bytes; what a run that died left there is removed first.
Descriptor write_part(const std::string& path, std::string_view bytes) {
    const std::string part = path + part_suffix;
    constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    Descriptor file(uninterrupted([&] { return ::open(part.c_str(), flags, 0666); }));
    if (!file.is_open() && errno == EEXIST && ::unlink(part.c_str()) == 0) {
        return write_part(path, bytes);
    }
    if (!file.is_open()) throw_system_error("write", path, errno);
    try {
        write_all(file.number(), path, bytes);
    } catch (...) {
        ::unlink(part.c_str());
        throw;
    }
    return file;
}

}  // namespace

std::string read_file(const std::string& path, std::size_t bytes_max) {
    const Descriptor file = open_file(path, O_RDONLY, "read");
    struct stat about {};
    if (::fstat(file.number(), &about) != 0) throw_system_error("read", path, errno);
    if (S_ISDIR(about.st_mode)) throw_system_error("read", path, EISDIR);
    const auto size = static_cast<std::size_t>(about.st_size);
    return read_to_end(file.number(), path, S_ISREG(about.st_mode) ? std::min(size, bytes_max) : 0,
                       bytes_max);
}

std::string read_standard_input(std::size_t bytes_max) {
    return read_to_end(STDIN_FILENO, "standard input", 0, bytes_max);
}

bool exists(const std::string& path) {
    struct stat about {};
    if (::lstat(path.c_str(), &about) == 0) return true;
    if (errno == ENOENT || errno == ENOTDIR) return false;
    throw_system_error("look for", path, errno);
}

void make_folder(const std::string& path) {
    for (std::size_t slash = path.find('/', 1);; slash = path.find('/', slash + 1)) {
        const std::string folder = path.substr(0, slash);
        struct stat about {};
        if (::mkdir(folder.c_str(), 0777) != 0) {
            const int error = errno;
            const bool is_folder = ::stat(folder.c_str(), &about) == 0 && S_ISDIR(about.st_mode);
            if (!is_folder) throw_system_error("create the folder", folder, error);
        }
        if (slash == std::string::npos) return;
    }
}

std::vector<std::string> list_folder(const std::string& path) {
    struct Closed {
        void operator()(DIR* folder) const { ::closedir(folder); }
    };
    const std::unique_ptr<DIR, Closed> folder(::opendir(path.c_str()));
    if (!folder) throw_system_error("list the folder", path, errno);
    std::vector<std::string> names;
    for (;;) {
        errno = 0;
        const dirent* entry = ::readdir(folder.get());
        if (entry == nullptr) break;
        const std::string name = entry->d_name;
        struct stat about {};
        if (name.starts_with('.') || name.ends_with(part_suffix)) continue;
        if (::fstatat(::dirfd(folder.get()), name.c_str(), &about, 0) != 0) {
            if (errno == ENOENT) continue;  // gone meanwhile, or a link to nothing
            throw_system_error("read", path + "/" + name, errno);
        }
        if (S_ISREG(about.st_mode)) names.push_back(name);
    }
    if (errno != 0) throw_system_error("list the folder", path, errno);
    std::ranges::sort(names);
    return names;
}

void write_all(int descriptor, const std::string& path, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count =
            uninterrupted([&] { return ::write(descriptor, bytes.data(), bytes.size()); });
        if (count < 0) throw_system_error("write", path, errno);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

void write_durably(const std::string& path, std::string_view bytes) {
    struct stat about {};
    const bool is_there = ::stat(path.c_str(), &about) == 0;
    if (is_there && !S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode)) {
        // A terminal, a pipe, /dev/null: to be written to, never to be replaced by a file.
        Descriptor device = open_file(path, O_WRONLY, "write");
        write_all(device.number(), path, bytes);
        if (!device.close()) throw_system_error("write", path, errno);
        return;
    }
    const std::string part = path + part_suffix;
    Descriptor file = write_part(path, bytes);
    const bool written =
        ::fsync(file.number()) == 0 && file.close() && ::rename(part.c_str(), path.c_str()) == 0;
    if (!written) {
        const int error = errno;
        ::unlink(part.c_str());
        throw_system_error("write", path, error);
    }
    sync_folder(folder_of(path));
}

FileBatch::~FileBatch() {
    for (const std::string& target : staged_) ::unlink((target + part_suffix).c_str());
}

void FileBatch::stage(const std::string& name, std::string_view bytes) {
    const std::string target = folder_ + "/" + name;
    if (const std::string folder = folder_of(target); folders_.insert(folder).second) {
        make_folder(folder);
    }
    Descriptor file = write_part(target, bytes);
    staged_.push_back(target);
    if (!file.close()) throw_system_error("write", target, errno);
}

void FileBatch::publish() {
    if (staged_.empty()) return;
    const Descriptor folder = open_file(folder_, O_RDONLY | O_DIRECTORY, "open");
    if (::syncfs(folder.number()) != 0) throw_system_error("write", folder_, errno);
    for (const std::string& target : staged_) {
        const std::string part = target + part_suffix;
        int failed =
            ::renameat2(AT_FDCWD, part.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE);
        // Some file systems cannot promise not to replace; there we look first.
        if (failed != 0 && errno == EINVAL) {
            if (exists(target)) throw_system_error("write", target, EEXIST);
            failed = ::rename(part.c_str(), target.c_str());
        }
        if (failed != 0) throw_system_error("write", target, errno);
    }
    staged_.clear();
    for (const std::string& each : folders_) sync_folder(each);
}

}  // namespace kvit::system
