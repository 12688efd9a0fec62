#include "cli/session.h"

#include "adapters/archive/file_archive.h"
#include "adapters/html/html_renderer.h"
#include "adapters/mail/eml_folder.h"
#include "adapters/pdf/pdf_renderer.h"
#include "adapters/rules/rules.h"
#include "adapters/sqlite/sqlite_store.h"
#include "adapters/system/file_system.h"
#include "adapters/system/run_lock.h"
#include "adapters/system/sha256.h"
#include "adapters/system/system_clock.h"
#include "adapters/templates/wording.h"
#include "kvit/app/complete_law.h"

#include <filesystem>
#include <optional>
#include <thread>

namespace kvit::cli {

// Made when first asked for: a command that only reads the ledger parses no font and no template.
struct Session::Parts {
    Globals globals;
    std::unique_ptr<app::Clock> clock = system::system_clock();
    std::optional<system::RunLock> lock;
    std::unique_ptr<app::Store> store;
    std::optional<contract::Business> business;
    std::optional<core::Date> day;
    int jobs = static_cast<int>(std::thread::hardware_concurrency());
    std::unique_ptr<document::Wording> wording;
    std::unique_ptr<app::DocumentRenderer> pdf, html;
    std::unique_ptr<app::DocumentArchive> archive;
    std::optional<ledger::VatRates> vat_rates;
    std::optional<ledger::VatCurrencyRules> vat_currencies;
    std::optional<ledger::LateLaw> law;
};

Session::Session(const Invocation& call, Use use) : parts_(std::make_unique<Parts>()) {
    parts_->globals = call.globals;
    const bool write = use == Use::write;
    if (call.globals.as_of) parts_->day = date_option(*call.globals.as_of, "--as-of");
    if (write && system::exists(call.globals.db)) parts_->lock.emplace(call.globals.db);
    parts_->store = sqlite::open_store(
        call.globals.db, write ? sqlite::Access::read_write : sqlite::Access::read_only,
        *parts_->clock);
}

Session::~Session() = default;

app::Store& Session::store() { return *parts_->store; }
const app::Clock& Session::clock() const { return *parts_->clock; }
const core::BusinessCalendar& Session::calendar() const { return rules::calendar(); }

const contract::Business& Session::business() {
    if (!parts_->business) {
        std::optional<core::BusinessId> named;
        if (parts_->globals.business) named = core::BusinessId(*parts_->globals.business);
        parts_->business = accept(app::find_business(*parts_->store, named));
    }
    return *parts_->business;
}

core::Date Session::day() {
    if (!parts_->day) parts_->day = app::today(*parts_->clock, business());
    return *parts_->day;
}

void Session::set_jobs(int jobs) { parts_->jobs = jobs; }

app::DocumentRenderer& Session::renderer(const std::string& format) {
    if (format == "html") {
        if (!parts_->html) parts_->html = html::html_renderer();
        return *parts_->html;
    }
    if (!parts_->pdf) parts_->pdf = pdf::pdf_renderer(parts_->jobs);
    return *parts_->pdf;
}

const ledger::LateLaw& Session::built_in_law() {
    if (!parts_->law) parts_->law = rules::late_law();
    return *parts_->law;
}

ledger::LateLaw Session::late_law() {
    return app::late_law_of(store(), business().id, built_in_law());
}

const document::Wording& Session::wording() {
    if (!parts_->wording) parts_->wording = templates::built_in_wording();
    return *parts_->wording;
}

app::Engine Session::engine() {
    wording();
    if (!parts_->archive) parts_->archive = archive::file_archive(folder("documents"));
    if (!parts_->vat_rates) parts_->vat_rates = rules::vat_rates();
    if (!parts_->vat_currencies) parts_->vat_currencies = rules::vat_currencies();
    return {*parts_->store,          *parts_->clock,   rules::calendar(), *parts_->vat_rates,
            *parts_->vat_currencies, *parts_->wording, renderer("pdf"),   *parts_->archive};
}

core::Hasher Session::hasher() {
    constexpr std::size_t digits = 32;  // 128 bits tell keys apart
    return [](std::string_view text) { return system::sha256_hex(text).substr(0, digits); };
}

std::unique_ptr<app::MessageTransport> Session::transport(const std::string& folder_named) const {
    return mail::eml_folder(folder_named.empty() ? folder("outbox") : folder_named);
}

std::string Session::folder(const std::string& name) const {
    return (std::filesystem::path(parts_->globals.db).parent_path() / name).string();
}

void create_database(const Invocation& call) {
    const auto clock = system::system_clock();
    sqlite::create_database(call.globals.db, *clock);
}

}  // namespace kvit::cli
