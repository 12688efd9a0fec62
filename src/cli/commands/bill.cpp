#include "adapters/json/report_json.h"
#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/progress.h"
#include "cli/session.h"
#include "kvit/app/run_billing.h"

#include <algorithm>
#include <memory>

namespace kvit::cli {

namespace {

struct Options {
    std::string through, month;
    bool dry_run = false;
};

core::Date month_option(const std::string& text) {
    const auto first = core::parse_date(text + "-01");
    if (!first)
        throw CLI::ValidationError("--month",
                                   "\"" + text + "\" is not a month; write it like 2026-09");
    return *first;
}

core::Date through_of(const Options& options) {
    if (!options.through.empty()) return date_option(options.through, "--through");
    return core::last_day_of_month(month_option(options.month));
}

void bill(Invocation& call, const Options& options) {
    require_format(call, {"text", "json", "csv"});
    const core::Date through = through_of(options);
    Session session(call, Use::write);
    Progress progress(call, "invoices");
    app::BillingRequest request;
    request.through = through;
    request.day = session.day();
    request.dry_run = options.dry_run;
    request.progress = [&](std::size_t done, std::size_t all) { progress.show(done, all); };
    const auto result = app::run_billing(session.engine(), session.business(), request);
    progress.finish();
    if (call.globals.format != "text") {
        std::vector<json::InvoiceRow> rows;
        for (const auto& invoice : result.invoices)
            rows.push_back({invoice, invoice.gross, std::nullopt});
        write_output(call, json::invoices(session.business().id, rows, call.globals.format));
    } else if (!call.globals.quiet) {
        if (!result.invoices.empty())
            write_output(call, text_of(call, issue_table(result.invoices)));
        call.out << counted(static_cast<long long>(result.invoices.size()), "invoice")
                 << (options.dry_run ? " would be issued" : " issued") << " through "
                 << core::to_iso(through) << ".\n";
    }
    const auto ahead = std::ranges::count_if(result.invoices, [&](const ledger::Invoice& invoice) {
        return invoice.issued_on > session.day();
    });
    if (ahead > 0 && !options.dry_run) {
        call.err << "note: " << counted(ahead, "invoice") << " dated after "
                 << core::to_iso(session.day()) << "; each leaves on its own day.\n";
    }
    print_quotes(call, result.held);
    print_failures(call, result.failures);
    if (!result.held.empty() || !result.failures.empty()) call.exit_code = waits_for_person;
}

}  // namespace

void add_bill(CLI::App& app, Invocation& call) {
    auto* command =
        app.add_subcommand("bill", "the billing run: issue every invoice whose day has come");
    command->footer("Example: kvit bill --month 2026-09 --dry-run");
    const auto options = std::make_shared<Options>();
    auto* through =
        command->add_option("--through", options->through, "issue dates up to and including DATE");
    auto* month =
        command->add_option("--month", options->month, "the same, through the end of YYYY-MM");
    through->excludes(month);
    command->add_flag("--dry-run", options->dry_run, "only show every line; nothing is issued");
    command->callback([&call, options] {
        if (options->through.empty() && options->month.empty()) {
            throw CLI::ValidationError("bill", "say how far: --through DATE or --month YYYY-MM");
        }
        bill(call, *options);
    });
}

}  // namespace kvit::cli
