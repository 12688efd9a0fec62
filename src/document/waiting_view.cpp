#include "kvit/document/waiting_view.h"

#include "kvit/document/number_format.h"
#include "report_parts.h"

#include <array>

namespace kvit::document {

std::string_view name_of(WaitingKind kind) {
    constexpr std::array<std::string_view, 9> names{"receipt",     "payment_out", "release",
                                                    "termination", "rate",        "confirmation",
                                                    "claim",       "quote",       "advance"};
    return names.at(static_cast<std::size_t>(kind));
}

Table waiting_table(const WaitingReport& report, core::Language language, const Wording& wording) {
    const auto word = [&](std::string_view key) { return wording.word(language, key); };
    Table table{word("waiting.caption"),
                {{word("status.waits"), Align::left, 2},
                 {word("status.client"), Align::left, 1},
                 {word("status.contract"), Align::left, 1},
                 {word("waiting.subject"), Align::left, 2},
                 {word("status.since"), Align::left, 0},
                 {word("account.amount"), Align::right, 0},
                 {word("waiting.command"), Align::left, 0}},
                {}};
    const auto or_none = [](const std::string& text) {
        return text.empty() ? std::string(no_value) : text;
    };
    for (const Waiting& item : report.items) {
        table.rows.push_back(
            {{word("waits_for." + std::string(name_of(item.kind))), or_none(item.client.str()),
              or_none(item.contract.str()), or_none(item.subject),
              item.since ? date(language, *item.since) : std::string(no_value),
              item.amount ? amount_with_currency(language, *item.amount) : std::string(no_value),
              or_none(item.command)},
             false});
    }
    return table;
}

Document compose_waiting(const WaitingReport& report, const contract::Business& business,
                         const Wording& wording) {
    const auto word = [&](std::string_view key) { return wording.word(business.language, key); };
    Document document = report_document(
        word("waiting.title") + " " + date(business.language, report.as_of), business, wording);
    if (report.items.empty())
        document.blocks.emplace_back(Paragraph{word("waiting.none"), ParagraphStyle::body});
    else
        document.blocks.emplace_back(waiting_table(report, business.language, wording));
    return document;
}

}  // namespace kvit::document
