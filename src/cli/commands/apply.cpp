#include "cli/commands/commands.h"
#include "cli/inputs.h"
#include "cli/session.h"
#include "kvit/app/apply_agreement.h"

#include <memory>

namespace kvit::cli {

namespace {

struct Options {
    std::vector<std::string> paths;
    bool dry_run = false;
};

// The day needs a business's time zone, and the files may only be bringing the business.
core::Date day_of(const Invocation& call, Session& session,
                  const std::vector<app::Agreement>& agreements) {
    if (call.globals.as_of) return date_option(*call.globals.as_of, "--as-of");
    for (const auto& agreement : agreements) {
        if (agreement.business) return app::today(session.clock(), agreement.business->value);
    }
    return session.day();
}

void apply(Invocation& call, const Options& options) {
    Session session(call, Use::write);
    const auto agreements = read_agreements(options.paths, session.clock());
    std::optional<core::BusinessId> named;
    if (call.globals.business) named = core::BusinessId(*call.globals.business);
    const core::Date day = day_of(call, session, agreements);
    const app::Engine engine = session.engine();
    const auto changes = accept(app::apply_agreements(
        engine.store, agreements, named, engine.renderer, engine.wording, day, options.dry_run));
    if (call.globals.quiet) return;
    for (const auto& change : changes) {
        call.out << (change.added ? "add    " : "change ") << change.what << '\n';
    }
    if (changes.empty()) {
        call.out << "Nothing to change: the database already says the same.\n";
    } else {
        call.out << (options.dry_run ? "Dry run: nothing was written.\n" : "Applied.\n");
    }
}

}  // namespace

void add_apply(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand("apply", "bring agreements (TOML) into the database");
    command->footer("Example: kvit apply agreements/ --dry-run");
    const auto options = std::make_shared<Options>();
    command->add_option("PATH", options->paths, "agreement files, or folders of them")->required();
    command->add_flag("--dry-run", options->dry_run, "only print what would be added or changed");
    command->callback([&call, options] { apply(call, *options); });
}

}  // namespace kvit::cli
