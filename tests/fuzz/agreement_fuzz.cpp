#include "adapters/agreement/agreement_file.h"
#include "kvit/policy/enforcement_policy.h"
#include "promises.h"

#include <memory>

namespace {

// Knows one zone and no time.
class FuzzClock final : public kvit::app::Clock {
  public:
    kvit::core::Instant now() const override { return {}; }
    std::string random_bytes(std::size_t count) override { return std::string(count, '\0'); }
    kvit::core::Result<std::shared_ptr<const kvit::core::TimeZone>> time_zone(
        std::string_view name) const override {
        if (name != "Europe/Warsaw")
            return kvit::core::refuse("", "is no time zone", "write Europe/Warsaw");
        return std::make_shared<kvit::fuzz::Utc>();
    }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kvit;
    const auto agreement =
        agreement::read_agreement("fuzz.toml", fuzz::text_of(data, size), FuzzClock());
    if (!agreement) {
        fuzz::check_refusals(agreement.error());
        return 0;
    }
    for (const auto& policy : agreement->policies)
        KVIT_INVARIANT(policy::check(policy.value).has_value(),
                       "an accepted policy holds together");
    for (const auto& contract : agreement->contracts)
        KVIT_INVARIANT(!contract.where.empty() && !contract.value.id.empty(),
                       "every contract has its place and id");
    return 0;
}
