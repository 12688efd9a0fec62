#include "adapters/sqlite/connection.h"

#include "kvit/core/environment_error.h"
#include "kvit/core/invariant.h"

#include <sqlite3.h>

#include <charconv>
#include <cstring>
#include <filesystem>
#include <unistd.h>

namespace kvit::sqlite {

namespace {

void check_is_a_file(const std::string& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status))
        throw core::EnvironmentError("there is no database at " + path +
                                     "; make one with: kvit init --db " + path);
    if (std::filesystem::is_directory(status))
        throw core::EnvironmentError(path + " is a folder, not a database; name a file with --db");
}

// Where the folder cannot be written, no -shm file can be made and nobody else can be writing.
bool may_write(const std::string& path) {
    const std::string folder = std::filesystem::path(path).parent_path().string();
    return ::access(path.c_str(), W_OK) == 0 &&
           ::access(folder.empty() ? "." : folder.c_str(), W_OK) == 0;
}

std::string immutable_uri(const std::string& path) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string uri = "file:";
    for (const char letter : path) {
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == '%' || letter == '?' || letter == '#')
            uri += {'%', digits[byte / 16], digits[byte % 16]};
        else
            uri += letter;
    }
    return uri + "?immutable=1";
}

// $n by SQLite's own numbering, which goes by first appearance in the text.
std::vector<int> positions_of(sqlite3_stmt* statement) {
    std::vector<int> position;
    const int count = sqlite3_bind_parameter_count(statement);
    for (int at = 1; at <= count; ++at) {
        const char* name = sqlite3_bind_parameter_name(statement, at);
        KVIT_INVARIANT(name != nullptr && name[0] == '$', "SQL parameters are written $1, $2, …");
        std::size_t number = 0;
        const char* end = name + std::strlen(name);
        const auto [rest, error] = std::from_chars(name + 1, end, number);
        KVIT_INVARIANT(error == std::errc() && rest == end && number > 0,
                       "SQL parameters are written $1, $2, …");
        if (position.size() <= number) position.resize(number + 1, 0);
        position[number] = at;
    }
    return position;
}

}  // namespace

std::string sentence_for(int code, const std::string& path, const std::string& detail) {
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return "the database " + path + " is in use by another program; try again";
        case SQLITE_FULL:
            return "the disk is full: the database " + path +
                   " could not be written and is as it was; make room and run the command again";
        case SQLITE_READONLY:
            return "the database " + path +
                   " may only be read; make the file and its folder writable or copy it elsewhere";
        case SQLITE_NOTADB:
            return path + " is not a kvit database; name another file with --db";
        case SQLITE_CORRUPT:
            return "the database " + path + " is damaged (" + detail + "); restore the last backup";
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return "the database " + path + " cannot be opened (" + detail +
                   "); check that you may read and write the file and its folder";
        case SQLITE_IOERR:
        case SQLITE_PROTOCOL:
            return "the database " + path + " could not be read or written (" + detail +
                   "); check the disk and run the command again";
        case SQLITE_NOMEM:
            return "there is not enough memory to work with the database " + path +
                   "; close other programs and run the command again";
        case SQLITE_INTERRUPT:
            return "work on the database " + path + " was interrupted; run the command again";
        default:
            return {};
    }
}

Connection::Connection(const std::string& path, OpenMode mode, int busy_milliseconds)
    : path_(path) {
    if (mode != OpenMode::create) check_is_a_file(path);
    try {
        open(mode);
        set_up(mode, busy_milliseconds);
    } catch (...) {
        sqlite3_close(handle_);
        throw;
    }
}

Connection::~Connection() {
    for (auto& [text, statements] : idle_)
        for (const Prepared& prepared : statements) sqlite3_finalize(prepared.statement);
    sqlite3_close(handle_);
}

