#pragma once
// One call of kvit: its global options and streams. Commands are given this and return an exit
// code.

#include "kvit/core/date.h"
#include "kvit/core/ids.h"
#include "kvit/core/money.h"
#include "kvit/core/result.h"

#include <CLI/CLI.hpp>

#include <istream>
#include <optional>
#include <ostream>
#include <string>

namespace kvit::cli {

// formats §3. Safe to run again after 4.
enum Exit { done = 0, refused = 1, usage = 2, waits_for_person = 3, environment = 4 };

struct Globals {
    std::string db = "kvit.db";
    std::optional<std::string> business;
    std::optional<std::string> as_of;
    std::string format = "text";
    std::string output;  // -o FILE; empty: standard output
    bool quiet = false;
    std::string color = "auto";
};

struct Invocation {
    Globals globals;
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    int terminal_columns = 0;  // 0: not a terminal
    int exit_code = done;
};

// Unwinds from a command to run(), which prints every sentence and exits with 1.
struct Refused {
    core::Refusals refusals;
};

template <class T>
T accept(core::Result<T> result) {
    if (!result) throw Refused{{result.error()}};
    return std::move(*result);
}
inline void accept(const core::Result<void>& result) {
    if (!result) throw Refused{{result.error()}};
}
template <class T>
T accept(core::Checked<T> result) {
    if (!result) throw Refused{result.error()};
    return std::move(*result);
}

// A date given as an option; anything else is a usage error that names the option.
core::Date date_option(const std::string& text, const std::string& option);

// The same of an option that may be left out: then nothing.
std::optional<core::Date> optional_date(const std::string& text, const std::string& option);
// --known-on DATE of a report.
void add_known_on(CLI::App& command, std::string& known_on);

// Refuses a --format the command does not offer, naming those it does.
void require_format(const Invocation& call, std::initializer_list<std::string_view> formats);

// To standard output or to -o FILE, whole or not at all.
void write_output(const Invocation& call, const std::string& bytes);

}  // namespace kvit::cli
