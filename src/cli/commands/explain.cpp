#include "adapters/json/report_json.h"
#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/explain_decision.h"
#include "kvit/app/report_lateness.h"

#include <memory>

namespace kvit::cli {

namespace {

void explain(Invocation& call, const std::string& id) {
    require_format(call, {"text", "json", "html", "pdf"});
    Session session(call, Use::read);
    const auto engine = session.engine();
    const auto& business = session.business();
    const auto client =
        accept(app::clients_of_report(session.store(), business.id, core::ClientId(id))).front();
    document::Explanation explanation{
        business, client, session.day(),
        app::explain_decisions(engine, business.id, client, session.day())};
    for (auto& one : session.store().interventions(business.id, client.id))
        if (one.on <= session.day()) explanation.told.push_back(std::move(one));
    if (call.globals.format == "json") {
        write_output(call, json::explanation(explanation));
        return;
    }
    write_document(call, session, document::compose_explanation(explanation, engine.wording));
}

}  // namespace

void add_explain(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand(
        "explain", "why a client's work stands where it stands, and what would change it");
    command->footer("Example: kvit explain adria --as-of 2026-07-23");
    const auto client = std::make_shared<std::string>();
    command->add_option("CLIENT", *client, "the client's id")->required();
    command->callback([&call, client] { explain(call, *client); });
}

}  // namespace kvit::cli
