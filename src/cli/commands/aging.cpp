#include "adapters/json/report_json.h"
#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/report_aging.h"

#include <memory>

namespace kvit::cli {

namespace {

document::Table table_of(const std::vector<ledger::AgingRow>& rows) {
    using document::Align;
    document::Table table;
    table.columns = {{"client", Align::left, 0}, {"currency", Align::left, 0}};
    for (const char* title :
         {"current", "1-30", "31-60", "61-90", "over 90", "total", "unapplied"}) {
        table.columns.push_back({title, Align::right, 0});
    }
    for (const auto& row : rows) {
        document::TableRow line;
        line.cells = {row.client.str(), row.total.currency().code()};
        for (const auto& amount : {row.current, row.d1_30, row.d31_60, row.d61_90, row.d90_plus,
                                   row.total, row.unapplied}) {
            line.cells.push_back(core::to_decimal(amount));
        }
        table.rows.push_back(std::move(line));
    }
    return table;
}

void aging(Invocation& call, const std::string& known_on_text) {
    require_format(call, {"text", "json", "csv"});
    std::optional<core::Date> known_on;
    if (!known_on_text.empty()) known_on = date_option(known_on_text, "--known-on");
    Session session(call, Use::read);
    const auto rows =
        app::report_aging(session.store(), session.business().id, session.day(), known_on);
    const std::string& format = call.globals.format;
    write_output(call,
                 format == "text" ? text_of(call, table_of(rows)) : json::aging(rows, format));
}

}  // namespace

void add_aging(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand("aging", "open amounts by days past due");
    command->footer("Example: kvit aging --as-of 2026-09-30 --known-on 2026-10-02");
    const auto known_on = std::make_shared<std::string>();
    command->add_option("--known-on", *known_on, "leave out what was learned after DATE")
        ->type_name("DATE");
    command->callback([&call, known_on] { aging(call, *known_on); });
}

}  // namespace kvit::cli
