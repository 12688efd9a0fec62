#include "adapters/json/report_json.h"
#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/report_changes.h"
#include "kvit/app/report_status.h"
#include "kvit/app/report_waiting.h"
#include "kvit/document/board_view.h"

#include <memory>

namespace kvit::cli {

namespace {

struct Options {
    std::string of, known_on, since;
    bool waiting = false;
};

// On paper and on a page it is the board.
void print_status(Invocation& call, Session& session, const app::StatusQuestion& question,
                  const document::StatusReport& report) {
    const std::string& format = call.globals.format;
    if (format == "json" || format == "csv") {
        write_output(call, json::status(report, format));
        return;
    }
    const auto& business = session.business();
    const auto& wording = session.wording();
    if (format == "text") {
        write_output(call, text_of(call, document::compose_status(report, business, wording)));
        return;
    }
    const auto waiting = app::report_waiting(session.engine(), business, question, report);
    write_document(call, session, document::compose_board(report, waiting, business, wording));
}

// In the words in which `day` tells it; a command stands whole on a line of its own, to be copied.
std::string text_of(const document::WaitingReport& report) {
    if (report.items.empty()) return "Nothing waits on " + core::to_iso(report.as_of) + ".\n";
    std::string text;
    for (const auto& item : report.items) {
        text += item.says + "\n";
        if (!item.command.empty()) text += "    " + item.command + "\n";
    }
    return text;
}

void print_waiting_list(Invocation& call, Session& session, const app::StatusQuestion& question,
                        const document::StatusReport& status) {
    const auto& business = session.business();
    const auto report = app::report_waiting(session.engine(), business, question, status);
    const std::string& format = call.globals.format;
    if (format == "json" || format == "csv")
        write_output(call, json::waiting_list(business.id, report, format));
    else if (format == "text")
        write_output(call, text_of(report));
    else
        write_document(call, session,
                       document::compose_waiting(report, business, session.wording()));
    if (!report.items.empty()) call.exit_code = waits_for_person;
}

void print_changes(Invocation& call, Session& session, const app::StatusQuestion& question,
                   core::Date since) {
    const auto& business = session.business();
    const auto report = accept(app::report_changes(session.store(), business.id, question, since));
    const std::string& format = call.globals.format;
    if (format == "json" || format == "csv")
        write_output(call, json::changes(business.id, report, format));
    else
        write_document(call, session,
                       document::compose_changes(report, business, session.wording()));
}

void status(Invocation& call, const Options& options) {
    app::StatusQuestion question;
    question.known_on = optional_date(options.known_on, "--known-on");
    const auto since = optional_date(options.since, "--since");
    Session session(call, Use::read);
    const auto engine = session.engine();
    question.as_of = session.day();
    if (!options.of.empty())
        question.of = accept(app::find_party(engine.store, session.business().id, options.of));
    if (since) {
        print_changes(call, session, question, *since);
        return;
    }
    const auto report = app::report_status(engine, session.business(), question);
    if (options.waiting)
        print_waiting_list(call, session, question, report);
    else
        print_status(call, session, question, report);
}

}  // namespace

void add_status(CLI::App& app, Invocation& call) {
    auto* command =
        app.add_subcommand("status", "who is paused and why: the work status of every contract");
    command->footer("Example: kvit status --as-of 2026-11-20 --format html -o status.html");
    const auto options = std::make_shared<Options>();
    command->add_option("CLIENT|CONTRACT", options->of, "only this client's, or this one");
    add_known_on(*command, options->known_on);
    auto* since =
        command->add_option("--since", options->since, "what changed after this day instead");
    since->type_name("DATE");
    command
        ->add_flag("--waiting", options->waiting,
                   "what waits for a person instead, with the command that settles it")
        ->excludes(since);
    command->callback([&call, options] { status(call, *options); });
}

}  // namespace kvit::cli
