#pragma once
// The composition root: the only place where adapters and use cases meet. A command opens one
// session.

#include "cli/invocation.h"
#include "kvit/app/engine.h"
#include "kvit/core/hasher.h"
#include "kvit/ledger/late_law.h"

#include <memory>
#include <string>

namespace kvit::cli {

enum class Use { read, write };  // write takes the run lock

class Session {
  public:
    Session(const Invocation& call, Use use);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    app::Store& store();
    const app::Clock& clock() const;
    const core::BusinessCalendar& calendar() const;
    // The business the command works for; refuses as app::find_business does.
    const contract::Business& business();
    // --as-of, or today in the business's time zone.
    core::Date day();
    // How many documents are drawn at once; one per processor where this is not called.
    void set_jobs(int jobs);
    // Interest and compensation as built in, and with what this business added and confirmed.
    const ledger::LateLaw& built_in_law();
    ledger::LateLaw late_law();
    const document::Wording& wording();
    app::Engine engine();
    core::Hasher hasher();                                       // 128 bits of SHA-256 in hex
    app::DocumentRenderer& renderer(const std::string& format);  // "pdf" or "html"
    // One .eml per message into `folder`; empty: outbox/ beside the database.
    std::unique_ptr<app::MessageTransport> transport(const std::string& folder) const;

    // Beside the database: "inbox", "outbox", "documents".
    std::string folder(const std::string& name) const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

// Makes a new database at --db.
void create_database(const Invocation& call);

}  // namespace kvit::cli
