#pragma once
// One connection to one SQLite file, with its prepared statements.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace kvit::sqlite {

// SQL text that lives as long as the program: a literal. Statements are cached by its address.
// Portable text is written R"sql(…)sql", which tests/port_contract/portable_sql.sh collects and
// shows to PostgreSQL; text that only SQLite reads is written R"sqlite(…)sqlite". Parameters are
// $1, $2, …
struct Sql {
    const char* text;
    consteval Sql(const char* literal) : text(literal) {}
};

// A prepared statement; position[n] is where SQLite binds $n (0: not used).
struct Prepared {
    sqlite3_stmt* statement = nullptr;
    std::vector<int> position;
};

enum class OpenMode { read_only, read_write, create };

class Connection {
  public:
    // Opens and sets the pragmas, and reads them back. Throws core::EnvironmentError.
    Connection(const std::string& path, OpenMode mode, int busy_milliseconds);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    const std::string& path() const { return path_; }
    bool in_transaction() const;
    // Rows changed by the statement that ran last.
    std::int64_t changes() const;

    // Runs a script of statements without parameters.
    void execute(std::string_view script) const;

    // A statement of the cache, or a new one where all of its kind are in use.
    Prepared take(Sql sql) const;
    void give_back(Sql sql, Prepared prepared) const noexcept;

    // Throws what an SQLite result code means to the user; a code that means a bug aborts.
    [[noreturn]] void fail(int code) const;

  private:
    void open(OpenMode mode);
    void set_up(OpenMode mode, int busy_milliseconds);
    void require(const char* pragma, const char* expected) const;

    std::string path_;
    sqlite3* handle_ = nullptr;
    mutable std::unordered_map<const char*, std::vector<Prepared>> idle_;
};

// The sentence for a primary SQLite result code; empty where the code means a bug.
std::string sentence_for(int code, const std::string& path, const std::string& detail);

}  // namespace kvit::sqlite
