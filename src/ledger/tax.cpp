#include "kvit/ledger/tax.h"

#include "rounding.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace kvit::ledger {

namespace {

using contract::VatCategory;
using core::Money;
using core::Ratio;
using core::Result;

// Which category two countries give where the contract does not say.
VatCategory default_category(const contract::Business& business, const contract::Client& client) {
    if (!business.vat.registered) return VatCategory::E;
    if (client.country == business.country) return VatCategory::S;
    if (!business.country.is_eu() || !client.country.is_eu()) return VatCategory::O;
    switch (client.kind) {
        case contract::ClientKind::business:
            return VatCategory::AE;
        case contract::ClientKind::public_body:
            // Directive 2006/112 art. 43(3): a body identified for VAT is a taxable person.
            return client.tax_id.empty() ? VatCategory::S : VatCategory::AE;
        case contract::ClientKind::consumer:
            break;
    }
    return VatCategory::S;
}

constexpr std::array<std::string_view, 7> category_codes{"S", "Z", "E", "AE", "K", "G", "O"};

bool is_reverse_charged(VatCategory category) {
    return category == VatCategory::AE || category == VatCategory::K;
}

// Why the category does not fit the two parties; nothing where it does.
std::optional<core::Refusal> misfit(const contract::Business& business,
                                    const contract::Client& client, VatCategory category) {
    const auto refusal = [&](const std::string& why, const std::string& way_out) {
        return core::Refusal{"", "VAT category " + code_of(category) + " does not fit: " + why,
                             way_out};
    };
    const std::string payer = "client \"" + client.id.str() + "\"";
    const bool charges =
        category != VatCategory::E && category != VatCategory::O && category != VatCategory::AE;
    if (charges && !business.vat.registered) {
        return refusal("the business is not registered for VAT",
                       "leave the contract's vat out, or write vat = { category = \"E\" }");
    }
    if (!is_reverse_charged(category)) return std::nullopt;
    if (client.kind == contract::ClientKind::consumer) {
        return refusal(payer + " is a consumer", "write vat = { category = \"S\" }");
    }
    if (business.tax_id.empty()) {
        return refusal("the business has no tax_id", "write the business's tax_id");
    }
    if (client.tax_id.empty()) {
        return refusal(payer + " has no tax_id",
                       "write the client's tax_id, or vat = { category = \"S\" }");
    }
    const bool elsewhere_in_eu = client.country.is_eu() && client.country != business.country;
    if (category == VatCategory::K && !elsewhere_in_eu) {
        return refusal(payer + " is not in another country of the EU",
                       client.country.is_eu() ? "write vat = { category = \"S\" }"
                                              : "write vat = { category = \"G\" }");
    }
    return std::nullopt;
}

__extension__ typedef __int128 Wide;

// By category, then by rate.
struct Order {
    bool operator()(const VatTreatment& a, const VatTreatment& b) const {
        if (a.category != b.category) return a.category < b.category;
        return static_cast<Wide>(a.percent.num()) * b.percent.den() <
               static_cast<Wide>(b.percent.num()) * a.percent.den();
    }
};

}  // namespace

std::string code_of(VatCategory category) {
    return std::string(category_codes.at(static_cast<std::size_t>(category)));
}

Result<Ratio> VatRates::standard(core::Country country, core::Date on) const {
    const VatRate* found = nullptr;
    for (const VatRate& row : rows_) {
        if (row.country != country || row.since > on) continue;
        if (found == nullptr || row.since > found->since) found = &row;
    }
    if (found != nullptr) return found->percent;
    return core::refuse(
        "",
        "the standard VAT rate of " + country.code() + " on " + core::to_iso(on) + " is not known",
        "give the contract its own, vat = { category = \"S\", rate = \"…\" }");
}

Result<VatCategory> vat_category(const contract::Business& business, const contract::Client& client,
                                 const contract::Terms& terms) {
    const VatCategory category =
        terms.vat ? terms.vat->category : default_category(business, client);
    if (auto refusal = misfit(business, client, category)) return tl::unexpected(*refusal);
    return category;
}

Result<VatTreatment> vat_treatment(const contract::Business& business,
                                   const contract::Client& client, const contract::Terms& terms,
                                   core::Date supplied_on, const VatRates& rates) {
    const auto category = vat_category(business, client, terms);
    if (!category) return tl::unexpected(category.error());
    if (*category != VatCategory::S) return VatTreatment{*category, Ratio()};
    if (terms.vat && terms.vat->rate_percent) {
        return VatTreatment{*category, *terms.vat->rate_percent};
    }
    const auto standard = rates.standard(business.country, supplied_on);
    if (!standard) return tl::unexpected(standard.error());
    return VatTreatment{*category, *standard};
}

Result<std::vector<VatLine>> vat_summary(std::span<const std::pair<VatTreatment, Money>> nets,
                                         core::Currency currency) {
    std::map<VatTreatment, Money, Order> bases;
    for (const auto& [treatment, net] : nets) {
        const auto [base, added] = bases.try_emplace(treatment, Money::zero(currency));
        base->second += net;
    }
    std::vector<VatLine> lines;
    lines.reserve(bases.size());
    for (const auto& [treatment, base] : bases) {
        const auto bounded = within_bound(base, "the sum of the lines");
        if (!bounded) return tl::unexpected(bounded.error());
        const auto tax = scale_to_invoice_step(base, treatment.percent * Ratio(1, 100));
        if (!tax) return tl::unexpected(tax.error());
        lines.push_back({treatment, base, *tax});
    }
    return lines;
}

}  // namespace kvit::ledger
