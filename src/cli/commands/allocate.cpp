#include "adapters/json/report_json.h"
#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/allocate_receipt.h"

#include <memory>
#include <vector>

namespace kvit::cli {

namespace {

struct Options {
    std::int64_t entry = 0, returns = 0;
    std::vector<std::string> parts;
    std::string client, not_ours, refund;
    bool all = false;
};

// "FV/2026/09/001" or "FV/2026/09/001=500.00"; the amount in the entry's currency.
app::AllocationPart part_of(const std::string& text, core::Currency currency) {
    const auto equals = text.rfind('=');
    app::AllocationPart part{core::InvoiceNumber(text.substr(0, equals)), std::nullopt};
    if (equals != std::string::npos)
        part.amount = accept(core::parse_money(text.substr(equals + 1), currency));
    return part;
}

std::vector<app::AllocationPart> parts_of(const Options& options, Session& session) {
    const auto stored = session.store().statement_entry(session.business().id, options.entry);
    if (!stored)
        throw Refused{{{"", "no bank statement has an entry " + std::to_string(options.entry),
                        "kvit allocate --all lists them"}}};
    std::vector<app::AllocationPart> parts;
    for (const auto& text : options.parts)
        parts.push_back(part_of(text, stored->entry.amount.currency()));
    return parts;
}

void print(const Invocation& call, const app::AllocationResult& result) {
    if (call.globals.quiet) return;
    if (result.already_known) {
        call.out << "It was so already.\n";
        return;
    }
    for (const auto& allocation : result.allocations)
        call.out << with_currency(allocation.amount) << " settled on " << allocation.item.str()
                 << ".\n";
    for (const auto& allocation : result.from_cash)
        call.out << with_currency(allocation.amount) << " of the rest set off on "
                 << allocation.item.str() << ".\n";
    if (result.to_account && result.to_account->is_positive())
        call.out << with_currency(*result.to_account) << " stand to the account of "
                 << result.client.str() << "; the next invoice takes it up.\n";
}

void list(Invocation& call, bool all) {
    require_format(call, {"text", "json", "csv"});
    Session session(call, Use::read);
    const auto& business = session.business().id;
    const auto waiting = app::unmatched(session.store(), business, session.day());
    if (all) {
        const auto entries = app::allocated_entries(session.store(), business);
        if (call.globals.format == "text")
            write_output(call, text_of(call, entries_table(entries)));
        else
            write_output(call, json::allocated(entries, call.globals.format));
    } else if (call.globals.format == "text") {
        if (waiting.empty() && !call.globals.quiet) call.out << "No receipt waits.\n";
        if (!waiting.empty()) write_output(call, text_of(call, waiting_table(waiting)));
    } else {
        write_output(call, json::waiting(waiting, call.globals.format));
    }
}

void say(const Invocation& call, const std::string& sentence) {
    if (!call.globals.quiet) call.out << sentence << "\n";
}

void allocate(Invocation& call, const Options& options) {
    if (options.entry == 0) return list(call, options.all);
    Session session(call, Use::write);
    auto& store = session.store();
    const auto& business = session.business().id;
    const core::Date day = session.day();
    const std::string entry = "Entry " + std::to_string(options.entry);
    if (!options.parts.empty()) {
        print(call, accept(app::allocate_receipt(store, business, options.entry,
                                                 parts_of(options, session), day)));
    } else if (!options.client.empty()) {
        print(call, accept(app::allocate_to_client(store, business, options.entry,
                                                   core::ClientId(options.client), day)));
    } else if (options.returns != 0) {
        accept(app::return_receipt(store, business, options.entry, options.returns, day));
        say(call, entry + " returns entry " + std::to_string(options.returns) +
                      "; what that settled is open again.");
    } else if (!options.refund.empty()) {
        accept(app::refund_by_statement(store, business, options.entry,
                                        core::ClientId(options.refund), day));
        say(call, entry + " is a refund to " + options.refund + ".");
    } else {
        accept(app::set_receipt_aside(store, business, options.entry, options.not_ours, day));
        say(call, entry + " is set aside.");
    }
}

void check_choice(const Options& options, bool not_ours_given) {
    const int choices = (options.parts.empty() ? 0 : 1) + (options.client.empty() ? 0 : 1) +
                        (options.returns == 0 ? 0 : 1) + (options.refund.empty() ? 0 : 1) +
                        (not_ours_given ? 1 : 0);
    if (options.entry == 0 && choices > 0)
        throw CLI::ValidationError("allocate", "name the entry: kvit allocate lists what waits");
    if (options.entry != 0 && choices != 1)
        throw CLI::ValidationError("allocate",
                                   "say one thing of the entry: the invoices it settles, --client, "
                                   "--not-ours, --returns or --refund");
}

}  // namespace

void add_allocate(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand(
        "allocate", "say what a bank entry settles; without one, list what waits");
    command->footer(
        "Example: kvit allocate 17 FV/2026/09/001 FV/2026/08/004=250.00\n"
        "         kvit allocate 17 --client adria      (oldest invoice first)\n"
        "         kvit allocate 21 --returns 17        (a direct debit that came back)");
    const auto options = std::make_shared<Options>();
    command->add_option("ENTRY", options->entry, "the entry's number, as listed")
        ->check(CLI::PositiveNumber);
    command->add_option("INVOICE", options->parts,
                        "invoices it settles, in this order; NUMBER=AMOUNT for a part");
    command->add_option("--client", options->client,
                        "settles what the client owes, oldest first; the rest stays with it");
    auto* not_ours = command->add_option("--not-ours", options->not_ours,
                                         "no client's payment; TEXT says what it is");
    not_ours->type_name("TEXT");
    command->add_option("--returns", options->returns, "the entry, money out, takes entry N back")
        ->check(CLI::PositiveNumber)
        ->type_name("N");
    command
        ->add_option("--refund", options->refund,
                     "the entry, money out, pays the client's cash back")
        ->type_name("CLIENT");
    command->add_flag("--all", options->all, "list every entry and what it settles");
    command->callback([&call, options, not_ours] {
        check_choice(*options, not_ours->count() > 0);
        allocate(call, *options);
    });
}

}  // namespace kvit::cli
