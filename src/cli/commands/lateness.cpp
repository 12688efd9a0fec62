#include "adapters/json/report_json.h"
#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/report_lateness.h"

#include <memory>

namespace kvit::cli {

namespace {

struct Options {
    std::string client, known_on;
};

void lateness(Invocation& call, const Options& options) {
    const auto known_on = optional_date(options.known_on, "--known-on");
    Session session(call, Use::read);
    std::optional<core::ClientId> client;
    if (!options.client.empty()) client = core::ClientId(options.client);
    const auto report = accept(app::report_lateness(session.store(), session.business().id,
                                                    session.day(), known_on, client));
    const std::string& format = call.globals.format;
    if (format == "json" || format == "csv") {
        write_output(call, json::lateness(report, format));
        return;
    }
    write_document(call, session,
                   document::compose_lateness(report, session.business(), session.wording()));
}

}  // namespace

void add_lateness(CLI::App& app, Invocation& call) {
    auto* command =
        app.add_subcommand("lateness", "how late each contract is paid, and whether that grows");
    command->footer("Example: kvit lateness adria --as-of 2026-09-30 --format pdf -o lateness.pdf");
    const auto options = std::make_shared<Options>();
    command->add_option("CLIENT", options->client, "only this client's contracts");
    add_known_on(*command, options->known_on);
    command->callback([&call, options] { lateness(call, *options); });
}

}  // namespace kvit::cli
