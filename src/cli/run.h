#pragma once
// The command line as a function, so that tests run commands in process.

#include <istream>
#include <ostream>
#include <span>
#include <string>

namespace kvit::cli {

// `arguments` without the program's name; `terminal_columns` is 0 where `out` is no terminal.
// Returns the exit code of formats §3.
int run(std::span<const std::string> arguments, std::istream& in, std::ostream& out,
        std::ostream& err, int terminal_columns = 0);

}  // namespace kvit::cli
