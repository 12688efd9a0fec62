#include "adapters/agreement/section.h"

#include "adapters/agreement/values.h"
#include "kvit/contract/spelling.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace kvit::agreement {

void Report::refuse(toml::source_position at, const std::string& key, std::string what,
                    std::string remedy) {
    std::string where = fmt::format("{}:{}:{}", file_name_, at.line, at.column);
    if (!key.empty()) where += ", key " + key;
    notes_.push_back({at, {std::move(where), std::move(what), std::move(remedy)}});
}

core::Refusals Report::in_file_order() && {
    std::ranges::stable_sort(notes_, [](const Note& a, const Note& b) { return a.at < b.at; });
    core::Refusals refusals;
    for (Note& note : notes_) refusals.push_back(std::move(note.refusal));
    return refusals;
}

std::string Section::where() const {
    return fmt::format("{}:{}", report_->file_name(), table_->source().begin.line);
}

std::string Section::path(std::string_view key) const {
    if (parent_ == nullptr) return std::string(key);
    std::string here = parent_->path(name_);
    return key.empty() ? here : here + "." + std::string(key);
}

toml::source_position Section::position(std::string_view key) const {
    const auto entry = table_->find(key);
    if (entry != table_->cend()) return entry->first.source().begin;
    return table_->source().begin;
}

void Section::only(std::span<const std::string_view> known) const {
    for (auto&& [key, node] : *table_) {
        if (std::ranges::find(known, key.str()) != known.end()) continue;
        const std::string_view near = contract::nearest_word(key.str(), known);
        refuse(key.str(), "is not known here",
               near.empty() ? fmt::format("the keys are {}", fmt::join(known, ", "))
                            : fmt::format("did you mean {}?", near));
    }
}

void Section::refuse(std::string_view key, std::string what, std::string remedy) const {
    report_->refuse(position(key), path(key), std::move(what), std::move(remedy));
}

void Section::refuse(std::string_view key, core::Refusal refusal) const {
    refuse(key, std::move(refusal.what), std::move(refusal.remedy));
}

void Section::refuse_missing(std::string_view key, std::string_view example) const {
    refuse(key, "is missing", fmt::format("write {} = {}", key, example));
}

const toml::table* Section::table_at(std::string_view key) const {
    const toml::node* node = table_->get(key);
    if (node == nullptr) return nullptr;
    if (!node->is_table())
        refuse(key, fmt::format("is {}, not a table", kind_of(*node)),
               parent_ == nullptr ? fmt::format("write [{}]", key)
                                  : fmt::format("write {} = {{ … }}", key));
    return node->as_table();
}

const toml::array* Section::list_at(std::string_view key) const {
    const toml::node* node = table_->get(key);
    if (node == nullptr) return nullptr;
    if (!node->is_array())
        refuse(key, fmt::format("is {}, not a list of tables", kind_of(*node)),
               fmt::format("write [[{}]]", path(key)));
    return node->as_array();
}

const toml::table* Section::element_at(std::string_view key, const toml::node& element) const {
    if (!element.is_table())
        report_->refuse(element.source().begin, path(key),
                        fmt::format("holds {}, not a table", kind_of(element)),
                        fmt::format("write [[{}]]", path(key)));
    return element.as_table();
}

}  // namespace kvit::agreement
