#pragma once
// Agreements read for tests. A base file is accepted as it stands; a test changes one line of it.

#include "adapters/agreement/agreement_file.h"

#include <string>
#include <string_view>
#include <vector>

namespace kvit::test {

class FakeClock final : public app::Clock {
  public:
    core::Instant now() const override { return {}; }
    std::string random_bytes(std::size_t count) override { return std::string(count, '\0'); }
    core::Result<std::shared_ptr<const core::TimeZone>> time_zone(
        std::string_view name) const override {
        if (name == "Europe/Warsaw") return std::shared_ptr<const core::TimeZone>();
        return core::refuse("", "\"" + std::string(name) + "\" is not a time zone",
                            "write it like \"Europe/Warsaw\"");
    }
};

inline const std::string business = R"([business]
id = "studio-ada"
name = "Studio Ada"
country = "PL"
tax_id = "6772310459"
address = { street = "ul. Długa 7/3", city = "Kraków", postcode = "31-147" }
email = "biuro@studio-ada.example"
language = "pl"
timezone = "Europe/Warsaw"
currency = "PLN"
vat = { registered = true }
)";

inline const std::string client = R"([[client]]
id = "adria"
name = "Adria Travel d.o.o."
country = "HR"
kind = "business"
language = "hr"
email = "racuni@adria.example"
address = { street = "Obala 1", city = "Split", postcode = "21000" }
)";

inline const std::string contract = R"([[contract]]
id = "adria-social"
client = "adria"
title = "Mreže"
currency = "EUR"
law = "PL"
from = 2026-01-01
cycle = "monthly"
terms = { days = 14 }
retainer = { fee = "800.00", hours = "20", overage = "48.00" }
)";

inline const std::string policy = R"([[policy]]
id = "patient"
[[policy.level]]
name = "reminder"
status = "reminded"
notice = "friendly_reminder"
days_past_due_min = 5
[[policy.level]]
name = "warning"
status = "warned"
notice = "suspension_warning"
days_past_due_min = 10
[[policy.level]]
name = "pause"
status = "paused"
notice = "suspension"
days_past_due_min = 20
)";

inline core::Checked<app::Agreement> read(std::string_view text) {
    return agreement::read_agreement("a.toml", text, FakeClock());
}

// Every refusal as a sentence; "accepted" where there is none.
inline std::vector<std::string> refusals(std::string_view text) {
    const auto agreement = read(text);
    if (agreement) return {"accepted"};
    std::vector<std::string> result;
    for (const auto& refusal : agreement.error()) result.push_back(core::to_sentence(refusal));
    return result;
}

// The only refusal.
inline std::string refusal(std::string_view text) {
    const auto all = refusals(text);
    if (all.size() == 1) return all.front();
    std::string joined = std::to_string(all.size()) + " refusals:";
    for (const auto& one : all) joined += "\n  " + one;
    return joined;
}

// `text` with the line that starts with `key` and " =" replaced (`line` empty: removed), or, where
// there is none, with `line` added at the end.
inline std::string with(std::string text, const std::string& key, const std::string& line) {
    std::size_t at = text.starts_with(key + " =") ? 0 : text.find("\n" + key + " =");
    if (at == std::string::npos) return text + line + "\n";
    if (at != 0) ++at;
    const std::size_t end = text.find('\n', at) + 1;
    return text.replace(at, end - at, line.empty() ? "" : line + "\n");
}

}  // namespace kvit::test
