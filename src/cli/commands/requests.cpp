#include "adapters/json/report_json.h"
#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/report_requests.h"

#include <memory>

namespace kvit::cli {

namespace {

struct Options {
    std::string client;
    bool open = false;
};

document::Table requests_table(const std::vector<app::ContractRequests>& contracts) {
    using document::Align;
    document::Table table;
    table.columns = {{"contract", Align::left, 0},      {"what", Align::left, 1},
                     {"asked on", Align::left, 0},      {"needed by", Align::left, 0},
                     {"answered on", Align::left, 0},   {"days waited", Align::right, 0},
                     {"business days", Align::right, 0}};
    for (const auto& contract : contracts) {
        for (const auto& state : contract.requests) {
            const auto& request = state.request;
            table.rows.push_back(
                {{contract.contract.str(), request.what, core::to_iso(request.asked_on),
                  core::to_iso(request.needed_by),
                  request.answered_on ? core::to_iso(*request.answered_on) : "open",
                  std::to_string(state.days_waited), std::to_string(state.business_days_late)},
                 false});
        }
    }
    return table;
}

// A line per contract whose deadlines moved: by how much, why, and on which days.
std::string shift_text(const app::ContractRequests& contract) {
    const auto& shift = contract.shift;
    std::string text = "Deadlines of " + contract.contract.str() + " have moved by " +
                       counted(shift.days, "day") + " (" + counted(shift.days_waited, "day") +
                       " waited, " + counted(shift.days_paused, "day") + " paused): ";
    bool first = true;
    for (const auto& still : shift.intervals) {
        const std::string_view why =
            !still.paused ? "waited" : (still.waited ? "waited and paused" : "paused");
        text += (first ? "" : ", ") + core::to_iso(still.from) + " to " +
                core::to_iso(still.until - date::days(1)) + " " + std::string(why);
        first = false;
    }
    return text + ".";
}

document::Document document_of(const std::vector<app::ContractRequests>& contracts) {
    document::Document document;
    auto table = requests_table(contracts);
    if (!table.rows.empty()) document.blocks.emplace_back(std::move(table));
    std::string shifts;
    for (const auto& contract : contracts) {
        if (contract.shift.days == 0) continue;
        shifts += (shifts.empty() ? "" : "\n") + shift_text(contract);
    }
    if (!shifts.empty()) document.blocks.emplace_back(document::Paragraph{std::move(shifts)});
    return document;
}

void requests(Invocation& call, const Options& options) {
    require_format(call, {"text", "json", "csv"});
    std::optional<core::ClientId> client;
    if (!options.client.empty()) client = core::ClientId(options.client);
    Session session(call, Use::read);
    const auto& business = session.business().id;
    auto contracts = accept(
        app::report_requests(session.store(), session.calendar(), business, client, session.day()));
    if (options.open) {
        for (auto& contract : contracts) {
            std::erase_if(contract.requests,
                          [](const app::RequestState& state) { return !state.is_open(); });
        }
        std::erase_if(contracts, [](const app::ContractRequests& contract) {
            return contract.requests.empty();
        });
    }
    if (call.globals.format != "text")
        write_output(call, json::requests(business, contracts, call.globals.format));
    else if (contracts.empty())
        call.out << (options.open ? "No request is open on " : "Nothing was asked for by ")
                 << core::to_iso(session.day()) << ".\n";
    else
        write_output(call, text_of(call, document_of(contracts)));
}

}  // namespace

void add_requests(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand(
        "requests", "what clients were asked for, and how far waiting moved the deadlines");
    command->footer("Example: kvit requests adria --open --as-of 2026-06-15");
    const auto options = std::make_shared<Options>();
    command->add_option("CLIENT", options->client, "only this client's");
    command->add_flag("--open", options->open, "only what is not answered yet");
    command->callback([&call, options] { requests(call, *options); });
}

}  // namespace kvit::cli
