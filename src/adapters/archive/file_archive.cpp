#include "adapters/archive/file_archive.h"

#include "adapters/system/file_system.h"
#include "adapters/system/sha256.h"
#include "kvit/core/environment_error.h"

#include <algorithm>
#include <map>

namespace kvit::archive {

namespace {

bool is_control(char c) { return (c >= 0 && c < ' ') || c == 0x7F; }

// Names joined by '/', none empty, none beginning with '.', no control characters.
bool stays_below(std::string_view path) {
    if (std::ranges::any_of(path, is_control)) return false;
    for (;;) {
        const auto slash = path.find('/');
        const std::string_view name = path.substr(0, slash);
        if (name.empty() || name.front() == '.') return false;
        if (slash == std::string_view::npos) return true;
        path.remove_prefix(slash + 1);
    }
}

class FileArchive final : public app::DocumentArchive {
  public:
    explicit FileArchive(std::string folder) : folder_(std::move(folder)) {}

    std::vector<std::string> store(
        const std::vector<std::pair<std::string, std::string>>& path_and_bytes) override {
        std::vector<std::string> hashes;
        hashes.reserve(path_and_bytes.size());
        std::map<std::string_view, std::string_view> staged;  // path to hash, of this batch
        for (const auto& [path, bytes] : path_and_bytes) check_path(path);
        system::make_folder(folder_);
        system::FileBatch batch(folder_);
        for (const auto& [path, bytes] : path_and_bytes) {
            hashes.push_back(system::sha256_hex(bytes));
            const auto [known, is_new] = staged.emplace(path, hashes.back());
            if (!is_new) {
                if (known->second != hashes.back()) throw other_content(path);
            } else if (!system::exists(full(path))) {
                batch.stage(path, bytes);
            } else if (load(path) != bytes) {
                throw other_content(path);
            }
        }
        batch.publish();
        return hashes;
    }

    std::string load(const std::string& path) const override {
        check_path(path);
        return system::read_file(full(path));
    }

    std::string sha256(std::string_view bytes) const override { return system::sha256_hex(bytes); }

  private:
    std::string full(const std::string& path) const { return folder_ + "/" + path; }

    void check_path(const std::string& path) const {
        if (stays_below(path)) return;
        std::string shown = path;
        std::ranges::replace_if(shown, is_control, '?');
        throw core::EnvironmentError("\"" + shown +
                                     "\" cannot be a document's place in the archive " + folder_ +
                                     ": it leads out of it or holds an empty or hidden name; "
                                     "change the number pattern of the agreement");
    }

    core::EnvironmentError other_content(const std::string& path) const {
        return core::EnvironmentError(
            "the archive already holds " + full(path) +
            " with other content, and an issued document never changes; move that file out of the "
            "archive, keep it, and run the command again");
    }

    std::string folder_;
};

}  // namespace

std::unique_ptr<app::DocumentArchive> file_archive(const std::string& folder) {
    return std::make_unique<FileArchive>(folder);
}

}  // namespace kvit::archive
