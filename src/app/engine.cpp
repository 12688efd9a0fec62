#include "kvit/app/engine.h"

#include "kvit/core/invariant.h"

namespace kvit::app {

core::Result<contract::Business> find_business(const Store& store,
                                               const std::optional<core::BusinessId>& named) {
    if (named) {
        if (auto business = store.business(*named)) return *business;
        return core::refuse("", "there is no business \"" + named->str() + "\" in this database",
                            "apply its agreement first, or correct --business");
    }
    const auto ids = store.businesses();
    if (ids.empty()) {
        return core::refuse("", "this database holds no business yet",
                            "apply an agreement first: kvit apply FILE");
    }
    if (ids.size() > 1) {
        std::string known;
        for (const auto& id : ids) known += (known.empty() ? "" : ", ") + id.str();
        return core::refuse("", "this database holds several businesses",
                            "say which with --business ID: " + known);
    }
    return *store.business(ids.front());
}

core::Date today(const Clock& clock, const contract::Business& business) {
    const auto zone = clock.time_zone(business.timezone);
    KVIT_INVARIANT(zone.has_value(), "a stored business has a known time zone");
    return core::date_of((*zone)->to_local(clock.now()));
}

}  // namespace kvit::app
