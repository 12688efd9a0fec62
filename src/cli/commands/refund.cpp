#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/adjust_account.h"

#include <memory>

namespace kvit::cli {

namespace {

struct Options {
    std::string client, amount, currency, on, reason, reference;
};

void refund(Invocation& call, const Options& options) {
    const core::Date on = date_option(options.on, "--on");
    Session session(call, Use::write);
    const auto& business = session.business();
    const auto currency = options.currency.empty()
                              ? business.currency
                              : accept(core::Currency::parse(options.currency));
    const auto amount = accept(core::parse_money(options.amount, currency));
    const auto recorded =
        accept(app::refund(session.store(), business.id, core::ClientId(options.client), amount,
                           {on, options.reason, options.reference}, session.day()));
    if (call.globals.quiet) return;
    call.out << (recorded.already_known
                     ? "Already recorded (give --ref for a second equal refund). "
                     : "Recorded. ")
             << with_currency(recorded.left) << " stand to the account of " << options.client
             << ".\n";
}

}  // namespace

void add_refund(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand(
        "refund", "record that a client's cash was paid back, where no statement tells");
    command->footer(
        "Example: kvit refund adria 120.00 --currency EUR --on 2026-09-20 --reason \"paid twice\"");
    const auto options = std::make_shared<Options>();
    command->add_option("CLIENT", options->client, "the client's id")->required();
    command->add_option("AMOUNT", options->amount, "what was paid back, like 120.00")->required();
    command->add_option("--currency", options->currency, "default: that of the books");
    command->add_option("--on", options->on, "the day the money left")
        ->required()
        ->type_name("DATE");
    command->add_option("--reason", options->reason, "why")->required()->type_name("TEXT");
    command->add_option("--ref", options->reference,
                        "tells a second equal refund of the same day apart");
    command->callback([&call, options] { refund(call, *options); });
}

}  // namespace kvit::cli
