#include "cli/inputs.h"

#include "adapters/agreement/agreement_file.h"
#include "adapters/bank/statement_file.h"
#include "adapters/system/file_system.h"
#include "adapters/tables/tables.h"
#include "kvit/core/invariant.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <system_error>

namespace kvit::cli {

namespace {

namespace fs = std::filesystem;

std::string read(const Invocation& call, const std::string& path) {
    if (path != "-") return system::read_file(path);
    return {std::istreambuf_iterator<char>(call.in), std::istreambuf_iterator<char>()};
}

std::string shown(const std::string& path) { return path == "-" ? "standard input" : path; }

std::vector<std::string> agreement_files(const std::vector<std::string>& paths) {
    std::vector<std::string> files;
    for (const auto& path : paths) {
        std::error_code ignored;
        if (!fs::is_directory(path, ignored)) {
            files.push_back(path);
            continue;
        }
        const auto before = files.size();
        for (const auto& name : system::list_folder(path)) {
            if (name.ends_with(".toml")) files.push_back((fs::path(path) / name).string());
        }
        if (files.size() == before) {
            throw Refused{
                {{path, "the folder holds no .toml file", "name the agreement file itself"}}};
        }
    }
    return files;
}

const core::TimeZone& zone_of(Session& session, std::shared_ptr<const core::TimeZone>& keep) {
    keep = accept(session.clock().time_zone(session.business().timezone));
    return *keep;
}

// A path has a folder or the ending of the profiles' files; anything else is a name.
std::optional<bank::CsvProfile> profile_of(const std::string& named) {
    if (named.empty()) return std::nullopt;
    if (named.find('/') == std::string::npos && !named.ends_with(".csv"))
        return accept(bank::built_in_profile(named));
    return accept(
        bank::read_profile(named, system::read_file(named), fs::path(named).stem().string()));
}

}  // namespace

std::vector<app::Agreement> read_agreements(const std::vector<std::string>& paths,
                                            const app::Clock& clock) {
    std::vector<app::Agreement> agreements;
    core::Refusals refusals;
    for (const auto& path : agreement_files(paths)) {
        auto agreement = agreement::read_agreement(path, system::read_file(path), clock);
        if (agreement) {
            agreements.push_back(std::move(*agreement));
        } else {
            std::ranges::move(agreement.error(), std::back_inserter(refusals));
        }
    }
    if (!refusals.empty()) throw Refused{std::move(refusals)};
    return agreements;
}

std::vector<app::At<contract::WorkEntry>> read_work(const Invocation& call, const std::string& path,
                                                    Session& session) {
    std::shared_ptr<const core::TimeZone> keep;
    return accept(tables::read_work(shown(path), read(call, path), zone_of(session, keep)));
}

std::vector<app::At<contract::Contact>> read_contacts(const Invocation& call,
                                                      const std::string& path, Session& session) {
    std::shared_ptr<const core::TimeZone> keep;
    return accept(tables::read_contacts(shown(path), read(call, path), zone_of(session, keep)));
}

std::vector<app::At<contract::Request>> read_requests(const Invocation& call,
                                                      const std::string& path) {
    // Requests have days only; no zone is asked for.
    return accept(tables::read_requests(shown(path), read(call, path)));
}

std::vector<app::At<ledger::ExchangeRate>> read_exchange_rates(const Invocation& call,
                                                               const std::string& path) {
    return accept(tables::read_exchange_rates(shown(path), read(call, path)));
}

core::Checked<std::vector<statement::BankStatement>> read_statements(
    const Invocation& call, const std::string& path, Session& session,
    const StatementOptions& options) {
    const bank::CsvContext context{options.account, session.business().accounts};
    return bank::read_statement_file(shown(path), read(call, path), profile_of(options.profile),
                                     context);
}

void require_folder(const std::string& folder) {
    std::error_code ignored;
    if (fs::is_directory(folder, ignored)) return;
    throw Refused{
        {{"--inbox", "there is no folder " + folder, "correct the path or make the folder"}}};
}

std::vector<std::string> inbox_files(const std::string& folder) {
    std::vector<std::string> files;
    if (!system::exists(folder)) return files;
    for (const auto& name : system::list_folder(folder)) {
        files.push_back((fs::path(folder) / name).string());
    }
    return files;
}

void move_to_done(const std::string& path) {
    const auto done = fs::path(path).parent_path() / "done";
    std::error_code ignored;
    fs::create_directory(done, ignored);
    const auto target = done / fs::path(path).filename();
    // A file of the same name with later content keeps its own copy in the inbox.
    if (!fs::exists(target, ignored)) fs::rename(path, target, ignored);
}

}  // namespace kvit::cli