// Reading also opens for writing where it can: the last one to close must be able to remove the
// -wal and -shm files beside the database; `query_only` keeps it from writing anything else.
void Connection::open(OpenMode mode) {
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    std::string name = path_;
    if (mode == OpenMode::read_only && !may_write(path_)) {
        flags |= SQLITE_OPEN_READONLY;
        if (!std::filesystem::exists(path_ + "-wal")) {
            flags |= SQLITE_OPEN_URI;
            name = immutable_uri(path_);
        }
    } else {
        flags |= SQLITE_OPEN_READWRITE;
        if (mode == OpenMode::create) flags |= SQLITE_OPEN_CREATE;
    }
    const int code = sqlite3_open_v2(name.c_str(), &handle_, flags, nullptr);
    if (code != SQLITE_OK) fail(code);
    if (mode == OpenMode::read_write && sqlite3_db_readonly(handle_, "main") != 0)
        fail(SQLITE_READONLY);
}

void Connection::set_up(OpenMode mode, int busy_milliseconds) {
    sqlite3_busy_timeout(handle_, busy_milliseconds);
    execute("PRAGMA trusted_schema = OFF");
    execute("PRAGMA foreign_keys = ON");
    require("foreign_keys", "1");
    execute("PRAGMA synchronous = FULL");
    require("synchronous", "2");
    execute("PRAGMA cache_size = -16000");  // KiB: memory stays flat whatever the size of the file
    execute("PRAGMA temp_store = MEMORY");
    if (mode == OpenMode::read_only) {
        execute("PRAGMA query_only = ON");
        require("query_only", "1");
        execute("SELECT COUNT(*) FROM sqlite_master");  // opens the file: says now what is wrong
    } else {
        execute("PRAGMA journal_mode = WAL");
        require("journal_mode", "wal");
    }
}

void Connection::require(const char* pragma, const char* expected) const {
    const std::string text = std::string("PRAGMA ") + pragma;
    sqlite3_stmt* statement = nullptr;
    int code = sqlite3_prepare_v2(handle_, text.c_str(), -1, &statement, nullptr);
    if (code != SQLITE_OK) fail(code);
    code = sqlite3_step(statement);
    std::string found;
    if (code == SQLITE_ROW) {
        const unsigned char* value = sqlite3_column_text(statement, 0);
        if (value != nullptr) found = std::string(reinterpret_cast<const char*>(value));
    }
    sqlite3_finalize(statement);
    if (found != expected)
        throw core::EnvironmentError("the database " + path_ + " cannot be used safely: " + pragma +
                                     " is \"" + found + "\" where \"" + expected +
                                     "\" is needed; keep it on a local disk");
}

bool Connection::in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }

std::int64_t Connection::changes() const { return sqlite3_changes64(handle_); }

void Connection::execute(std::string_view script) const {
    const int code = sqlite3_exec(handle_, std::string(script).c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code);
}

Prepared Connection::take(Sql sql) const {
    std::vector<Prepared>& idle = idle_[sql.text];
    if (!idle.empty()) {
        Prepared prepared = std::move(idle.back());
        idle.pop_back();
        return prepared;
    }
    Prepared prepared;
    const int code = sqlite3_prepare_v3(handle_, sql.text, -1, SQLITE_PREPARE_PERSISTENT,
                                        &prepared.statement, nullptr);
    if (code != SQLITE_OK) fail(code);
    prepared.position = positions_of(prepared.statement);
    return prepared;
}

void Connection::give_back(Sql sql, Prepared prepared) const noexcept {
    sqlite3_reset(prepared.statement);
    sqlite3_clear_bindings(prepared.statement);
    idle_[sql.text].push_back(std::move(prepared));
}

void Connection::fail(int code) const {
    const std::string detail =
        handle_ != nullptr ? sqlite3_errmsg(handle_) : std::string(sqlite3_errstr(code));
    const std::string sentence = sentence_for(code, path_, detail);
    if (!sentence.empty()) throw core::EnvironmentError(sentence);
    core::fail_invariant(("SQLite accepts every statement of ours: " + detail).c_str(), __FILE__,
                         __LINE__);
}

}  // namespace kvit::sqlite
