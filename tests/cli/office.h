#pragma once
// An office of its own for a test: a folder, a database in it, and kvit run in process.

#include "cli/run.h"
#include "kvit/core/date.h"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

namespace kvit::test {

namespace fs = std::filesystem;

inline std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline fs::path examples() { return fs::path(KVIT_SOURCE_DIR) / "tests/examples/studio-ada"; }

// Gone with the test.
class Office {
  public:
    Office() {
        std::string name = (fs::temp_directory_path() / "kvit-office-XXXXXX").string();
        BOOST_REQUIRE(mkdtemp(name.data()) != nullptr);
        folder_ = name;
    }
    ~Office() {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    Office(const Office&) = delete;
    Office& operator=(const Office&) = delete;

    fs::path path(const std::string& name) const { return folder_ / name; }
    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(path(name), std::ios::binary) << text;
        return path(name).string();
    }

    // With --db of this office; `said` and `complained` hold what it printed.
    int run(std::vector<std::string> arguments, const std::string& input = "") {
        arguments.insert(arguments.begin(), {"--db", path("kvit.db").string()});
        std::istringstream in(input);
        std::ostringstream out, err;
        const int code = cli::run(arguments, in, out, err);
        said = out.str();
        complained = err.str();
        return code;
    }

    // The example business with its agreement, work, contacts, requests, and statements in the
    // inbox.
    void open_studio() {
        BOOST_REQUIRE_EQUAL(run({"init"}), 0);
        BOOST_REQUIRE_EQUAL(
            run({"apply", (examples() / "studio-ada.toml").string(), "--as-of", "2026-01-01"}), 0);
        for (const std::string table : {"work", "contacts", "requests"}) {
            BOOST_REQUIRE_EQUAL(run({"import", table, (examples() / (table + ".csv")).string(),
                                     "--as-of", "2026-01-01"}),
                                0);
        }
        fs::create_directories(path("inbox"));
        for (const auto& file : fs::directory_iterator(examples() / "statements")) {
            fs::copy(file.path(), path("inbox") / file.path().filename());
        }
    }

    void day(core::Date day) {
        const int code = run({"day", "--quiet", "--as-of", core::to_iso(day)});
        BOOST_REQUIRE_MESSAGE(code == 0 || code == 3, core::to_iso(day) << ": " << complained);
    }

    std::string said, complained;

  private:
    fs::path folder_;
};

}  // namespace kvit::test
