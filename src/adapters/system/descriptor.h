#pragma once
// An open file that closes itself, and the words for what the system answers.

#include <string>
#include <utility>

namespace kvit::system {

class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor();
    int number() const { return number_; }
    bool is_open() const { return number_ >= 0; }
    // Closes and tells whether that went well (a full disk may show only now); errno says why not.
    bool close();

  private:
    int number_;
};

// "cannot read inbox/a.xml: there is no such file; check the path". `doing` is "read", "write", …
[[noreturn]] void throw_system_error(const std::string& doing, const std::string& path, int error);

}  // namespace kvit::system
