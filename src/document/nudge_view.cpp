#include "kvit/document/nudge_view.h"

#include "kvit/core/invariant.h"
#include "kvit/document/number_format.h"

#include <algorithm>

namespace kvit::document {

namespace {

// The title in force, or the first one of a contract that has not begun.
const std::string& title_of(const contract::Contract& contract, core::Date day) {
    return contract.terms_on(std::max(day, contract.from)).title;
}

std::string days_text(const NudgeItem& item, core::Language language, const Wording& wording) {
    return std::to_string(item.days_waited) + "\u00a0" +
           wording.counted(language, "plural.days", item.days_waited);
}

// On one line of an e-mail, whatever line ends the request has.
std::string item_text(const NudgeView& view, const NudgeItem& item, const Wording& wording) {
    const core::Language language = view.client.language;
    std::string what = item.what;
    std::ranges::replace(what, '\n', ' ');
    TemplateValues values;
    values.text = {{"what", what},
                   {"contract", wording.word(language, "format.quote_open") +
                                    title_of(item.contract, view.day) +
                                    wording.word(language, "format.quote_close")},
                   {"asked_on", date(language, item.asked_on)},
                   {"needed_by", date(language, item.needed_by)},
                   {"days", days_text(item, language, wording)}};
    values.flags = {{"waited", item.days_waited > 0}};
    return "– " + wording.text(language, "nudge", "item", values);
}

Table items_table(const NudgeView& view, bool waited, const Wording& wording) {
    const core::Language language = view.client.language;
    const auto word = [&](std::string_view key) { return wording.word(language, key); };
    Table table{"",
                {{word("request.what"), Align::left, 3},
                 {word("invoice.contract"), Align::left, 2},
                 {word("request.asked_on"), Align::left, 0},
                 {word("request.needed_by"), Align::left, 0}},
                {}};
    if (waited) table.columns.push_back({word("request.days_waited"), Align::right, 0});
    for (const NudgeItem& item : view.items) {
        TableRow row{{item.what, title_of(item.contract, view.day), date(language, item.asked_on),
                      date(language, item.needed_by)},
                     false};
        if (waited) row.cells.push_back(std::to_string(item.days_waited));
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

Letter nudge_letter(const NudgeView& view, const Wording& wording) {
    KVIT_INVARIANT(!view.items.empty(), "a nudge asks for something");
    const bool waited =
        std::ranges::any_of(view.items, [](const NudgeItem& item) { return item.days_waited > 0; });
    std::string items;
    for (const NudgeItem& item : view.items)
        items += (items.empty() ? "" : "\n") + item_text(view, item, wording);
    Letter letter{view.business, view.client, view.id, view.day, "nudge", {}, {}};
    letter.values.text = {{"items", items}};
    letter.values.flags = {{"waited", waited}};
    letter.tables = {items_table(view, waited, wording)};
    return letter;
}

}  // namespace kvit::document
