#include "adapters/system/descriptor.h"

#include "kvit/core/environment_error.h"

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace kvit::system {

namespace {

struct Words {
    int error;
    const char* what;
    const char* remedy;
};

constexpr Words words[] = {
    {ENOENT, "there is no such file or folder", "check the path"},
    {ENOTDIR, "a part of the path is not a folder", "check the path"},
    {EISDIR, "it is a folder", "name a file"},
    {EEXIST, "it exists already", "move it away and run the command again"},
    {EACCES, "you have no permission", "ask for access to the file and its folder"},
    {EPERM, "you have no permission", "ask for access to the file and its folder"},
    {EROFS, "the disk can only be read", "choose a folder that can be written to"},
    {ENOSPC, "the disk is full", "free some space and run the command again"},
    {EDQUOT, "your share of the disk is used up", "free some space and run the command again"},
    {EFBIG, "the file would be larger than allowed here", "raise the limit on file sizes"},
    {ENAMETOOLONG, "the name is too long", "choose a shorter one"},
    {ELOOP, "links lead in a circle or are not allowed here", "check the path"},
    {EMFILE, "too many files are open", "close other programs and run the command again"},
    {ENFILE, "too many files are open", "close other programs and run the command again"},
    {ENOLCK, "the disk does not support locks", "keep the database on a local disk"},
    {EIO, "the disk reported an error", "check the disk and run the command again"},
};

}  // namespace

Descriptor::~Descriptor() {
    if (number_ >= 0) ::close(number_);
}

bool Descriptor::close() { return ::close(std::exchange(number_, -1)) == 0; }

void throw_system_error(const std::string& doing, const std::string& path, int error) {
    const std::string start = "cannot " + doing + " " + path + ": ";
    for (const Words& row : words) {
        if (row.error == error) {
            throw core::EnvironmentError(start + row.what + "; " + row.remedy);
        }
    }
    throw core::EnvironmentError(start + std::strerror(error) + "; run the command again");
}

}  // namespace kvit::system
