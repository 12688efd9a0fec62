#include "adapters/sqlite/statement.h"

#include "kvit/core/invariant.h"

#include <sqlite3.h>

#include <limits>

namespace kvit::sqlite {

Query::~Query() { connection_.give_back(sql_, std::move(prepared_)); }

bool Query::step() {
    const int code = sqlite3_step(prepared_.statement);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) connection_.fail(code);
    return false;
}

bool Query::is_null(int column) const {
    return sqlite3_column_type(prepared_.statement, column) == SQLITE_NULL;
}

std::int64_t Query::number(int column) const {
    return sqlite3_column_int64(prepared_.statement, column);
}

std::string_view Query::text(int column) const {
    const unsigned char* text = sqlite3_column_text(prepared_.statement, column);
    if (text == nullptr) return {};
    return {reinterpret_cast<const char*>(text),
            static_cast<std::size_t>(sqlite3_column_bytes(prepared_.statement, column))};
}

int Query::position(int number) const {
    const auto index = static_cast<std::size_t>(number);
    KVIT_INVARIANT(index < prepared_.position.size() && prepared_.position[index] != 0,
                   "every value given has its parameter in the SQL");
    return prepared_.position[index];
}

void Query::bind(int number, std::int64_t value) {
    const int code = sqlite3_bind_int64(prepared_.statement, position(number), value);
    if (code != SQLITE_OK) connection_.fail(code);
}

void Query::bind(int number, std::string_view value) {
    const int code = sqlite3_bind_text64(prepared_.statement, position(number), value.data(),
                                         value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    if (code != SQLITE_OK) connection_.fail(code);
}

int Row::integer() {
    const std::int64_t value = number();
    if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max())
        unreadable(std::to_string(value) + " is too large");
    return static_cast<int>(value);
}

core::Date Row::day() { return reading(json::date_from); }

core::LocalTime Row::local_time() {
    return reading([](std::string_view text) {
        const auto time = core::parse_local_time(text);
        if (!time) throw json::Unreadable("\"" + std::string(text) + "\" is not a time");
        return *time;
    });
}

core::Instant Row::instant() {
    return reading([](std::string_view text) {
        // "2026-09-15T07:30:05Z"
        const auto wrong = [&] {
            return json::Unreadable("\"" + std::string(text) + "\" is not an instant");
        };
        if (text.size() != 20 || text[16] != ':' || text[19] != 'Z') throw wrong();
        const auto minute = core::parse_local_time(text.substr(0, 16));
        const int tens = text[17] - '0', ones = text[18] - '0';
        if (!minute || tens < 0 || tens > 5 || ones < 0 || ones > 9) throw wrong();
        return core::Instant(minute->time_since_epoch()) + std::chrono::seconds(tens * 10 + ones);
    });
}

core::Currency Row::currency() { return reading(json::currency_from); }

core::Country Row::country() {
    return reading([](std::string_view text) {
        const auto country = core::Country::parse(text);
        if (!country) throw json::Unreadable("\"" + std::string(text) + "\" is not a country");
        return *country;
    });
}

core::Ratio Row::ratio() { return reading(json::ratio_from); }

void Row::unreadable(const std::string& why) const {
    throw core::EnvironmentError("the database " + query_.connection().path() +
                                 " is damaged: " + noun_ + " \"" + std::string(query_.text(0)) +
                                 "\" cannot be read (" + why + "); restore the last backup");
}

}  // namespace kvit::sqlite
