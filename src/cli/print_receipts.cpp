#include "cli/print.h"

namespace kvit::cli {

namespace {

std::string joined(const std::vector<core::InvoiceNumber>& numbers) {
    std::string text;
    for (const auto& number : numbers) text += (text.empty() ? "" : " ") + number.str();
    return text;
}

std::string state_text(app::EntryState state) {
    switch (state) {
        case app::EntryState::unmatched:
            return "waits";
        case app::EntryState::matched:
            return "matched";
        case app::EntryState::not_ours:
            return "set aside";
        case app::EntryState::returned:
            return "returned";
        case app::EntryState::outgoing:
            return "out";
        case app::EntryState::returning:
            return "out, waits";
        case app::EntryState::booked_out:
            return "out, booked";
    }
    return {};
}

std::string settles_text(const app::AllocatedEntry& entry) {
    std::string text;
    for (const auto& [item, amount] : entry.allocations)
        text += (text.empty() ? "" : ", ") + item.str() + " " + core::to_decimal(amount);
    if (!entry.stored.note.empty()) text += (text.empty() ? "" : "; ") + entry.stored.note;
    return text;
}

}  // namespace

document::Table waiting_table(const std::vector<app::UnmatchedEntry>& entries) {
    using document::Align;
    document::Table table;
    table.columns = {{"entry", Align::right, 0},  {"on", Align::left, 0},
                     {"amount", Align::right, 0}, {"payer", Align::left, 1},
                     {"text", Align::left, 1},    {"may settle", Align::left, 1},
                     {"score", Align::right, 0},  {"because", Align::left, 1}};
    for (const auto& entry : entries) {
        document::TableRow row{
            {std::to_string(entry.ordinal), core::to_iso(entry.booked_on),
             with_currency(entry.amount), entry.payer, entry.text, "", "", entry.reason},
            false};
        for (const auto& candidate : entry.candidates) {
            row.cells[5] = joined(candidate.items);
            row.cells[6] = std::to_string(candidate.score);
            row.cells[7] = candidate.why;
            table.rows.push_back(row);
            row.cells.assign(row.cells.size(), "");
        }
        if (entry.candidates.empty()) table.rows.push_back(row);
    }
    return table;
}

document::Table entries_table(const std::vector<app::AllocatedEntry>& entries) {
    using document::Align;
    document::Table table;
    table.columns = {{"entry", Align::right, 0},  {"on", Align::left, 0},
                     {"amount", Align::right, 0}, {"payer", Align::left, 1},
                     {"state", Align::left, 0},   {"client", Align::left, 0},
                     {"settles", Align::left, 2}};
    for (const auto& entry : entries) {
        table.rows.push_back(
            {{std::to_string(entry.stored.ordinal), core::to_iso(entry.stored.entry.booked_on),
              with_currency(entry.stored.entry.amount), entry.stored.entry.payer_name,
              state_text(entry.stored.state), entry.client.str(), settles_text(entry)},
             false});
    }
    return table;
}

}  // namespace kvit::cli
