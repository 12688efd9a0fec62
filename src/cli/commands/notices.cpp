#include "adapters/json/report_json.h"
#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"

#include <memory>

namespace kvit::cli {

namespace {

document::Table table_of(const std::vector<app::Notice>& notices) {
    using document::Align;
    document::Table table;
    table.columns = {{"decided", Align::left, 0},
                     {"client", Align::left, 0},
                     {"kind", Align::left, 0},
                     {"sent", Align::left, 0},
                     {"id", Align::left, 1}};
    for (const auto& notice : notices) {
        const std::string sent = notice.state == app::MessageState::cancelled
                                     ? "cancelled: " + notice.cancelled_because
                                 : notice.sent_on ? core::to_iso(*notice.sent_on)
                                                  : "queued";
        table.rows.push_back({{core::to_iso(notice.decided_on), notice.client.str(),
                               std::string(policy::name_of(notice.kind)), sent, notice.id.str()},
                              false});
    }
    return table;
}

void notices(Invocation& call, const std::string& client) {
    require_format(call, {"text", "json", "csv"});
    Session session(call, Use::read);
    std::optional<core::ClientId> only;
    if (!client.empty()) only = core::ClientId(client);
    auto rows = session.store().notices(session.business().id, only);
    std::erase_if(rows,
                  [&](const app::Notice& notice) { return notice.decided_on > session.day(); });
    const std::string& format = call.globals.format;
    write_output(call, format == "text" ? text_of(call, table_of(rows))
                                        : json::notices(session.business().id, rows, format));
}

}  // namespace

void add_notices(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand(
        "notices", "reminders, warnings, suspensions and resumptions by the day");
    command->footer("Example: kvit notices --client adria");
    const auto client = std::make_shared<std::string>();
    command->add_option("--client", *client, "only this client's")->type_name("ID");
    command->callback([&call, client] { notices(call, *client); });
}

}  // namespace kvit::cli
