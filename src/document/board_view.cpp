#include "kvit/document/board_view.h"

#include "kvit/document/number_format.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <span>

namespace kvit::document {

namespace {

using policy::WorkStatus;

// Worst first, as the table sorts them.
constexpr std::array worst_first{WorkStatus::paused, WorkStatus::terminated, WorkStatus::warned,
                                 WorkStatus::reminded, WorkStatus::active};

class BoardComposer {
  public:
    BoardComposer(const StatusReport& report, const WaitingReport& waiting,
                  const contract::Business& business, const Wording& wording)
        : report_(report), waiting_(waiting), business_(business), wording_(wording) {}

    Document document() const;

  private:
    std::string word(std::string_view key) const { return wording_.word(business_.language, key); }
    std::string name_of(WorkStatus status) const {
        return word("work_status." + std::string(policy::name_of(status)));
    }
    PaymentBox summary() const;
    void add_amounts(std::string_view label, std::vector<core::Money> StatusRow::*amounts,
                     PaymentBox& box) const;
    void add_client(std::span<const StatusRow> rows, std::vector<Block>& blocks) const;
    void add_contract(const StatusRow& row, std::vector<Block>& blocks) const;

    const StatusReport& report_;
    const WaitingReport& waiting_;
    const contract::Business& business_;
    const Wording& wording_;
};

void BoardComposer::add_amounts(std::string_view label,
                                std::vector<core::Money> StatusRow::*amounts,
                                PaymentBox& box) const {
    std::map<core::Currency, core::Money> sums;
    for (const StatusRow& row : report_.rows) {
        for (const core::Money& amount : row.*amounts)
            sums.try_emplace(amount.currency(), core::Money::zero(amount.currency()))
                .first->second += amount;
    }
    for (const auto& [currency, sum] : sums) {
        box.rows.push_back({word(label), amount_with_currency(business_.language, sum),
                            amounts == &StatusRow::overdue});
    }
}

// How many contracts have each status, and what is owed in each currency.
PaymentBox BoardComposer::summary() const {
    PaymentBox box{word("board.summary"), {}};
    for (const WorkStatus status : worst_first) {
        const auto count = std::ranges::count(report_.rows, status, &StatusRow::status);
        const bool alarming = status == WorkStatus::paused && count > 0;
        if (count > 0 || status == WorkStatus::paused)
            box.rows.push_back({name_of(status), std::to_string(count), alarming});
    }
    add_amounts("status.overdue", &StatusRow::overdue, box);
    add_amounts("status.open", &StatusRow::open, box);
    return box;
}

void BoardComposer::add_contract(const StatusRow& row, std::vector<Block>& blocks) const {
    blocks.emplace_back(Paragraph{row.contract.str() + " – " + name_of(row.status) + " (" +
                                      word("status.since") + ": " +
                                      date(business_.language, row.since) + ")",
                                  ParagraphStyle::strong});
    std::string text = word("lateness.class") + ": " +
                       word("trend." + std::string(ledger::name_of(row.trend.trend)));
    for (const policy::Reason& reason : row.reasons)
        text += "; " + reason_text(reason, business_.language, wording_);
    blocks.emplace_back(Paragraph{std::move(text), ParagraphStyle::body});
    if (row.cycles.empty()) return;
    blocks.emplace_back(lateness_chart(row.cycles,
                                       row.contract.str() + ": " + word("lateness.chart"),
                                       business_.language, wording_));
}

void BoardComposer::add_client(std::span<const StatusRow> rows, std::vector<Block>& blocks) const {
    const auto worst = std::ranges::min(rows, {}, [](const StatusRow& row) {
                           return std::ranges::find(worst_first, row.status) - worst_first.begin();
                       }).status;
    blocks.emplace_back(Heading{rows.front().client_name + " – " + name_of(worst), 3});
    for (const StatusRow& row : rows) add_contract(row, blocks);
}

Document BoardComposer::document() const {
    Document document = compose_status(report_, business_, wording_);
    if (report_.rows.empty()) return document;
    auto& blocks = document.blocks;
    const auto is_table = [](const Block& block) { return std::holds_alternative<Table>(block); };
    auto table = std::ranges::find_if(blocks, is_table);
    std::get<Table>(*table).title = word("board.contracts");
    table = std::next(blocks.insert(table, summary()));
    if (!waiting_.items.empty())
        blocks.insert(std::next(table), waiting_table(waiting_, business_.language, wording_));
    blocks.emplace_back(Heading{word("board.clients"), 2});
    const std::span<const StatusRow> rows(report_.rows);
    for (std::size_t first = 0, last = 0; first < rows.size(); first = last) {
        while (last < rows.size() && rows[last].client == rows[first].client) ++last;
        add_client(rows.subspan(first, last - first), blocks);
    }
    return document;
}

}  // namespace

Document compose_board(const StatusReport& report, const WaitingReport& waiting,
                       const contract::Business& business, const Wording& wording) {
    return BoardComposer(report, waiting, business, wording).document();
}

}  // namespace kvit::document
