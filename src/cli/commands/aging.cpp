#include "adapters/json/report_json.h"
#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/report_aging.h"

#include <memory>

namespace kvit::cli {

namespace {

struct Options {
    std::string known_on;
    bool items = false, dso = false;
    int days = 90;
};

void aging(Invocation& call, const Options& options) {
    const auto known_on = optional_date(options.known_on, "--known-on");
    Session session(call, Use::read);
    const auto report = app::report_aging(session.store(), session.business().id,
                                          {session.day(), known_on, options.items, options.days});
    const std::string& format = call.globals.format;
    if (format != "json" && format != "csv") {
        write_document(
            call, session,
            document::compose_receivables(report, session.business(), session.wording()));
    } else if (options.items) {
        write_output(call, json::open_items(*report.items, format));
    } else if (options.dso) {
        write_output(call, json::outstanding(report.outstanding, format));
    } else {
        write_output(call, json::aging(report.aging, format));
    }
}

}  // namespace

void add_aging(CLI::App& app, Invocation& call) {
    auto* command =
        app.add_subcommand("aging", "open amounts by days past due, and how long money is out");
    command->footer("Example: kvit aging --items --as-of 2026-09-30 --known-on 2026-10-02");
    const auto options = std::make_shared<Options>();
    auto* items = command->add_flag("--items", options->items,
                                    "every open invoice with the day it is expected");
    command
        ->add_flag("--dso", options->dso,
                   "days sales outstanding and mean days late, in JSON and CSV")
        ->excludes(items);
    command->add_option("--days", options->days, "how many days DSO looks back")
        ->check(CLI::Range(1, 366))
        ->capture_default_str()
        ->type_name("N");
    add_known_on(*command, options->known_on);
    command->callback([&call, options] { aging(call, *options); });
}

}  // namespace kvit::cli
