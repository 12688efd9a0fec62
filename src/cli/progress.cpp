#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>

namespace kvit::cli {

Progress::Progress(const Invocation& call, std::string what)
    : out_(call.out),
      what_(std::move(what)),
      visible_(call.terminal_columns > 0 && !call.globals.quiet) {}

void Progress::show(std::size_t done, std::size_t all) {
    if (!visible_ || all == 0) return;
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start_;
    const double rate = static_cast<double>(done) / std::max(spent.count(), 0.001);
    const double left = static_cast<double>(all - done) / std::max(rate, 0.001);
    const std::size_t filled = 30 * done / all;
    out_ << fmt::format("\r[{}{}] {}/{} {}, {:.0f}/s, {:.0f} s left ", std::string(filled, '#'),
                        std::string(30 - filled, '.'), done, all, what_, rate, left)
         << std::flush;
}

void Progress::finish() {
    if (visible_) out_ << "\r\033[K" << std::flush;
}

}  // namespace kvit::cli
