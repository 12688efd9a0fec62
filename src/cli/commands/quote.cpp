#include "adapters/json/report_json.h"
#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/answer_quote.h"

#include <memory>

namespace kvit::cli {

namespace {

struct Options {
    std::string id, on, hourly, note;
};

std::string state_of(const app::Quote& quote) {
    switch (quote.state()) {
        case app::QuoteState::held:
            return quote.held.priced ? "held" : "held, no rate agreed";
        case app::QuoteState::declined:
            return "declined " + core::to_iso(quote.answer->answered_on);
        case app::QuoteState::accepted:
            break;
    }
    return "accepted " + core::to_iso(quote.answer->answered_on) +
           (quote.invoice.empty() ? ", on the next invoice" : ", on " + quote.invoice.str());
}

document::Table table_of(const std::vector<app::Quote>& quotes) {
    using document::Align;
    document::Table table;
    table.columns = {{"quote", Align::left, 0},   {"client", Align::left, 0},
                     {"held on", Align::left, 0}, {"hours", Align::right, 0},
                     {"amount", Align::right, 0}, {"state", Align::left, 1}};
    for (const auto& quote : quotes) {
        table.rows.push_back(
            {{quote.id, quote.client.str(), core::to_iso(quote.held_on),
              hours_text(ledger::minutes_of(quote.held)),
              quote.held.priced ? with_currency(ledger::net_of(quote.held)) : "", state_of(quote)},
             false});
    }
    return table;
}

void list(Invocation& call) {
    require_format(call, {"text", "json", "csv"});
    Session session(call, Use::read);
    const auto quotes = session.store().quotes(session.business().id, std::nullopt);
    if (call.globals.format != "text")
        write_output(call, json::quotes(session.business().id, quotes, call.globals.format));
    else if (quotes.empty())
        call.out << "No work is held as a quote.\n";
    else
        write_output(call, text_of(call, table_of(quotes)));
}

void answer(Invocation& call, const Options& options, app::QuoteState state) {
    const core::Date on = date_option(options.on, "--on");
    Session session(call, Use::write);
    const auto& business = session.business().id;
    app::QuoteAnswer answer{state, on, std::nullopt, options.note};
    if (!options.hourly.empty()) {
        const auto quote = session.store().quote(business, options.id);
        if (quote) {
            const auto currency = ledger::net_of(quote->held).currency();
            answer.hourly = accept(core::parse_money(options.hourly, currency));
        }
    }
    const auto quote =
        accept(app::answer_quote(session.engine(), business, options.id, answer, session.day()));
    if (call.globals.quiet) return;
    call.out << "Recorded: quote " << quote.id << " was "
             << (state == app::QuoteState::accepted ? "accepted; it goes on the next invoice of "
                                                    : "declined; it is billed no more for ")
             << quote.contract.str() << ".\n";
}

CLI::App* add_answer(CLI::App& parent, Invocation& call, const std::string& name,
                     const std::string& text, app::QuoteState state,
                     const std::shared_ptr<Options>& options) {
    auto* command = parent.add_subcommand(name, text);
    command->add_option("QUOTE", options->id, "as kvit quote list names it")->required();
    command->add_option("--on", options->on, "the day of the client's answer")
        ->required()
        ->type_name("DATE");
    command->add_option("--note", options->note, "how and by whom it was answered")
        ->type_name("TEXT");
    command->callback([&call, options, state] { answer(call, *options, state); });
    return command;
}

}  // namespace

void add_quote(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand("quote", "work found out of scope, and the client's answer");
    command->require_subcommand(1);
    command->fallthrough();
    auto* listed = command->add_subcommand("list", "every quote and what became of it");
    listed->footer("Example: kvit quote list --format json");
    listed->callback([&call] { list(call); });
    const auto yes = std::make_shared<Options>(), no = std::make_shared<Options>();
    auto* accepted = add_answer(*command, call, "accept", "bill it with the next invoice",
                                app::QuoteState::accepted, yes);
    accepted
        ->add_option("--hourly", yes->hourly,
                     "the rate agreed with the answer, where the agreement has none")
        ->type_name("AMOUNT");
    accepted->footer(
        "Example: kvit quote accept verde-ore-2026-03-01-consulting --on 2026-04-02 "
        "--note \"e-mail of Ms Verdi\"");
    add_answer(*command, call, "decline", "never bill it", app::QuoteState::declined, no)
        ->footer("Example: kvit quote decline verde-ore-2026-03-01-consulting --on 2026-04-02");
}

}  // namespace kvit::cli
