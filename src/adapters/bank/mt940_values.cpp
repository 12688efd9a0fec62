#include "adapters/bank/mt940_values.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace kvit::bank {

namespace {

constexpr const char* again = "download the statement again";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// Takes from the front of the text.
class Cursor {
  public:
    explicit Cursor(std::string_view text) : text_(text) {}
    std::string_view rest() const { return text_; }
    bool starts_with_digit() const { return !text_.empty() && is_digit(text_.front()); }
    std::string_view take(std::size_t count) {
        const std::string_view taken = text_.substr(0, count);
        text_.remove_prefix(taken.size());
        return taken;
    }
    std::optional<std::string_view> digits(std::size_t count) {
        const std::string_view found = text_.substr(0, count);
        if (found.size() != count || !std::ranges::all_of(found, is_digit)) return std::nullopt;
        return take(count);
    }
    bool take_if(std::string_view prefix) {
        if (!text_.starts_with(prefix)) return false;
        text_.remove_prefix(prefix.size());
        return true;
    }
    template <class Is>
    std::string_view while_is(Is is) {
        const auto end = std::ranges::find_if_not(text_, is);
        return take(static_cast<std::size_t>(end - text_.begin()));
    }

  private:
    std::string_view text_;
};

std::optional<core::Date> day_of(std::string_view year, std::string_view month_day) {
    const auto day =
        core::parse_date(std::string(year) + "-" + std::string(month_day.substr(0, 2)) + "-" +
                         std::string(month_day.substr(2)));
    return day ? std::optional(*day) : std::nullopt;
}

// "260916" is of the years 2000 to 2099: no older statement is imported.
std::optional<core::Date> short_day(Cursor& cursor) {
    const auto digits = cursor.digits(6);
    if (!digits) return std::nullopt;
    return day_of("20" + std::string(digits->substr(0, 2)), digits->substr(2));
}

// "16" and "09" near a day: banks leave out the year, and around its turn it is another.
std::optional<core::Date> near_day(std::string_view month_day, core::Date other) {
    std::optional<core::Date> nearest;
    for (const int shift : {0, -1, 1}) {
        const auto day = day_of(std::to_string(core::year_of(other) + shift), month_day);
        if (!day) continue;
        const auto away = [&](core::Date one) { return one < other ? other - one : one - other; };
        if (!nearest || away(*day) < away(*nearest)) nearest = day;
    }
    return nearest;
}

// "000012,5" with a comma that must be there.
std::optional<core::Money> amount(Cursor& cursor, core::Currency currency) {
    std::string_view whole = cursor.while_is(is_digit);
    if (whole.empty() || whole.size() > 15 || !cursor.take_if(",")) return std::nullopt;
    const std::string_view fraction = cursor.while_is(is_digit);
    while (whole.size() > 1 && whole.front() == '0') whole.remove_prefix(1);
    std::string text(whole);
    if (!fraction.empty()) text += "." + std::string(fraction);
    const auto money = core::parse_money(text, currency);
    return money ? std::optional(*money) : std::nullopt;
}

tl::unexpected<core::Refusal> unreadable(std::string_view what, std::string remedy) {
    return core::refuse("", "the " + std::string(what), std::move(remedy));
}

std::string_view reference(std::string_view text) {
    while (text.ends_with(' ')) text.remove_suffix(1);
    while (text.starts_with(' ')) text.remove_prefix(1);
    // "KREF+": German banks say that the reference is in :86:.
    return text == "NONREF" || text == "KREF+" ? std::string_view() : text;
}

struct Side {
    std::string_view mark;
    bool is_debit, is_reversal;
};
constexpr Side sides[] = {
    {"RC", true, true}, {"RD", false, true}, {"C", false, false}, {"D", true, false}};

}  // namespace

core::Result<Mt940Balance> read_balance(std::string_view text) {
    const auto wrong = [&] {
        return core::refuse("", "it is no balance", "a balance is written C260916EUR1234,56");
    };
    Cursor cursor(text);
    const std::string_view side = cursor.take(1);
    const auto day = short_day(cursor);
    if ((side != "C" && side != "D") || !day) return wrong();
    const std::string_view code = cursor.take(3);
    if (!std::ranges::all_of(code, is_upper)) return wrong();
    const auto currency = core::Currency::parse(code);
    if (!currency) return tl::unexpected(currency.error());
    const auto money = amount(cursor, *currency);
    if (!money || !cursor.rest().empty()) return wrong();
    return Mt940Balance{side == "D" ? -*money : *money, *day};
}

core::Result<Mt940Entry> read_entry_line(std::string_view text, core::Currency currency) {
    Cursor cursor(text);
    const auto value_on = short_day(cursor);
    if (!value_on) return unreadable("value date is no date", "dates are written 260916");
    std::optional<core::Date> booked_on = value_on;
    if (cursor.starts_with_digit()) {
        const auto digits = cursor.digits(4);
        booked_on = digits ? near_day(*digits, *value_on) : std::nullopt;
        if (!booked_on) return unreadable("booking date is no date", "dates are written 0916");
    }
    const auto* side =
        std::ranges::find_if(sides, [&](const Side& one) { return cursor.take_if(one.mark); });
    if (side == std::end(sides)) return unreadable("side is none of C, D, RC and RD", again);
    if (!cursor.rest().empty() && is_upper(cursor.rest().front())) cursor.take(1);
    const auto money = amount(cursor, currency);
    if (!money) {
        return unreadable("amount is no amount in " + currency.code(),
                          "amounts have a comma and no more decimals than the currency");
    }
    const std::string_view type = cursor.take(4);
    const bool has_type =
        type.size() == 4 && std::string_view("NFS").find(type.front()) != std::string_view::npos;
    if (!has_type) return unreadable("type of the booking is missing", again);
    const std::string_view references = cursor.rest();
    const std::size_t parting = references.find("//");
    Mt940Entry entry{
        side->is_debit ? -*money : *money,        *value_on, *booked_on, side->is_reversal,
        reference(references.substr(0, parting)), {}};
    if (parting != std::string_view::npos)
        entry.bank_reference = reference(references.substr(parting + 2));
    return entry;
}

}  // namespace kvit::bank
