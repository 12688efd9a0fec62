#include "adapters/json/report_json.h"
#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/report_account.h"

#include <memory>

namespace kvit::cli {

namespace {

struct Options {
    std::string client, from, through, currency, known_on;
};

app::AccountQuestion question_of(const Options& options, Session& session) {
    app::AccountQuestion question{core::ClientId(options.client), std::nullopt, session.day(),
                                  std::nullopt, std::nullopt};
    question.from = optional_date(options.from, "--from");
    question.through = optional_date(options.through, "--to").value_or(session.day());
    question.known_on = optional_date(options.known_on, "--known-on");
    if (!options.currency.empty())
        question.currency = accept(core::Currency::parse(options.currency));
    return question;
}

void statement(Invocation& call, const Options& options) {
    Session session(call, Use::read);
    const auto question = question_of(options, session);
    const auto accounts =
        accept(app::report_account(session.store(), session.business(), question));
    const std::string& format = call.globals.format;
    if (format == "json" || format == "csv") {
        write_output(call, json::statement(accounts, format));
        return;
    }
    const auto client = session.store().client(session.business().id, question.client);
    write_document(call, session,
                   document::compose_account_statement(accounts, session.business(), *client,
                                                       session.wording()));
}

}  // namespace

void add_statement(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand("statement",
                                       "a client's statement of account, in the client's language");
    command->footer(
        "Example: kvit statement adria --from 2026-07-01 --to 2026-09-30 "
        "--format pdf -o statement.pdf");
    const auto options = std::make_shared<Options>();
    command->add_option("CLIENT", options->client, "the client's id")->required();
    command->add_option("--from", options->from, "first day; default: from the beginning")
        ->type_name("DATE");
    command->add_option("--to", options->through, "last day; default: the day of --as-of")
        ->type_name("DATE");
    command->add_option("--currency", options->currency, "only this account of the client's")
        ->type_name("CUR");
    add_known_on(*command, options->known_on);
    command->callback([&call, options] { statement(call, *options); });
}

}  // namespace kvit::cli
