#include "adapters/json/report_json.h"
#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/report_status.h"

namespace kvit::cli {

namespace {

void status(Invocation& call) {
    Session session(call, Use::read);
    const auto engine = session.engine();
    const auto report = app::report_status(engine, session.business(), session.day());
    const std::string& format = call.globals.format;
    if (format == "json" || format == "csv") {
        write_output(call, json::status(report, format));
        return;
    }
    const auto document = document::compose_status(report, session.business(), engine.wording);
    write_output(call, format == "text" ? text_of(call, document)
                                        : session.renderer(format).render(document));
}

}  // namespace

void add_status(CLI::App& app, Invocation& call) {
    auto* command =
        app.add_subcommand("status", "who is paused and why: the work status of every contract");
    command->footer("Example: kvit status --as-of 2026-11-20 --format html -o status.html");
    command->callback([&call] { status(call); });
}

}  // namespace kvit::cli
