#include "adapters/json/report_json.h"
#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/progress.h"
#include "cli/reasons.h"
#include "cli/session.h"
#include "kvit/app/report_waiting.h"
#include "kvit/app/run_billing.h"

#include <memory>

namespace kvit::cli {

namespace {

struct Options {
    std::string through, month;
    bool dry_run = false, allow_large = false;
    int jobs = 0;  // 0: not given
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

// What the run issues, shown as it comes: a screenful at a time as text, all at once as a list.
class Shown {
  public:
    // `why`: with the reason for each line.
    Shown(const Invocation& call, Session& session, bool why)
        : call_(call), session_(session), why_(why) {}

    void add(const ledger::Invoice& invoice) {
        if (invoice.issued_on > session_.day()) ++ahead_;
        if (call_.globals.format == "text" && call_.globals.quiet) return;
        invoices_.push_back(invoice);
        constexpr std::size_t at_once = 1000;
        const bool in_parts = call_.globals.format == "text" && call_.globals.output.empty();
        if (in_parts && invoices_.size() == at_once) print();
    }
    void print() {
        if (invoices_.empty()) return;
        document::Table table = issue_table(invoices_);
        if (why_) add_reasons(table, invoices_, session_);
        write_output(call_, text_of(call_, table));
        invoices_.clear();
    }
    const std::vector<ledger::Invoice>& invoices() const { return invoices_; }
    int ahead() const { return ahead_; }  // dated after the day

  private:
    const Invocation& call_;
    Session& session_;
    bool why_;
    std::vector<ledger::Invoice> invoices_;
    int ahead_ = 0;
};

void bill(Invocation& call, const Options& options) {
    require_format(call, {"text", "json", "csv"});
    const core::Date through = through_of(options);
    Session session(call, Use::write);
    if (options.jobs > 0) session.set_jobs(options.jobs);
    Progress progress(call, "invoices");
    Shown shown(call, session, options.dry_run);
    app::BillingRequest request;
    request.through = through;
    request.day = session.day();
    request.dry_run = options.dry_run;
    request.allow_large = options.allow_large;
    request.issued = [&](const ledger::Invoice& invoice) { shown.add(invoice); };
    request.progress = [&](std::size_t done, std::size_t all) { progress.show(done, all); };
    const auto result = accept(app::run_billing(session.engine(), session.business(), request));
    progress.finish();
    if (call.globals.format != "text") {
        std::vector<json::InvoiceRow> rows;
        for (const auto& invoice : shown.invoices())
            rows.push_back({invoice, invoice.gross, std::nullopt});
        write_output(call, json::invoices(session.business().id, rows, call.globals.format));
    } else if (!call.globals.quiet) {
        shown.print();
        call.out << counted(static_cast<long long>(result.issued), "invoice")
                 << (options.dry_run ? " would be issued" : " issued") << " through "
                 << core::to_iso(through) << ".\n";
    }
    if (shown.ahead() > 0 && !options.dry_run) {
        call.err << "note: " << counted(shown.ahead(), "invoice") << " dated after "
                 << core::to_iso(session.day()) << "; each leaves on its own day.\n";
    }
    print_hours(call, result.hours);
    print_waiting(call, app::waiting_of(result.held));
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
    command->add_flag("--dry-run", options->dry_run,
                      "only show every line and why; nothing is issued");
    command->add_flag("--allow-large", options->allow_large,
                      "run although a day has more than 200 invoices and more than three times "
                      "those of any day before");
    constexpr int jobs_max = 256;
    command
        ->add_option("--jobs", options->jobs, "documents drawn at once; default: one per processor")
        ->check(CLI::Range(1, jobs_max))
        ->type_name("N");
    command->callback([&call, options] {
        if (options->through.empty() && options->month.empty()) {
            throw CLI::ValidationError("bill", "say how far: --through DATE or --month YYYY-MM");
        }
        bill(call, *options);
    });
}

}  // namespace kvit::cli
