#include "cli/commands/commands.h"
#include "cli/inputs.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/dispatch_outbox.h"
#include "kvit/app/import_statement.h"
#include "kvit/app/report_status.h"
#include "kvit/app/report_waiting.h"
#include "kvit/app/review_accounts.h"
#include "kvit/app/run_billing.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>

namespace kvit::cli {

namespace {

struct Options {
    std::string inbox, to;
};

// What the inbox brought. A file that cannot be read waits for a person; the day goes on with the
// others.
struct Inbox {
    int statements = 0;
    std::set<core::EntryKey> receipts;
    core::Refusals failures;
};

void import_file(const Invocation& call, Session& session, const std::string& path, Inbox& inbox) {
    const auto statements = read_statements(call, path, session);
    if (!statements) {
        inbox.failures.insert(inbox.failures.end(), statements.error().begin(),
                              statements.error().end());
        return;
    }
    const bool later = std::ranges::any_of(*statements, [&](const statement::BankStatement& one) {
        return one.until > session.day();
    });
    if (later) return;  // its day has not come; it stays in the inbox
    const auto counts =
        app::import_statements(session.store(), session.business(), *statements, session.day(),
                               session.hasher(), app::Matching::later);
    if (!counts) {
        for (const auto& refusal : counts.error()) {
            inbox.failures.push_back({path + ", " + refusal.where, refusal.what, refusal.remedy});
        }
        return;
    }
    for (const auto& count : *counts) {
        ++inbox.statements;
        inbox.receipts.insert(count.receipts.begin(), count.receipts.end());
    }
    move_to_done(path);
}

Inbox import_inbox(const Invocation& call, Session& session, const std::string& named) {
    Inbox inbox;
    if (!named.empty()) require_folder(named);
    for (const auto& path : inbox_files(named.empty() ? session.folder("inbox") : named)) {
        import_file(call, session, path, inbox);
    }
    return inbox;
}

// Everything new that waits for a person, a line each. Tells whether there was any.
bool print_news(const Invocation& call, Session& session, const Inbox& inbox,
                const app::BillingResult& billed, const app::ReviewResult& reviewed,
                const core::Refusals& unsent) {
    auto receipts = app::unmatched(session.store(), session.business().id, session.day());
    std::erase_if(receipts, [&](const app::UnmatchedEntry& entry) {
        return !inbox.receipts.contains(entry.key);
    });
    bool any = print_waiting(call, app::waiting_of(receipts));
    any = print_waiting(call, app::waiting_of(billed.held)) || any;
    any = print_waiting(call, app::waiting_of(reviewed.rows)) || any;
    std::set<std::string> told;  // a document that cannot be printed is found by every step
    for (const auto* failures : {&inbox.failures, &billed.failures, &reviewed.failures, &unsent}) {
        for (const auto& failure : *failures) {
            if (told.insert(core::to_sentence(failure)).second) print_failures(call, {failure});
            any = true;
        }
    }
    return any;
}

void print_summary(const Invocation& call, Session& session, const Inbox& inbox,
                   const app::BillingResult& billed, const app::ReviewResult& reviewed,
                   std::size_t sent) {
    if (call.globals.quiet) return;
    const auto report =
        app::report_status(session.engine(), session.business(), {.as_of = session.day()});
    const auto paused =
        std::ranges::count(report.rows, policy::WorkStatus::paused, &document::StatusRow::status);
    std::set<core::DocumentId> notices;
    for (const auto& row : reviewed.rows) {
        if (row.notice) notices.insert(row.document);
    }
    call.out << core::to_iso(session.day()) << ": " << counted(inbox.statements, "statement")
             << " imported, " << counted(static_cast<long long>(billed.issued), "invoice")
             << " issued, " << counted(billed.matched, "receipt") << " matched, "
             << counted(std::ssize(notices), "notice") << " written, "
             << counted(static_cast<long long>(sent), "message") << " sent; "
             << counted(paused, "contract") << " paused.\n";
    if (reviewed.reviewed_later_on) {
        call.out << "Nothing was reviewed: " << core::to_iso(*reviewed.reviewed_later_on)
                 << " came before this run, and decisions are not made backwards.\n";
    }
    if (!reviewed.rows.empty()) call.out << text_of(call, review_table(reviewed.rows));
}

void day(Invocation& call, const Options& options) {
    require_format(call, {"text"});
    Session session(call, Use::write);
    const auto& business = session.business();
    const Inbox inbox = import_inbox(call, session, options.inbox);
    app::BillingRequest request;
    request.through = session.day();
    request.day = session.day();
    auto billing = app::run_billing(session.engine(), business, request);
    app::BillingResult billed;
    if (billing)
        billed = std::move(*billing);
    else
        billed.failures.push_back(billing.error());  // the rest of the day goes on
    auto reviewed = app::review_accounts(session.engine(), business, session.day(), false);
    const auto transport = session.transport(options.to);
    core::Refusals unsent;
    const auto sent =
        app::dispatch_outbox(session.engine(), business.id, *transport, session.day(), unsent);
    print_summary(call, session, inbox, billed, reviewed, sent.size());
    std::erase_if(billed.hours, [](const app::HoursWarning& warning) { return !warning.is_new; });
    print_hours(call, billed.hours);
    std::erase_if(reviewed.proposals,
                  [](const app::AdvanceProposal& proposal) { return !proposal.is_new; });
    print_proposals(call, reviewed.proposals);
    if (print_news(call, session, inbox, billed, reviewed, unsent)) {
        call.exit_code = waits_for_person;
    }
}

}  // namespace

void add_day(CLI::App& app, Invocation& call) {
    auto* command =
        app.add_subcommand("day", "import, bill, match, review, send: one line for cron");
    command->footer("Example: kvit day --db office.db --inbox statements/");
    const auto options = std::make_shared<Options>();
    command
        ->add_option("--inbox", options->inbox,
                     "folder of bank statements; default: inbox/ beside the database")
        ->type_name("DIR");
    command
        ->add_option("--to", options->to,
                     "folder for messages; default: outbox/ beside the database")
        ->type_name("DIR");
    command->callback([&call, options] { day(call, *options); });
}

}  // namespace kvit::cli
