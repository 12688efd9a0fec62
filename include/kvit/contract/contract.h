#pragma once
// What was agreed: one contract with its history of terms. The terms in force on a day decide what
// is billed for it; an amendment starts a new version and leaves the old one on record.

#include "kvit/contract/payment_terms.h"
#include "kvit/core/country.h"
#include "kvit/core/currency.h"
#include "kvit/core/ids.h"
#include "kvit/core/money.h"
#include "kvit/core/ratio.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace kvit::contract {

enum class CyclePeriod { weekly, monthly, quarterly, yearly, once };
enum class Billed { arrears, advance };
enum class OutOfScope { quote, bill };    // held until agreed; billed at its rate
enum class PausedDays { prorate, bill };  // is a fee cut by the working days paused?
enum class Per { cycle, once };
enum class VatCategory { S, Z, E, AE, K, G, O };  // UNCL 5305 codes of EN 16931

struct Retainer {
    core::Money fee;                    // per whole cycle
    std::int64_t included_minutes = 0;  // per whole cycle
    std::optional<core::Money>
        overage;              // hourly price beyond them; absent: more hours are not billed here
    int rollover_cycles = 0;  // 0 to 12
    bool operator==(const Retainer&) const = default;
};

struct ServiceRate {
    std::string service;
    core::Money hourly;
    bool operator==(const ServiceRate&) const = default;
};

struct FixedItem {
    std::string title;
    core::Money amount;
    Per per = Per::cycle;
    bool covers_after_hours = false;  // the 24-hour package: no surcharge while it is agreed
    bool operator==(const FixedItem&) const = default;
};

// Office hours in the business's time zone; public holidays of its country are always outside.
struct Availability {
    std::array<bool, 7> days{};  // Monday first
    int from_minute = 0;         // minute of the day, inclusive
    int until_minute = 1440;     // exclusive, > from_minute
    bool operator==(const Availability&) const = default;
};

struct AfterHours {
    core::Ratio multiplier{1, 1};
    int min_minutes = 0;  // a contact bills at least this
    bool applies_to_work = true;
    bool applies_to_contacts = false;
    bool operator==(const AfterHours&) const = default;
};

// Absent rate with category S: the standard rate of the business's country on the supply date.
struct VatTerms {
    VatCategory category = VatCategory::S;
    std::optional<core::Ratio> rate_percent;  // 23 is 23 %
    bool operator==(const VatTerms&) const = default;
};

// Everything an amendment may change. An amendment names only what changes; the reader of the file
// has already filled in the rest from the version before.
struct Terms {
    std::string title;
    Billed billed = Billed::arrears;
    PaymentTerms payment = NetDays{};
    core::PolicyId policy{"standard"};
    std::string suspension_clause;  // empty: a pause waits for a person's release
    std::optional<Retainer> retainer;
    std::vector<std::string>
        scope;  // services the retainer covers; empty: every service is in scope
    OutOfScope out_of_scope = OutOfScope::quote;
    PausedDays paused_days = PausedDays::prorate;
    std::vector<ServiceRate> rates;
    std::vector<FixedItem> fixed;
    std::string channel;          // the agreed one; may be empty
    std::optional<VatTerms> vat;  // absent: from the two countries
    std::optional<Availability> availability;
    std::optional<AfterHours> after_hours;

    bool operator==(const Terms&) const = default;
};

struct TermsVersion {
    core::Date since;  // the first one starts on the contract's `from`
    std::string note;  // "Aneks nr 1"; empty for the first
    Terms terms;
    bool operator==(const TermsVersion&) const = default;
};

struct Contract {
    core::ContractId id;
    core::ClientId client;
    core::Currency currency;
    core::Date from;
    std::optional<core::Date> until;  // exclusive
    CyclePeriod cycle = CyclePeriod::monthly;
    int billing_day =
        1;  // 1 to 31; weekly: 1 Monday to 7 Sunday; clamped to month ends, never drifting
    core::Country law;
    std::vector<TermsVersion> versions;  // by `since`, ascending, at least one

    // The version in force on `day`; before `from` the first one.
    const Terms& terms_on(core::Date day) const;
    bool operator==(const Contract&) const = default;
};

// In scope of the retainer, or of the contract where there is no retainer.
bool in_scope(const Terms& terms, std::string_view service);
// The service's own hourly rate; nothing where none is agreed.
std::optional<core::Money> hourly_rate(const Terms& terms, std::string_view service);

}  // namespace kvit::contract
