#include "cli/invocation.h"

#include "adapters/system/file_system.h"

#include <algorithm>

namespace kvit::cli {

core::Date date_option(const std::string& text, const std::string& option) {
    const auto date = core::parse_date(text);
    if (!date) throw CLI::ValidationError(option, core::to_sentence(date.error()));
    return *date;
}

std::optional<core::Date> optional_date(const std::string& text, const std::string& option) {
    if (text.empty()) return std::nullopt;
    return date_option(text, option);
}

void add_known_on(CLI::App& command, std::string& known_on) {
    command.add_option("--known-on", known_on, "leave out what was learned after DATE")
        ->type_name("DATE");
}

void require_format(const Invocation& call, std::initializer_list<std::string_view> formats) {
    if (std::ranges::find(formats, call.globals.format) != formats.end()) return;
    std::string offered;
    for (const auto format : formats)
        offered += (offered.empty() ? "" : ", ") + std::string(format);
    throw CLI::ValidationError("--format",
                               call.globals.format + " is not offered here; use " + offered);
}

void write_output(const Invocation& call, const std::string& bytes) {
    if (call.globals.output.empty() || call.globals.output == "-") {
        call.out << bytes;
    } else {
        system::write_durably(call.globals.output, bytes);
    }
}

}  // namespace kvit::cli
