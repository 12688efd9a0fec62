#include "kvit/document/explain_view.h"

#include "kvit/document/number_format.h"
#include "kvit/document/status_view.h"

#include <algorithm>

namespace kvit::document {

namespace {

constexpr std::string_view nothing = "–";

class Explainer {
  public:
    Explainer(const Explanation& explanation, const Wording& wording)
        : explanation_(explanation), wording_(wording) {}

    Document document() const;

  private:
    core::Language language() const { return explanation_.business.language; }
    std::string word(std::string_view key) const { return wording_.word(language(), key); }
    std::string named(std::string_view list, std::string_view name) const;
    std::string day(core::Date value) const { return date(language(), value); }
    std::string day(const std::optional<core::Date>& value) const {
        return value ? day(*value) : std::string(nothing);
    }
    std::string letter(policy::NoticeKind kind) const;
    std::string sentence(std::string_view section, const TemplateValues& values) const {
        return wording_.text(language(), "explain", section, values);
    }
    std::string standing(const ExplainedAccount& account) const;
    std::string contract(const policy::ContractDecision& decided) const;
    std::string next(const ExplainedAccount& account) const;
    std::string to_pay(const ExplainedAccount& account) const;
    void add(const ExplainedAccount& account, std::vector<Block>& blocks) const;
    Table reasons(const ExplainedAccount& account) const;
    Table invoices(const ExplainedAccount& account) const;
    Table letters(const ExplainedAccount& account) const;
    Table persons() const;

