#include "adapters/json/report_json.h"
#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/report_clients.h"

#include <memory>

namespace kvit::cli {

namespace {

struct Options {
    std::string from, known_on;
};

// A year that ends with the day.
core::Date year_before(core::Date day) {
    return core::add_months(day, -12, core::day_of(day)) + date::days(1);
}

void clients(Invocation& call, const Options& options) {
    Session session(call, Use::read);
    const core::Date through = session.day();
    const core::Date from = optional_date(options.from, "--from").value_or(year_before(through));
    if (from > through)
        throw CLI::ValidationError("--from",
                                   core::to_iso(from) + " lies after " + core::to_iso(through));
    const auto engine = session.engine();
    const auto report = app::report_clients(
        engine, session.business(), {from, through, optional_date(options.known_on, "--known-on")});
    const std::string& format = call.globals.format;
    if (format == "json" || format == "csv") {
        write_output(call, json::clients(report, format));
        return;
    }
    write_document(call, session,
                   document::compose_clients(report, session.business(), engine.wording));
}

}  // namespace

void add_clients(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand(
        "clients", "the owner's view: what each client brings in, and what it costs in patience");
    command->footer("Example: kvit clients --as-of 2026-12-31 --format html -o clients.html");
    const auto options = std::make_shared<Options>();
    command->add_option("--from", options->from, "first day; default: a year before the last")
        ->type_name("DATE");
    add_known_on(*command, options->known_on);
    command->callback([&call, options] { clients(call, *options); });
}

}  // namespace kvit::cli
