#include "kvit/ledger/aging.h"

namespace kvit::ledger {

namespace {

using core::Money;
using Key = std::pair<core::ClientId, core::Currency>;

Money& bucket(AgingRow& row, int days_past_due) {
    if (days_past_due <= 0) return row.current;
    if (days_past_due <= 30) return row.d1_30;
    if (days_past_due <= 60) return row.d31_60;
    if (days_past_due <= 90) return row.d61_90;
    return row.d90_plus;
}

AgingRow& row_of(std::map<Key, AgingRow>& rows, const core::ClientId& client,
                 core::Currency currency) {
    const Money zero = Money::zero(currency);
    return rows
        .try_emplace({client, currency}, AgingRow{client, zero, zero, zero, zero, zero, zero, zero})
        .first->second;
}

}  // namespace

std::vector<AgingRow> aging(std::span<const OpenItem> items, const std::map<Key, Money>& unapplied,
                            core::Date as_of) {
    std::map<Key, AgingRow> rows;
    AgingRow* last = nullptr;  // items come by client and currency: look the row up once for each
    for (const OpenItem& item : items) {
        if (item.open.is_zero()) continue;
        const core::Currency currency = item.open.currency();
        if (last == nullptr || last->client != item.client || last->total.currency() != currency) {
            last = &row_of(rows, item.client, currency);
        }
        bucket(*last, core::days_between(item.due_on, as_of)) += item.open;
        last->total += item.open;
    }
    for (const auto& [key, amount] : unapplied) {
        if (!amount.is_zero()) row_of(rows, key.first, key.second).unapplied += amount;
    }
    std::vector<AgingRow> sorted;
    sorted.reserve(rows.size());
    for (auto& [key, row] : rows) sorted.push_back(std::move(row));
    return sorted;
}

}  // namespace kvit::ledger
