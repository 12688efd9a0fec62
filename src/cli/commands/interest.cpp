#include "adapters/json/report_json.h"
#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/report_interest.h"

#include <memory>
#include <set>

namespace kvit::cli {

namespace {

std::string percent_of(const ledger::InterestSegment& segment) {
    return ledger::percent_text(segment.percent);
}

std::string title_of(const app::LateClaim& claim) {
    const auto& item = claim.item;
    return item.number.str() + ", " + item.client.str() + ", due " + core::to_iso(item.due_on) +
           ", law of " + claim.law.code() + ": " + with_currency(claim.principal);
}

document::Table table_of(const app::LateClaim& claim) {
    using document::Align;
    document::Table table;
    table.title = title_of(claim);
    table.columns = {{"from", Align::left, 0},       {"to", Align::left, 0},
                     {"days", Align::right, 0},      {"rate", Align::right, 0},
                     {"principal", Align::right, 0}, {"interest", Align::right, 0}};
    for (const auto& segment : claim.interest->segments) {
        table.rows.push_back(
            {{core::to_iso(segment.from), core::to_iso(segment.to), std::to_string(segment.days),
              percent_of(segment), core::to_decimal(segment.principal), ""},
             false});
    }
    table.rows.push_back({{"sum", "", std::to_string(claim.interest->days), "", "",
                           with_currency(claim.interest->interest)},
                          true});
    return table;
}

std::string compensation_of(const app::LateClaim& claim) {
    if (!claim.compensation) return "Compensation: not known.";
    if (!*claim.compensation) return "Compensation: none, the client is a consumer.";
    const auto& owed = **claim.compensation;
    std::string text = "Compensation: " + with_currency(owed.amount);
    if (owed.amount != owed.laid_down) text += " for " + with_currency(owed.laid_down);
    for (const auto& rate : owed.rates) text += ", " + ledger::to_text(rate);
    return text + ".";
}

std::string standing_of(const app::LateClaim& claim) {
    std::string text;
    for (const auto& wait : claim.waits()) text += (text.empty() ? "" : "; ") + wait.what;
    return text.empty() ? "It may be claimed." : "It may not be claimed yet: " + text + ".";
}

document::Document document_of(const std::vector<app::LateClaim>& claims) {
    document::Document document;
    for (const auto& claim : claims) {
        if (claim.interest)
            document.blocks.emplace_back(table_of(claim));
        else
            document.blocks.emplace_back(document::Paragraph{
                title_of(claim) + "\nInterest: not known, " + claim.interest.error().what + "."});
        document.blocks.emplace_back(
            document::Paragraph{compensation_of(claim) + "\n" + standing_of(claim)});
    }
    return document;
}

// Each thing once, however many invoices wait for it.
void print_waiting(Invocation& call, const std::vector<app::LateClaim>& claims) {
    std::set<std::string> said;
    for (const auto& claim : claims) {
        for (const auto& wait : claim.waits()) {
            std::string sentence = core::to_sentence(wait);
            if (said.insert(sentence).second) call.err << "waits: " << sentence << '\n';
        }
    }
    if (!said.empty()) call.exit_code = waits_for_person;
}

void interest(Invocation& call, const std::string& client_named) {
    require_format(call, {"text", "json", "csv"});
    std::optional<core::ClientId> client;
    if (!client_named.empty()) client = core::ClientId(client_named);
    Session session(call, Use::read);
    const auto& business = session.business().id;
    const auto law = session.late_law();
    const auto claims = accept(app::report_interest(
        {session.store(), business, law, session.calendar()}, client, session.day()));
    if (call.globals.format != "text")
        write_output(call, json::interest(business, claims, call.globals.format));
    else if (claims.empty())
        call.out << "No invoice is or was paid late by " << core::to_iso(session.day()) << ".\n";
    else
        write_output(call, text_of(call, document_of(claims)));
    print_waiting(call, claims);
}

}  // namespace

void add_interest(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand(
        "interest", "interest and compensation that late invoices have accrued; claims nothing");
    command->footer("Example: kvit interest adria --as-of 2026-09-30 --format json");
    const auto client = std::make_shared<std::string>();
    command->add_option("CLIENT", *client, "only this client's invoices");
    command->callback([&call, client] { interest(call, *client); });
}

}  // namespace kvit::cli
