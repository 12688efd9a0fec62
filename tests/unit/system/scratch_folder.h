#pragma once
// A folder of its own for one test, gone with it.

#include "kvit/core/environment_error.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace kvit::test {

class ScratchFolder {
  public:
    ScratchFolder() {
        std::string name =
            (std::filesystem::temp_directory_path() / "kvit-scratch-XXXXXX").string();
        BOOST_REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    const std::string& path() const { return path_; }
    std::string operator/(const std::string& name) const { return path_ + "/" + name; }

    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream(*this / name, std::ios::binary) << bytes;
    }
    std::string read(const std::string& name) const {
        std::ifstream file(*this / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    }
    // Everything below it, folders with a '/' at the end, sorted.
    std::vector<std::string> tree() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(path_)) {
            names.push_back(std::filesystem::relative(entry.path(), path_).string() +
                            (entry.is_directory() ? "/" : ""));
        }
        std::ranges::sort(names);
        return names;
    }

  private:
    std::string path_;
};

// The sentence of the EnvironmentError that `act` throws; empty when it throws none.
template <class Act>
std::string environment_error(Act act) {
    try {
        act();
    } catch (const core::EnvironmentError& error) {
        return error.what();
    }
    return {};
}

}  // namespace kvit::test
