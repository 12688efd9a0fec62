#pragma once
// A progress bar on a terminal; silent in a pipe and with --quiet.

#include "cli/invocation.h"

#include <chrono>
#include <cstddef>
#include <string>

namespace kvit::cli {

class Progress {
  public:
    Progress(const Invocation& call, std::string what);
    void show(std::size_t done, std::size_t all);
    void finish();  // wipes the bar

  private:
    std::ostream& out_;
    std::string what_;
    bool visible_;
    // Only the bar's rate and time left: no result depends on it.
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace kvit::cli
