#include "kvit/document/account_statement_view.h"

#include "invoice_parts.h"
#include "kvit/core/invariant.h"
#include "kvit/document/number_format.h"

#include <algorithm>
#include <array>

namespace kvit::document {

namespace {

class AccountComposer {
  public:
    AccountComposer(const AccountStatement& account, const Parties& parties)
        : account_(account), parties_(parties) {}

    std::string title() const;
    std::vector<Block> blocks() const;

  private:
    std::string word(std::string_view key) const {
        return parties_.word("account." + std::string(key));
    }
    std::string sum(core::Money money) const { return amount(parties_.language(), money); }
    std::string day(core::Date value) const { return date(parties_.language(), value); }
    AddressAndFacts facts() const;
    Table movements() const;
    Table open_items() const;

    const AccountStatement& account_;
    const Parties& parties_;
};

std::string AccountComposer::title() const {
    return word("title") + " " + account_.currency.code() + " – " + day(account_.through);
}

AddressAndFacts AccountComposer::facts() const {
    AddressAndFacts block{parties_.word("party.addressee"), addressee(parties_), {}};
    if (account_.from) block.facts.push_back({word("from"), day(*account_.from), false});
    block.facts.push_back({word("through"), day(account_.through), false});
    block.facts.push_back({word("currency"), account_.currency.code(), false});
    block.facts.push_back(
        {word("closing"), amount_with_currency(parties_.language(), account_.closing), true});
    return block;
}

Table AccountComposer::movements() const {
    Table table{"",
                {{word("day"), Align::left, 0},
                 {word("kind"), Align::left, 0},
                 {word("number"), Align::left, 1},
                 {word("amount"), Align::right, 0},
                 {word("balance"), Align::right, 0}},
                {}};
    const auto balance = [&](const std::string& on, std::string_view key, core::Money money) {
        table.rows.push_back({{on, word(key), "", "", sum(money)}, true});
    };
    if (account_.from) balance(day(*account_.from), "opening", account_.opening);
    for (const AccountLine& line : account_.lines) {
        table.rows.push_back({{day(line.on), word("kind_" + std::string(name_of(line.kind))),
                               numbers_text(line), sum(line.amount), sum(line.balance)},
                              false});
    }
    balance(day(account_.through), "closing", account_.closing);
    return table;
}

Table AccountComposer::open_items() const {
    Table table{word("open_items"),
                {{word("number"), Align::left, 1},
                 {word("due"), Align::left, 0},
                 {word("days_past_due"), Align::right, 0},
                 {word("open"), Align::right, 0}},
                {}};
    for (const AccountOpenItem& item : account_.open) {
        const int late = core::days_between(item.due_on, account_.through);
        table.rows.push_back({{item.number.str(), day(item.due_on),
                               late > 0 ? std::to_string(late) : "–", sum(item.open)},
                              false});
    }
    return table;
}

std::vector<Block> AccountComposer::blocks() const {
    std::vector<Block> blocks{facts(), Heading{title(), 1}, movements()};
    if (!account_.open.empty()) blocks.emplace_back(open_items());
    if (account_.closing.is_positive()) {
        std::string reference;  // so that the payment finds its invoices
        for (const AccountOpenItem& item : account_.open)
            reference += (reference.empty() ? "" : ", ") + item.number.str();
        blocks.emplace_back(payment_box(parties_, account_.closing, reference, {}));
    } else if (account_.closing.is_negative()) {
        blocks.emplace_back(Paragraph{word("credit"), ParagraphStyle::body});
    }
    blocks.emplace_back(Paragraph{word("note"), ParagraphStyle::small});
    return blocks;
}

}  // namespace

std::string_view name_of(AccountLineKind kind) {
    constexpr std::array<std::string_view, 7> names{
        "invoice", "credit_note", "interest_note", "payment", "refund", "write_off", "reversal"};
    return names.at(static_cast<std::size_t>(kind));
}

std::string numbers_text(const AccountLine& line) {
    std::string text;
    for (const auto& number : line.numbers) text += (text.empty() ? "" : ", ") + number.str();
    return text;
}

Document compose_account_statement(const std::vector<AccountStatement>& accounts,
                                   const contract::Business& business,
                                   const contract::Client& client, const Wording& wording) {
    KVIT_INVARIANT(!accounts.empty(), "a statement is of an account");
    const Parties parties{business, client, wording};
    Document document =
        titled_document(parties, AccountComposer(accounts.front(), parties).title());
    for (const AccountStatement& account : accounts) {
        if (&account != &accounts.front()) document.blocks.emplace_back(PageBreak{});
        for (Block& block : AccountComposer(account, parties).blocks())
            document.blocks.emplace_back(std::move(block));
    }
    return document;
}

}  // namespace kvit::document
