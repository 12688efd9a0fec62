#pragma once
// Files given to commands, read and checked: the bridge from paths to the adapters that know the
// formats.

#include "cli/session.h"
#include "kvit/app/ports/agreement_source.h"
#include "kvit/contract/work_log.h"
#include "kvit/statement/bank_statement.h"

#include <string>
#include <vector>

namespace kvit::cli {

// Each path a file, or a folder of .toml files. All problems of all files are told together.
std::vector<app::Agreement> read_agreements(const std::vector<std::string>& paths,
                                            const app::Clock& clock);

// "-" is standard input.
std::vector<app::At<contract::WorkEntry>> read_work(const Invocation& call, const std::string& path,
                                                    Session& session);
std::vector<app::At<contract::Contact>> read_contacts(const Invocation& call,
                                                      const std::string& path, Session& session);
std::vector<app::At<contract::Request>> read_requests(const Invocation& call,
                                                      const std::string& path);
std::vector<app::At<ledger::ExchangeRate>> read_exchange_rates(const Invocation& call,
                                                               const std::string& path);
// What `import bank` is told about a file.
struct StatementOptions {
    std::string profile;  // of a CSV export: a built-in name, or the path of a profile; empty: none
    std::string account;  // ours, where the export does not tell it
};
core::Checked<std::vector<statement::BankStatement>> read_statements(
    const Invocation& call, const std::string& path, Session& session,
    const StatementOptions& options = {});

// Refuses a folder that is named and is not there: payments would go unseen.
void require_folder(const std::string& folder);

// Files of the inbox folder, sorted by name, hidden ones and folders left out; none where there is
// no folder.
std::vector<std::string> inbox_files(const std::string& folder);

// Moves an imported file to the folder "done" beside it. What cannot be moved stays; importing it
// again changes nothing.
void move_to_done(const std::string& path);

}  // namespace kvit::cli
