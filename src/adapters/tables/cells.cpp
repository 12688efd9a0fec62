#include "adapters/tables/cells.h"

#include "kvit/contract/plain_text.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace kvit::tables {
namespace {

constexpr int minutes_of_a_day = 24 * 60;
constexpr int max_offset = 14 * 60;  // UTC+14 is the farthest there is

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), value);
    const bool good = error == std::errc() && end == digits.end() && digits[0] != '-';
    return good ? std::optional(value) : std::nullopt;
}

// The offset from UTC in minutes at the end of the text, and what stands before it.
struct Offset {
    std::string_view before;
    int minutes;
};
std::optional<Offset> offset_of(std::string_view text) {
    if (text.ends_with('Z')) return Offset{text.substr(0, text.size() - 1), 0};
    if (text.size() < 6) return std::nullopt;
    const std::string_view tail = text.substr(text.size() - 6);
    const auto hours = number(tail.substr(1, 2));
    const auto minutes = number(tail.substr(4));
    if ((tail[0] != '+' && tail[0] != '-') || tail[3] != ':' || !hours || !minutes)
        return std::nullopt;
    const int total = *hours * 60 + *minutes;
    if (*minutes > 59 || total > max_offset) return std::nullopt;
    return Offset{text.substr(0, text.size() - 6), tail[0] == '-' ? -total : total};
}

}  // namespace

core::Result<int> whole_minutes(std::string_view cell, int min) {
    const auto value = number(cell);
    if (value && *value >= min && *value <= minutes_of_a_day) return *value;
    return core::refuse("", fmt::format("\"{}\" is not a number of minutes", cell),
                        fmt::format("write a whole number from {} to {}", min, minutes_of_a_day));
}

core::Result<contract::Channel> channel(std::string_view cell) {
    if (cell == "email") return contract::Channel::email;
    if (cell == "phone") return contract::Channel::phone;
    if (cell == "chat") return contract::Channel::chat;
    if (cell == "meeting") return contract::Channel::meeting;
    return core::refuse("", fmt::format("\"{}\" is not a channel", cell),
                        "write email, phone, chat or meeting");
}

core::Result<contract::Direction> direction(std::string_view cell) {
    if (cell == "in") return contract::Direction::in;
    if (cell == "out") return contract::Direction::out;
    return core::refuse("", fmt::format("\"{}\" is not a direction", cell),
                        "write in (from the client) or out (to the client)");
}

core::Result<std::string> needed_text(std::string_view cell, std::size_t max_letters) {
    return contract::plain_text(cell, max_letters, contract::Lines::many);
}

core::Result<std::string> optional_text(std::string_view cell, std::size_t max_letters) {
    if (cell.empty()) return std::string();
    return needed_text(cell, max_letters);
}

core::Result<Moment> moment(std::string_view cell, const core::TimeZone& zone) {
    const auto offset = offset_of(cell);
    const auto local = core::parse_local_time(offset ? offset->before : cell);
    if (!local)
        return core::refuse("", fmt::format("\"{}\" is not a date and time", cell),
                            "write it like 2026-01-31T09:30, or with an offset from UTC like "
                            "2026-01-31T09:30+01:00");
    if (offset) {
        const core::Instant instant =
            core::Instant(local->time_since_epoch()) - std::chrono::minutes(offset->minutes);
        const core::LocalTime wall = zone.to_local(instant);
        if (core::year_of(core::date_of(wall)) <= 9999) return Moment{wall, instant};
        return core::refuse("", fmt::format("\"{}\" lies beyond the year 9999 here", cell), "");
    }
    const auto instant = zone.to_instant(*local);
    if (!instant) return tl::unexpected(instant.error());
    return Moment{*local, *instant};
}

}  // namespace kvit::tables
