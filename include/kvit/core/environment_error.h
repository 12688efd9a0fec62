#pragma once
// The environment failed (disk, lock, network, a damaged file of our own): one family, caught once
// in the command line, exit code 4. Running the command again is safe.

#include <stdexcept>
#include <string>

namespace kvit::core {

// what() is a whole sentence for the user: what failed, on which file, what to do.
class EnvironmentError : public std::runtime_error {
  public:
    explicit EnvironmentError(const std::string& sentence) : std::runtime_error(sentence) {}
};

}  // namespace kvit::core
