#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/write_letter.h"

#include <memory>

namespace kvit::cli {

namespace {

// The letter as its reader gets it; as text, with the message that carries it.
void show(Invocation& call, Session& session, const app::WrittenLetter& letter) {
    const std::string& format = call.globals.format;
    if (format != "text") {
        write_output(call, session.renderer(format).render(letter.document));
        return;
    }
    std::string text = text_of(call, letter.document);
    if (!letter.written_before) {
        text += "\nTo: " + letter.message.to_email + "\nSubject: " + letter.message.subject +
                "\n\n" + letter.message.text;
    }
    write_output(call, text);
}

void letter(Invocation& call, app::LetterRequest request, const std::string& on) {
    require_format(call, {"text", "html", "pdf"});
    request.on = optional_date(on, "--on");
    Session session(call, Use::write);
    request.day = session.day();
    const auto written = accept(app::write_letter(session.engine(), session.business(), request));
    if (request.dry_run || call.globals.format != "text") show(call, session, written);
    if (written.written_before) {
        call.err << "kvit: " << written.id.str() << " is on record already; nothing was added.\n";
    } else if (!request.dry_run && !call.globals.quiet && call.globals.format == "text") {
        call.out << "Wrote " << written.id.str() << " to " << written.client_name
                 << "; it leaves with the next kvit send.\n";
    }
    print_failures(call, written.failures);
    if (!written.failures.empty()) call.exit_code = waits_for_person;
}

}  // namespace

void add_letter(CLI::App& app, Invocation& call) {
    std::string kinds;
    for (const auto kind : app::letter_kinds())
        kinds += (kinds.empty() ? "" : ", ") + std::string(kind);
    auto* command = app.add_subcommand("letter", "write to a client in their language: " + kinds);
    command->footer("Example: kvit letter nudge adria --dry-run");
    const auto request = std::make_shared<app::LetterRequest>();
    const auto on = std::make_shared<std::string>();
    command->add_option("KIND", request->kind, "which letter: " + kinds)->required();
    command->add_option("CLIENT|CONTRACT", request->to, "to whom; of which contract alone")
        ->required();
    command->add_flag("--dry-run", request->dry_run, "only show it; nothing is put on record");
    command
        ->add_option("--price", request->price,
                     "office-hours: of the 24-hour package, per billing cycle")
        ->type_name("AMOUNT");
    command->add_option("--hours", request->hours, "extra-hours: how many, as in 3.5");
    command->add_option("--on", *on, "extra-hours: from which day; else today")->type_name("DATE");
    command->add_option("--quote", request->quote, "scope: which quote; else the only one held");
    command->callback([&call, request, on] { letter(call, *request, *on); });
}

}  // namespace kvit::cli
