#include "adapters/agreement/agreement_file.h"

#include "adapters/agreement/readers.h"
#include "adapters/agreement/section.h"

#include <fmt/format.h>

#include <string_view>
#include <unordered_map>
#include <utility>

namespace kvit::agreement {
namespace {

constexpr std::size_t max_bytes = std::size_t{64} << 20;

// Ids seen so far of one noun, with the line each was first seen on.
template <class IdType>
class Seen {
  public:
    explicit Seen(std::string_view noun) : noun_(noun) {}
    void note(const Section& section, const IdType& id) {
        if (id.empty()) return;  // refused already
        const auto [entry, is_new] = lines_.try_emplace(id.str(), section.where());
        if (!is_new)
            section.refuse(
                "id", fmt::format("\"{}\" is also the {} of {}", id.str(), noun_, entry->second),
                fmt::format("give every {} of its own", noun_));
    }

  private:
    std::string_view noun_;
    std::unordered_map<std::string, std::string> lines_;
};

void read_contracts(const Section& root, app::Agreement& agreement) {
    const bool has_business = agreement.business.has_value();
    const core::Country law = has_business ? agreement.business->value.country : some_country();
    Seen<core::ContractId> seen("contract id");
    root.for_each("contract", [&](const Section& section) {
        auto contract = read_contract(section, law);
        seen.note(section, contract.id);
        if (!has_business && !section.has("law"))
            agreement.law_from_business.push_back(contract.id);
        agreement.contracts.push_back({{section.where()}, std::move(contract)});
    });
}

app::Agreement read_root(const Section& root, const app::Clock& clock) {
    constexpr std::string_view known[] = {"business", "client", "contract", "policy"};
    root.only(known);
    app::Agreement agreement;
    root.inside("business", [&](const Section& section) {
        agreement.business = {{section.where()}, read_business(section, clock)};
    });
    Seen<core::ClientId> clients("client id");
    root.for_each("client", [&](const Section& section) {
        auto client = read_client(section);
        clients.note(section, client.id);
        agreement.clients.push_back({{section.where()}, std::move(client)});
    });
    read_contracts(root, agreement);
    Seen<core::PolicyId> policies("policy id");
    root.for_each("policy", [&](const Section& section) {
        auto policy = read_policy(section);
        policies.note(section, policy.id);
        agreement.policies.push_back({{section.where()}, std::move(policy)});
    });
    return agreement;
}

// toml++ says "Error while parsing string: unknown escape sequence"; the first half tells nobody
// anything.
std::string without_preamble(std::string_view description) {
    constexpr std::string_view preamble = "Error while parsing ";
    if (description.starts_with(preamble)) description.remove_prefix(preamble.size());
    return std::string(description);
}

}  // namespace

core::Checked<app::Agreement> read_agreement(const std::string& file_name, std::string_view text,
                                             const app::Clock& clock) {
    Report report(file_name);
    if (text.size() > max_bytes)
        return tl::unexpected(core::Refusals{
            {file_name, "the file is larger than 64 MiB", "split it into several files"}});
    const toml::parse_result parsed = toml::parse(text);
    if (!parsed) {
        report.refuse(parsed.error().source().begin, "",
                      fmt::format("the file is not TOML here ({})",
                                  without_preamble(parsed.error().description())),
                      "correct this place; the form is explained at https://toml.io");
        return tl::unexpected(std::move(report).in_file_order());
    }
    app::Agreement agreement = read_root(Section(report, parsed.table(), nullptr, ""), clock);
    if (!report.empty()) return tl::unexpected(std::move(report).in_file_order());
    return agreement;
}

}  // namespace kvit::agreement