    const Explanation& explanation_;
    const Wording& wording_;
};

// Levels of a policy of one's own have no word here: their name says it.
std::string Explainer::named(std::string_view list, std::string_view name) const {
    const std::string key = std::string(list) + "." + std::string(name);
    return wording_.has_word(language(), key) ? word(key) : std::string(name);
}

std::string Explainer::letter(policy::NoticeKind kind) const {
    return word("explain.letter_" + std::string(policy::name_of(kind)));
}

std::string Explainer::standing(const ExplainedAccount& account) const {
    const policy::Decision& decision = account.decision;
    TemplateValues values;
    values.text = {{"day", day(decision.day)},
                   {"policy", account.policy.id.str()},
                   {"level", named("level", decision.level)},
                   {"anchor", day(decision.anchor)}};
    values.flags = {{"has_level", !decision.level.empty()},
                    {"has_anchor", decision.anchor.has_value()}};
    return sentence("standing", values);
}

std::string Explainer::contract(const policy::ContractDecision& decided) const {
    TemplateValues values;
    const auto waits = policy::name_of(decided.waits_for), held = policy::name_of(decided.held_by);
    values.text = {{"contract", decided.contract.str()},
                   {"status", named("work_status", policy::name_of(decided.to))},
                   {"since", day(decided.since)},
                   {"waits", waits.empty() ? "" : named("waits_for", waits)},
                   {"held", held.empty() ? "" : named("held_by", held)}};
    values.flags = {{"has_waits", !waits.empty()}, {"has_held", !held.empty()}};
    return sentence("contract", values);
}

// What is overdue and counts, less the cash that is there.
std::string Explainer::to_pay(const ExplainedAccount& account) const {
    core::Money sum = -account.facts.unapplied;
    for (const auto& item : account.facts.receivables) {
        const bool counts = item.held_by == policy::HeldBy::nobody;
        if (counts && item.due_on < account.facts.day) sum += item.open;
    }
    if (!sum.is_positive()) return {};
    TemplateValues values;
    values.text = {{"sum", amount_with_currency(language(), sum)}};
    return sentence("pay", values);
}

std::string Explainer::next(const ExplainedAccount& account) const {
    TemplateValues values;
    if (!account.next) {
        values.text = {{"next_review", day(account.decision.next_review)}};
        values.flags = {{"has_review", account.decision.next_review.has_value()}};
        return sentence("no_step", values);
    }
    values.text = {{"on", day(account.next->on)},
                   {"level", named("level", account.next->level)},
                   {"letter", letter(account.next->notice)},
                   {"status", named("work_status", policy::name_of(account.next->status))}};
    return sentence(account.next->by_person ? "person_step" : "step", values);
}

Table Explainer::reasons(const ExplainedAccount& account) const {
    Table table{word("explain.reasons"), {{word("status.why"), Align::left, 1}}, {}};
    for (const auto& reason : account.decision.reasons)
        table.rows.push_back({{reason_text(reason, language(), wording_)}, false});
    return table;
}

Table Explainer::invoices(const ExplainedAccount& account) const {
    Table table{word("explain.invoices"),
                {{word("account.number"), Align::left, 2},
                 {word("status.contract"), Align::left, 2},
                 {word("account.due"), Align::left, 1},
                 {word("account.days_past_due"), Align::right, 1},
                 {word("account.open"), Align::right, 1},
                 {word("status.waits"), Align::left, 1}},
                {}};
    auto items = account.facts.receivables;
    std::ranges::sort(items, {},
                      [](const auto& item) { return std::tuple(item.due_on, item.number); });
    for (const auto& item : items) {
        const auto held = policy::name_of(item.held_by);
        table.rows.push_back({{item.number.str(), item.contract.str(), day(item.due_on),
                               std::to_string(core::days_between(item.due_on, account.facts.day)),
                               amount_with_currency(language(), item.open),
                               held.empty() ? std::string(nothing) : named("held_by", held)},
                              false});
    }
    return table;
}

Table Explainer::letters(const ExplainedAccount& account) const {
    Table table{word("explain.letters"),
                {{word("explain.letter"), Align::left, 2},
                 {word("explain.decided_on"), Align::left, 1},
                 {word("explain.sent_on"), Align::left, 1},
                 {word("explain.announces"), Align::left, 1}},
                {}};
    for (const auto& notice : account.facts.notices) {
        table.rows.push_back({{letter(notice.kind), day(notice.decided_on), day(notice.sent_on),
                               day(notice.announced_pause_on)},
                              false});
    }
    return table;
}

Table Explainer::persons() const {
    Table table{word("explain.persons"),
                {{word("explain.decision"), Align::left, 1},
                 {word("explain.about"), Align::left, 1},
                 {word("account.from"), Align::left, 0},
                 {word("account.through"), Align::left, 0},
                 {word("status.why"), Align::left, 3}},
                {}};
    for (const auto& one : explanation_.told) {
        table.rows.push_back({{word("explain." + std::string(policy::name_of(one.kind))),
                               policy::subject_of(one), day(one.on), day(one.until), one.reason},
                              false});
    }
    return table;
}

void Explainer::add(const ExplainedAccount& account, std::vector<Block>& blocks) const {
    const auto say = [&](std::string text, ParagraphStyle style = ParagraphStyle::body) {
        if (!text.empty()) blocks.emplace_back(Paragraph{std::move(text), style});
    };
    blocks.emplace_back(Heading{account.facts.currency.code(), 2});
    say(standing(account));
    for (const auto& decided : account.decision.contracts)
        say(contract(decided), ParagraphStyle::strong);
    blocks.emplace_back(reasons(account));
    say(to_pay(account));
    say(next(account));
    if (!account.facts.receivables.empty()) blocks.emplace_back(invoices(account));
    if (!account.facts.notices.empty()) blocks.emplace_back(letters(account));
    say(sentence(account.same_again ? "same_again" : "differs", {}), ParagraphStyle::small);
}

Document Explainer::document() const {
    Document document;
    document.language = language();
    document.title =
        word("explain.title") + ": " + explanation_.client.name + ", " + day(explanation_.as_of);
    document.author = explanation_.business.name;
    document.footer = explanation_.business.name;
    document.page_label = word("document.page");
    document.blocks = {Letterhead{explanation_.business.name, {}}, Heading{document.title, 1}};
    if (explanation_.accounts.empty())
        document.blocks.emplace_back(Paragraph{word("explain.empty"), ParagraphStyle::body});
    for (const auto& account : explanation_.accounts) add(account, document.blocks);
    if (!explanation_.told.empty()) document.blocks.emplace_back(persons());
    return document;
}

}  // namespace

Document compose_explanation(const Explanation& explanation, const Wording& wording) {
    return Explainer(explanation, wording).document();
}

}  // namespace kvit::document
