// LateLawStore: reference rates that were added, and rows that were confirmed.

#include "adapters/sqlite/store.h"
#include "adapters/sqlite/unit.h"

#include <algorithm>

namespace kvit::sqlite {

namespace {

struct ReadRate {
    ledger::AddedRate rate;
    bool erased = false;  // the source
};

// Columns: series, country, rate_from, percent, body of the source.
ReadRate read_rate(const Query& query) {
    Row row(query, "reference rate");
    std::string series = row.text();
    const core::Country country = row.country();
    const core::Date from = row.day();
    const core::Ratio percent = row.ratio();
    const auto source = row.maybe([&] { return row.text(); });
    return {{country, std::move(series), from, percent, source.value_or("")}, !source};
}

}  // namespace

app::Added Store::add_reference_rate(const core::BusinessId& business,
                                     const ledger::AddedRate& rate) {
    unit();
    {
        Query query(connection_, R"sql(
            SELECT r.series, r.country, r.rate_from, r.percent, p.body
            FROM reference_rate r
            LEFT JOIN personal_data p ON p.business = r.business AND p.hash = r.source
            WHERE r.business = $1 AND r.country = $2 AND r.series = $3 AND r.rate_from = $4)sql",
                    business, rate.country, rate.series, rate.from);
        if (query.step()) {
            ReadRate known = read_rate(query);
            if (known.erased) known.rate.source = rate.source;
            return known.rate == rate ? app::Added::already_known : app::Added::conflict;
        }
    }
    run(connection_, R"sql(
        INSERT INTO reference_rate (business, country, series, rate_from, percent, source,
            recorded_on, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql",
        business, rate.country, rate.series, rate.from, rate.percent,
        add_personal(business, rate.source), unit().recorded_on(), unit().recorded_at());
    return app::Added::added;
}

std::vector<ledger::AddedRate> Store::reference_rates(const core::BusinessId& business) const {
    Query query(connection_, R"sql(
        SELECT r.series, r.country, r.rate_from, r.percent, p.body
        FROM reference_rate r
        LEFT JOIN personal_data p ON p.business = r.business AND p.hash = r.source
        WHERE r.business = $1 ORDER BY r.country, r.series, r.rate_from)sql",
                business);
    std::vector<ledger::AddedRate> rates;
    while (query.step()) rates.push_back(read_rate(query).rate);
    return rates;
}

app::Added Store::confirm_row(const core::BusinessId& business, const ledger::ConfirmedRow& row) {
    unit();
    const auto known = confirmed_rows(business);
    if (std::ranges::find(known, row) != known.end()) return app::Added::already_known;
    run(connection_, R"sql(
        INSERT INTO confirmed_row (business, country, series, since, content, recorded_on,
            recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7))sql",
        business, row.country, row.series, row.since, row.content, unit().recorded_on(),
        unit().recorded_at());
    return app::Added::added;
}

std::vector<ledger::ConfirmedRow> Store::confirmed_rows(const core::BusinessId& business) const {
    Query query(connection_, R"sql(
        SELECT series, country, since, content FROM confirmed_row
        WHERE business = $1 ORDER BY country, series, since, content)sql",
                business);
    std::vector<ledger::ConfirmedRow> rows;
    while (query.step()) {
        Row row(query, "confirmed row");
        std::string series = row.text();
        const core::Country country = row.country();
        const core::Date since = row.day();
        rows.push_back({country, std::move(series), since, row.text()});
    }
    return rows;
}

}  // namespace kvit::sqlite
