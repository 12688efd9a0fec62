#pragma once
// Files of this computer. Every failure is a core::EnvironmentError: a whole sentence that names
// the file, says what happened in plain words and what to do.

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kvit::system {

inline constexpr std::size_t max_file_bytes = std::size_t{1} << 31U;  // 2 GiB

// The whole file. Missing, a folder, unreadable or larger than `bytes_max`: refused.
std::string read_file(const std::string& path, std::size_t bytes_max = max_file_bytes);
// Everything from standard input up to its end.
std::string read_standard_input(std::size_t bytes_max = max_file_bytes);

bool exists(const std::string& path);
// Creates the folder and those above it where they are missing.
void make_folder(const std::string& path);
// Names of the regular files in it, sorted by byte; hidden ones and unfinished ones (.part) left
// out.
std::vector<std::string> list_folder(const std::string& path);

// Writes under the temporary name PATH.part, forces the bytes to the disk, renames, forces the
// name: after a power cut there is the old file or the new one, never half of one. Replaces a
// file that is there; a device or pipe is written to as it is.
void write_durably(const std::string& path, std::string_view bytes);

// The same for many files of one folder at the price of one sync: stage each, then publish them
// all.
class FileBatch {
  public:
    explicit FileBatch(std::string folder) : folder_(std::move(folder)) {}
    FileBatch(const FileBatch&) = delete;
    FileBatch& operator=(const FileBatch&) = delete;
    ~FileBatch();  // removes what was staged and not published

    // `name` is relative to the folder; folders in it are created. Each name once, and none that
    // exists.
    void stage(const std::string& name, std::string_view bytes);
    // One syncfs, then every file gets its name, then the folders are forced to the disk. A target
    // that has appeared meanwhile is an error; what is published before it stays.
    void publish();

  private:
    std::string folder_;
    std::vector<std::string> staged_;  // targets, folder included
    std::set<std::string> folders_;    // of the targets, made
};

// Writes all bytes to an open descriptor; `path` is for the message.
void write_all(int descriptor, const std::string& path, std::string_view bytes);

}  // namespace kvit::system
