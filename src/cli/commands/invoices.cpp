#include "adapters/json/report_json.h"
#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"

#include <map>
#include <memory>

namespace kvit::cli {

namespace {

struct Options {
    std::string client;
    bool open = false;
};

std::vector<json::InvoiceRow> rows_of(Session& session, const Options& options) {
    const auto& business = session.business().id;
    std::map<core::InvoiceNumber, app::ItemState> items;
    for (auto& state :
         session.store().items_as_of(business, session.day(), std::nullopt, std::nullopt)) {
        items.emplace(state.item.number, state);
    }
    std::vector<json::InvoiceRow> rows;
    session.store().for_each_invoice(business, [&](const ledger::Invoice& invoice) {
        if (invoice.issued_on > session.day()) return;
        if (!options.client.empty() && invoice.client.str() != options.client) return;
        const auto item = items.find(invoice.number);  // a credit note has none
        const bool is_item = item != items.end();
        const auto open = is_item ? item->second.item.open : core::Money::zero(invoice.currency);
        if (options.open && open.is_zero()) return;
        rows.push_back({invoice, open, is_item ? item->second.settled_on : std::nullopt});
    });
    return rows;
}

document::Table table_of(const std::vector<json::InvoiceRow>& rows) {
    using document::Align;
    document::Table table;
    table.columns = {{"number", Align::left, 0}, {"contract", Align::left, 0},
                     {"issued", Align::left, 0}, {"due", Align::left, 0},
                     {"gross", Align::right, 0}, {"open", Align::right, 0},
                     {"settled", Align::left, 0}};
    for (const auto& row : rows) {
        table.rows.push_back(
            {{row.invoice.number.str(), row.invoice.contract.str(),
              core::to_iso(row.invoice.issued_on), core::to_iso(row.invoice.due_on),
              with_currency(row.invoice.gross), core::to_decimal(row.open),
              row.settled_on ? core::to_iso(*row.settled_on) : ""},
             false});
    }
    return table;
}

void invoices(Invocation& call, const Options& options) {
    require_format(call, {"text", "json", "csv"});
    Session session(call, Use::read);
    const auto rows = rows_of(session, options);
    const std::string& format = call.globals.format;
    write_output(call, format == "text" ? text_of(call, table_of(rows))
                                        : json::invoices(session.business().id, rows, format));
}

}  // namespace

void add_invoices(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand(
        "invoices", "the invoices and credit notes issued by the day, and what is open on them");
    command->footer("Example: kvit invoices --open --client adria");
    const auto options = std::make_shared<Options>();
    command->add_option("--client", options->client, "only this client's")->type_name("ID");
    command->add_flag("--open", options->open, "only those with something open");
    command->callback([&call, options] { invoices(call, *options); });
}

}  // namespace kvit::cli
