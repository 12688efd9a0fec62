#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/record_payment.h"

#include <memory>

namespace kvit::cli {

namespace {

struct Options {
    std::string number, amount, on, reference;
};

void pay(Invocation& call, const Options& options) {
    const core::Date on = date_option(options.on, "--on");
    Session session(call, Use::write);
    const core::InvoiceNumber number(options.number);
    const auto invoice = session.store().invoice(session.business().id, number);
    if (!invoice)
        throw Refused{
            {{"", "there is no invoice \"" + options.number + "\"", "kvit invoices lists them"}}};
    const auto amount = accept(core::parse_money(options.amount, invoice->currency));
    const auto recorded =
        accept(app::record_payment(session.store(), session.business().id, number, amount, on,
                                   options.reference, session.day(), session.hasher()));
    if (call.globals.quiet) return;
    call.out << (recorded.already_known
                     ? "Already recorded (give --ref for a second equal payment). "
                     : "Recorded. ")
             << with_currency(recorded.open_after) << " stay open on " << options.number << ".\n";
}

}  // namespace

void add_pay(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand("pay", "record a payment that no bank statement tells");
    command->footer("Example: kvit pay FV/2026/09/001 500.00 --on 2026-09-20");
    const auto options = std::make_shared<Options>();
    command->add_option("INVOICE", options->number, "the invoice's number")->required();
    command->add_option("AMOUNT", options->amount, "in the invoice's currency, like 500.00")
        ->required();
    command->add_option("--on", options->on, "the day the money arrived")
        ->required()
        ->type_name("DATE");
    command->add_option("--ref", options->reference,
                        "tells a second equal payment of the same day apart");
    command->callback([&call, options] { pay(call, *options); });
}

}  // namespace kvit::cli
