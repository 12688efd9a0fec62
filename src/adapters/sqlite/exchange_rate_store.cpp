// ExchangeRateStore, and the VAT of an invoice in the bookkeeping currency.

#include "adapters/sqlite/store.h"
#include "adapters/sqlite/unit.h"
#include "kvit/core/invariant.h"

namespace kvit::sqlite {

namespace {

struct ReadRate {
    ledger::ExchangeRate rate;
    bool erased = false;  // the source
};

// Columns: currency, per, rate, bookkeeping_currency, rate_on, body of the source.
ReadRate read_rate(Row& row) {
    const core::Currency currency = row.currency();
    const core::Ratio per = row.ratio(), rate = row.ratio();
    const core::Currency bookkeeping_currency = row.currency();
    const core::Date on = row.day();
    const auto source = row.maybe([&] { return row.text(); });
    return {{currency, per, rate, bookkeeping_currency, on, source.value_or("")}, !source};
}

std::optional<ReadRate> find_rate(const Connection& connection, const core::BusinessId& business,
                                  core::Currency currency, core::Currency bookkeeping_currency,
                                  core::Date on) {
    Query query(connection, R"sql(
        SELECT r.currency, r.per, r.rate, r.bookkeeping_currency, r.rate_on, p.body
        FROM exchange_rate r
        LEFT JOIN personal_data p ON p.business = r.business AND p.hash = r.source
        WHERE r.business = $1 AND r.currency = $2 AND r.bookkeeping_currency = $3
            AND r.rate_on = $4)sql",
                business, currency, bookkeeping_currency, on);
    if (!query.step()) return std::nullopt;
    Row row(query, "exchange rate");
    return read_rate(row);
}

}  // namespace

app::Added Store::add_exchange_rate(const core::BusinessId& business,
                                    const ledger::ExchangeRate& rate) {
    unit();
    if (auto known =
            find_rate(connection_, business, rate.currency, rate.bookkeeping_currency, rate.on)) {
        if (known->erased) known->rate.source = rate.source;
        return known->rate == rate ? app::Added::already_known : app::Added::conflict;
    }
    run(connection_, R"sql(
        INSERT INTO exchange_rate (business, currency, bookkeeping_currency, rate_on, per, rate,
            source, recorded_on, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql",
        business, rate.currency, rate.bookkeeping_currency, rate.on, rate.per, rate.rate,
        add_personal(business, rate.source), unit().recorded_on(), unit().recorded_at());
    return app::Added::added;
}

std::optional<ledger::ExchangeRate> Store::exchange_rate(const core::BusinessId& business,
                                                         core::Currency currency,
                                                         core::Currency bookkeeping_currency,
                                                         core::Date on) const {
    auto found = find_rate(connection_, business, currency, bookkeeping_currency, on);
    if (!found) return std::nullopt;
    return std::move(found->rate);
}

std::optional<ledger::ExchangeRate> Store::latest_exchange_rate(const core::BusinessId& business,
                                                                core::Currency currency,
                                                                core::Currency bookkeeping_currency,
                                                                core::Date on) const {
    Query query(connection_, R"sql(
        SELECT r.currency, r.per, r.rate, r.bookkeeping_currency, r.rate_on, p.body
        FROM exchange_rate r
        LEFT JOIN personal_data p ON p.business = r.business AND p.hash = r.source
        WHERE r.business = $1 AND r.currency = $2 AND r.bookkeeping_currency = $3
            AND r.rate_on <= $4
        ORDER BY r.rate_on DESC LIMIT 1)sql",
                business, currency, bookkeeping_currency, on);
    if (!query.step()) return std::nullopt;
    Row row(query, "exchange rate");
    return read_rate(row).rate;
}

void Store::add_bookkeeping_tax(const core::BusinessId& business, const ledger::Invoice& invoice) {
    if (!invoice.bookkeeping_tax) return;
    const auto& [tax, rate] = *invoice.bookkeeping_tax;
    KVIT_INVARIANT(tax.currency() == rate.bookkeeping_currency && invoice.currency == rate.currency,
                   "the rate of an invoice leads from its currency to the bookkeeping currency");
    KVIT_INVARIANT(
        exchange_rate(business, rate.currency, rate.bookkeeping_currency, rate.on) == rate,
        "the rate of an invoice was imported");
    run(connection_, R"sql(
        INSERT INTO invoice_bookkeeping_tax (business, number, tax, currency,
            bookkeeping_currency, rate_on)
        VALUES ($1, $2, $3, $4, $5, $6))sql",
        business, invoice.number, tax.minor(), rate.currency, rate.bookkeeping_currency, rate.on);
}

std::optional<ledger::BookkeepingTax> Store::bookkeeping_tax(
    const core::BusinessId& business, const core::InvoiceNumber& number) const {
    Query query(connection_, R"sql(
        SELECT t.number, t.tax, r.currency, r.per, r.rate, r.bookkeeping_currency, r.rate_on,
            p.body
        FROM invoice_bookkeeping_tax t
        JOIN exchange_rate r ON r.business = t.business AND r.currency = t.currency
            AND r.bookkeeping_currency = t.bookkeeping_currency AND r.rate_on = t.rate_on
        LEFT JOIN personal_data p ON p.business = r.business AND p.hash = r.source
        WHERE t.business = $1 AND t.number = $2)sql",
                business, number);
    if (!query.step()) return std::nullopt;
    Row row(query, "the VAT in the bookkeeping currency of invoice");
    row.view();
    const std::int64_t tax = row.number();
    ledger::ExchangeRate rate = read_rate(row).rate;
    return ledger::BookkeepingTax{{tax, rate.bookkeeping_currency}, std::move(rate)};
}

}  // namespace kvit::sqlite
