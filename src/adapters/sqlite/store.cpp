#include "adapters/sqlite/store.h"

#include "adapters/sqlite/migrate.h"
#include "adapters/sqlite/unit.h"
#include "kvit/core/environment_error.h"
#include "kvit/core/invariant.h"

#include <algorithm>
#include <filesystem>
#include <unistd.h>

namespace kvit::sqlite {

namespace {

constexpr int busy_milliseconds = 5000;

// Removes a database that was not finished.
class Unfinished {
  public:
    explicit Unfinished(std::string path) : path_(std::move(path)) { remove(); }
    ~Unfinished() { remove(); }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

  private:
    void remove() const {
        std::error_code ignored;
        for (const char* ending : {"", "-wal", "-shm"})
            std::filesystem::remove(path_ + ending, ignored);
    }
    std::string path_;
};

[[noreturn]] void refuse_existing(const std::string& path) {
    throw core::EnvironmentError("there is a file at " + path +
                                 " already; nothing was changed. Name another one with --db");
}

OpenMode mode_of(Access access) {
    return access == Access::read_only ? OpenMode::read_only : OpenMode::read_write;
}

}  // namespace

void create_database(const std::string& path, app::Clock& clock) {
    namespace fs = std::filesystem;
    std::error_code error;
    if (fs::exists(fs::symlink_status(path, error))) refuse_existing(path);
    const fs::path folder = fs::path(path).parent_path();
    if (!folder.empty() && !fs::is_directory(folder, error))
        throw core::EnvironmentError("there is no folder " + folder.string() + "; make it first");
    // Made beside it and linked into place when complete: a crash leaves no half database.
    const std::string making = path + ".making-" + std::to_string(::getpid());
    const Unfinished clean_up(making);
    {
        const Connection connection(making, OpenMode::create, busy_milliseconds);
        migrate(connection, built_in_migrations(), clock.now());
    }
    fs::create_hard_link(making, path, error);
    if (!error) return;
    if (fs::exists(fs::symlink_status(path))) refuse_existing(path);
    fs::rename(making, path, error);  // a file system without links
    if (error)
        throw core::EnvironmentError("the database " + path + " cannot be made (" +
                                     error.message() + "); check that the folder is writable");
}

std::unique_ptr<app::Store> open_store(const std::string& path, Access access, app::Clock& clock) {
    return std::make_unique<Store>(path, access, clock, busy_milliseconds);
}

Store::Store(const std::string& path, Access access, app::Clock& clock, int busy)
    : connection_(path, mode_of(access), busy), access_(access), clock_(clock) {
    if (access == Access::read_write)
        migrate(connection_, built_in_migrations(), clock.now());
    else
        check_is_current(connection_, built_in_migrations());
}

Store::~Store() { KVIT_INVARIANT(unit_ == nullptr, "a unit of work ends before its store"); }

std::unique_ptr<app::UnitOfWork> Store::begin(core::Date day) {
    KVIT_INVARIANT(access_ == Access::read_write, "a store opened for reading is not written");
    KVIT_INVARIANT(unit_ == nullptr, "units of work do not nest");
    return std::make_unique<Unit>(*this, day);
}

const Unit& Store::unit() const {
    KVIT_INVARIANT(unit_ != nullptr, "facts are written in a unit of work");
    return *unit_;
}

std::vector<std::string> Store::damage() const {
    std::vector<std::string> found;
    Query integrity(connection_, R"sqlite(PRAGMA integrity_check)sqlite");
    while (integrity.step())
        if (integrity.text(0) != "ok") found.emplace_back(integrity.text(0));
    Query references(connection_, R"sqlite(PRAGMA foreign_key_check)sqlite");
    while (references.step())
        found.push_back("a row of " + std::string(references.text(0)) + " refers to a row of " +
                        std::string(references.text(2)) + " that is missing");
    for (std::string& changed : changed_bodies(connection_)) found.push_back(std::move(changed));
    return found;
}

std::string Store::add_personal(const core::BusinessId& business, std::string_view body) {
    return add_body(connection_, clock_, BodyTable::personal_data, business, body);
}

std::optional<std::string> Store::add_text(const core::BusinessId& business,
                                           std::string_view text) {
    if (text.empty()) return std::nullopt;
    return add_personal(business, text);
}

Unit::Unit(Store& store, core::Date day)
    : store_(store),
      transaction_(store.connection_),
      recorded_on_(day),
      recorded_at_(store.clock_.now()) {
    for (const core::BusinessId& business : store.businesses())
        if (const auto last = store.last_recorded_on(business))
            recorded_on_ = std::max(recorded_on_, *last);
    store_.unit_ = this;
}

Unit::~Unit() {
    if (store_.unit_ == this) store_.unit_ = nullptr;
}

void Unit::commit() {
    KVIT_INVARIANT(store_.unit_ == this, "a unit of work is committed once");
    transaction_.commit();
    store_.unit_ = nullptr;
}

}  // namespace kvit::sqlite
