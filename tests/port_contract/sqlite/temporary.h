#pragma once
// A folder of its own for a test, and the database in it by SQLite's bare C API.

#include "adapters/sqlite/sqlite_store.h"
#include "samples.h"

#include <filesystem>
#include <memory>
#include <string>

struct sqlite3;

namespace kvit::port_contract {

class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    std::string file(const std::string& name) const { return (path_ / name).string(); }
    // Names in the folder, sorted.
    std::vector<std::string> names() const;

  private:
    std::filesystem::path path_;
};

// A new database, and stores on it.
class Database {
  public:
    Database();
    const std::string& path() const { return path_; }
    const TemporaryFolder& folder() const { return folder_; }
    FakeClock& clock() { return clock_; }
    std::unique_ptr<app::Store> open(sqlite::Access access = sqlite::Access::read_write) {
        return sqlite::open_store(path_, access, clock_);
    }

  private:
    TemporaryFolder folder_;
    std::string path_ = folder_.file("kvit.db");
    FakeClock clock_;
};

// One store on a new database; reopened for every step where wished.
class SqliteSubject final : public Subject {
  public:
    explicit SqliteSubject(bool reopens) : reopens_(reopens) {}
    app::Store& store() override;

  private:
    Database database_;
    std::unique_ptr<app::Store> store_;
    bool reopens_;
};

// SQLite without kvit: another program that has the file open.
class Raw {
  public:
    explicit Raw(const std::string& path);
    ~Raw();
    Raw(const Raw&) = delete;
    Raw& operator=(const Raw&) = delete;

    // "" where it worked, else SQLite's message.
    std::string execute(const std::string& sql);
    // First column of the first row; "" where there is none.
    std::string value(const std::string& sql);
    std::vector<std::string> column(const std::string& sql);

  private:
    sqlite3* handle_ = nullptr;
};

std::string bytes_of(const std::string& path);
// The sentence of the core::EnvironmentError that the work throws; "" where it throws none.
std::string environment_error(const std::function<void()>& work);

}  // namespace kvit::port_contract
