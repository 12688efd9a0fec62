#include "adapters/json/report_json.h"
#include "cli/commands/commands.h"
#include "cli/inputs.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/import_activity.h"
#include "kvit/app/import_exchange_rates.h"
#include "kvit/app/import_statement.h"
#include "kvit/app/report_waiting.h"

#include <memory>

namespace kvit::cli {

namespace {

void print(const Invocation& call, const app::ImportCount& count, const std::string& what) {
    if (call.globals.quiet) return;
    call.out << counted(count.added, what) << " added, ";
    if (count.answered > 0) call.out << count.answered << " answered, ";
    call.out << count.already_known << " already known.\n";
}

void import_work(Invocation& call, const std::string& path) {
    Session session(call, Use::write);
    const auto rows = read_work(call, path, session);
    print(call,
          accept(app::import_work(session.store(), session.business().id, rows, session.day())),
          "work row");
}

void import_contacts(Invocation& call, const std::string& path) {
    Session session(call, Use::write);
    const auto rows = read_contacts(call, path, session);
    print(call,
          accept(app::import_contacts(session.store(), session.business().id, rows, session.day())),
          "contact");
}

void import_requests(Invocation& call, const std::string& path) {
    Session session(call, Use::write);
    const auto rows = read_requests(call, path);
    print(call,
          accept(app::import_requests(session.store(), session.business().id, rows, session.day())),
          "request");
}

void import_fx(Invocation& call, const std::string& path) {
    Session session(call, Use::write);
    const auto rates = read_exchange_rates(call, path);
    print(call,
          accept(app::import_exchange_rates(session.store(), session.business().id, rates,
                                            session.renderer("pdf"), session.day())),
          "exchange rate");
}

// What no balance proves.
void print_unchecked(const Invocation& call,
                     const std::vector<statement::BankStatement>& statements) {
    for (const auto& statement : statements) {
        if (statement.has_balances) continue;
        call.out << "Statement " << statement.id
                 << " tells no balances: whether an entry is missing could not be checked.\n";
    }
}

void import_bank(Invocation& call, const std::string& path, const StatementOptions& options) {
    require_format(call, {"text", "json", "csv"});
    Session session(call, Use::write);
    const auto statements = accept(read_statements(call, path, session, options));
    const auto counts = accept(app::import_statements(session.store(), session.business(),
                                                      statements, session.day(), session.hasher()));
    bool waits = false;
    for (const auto& count : counts) waits = waits || count.ambiguous + count.unmatched > 0;
    if (call.globals.format != "text") {
        write_output(call, json::bank(counts, call.globals.format));
    } else if (!call.globals.quiet) {
        for (const auto& count : counts) {
            call.out << "Statement " << count.statement << ": " << count.entries
                     << (count.entries == 1 ? " entry, " : " entries, ") << count.matched
                     << " matched, " << count.ambiguous << " ambiguous, " << count.unmatched
                     << " unmatched, " << count.already_known << " already known.\n";
        }
        print_unchecked(call, statements);
    }
    if (!waits) return;
    print_waiting(call, app::waiting_of(
                            app::unmatched(session.store(), session.business().id, session.day())));
    call.exit_code = waits_for_person;
}

using Import = void (*)(Invocation&, const std::string&);

void add_bank(CLI::App& parent, Invocation& call) {
    auto* command = parent.add_subcommand(
        "bank", "a bank statement (camt.053, camt.054, MT940, or a bank's CSV export)");
    command->footer(
        "Example: kvit import bank FILE      (- reads standard input)\n"
        "         kvit import bank FILE.csv --profile mbank");
    const auto path = std::make_shared<std::string>();
    const auto options = std::make_shared<StatementOptions>();
    command->add_option("FILE", *path, "the file, or - for standard input")->required();
    command->add_option("--profile", options->profile,
                        "whose CSV export it is: a bank's name, or the path of your own profile");
    command->add_option("--account", options->account,
                        "our IBAN, where a CSV export does not tell it");
    command->callback([&call, path, options] { import_bank(call, *path, *options); });
}

void add_kind(CLI::App& parent, Invocation& call, const std::string& name, const std::string& text,
              Import import) {
    auto* command = parent.add_subcommand(name, text);
    command->footer("Example: kvit import " + name + " FILE      (- reads standard input)");
    const auto path = std::make_shared<std::string>();
    command->add_option("FILE", *path, "the file, or - for standard input")->required();
    command->callback([&call, path, import] { import(call, *path); });
}

}  // namespace

void add_import(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand(
        "import", "bring work, contacts, requests, exchange rates or bank statements in");
    command->require_subcommand(1);
    command->fallthrough();
    add_kind(*command, call, "work", "work log (CSV: contract,start,minutes,service,note[,ref])",
             import_work);
    add_kind(*command, call, "contacts",
             "contacts (CSV: client,at,channel,direction,minutes,subject[,contract,ref])",
             import_contacts);
    add_kind(
        *command, call, "requests",
        "what clients were asked for (CSV: contract,asked_on,needed_by,what[,answered_on,ref])",
        import_requests);
    add_kind(*command, call, "fx",
             "exchange rates (CSV: date,currency,per,rate,bookkeeping_currency,source)", import_fx);
    add_bank(*command, call);
}

}  // namespace kvit::cli
