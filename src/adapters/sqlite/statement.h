#pragma once
// A running statement: parameters bound by type, rows read by type.

#include "adapters/json/values.h"
#include "adapters/sqlite/connection.h"
#include "kvit/core/ids.h"

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace kvit::sqlite {

class Query {
  public:
    template <class... Values>
    Query(const Connection& connection, Sql sql, const Values&... values)
        : connection_(connection), sql_(sql), prepared_(connection.take(sql)) {
        int number = 0;
        (bind(++number, values), ...);
    }
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    // The next row, or false after the last. Throws core::EnvironmentError.
    bool step();

    const Connection& connection() const { return connection_; }
    bool is_null(int column) const;
    std::int64_t number(int column) const;
    std::string_view text(int column) const;  // valid until the next step

  private:
    void bind(int number, std::int64_t value);
    void bind(int number, int value) { bind(number, std::int64_t{value}); }
    void bind(int number, bool value) { bind(number, std::int64_t{value}); }
    void bind(int number, std::string_view value);
    void bind(int number, const std::string& value) { bind(number, std::string_view(value)); }
    void bind(int number, const char* value) { bind(number, std::string_view(value)); }
    void bind(int number, core::Date value) { bind(number, core::to_iso(value)); }
    void bind(int number, core::LocalTime value) { bind(number, core::to_iso(value)); }
    void bind(int number, core::Instant value) { bind(number, core::to_iso(value)); }
    void bind(int number, core::Currency value) { bind(number, value.code()); }
    void bind(int number, core::Country value) { bind(number, value.code()); }
    void bind(int number, core::Ratio value) { bind(number, json::ratio_text(value)); }
    template <class Tag>
    void bind(int number, const core::Id<Tag>& value) {
        bind(number, value.str());
    }
    template <json::Stored Enum>
    void bind(int number, Enum value) {
        bind(number, json::name(value));
    }
    template <class T>
    void bind(int number, const std::optional<T>& value) {
        if (value) bind(number, *value);  // absent: NULL, as every parameter is before it is bound
    }
    int position(int number) const;

    const Connection& connection_;
    Sql sql_;
    Prepared prepared_;
};

// Runs a statement that returns no rows; gives the number of rows it changed.
template <class... Values>
std::int64_t run(const Connection& connection, Sql sql, const Values&... values) {
    Query query(connection, sql, values...);
    query.step();
    return connection.changes();
}

// Reads the columns of the current row from left to right. `noun` and the first column (by
// convention the row's key) name the row where it cannot be read: that is core::EnvironmentError,
// the file is damaged.
class Row {
  public:
    Row(const Query& query, const char* noun) : query_(query), noun_(noun) {}

    void skip(int columns) { column_ += columns; }

    std::string text() { return std::string(view()); }
    std::string_view view() { return query_.text(column_++); }
    std::int64_t number() { return query_.number(column_++); }
    int integer();
    bool flag() { return number() != 0; }
    core::Date day();
    core::LocalTime local_time();
    core::Instant instant();
    core::Currency currency();
    core::Country country();
    core::Ratio ratio();
    core::Money money(core::Currency currency) { return {number(), currency}; }
    template <class Id>
    Id id() {
        return Id(text());
    }
    template <json::Stored Enum>
    Enum named() {
        const std::string_view word = view();
        if (const auto value = json::named<Enum>(word)) return *value;
        unreadable("\"" + std::string(word) + "\" is not a known word");
    }
    // Absent where the column is NULL: row.maybe([&] { return row.day(); }).
    template <class Read>
    auto maybe(Read read) -> std::optional<decltype(read())> {
        if (query_.is_null(column_)) {
            ++column_;
            return std::nullopt;
        }
        return read();
    }
    // A codec's decode of the column's text.
    template <class Decode>
    auto decoded(Decode decode) {
        return reading([&](std::string_view text) { return decode(text); });
    }
    [[noreturn]] void unreadable(const std::string& why) const;

  private:
    template <class Read>
    auto reading(Read read) {
        try {
            return read(view());
        } catch (const json::Unreadable& error) {
            unreadable(error.what());
        } catch (const core::EnvironmentError& error) {
            unreadable(error.what());
        }
    }

    const Query& query_;
    const char* noun_;
    int column_ = 0;
};

}  // namespace kvit::sqlite
