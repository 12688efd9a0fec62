#include "adapters/json/report_json.h"
#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/complete_law.h"

#include <memory>

namespace kvit::cli {

namespace {

struct Options {
    std::string country, date, percent, source, series;
    bool instead = false;
};

void add(Invocation& call, const Options& options) {
    const app::RateToAdd rate{accept(core::Country::parse(options.country)),
                              options.series,
                              date_option(options.date, "DATE"),
                              accept(ledger::parse_percent(options.percent)),
                              options.source,
                              options.instead};
    Session session(call, Use::write);
    const auto added =
        accept(app::add_rate(session.store(), session.business().id, session.built_in_law(), rate,
                             session.renderer("pdf"), session.day()));
    if (call.globals.quiet) return;
    const auto& known = added.rate;
    call.out << (added.already_known ? "Already known: " : "Added: ") << known.country.code() << " "
             << known.series << " " << (added.already_known ? "on " : "since ")
             << core::to_iso(known.from) << ", " << ledger::percent_text(known.percent) << ".\n";
}

void confirm(Invocation& call, const Options& options) {
    const auto country = accept(core::Country::parse(options.country));
    const core::Date since = date_option(options.date, "DATE");
    Session session(call, Use::write);
    const auto rows =
        accept(app::confirm_rows(session.store(), session.business().id, session.built_in_law(),
                                 country, since, session.day()));
    if (call.globals.quiet) return;
    for (const auto& row : rows)
        call.out << "Confirmed: " << ledger::to_text(row) << ", " << row.source << ".\n";
    if (rows.empty()) call.out << "Nothing to confirm: what begins then was sure already.\n";
}

document::Table table_of(const std::vector<ledger::LegalBasis>& rows) {
    using document::Align;
    document::Table table;
    table.columns = {{"country", Align::left, 0}, {"name", Align::left, 0},
                     {"since", Align::left, 0},   {"says", Align::left, 1},
                     {"status", Align::left, 0},  {"source", Align::left, 1}};
    for (const auto& row : rows) {
        table.rows.push_back({{row.country.code(), row.series, core::to_iso(row.since), row.content,
                               std::string(ledger::name_of(row.status)), row.source},
                              false});
    }
    return table;
}

void list(Invocation& call, const Options& options) {
    require_format(call, {"text", "json", "csv"});
    std::optional<core::Country> country;
    if (!options.country.empty()) country = accept(core::Country::parse(options.country));
    Session session(call, Use::read);
    const auto rows = session.late_law().rows(country);
    if (call.globals.format != "text")
        write_output(call, json::law_rows(rows, call.globals.format));
    else if (rows.empty())
        call.out << "kvit knows no rate and no rule of " << options.country << ".\n";
    else
        write_output(call, text_of(call, table_of(rows)));
}

void add_adding(CLI::App& parent, Invocation& call) {
    auto* command = parent.add_subcommand("add", "a reference rate that was not known");
    const auto options = std::make_shared<Options>();
    command->add_option("COUNTRY", options->country, "whose law, like PL")->required();
    command->add_option("DATE", options->date, "the first day the rate counts for")->required();
    command
        ->add_option("PERCENT", options->percent,
                     "the reference rate a year, without the law's margin, like 3.75")
        ->required();
    command->add_option("--source", options->source, "where it is published")
        ->required()
        ->type_name("TEXT");
    command
        ->add_option("--series", options->series,
                     "which rate, where the country has more than one; kvit rate list names them")
        ->type_name("NAME");
    command->add_flag("--instead", options->instead,
                      "take the place of a built-in rate that is not verified");
    command->footer(
        "Example: kvit rate add PL 2027-01-01 3.50 --source \"nbp.pl, MPC of 2026-12-02\"");
    command->callback([&call, options] { add(call, *options); });
}

}  // namespace

void add_rate(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand(
        "rate", "reference rates and rules that interest and compensation rest on");
    command->require_subcommand(1);
    command->fallthrough();
    add_adding(*command, call);
    const auto confirmed = std::make_shared<Options>(), listed = std::make_shared<Options>();
    auto* confirming = command->add_subcommand(
        "confirm", "claim by what is not verified: all of a country that begins on a day");
    confirming->add_option("COUNTRY", confirmed->country, "whose law, like PL")->required();
    confirming->add_option("DATE", confirmed->date, "the day it begins, as kvit interest names it")
        ->required();
    confirming->footer("Example: kvit rate confirm HR 2025-07-01");
    confirming->callback([&call, confirmed] { confirm(call, *confirmed); });
    auto* listing = command->add_subcommand("list", "what is known, how surely and from where");
    listing->add_option("COUNTRY", listed->country, "only this country's");
    listing->footer("Example: kvit rate list PL --format csv");
    listing->callback([&call, listed] { list(call, *listed); });
}

}  // namespace kvit::cli
