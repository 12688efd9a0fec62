#include "cli/run.h"

#include "cli/commands/commands.h"
#include "cli/invocation.h"
#include "kvit/core/environment_error.h"

#include <algorithm>
#include <new>
#include <system_error>

namespace kvit::cli {

namespace {

void add_globals(CLI::App& app, Globals& globals) {
    app.add_option("--db", globals.db, "the database file")
        ->envname("KVIT_DB")
        ->capture_default_str()
        ->type_name("FILE");
    app.add_option("--business", globals.business, "which business, where there are several")
        ->type_name("ID");
    app.add_option("--as-of", globals.as_of, "the business day to act on; default: today there")
        ->type_name("DATE");
    app.add_option("--format", globals.format,
                   "text, json, csv, html or pdf, as the command offers")
        ->check(CLI::IsMember({"text", "json", "csv", "html", "pdf"}))
        ->capture_default_str();
    app.add_option("-o,--output", globals.output, "write to a file instead of standard output")
        ->type_name("FILE");
    app.add_flag("--quiet", globals.quiet, "say nothing but problems");
    app.add_option("--color", globals.color, "auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->capture_default_str();
}

void add_commands(CLI::App& app, Invocation& call) {
    add_init(app, call);
    add_apply(app, call);
    add_import(app, call);
    add_bill(app, call);
    add_review(app, call);
    add_send(app, call);
    add_day(app, call);
    add_status(app, call);
    add_aging(app, call);
    add_requests(app, call);
    add_interest(app, call);
    add_lateness(app, call);
    add_statement(app, call);
    add_clients(app, call);
    add_invoices(app, call);
    add_notices(app, call);
    add_pay(app, call);
    add_allocate(app, call);
    add_refund(app, call);
    add_write_off(app, call);
    add_explain(app, call);
    add_dispute(app, call);
    add_promise(app, call);
    add_hold(app, call);
    add_release(app, call);
    add_resume(app, call);
    add_terminate(app, call);
    add_credit(app, call);
    add_show(app, call);
    add_letter(app, call);
    add_clauses(app, call);
    add_quote(app, call);
    add_rate(app, call);
    add_render(app, call);
    add_verify(app, call);
    app.require_subcommand(1);
}

int parse_and_run(CLI::App& app, Invocation& call, std::span<const std::string> arguments) {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // as CLI11 takes them
    try {
        app.parse(std::move(reversed));
    } catch (const CLI::ParseError& error) {
        return app.exit(error, call.out, call.err) == 0 ? done : usage;
    } catch (const Refused& refusal) {
        for (const auto& one : refusal.refusals)
            call.err << "kvit: " << core::to_sentence(one) << '\n';
        return refused;
    } catch (const core::EnvironmentError& error) {
        call.err << "kvit: " << error.what() << '\n';
        return environment;
    } catch (const std::system_error& error) {
        call.err << "kvit: the system refused: " << error.what() << ".\n";
        return environment;
    } catch (const std::bad_alloc&) {
        call.err << "kvit: the machine has no memory left; nothing was changed by this step.\n";
        return environment;
    }
    return call.exit_code;
}

}  // namespace

int run(std::span<const std::string> arguments, std::istream& in, std::ostream& out,
        std::ostream& err, int terminal_columns) {
    CLI::App app{
        "kvit bills what was agreed, reminds politely, pauses work and resumes it on payment.",
        "kvit"};
    app.set_version_flag("--version", "kvit " KVIT_VERSION);
    Invocation call{{}, in, out, err, terminal_columns, done};
    add_globals(app, call.globals);
    app.fallthrough();  // global options may stand after the command
    add_commands(app, call);
    const int code = parse_and_run(app, call, arguments);
    out.flush();
    if (!out) {
        err << "kvit: the output could not be written; is the disk full or the reader gone?\n";
        return environment;
    }
    return code;
}

}  // namespace kvit::cli
