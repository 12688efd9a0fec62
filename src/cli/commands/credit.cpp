#include "adapters/json/report_json.h"
#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/issue_credit_note.h"

#include <memory>

namespace kvit::cli {

namespace {

struct Options {
    std::string number, amount, reason;
    int line = 0;
    bool full = false, by_line = false, dry_run = false;
};

ledger::Credit credit_of(Session& session, const Options& options) {
    if (options.full) return ledger::CreditAll{};
    if (options.by_line) return ledger::CreditLine{options.line};
    const auto invoice =
        session.store().invoice(session.business().id, core::InvoiceNumber(options.number));
    if (!invoice)
        throw Refused{
            {{"", "there is no invoice \"" + options.number + "\"", "kvit invoices lists them"}}};
    return ledger::CreditAmount{accept(core::parse_money(options.amount, invoice->currency))};
}

void print(const Invocation& call, const Options& options, const app::CreditResult& result) {
    const std::string would = options.dry_run ? "would " : "";
    call.out << text_of(call, issue_table({result.note})) << with_currency(-result.note.gross)
             << " " << (options.dry_run ? "would be " : "") << "credited on " << options.number
             << "; " << with_currency(result.open) << " " << would << "stay open on it.\n";
    if (result.to_account.is_positive()) {
        call.out << with_currency(result.to_account) << " of it were paid already and " << would
                 << "go to the unapplied cash of " << result.note.client.str() << ".\n";
    }
}

void credit(Invocation& call, const Options& options) {
    require_format(call, {"text", "json", "csv"});
    Session session(call, Use::write);
    const auto& business = session.business();
    const auto result = accept(
        app::issue_credit_note(session.engine(), business,
                               {core::InvoiceNumber(options.number), credit_of(session, options),
                                options.reason, session.day(), options.dry_run}));
    const core::Money nothing = core::Money::zero(result.note.currency);
    if (call.globals.format != "text") {
        write_output(call, json::invoices(business.id, {{result.note, nothing, std::nullopt}},
                                          call.globals.format));
    } else if (!call.globals.quiet) {
        print(call, options, result);
    }
    print_failures(call, result.failures);
    if (!result.failures.empty()) call.exit_code = waits_for_person;
}

}  // namespace

void add_credit(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand("credit", "correct an issued invoice by a credit note");
    command->footer(
        "Example: kvit credit FV/2026/09/001 --line 2 --reason \"Hosting was cancelled\"");
    const auto options = std::make_shared<Options>();
    command->add_option("INVOICE", options->number, "the invoice's number")->required();
    auto* line = command->add_option("--line", options->line, "this line of the invoice, from 1")
                     ->type_name("N");
    auto* amount = command->add_option("--amount", options->amount,
                                       "what the client pays less, VAT included, like 50.00");
    auto* full = command->add_flag("--full", options->full, "all that is left of the invoice");
    line->excludes(amount)->excludes(full);
    amount->excludes(full);
    command->add_option("--reason", options->reason, "why, as printed on the credit note")
        ->required();
    command->add_flag("--dry-run", options->dry_run, "only show it; nothing is issued");
    command->callback([&call, options, line, amount, full] {
        options->by_line = line->count() > 0;
        if (line->count() + amount->count() + full->count() == 0) {
            throw CLI::ValidationError("credit", "say what: --line N, --amount A or --full");
        }
        credit(call, *options);
    });
}

}  // namespace kvit::cli
