#include "cli/run.h"

#include <iostream>
#include <string>
#include <sys/ioctl.h>
#include <unistd.h>
#include <vector>

namespace {

int terminal_columns() {
    if (isatty(STDOUT_FILENO) == 0) return 0;
    constexpr int usual = 80;
    winsize size{};
    const bool told = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return told ? size.ws_col : usual;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return kvit::cli::run(arguments, std::cin, std::cout, std::cerr, terminal_columns());
}
