#include "adapters/json/report_json.h"
#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/report_status.h"

#include <memory>

namespace kvit::cli {

namespace {

void status(Invocation& call, const std::string& known_on) {
    Session session(call, Use::read);
    const auto engine = session.engine();
    const auto report = app::report_status(engine, session.business(), session.day(),
                                           optional_date(known_on, "--known-on"));
    const std::string& format = call.globals.format;
    if (format == "json" || format == "csv") {
        write_output(call, json::status(report, format));
        return;
    }
    auto document = document::compose_status(report, session.business(), engine.wording);
    if (format != "text") document::append_charts(report, engine.wording, document);
    write_document(call, session, document);
}

}  // namespace

void add_status(CLI::App& app, Invocation& call) {
    auto* command =
        app.add_subcommand("status", "who is paused and why: the work status of every contract");
    command->footer("Example: kvit status --as-of 2026-11-20 --format html -o status.html");
    const auto known_on = std::make_shared<std::string>();
    add_known_on(*command, *known_on);
    command->callback([&call, known_on] { status(call, *known_on); });
}

}  // namespace kvit::cli
