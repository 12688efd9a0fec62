#include "adapters/json/report_json.h"
#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/report_waiting.h"
#include "kvit/app/review_accounts.h"

#include <memory>

namespace kvit::cli {

namespace {

void review(Invocation& call, bool dry_run) {
    require_format(call, {"text", "json", "csv"});
    Session session(call, Use::write);
    const auto result =
        app::review_accounts(session.engine(), session.business(), session.day(), dry_run);
    if (call.globals.format != "text") {
        write_output(call, json::review(session.business().id, result.rows, call.globals.format));
    } else if (!call.globals.quiet) {
        if (result.reviewed_later_on) {
            call.out << "Nothing to decide: " << core::to_iso(session.day()) << " lies before "
                     << core::to_iso(*result.reviewed_later_on) << ", which has been reviewed.\n";
        } else if (result.rows.empty()) {
            call.out << "No change on " << core::to_iso(session.day()) << ".\n";
        } else {
            write_output(call, text_of(call, review_table(result.rows)));
        }
    }
    print_proposals(call, result.proposals);
    print_failures(call, result.failures);
    if (print_waiting(call, app::waiting_of(result.rows)) || !result.failures.empty()) {
        call.exit_code = waits_for_person;
    }
}

}  // namespace

void add_review(CLI::App& app, Invocation& call) {
    auto* command =
        app.add_subcommand("review", "the policy step: reminders, notices, pause, resume");
    command->footer("Example: kvit review --as-of 2026-09-16 --dry-run");
    const auto dry_run = std::make_shared<bool>(false);
    command->add_flag("--dry-run", *dry_run, "only show what would be decided");
    command->callback([&call, dry_run] { review(call, *dry_run); });
}

}  // namespace kvit::cli
