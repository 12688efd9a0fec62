#pragma once
// A TOML table whose keys are read by name, where whatever is wrong is noted with line, column and
// key. Readers carry on with a placeholder, so that one reading finds every mistake; a report with
// a refusal throws the values away.

#include "adapters/agreement/toml_library.h"
#include "kvit/core/result.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kvit::agreement {

class Report {
  public:
    explicit Report(std::string file_name) : file_name_(std::move(file_name)) {}

    const std::string& file_name() const { return file_name_; }
    bool empty() const { return notes_.empty(); }
    // `key` may be empty.
    void refuse(toml::source_position at, const std::string& key, std::string what,
                std::string remedy);
    core::Refusals in_file_order() &&;

  private:
    struct Note {
        toml::source_position at;
        core::Refusal refusal;
    };
    std::string file_name_;
    std::vector<Note> notes_;
};

class Section {
  public:
    Section(Report& report, const toml::table& table, const Section* parent, std::string_view name)
        : report_(&report), table_(&table), parent_(parent), name_(name) {}

    const toml::table& table() const { return *table_; }
    std::string where() const;  // "FILE:LINE" of its header
    bool has(std::string_view key) const { return table_->contains(key); }

    // Refuses every key that is not in `known`, with the nearest one that is.
    void only(std::span<const std::string_view> known) const;
    // At the key, or at the section's head where the key is absent.
    void refuse(std::string_view key, std::string what, std::string remedy) const;
    void refuse(std::string_view key, core::Refusal refusal) const;

    // What `read` (const toml::node& -> Result<T>) makes of the key, or `otherwise`. An absent key
    // is refused by need(), with `example` as what to write; may() takes it as `otherwise`.
    template <class T, class Read>
    T need(std::string_view key, Read read, T otherwise, std::string_view example) const {
        if (!has(key)) refuse_missing(key, example);
        return may(key, read, std::move(otherwise));
    }
    template <class T, class Read>
    T may(std::string_view key, Read read, T otherwise) const {
        const toml::node* node = table_->get(key);
        if (node == nullptr) return otherwise;
        auto value = read(*node);
        if (value) return T(std::move(*value));
        refuse(key, std::move(value.error()));
        return otherwise;
    }

    // Calls `read` (const Section&) for the table under the key, if there is one.
    template <class Read>
    void inside(std::string_view key, Read read) const {
        if (const toml::table* table = table_at(key); table != nullptr)
            read(Section(*report_, *table, this, key));
    }
    // Calls `read` (const Section&) for every table of the list under the key.
    template <class Read>
    void for_each(std::string_view key, Read read) const {
        const toml::array* list = list_at(key);
        if (list == nullptr) return;
        for (const toml::node& element : *list)
            if (const toml::table* table = element_at(key, element); table != nullptr)
                read(Section(*report_, *table, this, key));
    }
    void refuse_missing(std::string_view key, std::string_view example) const;

  private:
    std::string path(std::string_view key) const;
    toml::source_position position(std::string_view key) const;
    const toml::table* table_at(std::string_view key) const;
    const toml::array* list_at(std::string_view key) const;
    const toml::table* element_at(std::string_view key, const toml::node& element) const;

    Report* report_;
    const toml::table* table_;
    const Section* parent_;
    std::string_view name_;
};

}  // namespace kvit::agreement
