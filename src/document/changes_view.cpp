#include "kvit/document/changes_view.h"

#include "kvit/document/number_format.h"
#include "kvit/document/status_view.h"
#include "report_parts.h"

#include <array>

namespace kvit::document {

namespace {

class ChangesComposer {
  public:
    ChangesComposer(const ChangesReport& report, const contract::Business& business,
                    const Wording& wording)
        : report_(report), business_(business), wording_(wording) {}

    Document document() const {
        const std::string days = day(report_.since) + " – " + day(report_.as_of);
        Document document = report_document(word("change.title") + " " + days, business_, wording_);
        if (report_.changes.empty())
            document.blocks.emplace_back(Paragraph{word("change.none"), ParagraphStyle::body});
        else
            document.blocks.emplace_back(table());
        return document;
    }

  private:
    std::string word(std::string_view key) const { return wording_.word(business_.language, key); }
    std::string day(core::Date value) const { return date(business_.language, value); }
    // What was issued and paid is called as in a statement of account.
    std::string what(ChangeKind kind) const {
        const std::string name(name_of(kind));
        const std::string own = "change." + name;
        return word(wording_.has_word(business_.language, own) ? own : "account.kind_" + name);
    }
    std::string detail(const Change& change) const {
        if (change.notice)
            return wording_.text(business_.language, policy::name_of(*change.notice), "title", {});
        if (change.what != ChangeKind::work_status) return change.detail;
        std::string text =
            word("work_status." + change.from) + " → " + word("work_status." + change.to);
        for (const policy::Reason& reason : change.reasons)
            text += (&reason == &change.reasons.front() ? ": " : "; ") +
                    reason_text(reason, business_.language, wording_);
        return text;
    }
    Table table() const {
        Table table{"",
                    {{word("account.day"), Align::left, 0},
                     {word("status.client"), Align::left, 1},
                     {word("status.contract"), Align::left, 1},
                     {word("change.what"), Align::left, 1},
                     {word("change.detail"), Align::left, 3},
                     {word("account.number"), Align::left, 2},
                     {word("account.amount"), Align::right, 0}},
                    {}};
        for (const Change& change : report_.changes) {
            const std::string none(no_value);
            table.rows.push_back(
                {{day(change.on), change.client.str(),
                  change.contract.empty() ? none : change.contract.str(), what(change.what),
                  detail(change), change.document.empty() ? none : change.document,
                  change.amount ? amount_with_currency(business_.language, *change.amount) : none},
                 change.to == policy::name_of(policy::WorkStatus::paused)});
        }
        return table;
    }

    const ChangesReport& report_;
    const contract::Business& business_;
    const Wording& wording_;
};

}  // namespace

std::string_view name_of(ChangeKind kind) {
    constexpr std::array<std::string_view, 15> names{
        "invoice",        "credit_note",    "interest_note", "payment",          "refund",
        "write_off",      "reversal",       "request",       "request_answered", "quote_held",
        "quote_accepted", "quote_declined", "notice",        "notice_sent",      "work_status"};
    return names.at(static_cast<std::size_t>(kind));
}

Document compose_changes(const ChangesReport& report, const contract::Business& business,
                         const Wording& wording) {
    return ChangesComposer(report, business, wording).document();
}

}  // namespace kvit::document
