#include "sqlite/temporary.h"

#include "kvit/core/environment_error.h"

#include <boost/test/unit_test.hpp>
#include <sqlite3.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace kvit::port_contract {

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "kvit-test-XXXXXX").string();
    BOOST_REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::vector<std::string> TemporaryFolder::names() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(path_))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

Database::Database() { sqlite::create_database(path_, clock_); }

app::Store& SqliteSubject::store() {
    if (reopens_) store_.reset();
    if (!store_) store_ = database_.open();
    return *store_;
}

Raw::Raw(const std::string& path) {
    BOOST_REQUIRE(sqlite3_open(path.c_str(), &handle_) == SQLITE_OK);
}

Raw::~Raw() { sqlite3_close(handle_); }

std::string Raw::execute(const std::string& sql) {
    if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return "";
    return sqlite3_errmsg(handle_);
}

std::string Raw::value(const std::string& sql) {
    const auto values = column(sql);
    return values.empty() ? "" : values.front();
}

std::vector<std::string> Raw::column(const std::string& sql) {
    std::vector<std::string> values;
    sqlite3_stmt* statement = nullptr;
    BOOST_REQUIRE_MESSAGE(
        sqlite3_prepare_v2(handle_, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK,
        sqlite3_errmsg(handle_));
    while (sqlite3_step(statement) == SQLITE_ROW) {
        const unsigned char* text = sqlite3_column_text(statement, 0);
        values.emplace_back(text == nullptr ? "" : reinterpret_cast<const char*>(text));
    }
    sqlite3_finalize(statement);
    return values;
}

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    BOOST_REQUIRE(file.good());
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string environment_error(const std::function<void()>& work) {
    try {
        work();
    } catch (const core::EnvironmentError& error) {
        return error.what();
    }
    return "";
}

}  // namespace kvit::port_contract
