#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/adjust_account.h"

#include <memory>

namespace kvit::cli {

namespace {

struct Options {
    std::string number, amount, on, reason, reference;
};

void write_off(Invocation& call, const Options& options) {
    const core::Date on = date_option(options.on, "--on");
    Session session(call, Use::write);
    const auto& business = session.business().id;
    const core::InvoiceNumber number(options.number);
    std::optional<core::Money> amount;
    const auto invoice = session.store().invoice(business, number);
    if (invoice && !options.amount.empty())
        amount = accept(core::parse_money(options.amount, invoice->currency));
    const auto recorded =
        accept(app::write_off(session.store(), business, number, amount,
                              {on, options.reason, options.reference}, session.day()));
    if (call.globals.quiet) return;
    call.out << (recorded.already_known
                     ? "Already recorded (give --ref for a second equal write-off). "
                     : "Recorded. ")
             << with_currency(recorded.left) << " stay open on " << options.number << ".\n";
}

}  // namespace

void add_write_off(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand("write-off", "give up what is open on an invoice");
    command->footer(
        "Example: kvit write-off FV/2026/03/004 --on 2026-11-30 --reason \"insolvent, file "
        "12/26\"");
    const auto options = std::make_shared<Options>();
    command->add_option("INVOICE", options->number, "the invoice's number")->required();
    command->add_option("--amount", options->amount, "only a part of what is open, like 50.00");
    command->add_option("--on", options->on, "the day it is given up")
        ->required()
        ->type_name("DATE");
    command->add_option("--reason", options->reason, "why")->required()->type_name("TEXT");
    command->add_option("--ref", options->reference,
                        "tells a second equal write-off of the same day apart");
    command->callback([&call, options] { write_off(call, *options); });
}

}  // namespace kvit::cli
