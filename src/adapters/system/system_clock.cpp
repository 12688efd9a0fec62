#include "adapters/system/system_clock.h"

#include "kvit/core/environment_error.h"
#include "kvit/core/invariant.h"

#include <date/tz.h>
#include <sodium.h>

#include <chrono>
#include <stdexcept>

namespace kvit::system {

namespace {

class SystemZone final : public core::TimeZone {
  public:
    explicit SystemZone(const date::time_zone* zone) : zone_(zone) {}

    core::Result<core::Instant> to_instant(core::LocalTime local) const override {
        const date::local_info info = zone_->get_info(local);
        if (info.result == date::local_info::nonexistent) {
            return core::refuse("",
                                core::to_iso(local) + " does not exist in " + zone_->name() +
                                    ": clocks are put forward over it",
                                "write the time with its offset from UTC, like \"" +
                                    core::to_iso(local) + offset_text(info.first.offset) + "\"");
        }
        if (info.result == date::local_info::ambiguous) {
            return core::refuse("",
                                core::to_iso(local) + " happens twice in " + zone_->name() +
                                    ": clocks are put back over it",
                                "write the time with its offset from UTC, \"" +
                                    core::to_iso(local) + offset_text(info.first.offset) +
                                    "\" or \"" + core::to_iso(local) +
                                    offset_text(info.second.offset) + "\"");
        }
        return core::Instant(local.time_since_epoch() - info.first.offset);
    }

    core::LocalTime to_local(core::Instant instant) const override {
        return date::floor<std::chrono::minutes>(zone_->to_local(instant));
    }

  private:
    static std::string offset_text(std::chrono::seconds offset) {
        const auto minutes = date::floor<std::chrono::minutes>(offset).count();
        const auto size = minutes < 0 ? -minutes : minutes;
        const auto two = [](long long n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        return (minutes < 0 ? "-" : "+") + two(size / 60) + ":" + two(size % 60);
    }

    const date::time_zone* zone_;  // of the database, which lives as long as the program
};

class SystemClock final : public app::Clock {
  public:
    core::Instant now() const override {
        return date::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    }

    std::string random_bytes(std::size_t count) override {
        KVIT_INVARIANT(sodium_init() >= 0, "libsodium starts");
        std::string bytes(count, '\0');
        randombytes_buf(bytes.data(), bytes.size());
        return bytes;
    }

    core::Result<std::shared_ptr<const core::TimeZone>> time_zone(
        std::string_view name) const override {
        const date::time_zone* zone = nullptr;
        try {
            date::get_tzdb();
        } catch (const std::runtime_error& error) {
            throw core::EnvironmentError(
                std::string("the time zones of this computer cannot be read (") + error.what() +
                "); install the package tzdata");
        }
        try {
            zone = date::locate_zone(name);
        } catch (const std::runtime_error&) {
            return core::refuse(
                "", "\"" + std::string(name) + "\" is no time zone that this computer knows",
                "write an IANA name like \"Europe/Warsaw\"");
        }
        return std::make_shared<const SystemZone>(zone);
    }
};

}  // namespace

std::unique_ptr<app::Clock> system_clock() { return std::make_unique<SystemClock>(); }

}  // namespace kvit::system
