#include "kvit/app/write_letter.h"

#include "kvit/app/archive_documents.h"
#include "kvit/app/find_party.h"
#include "kvit/app/report_requests.h"
#include "kvit/document/agreement_letters.h"
#include "kvit/document/nudge_view.h"
#include "put_document.h"

#include <algorithm>
#include <array>

namespace kvit::app {

namespace {

using core::Result;

struct Draft {
    const Engine& engine;
    const contract::Business& business;
    contract::Client client;
    std::optional<contract::Contract> contract;  // the one named, where one is
    core::DocumentId id;
    core::Date day;
    const LetterRequest& request;

    document::AgreementLetter about() const { return {business, client, *contract, id, day}; }
};

Result<document::Letter> draft_nudge(const Draft& draft) {
    auto open = open_requests(draft.engine.store, draft.business.id, draft.client.id, draft.day);
    std::erase_if(open, [&](const OpenRequests& one) {
        return draft.contract && one.contract.id != draft.contract->id;
    });
    document::NudgeView view{draft.business, draft.client, draft.id, draft.day, {}};
    for (const auto& [client, contract, requests] : open) {
        for (const auto& request : requests) {
            if (auto good = draft.engine.renderer.can_draw(request.what); !good) {
                return core::refuse(
                    "request \"" + request.what + "\" of contract \"" + contract.id.str() + "\"",
                    good.error().what, good.error().remedy);
            }
            view.items.push_back({contract, request.what, request.asked_on, request.needed_by,
                                  days_waited(contract, request, draft.day)});
        }
    }
    if (view.items.empty()) {
        const std::string name = draft.contract ? draft.contract->id.str() : draft.client.id.str();
        return core::refuse("nudge to " + name,
                            "nothing that was asked for is open on " + core::to_iso(draft.day),
                            "kvit requests lists what was asked; kvit import requests adds to it");
    }
    return document::nudge_letter(view, draft.engine.wording);
}

Result<document::Letter> draft_office_hours(const Draft& draft) {
    const std::string& price = draft.request.price;
    if (price.empty()) {
        return core::refuse("office-hours to " + draft.request.to,
                            "the price of the 24-hour package it offers is missing",
                            "give it per billing cycle, as in --price 400.00");
    }
    const auto package = core::parse_money(price, draft.contract->currency);
    if (!package) return tl::unexpected(package.error());
    return document::office_hours_letter(draft.about(), *package, draft.engine.wording);
}

Result<document::Letter> draft_agreed_channel(const Draft& draft) {
    return document::agreed_channel_letter(draft.about(), draft.engine.wording);
}

Result<document::Letter> draft_price(const Draft& draft) {
    return document::price_letter(draft.about(), draft.engine.wording);
}

// Hours to the minute: "3.5" is 210 minutes.
Result<std::int64_t> minutes_of(const std::string& hours) {
    const auto refusal = [&] {
        return core::refuse("--hours", "\"" + hours + "\" is not a number of hours to the minute",
                            "write hours as in --hours 3.5, above 0 and at most 1000");
    };
    const auto ratio = core::parse_ratio(hours);
    constexpr std::int64_t most = 1000;
    if (!ratio || ratio->num() <= 0 || ratio->num() > most * ratio->den()) return refusal();
    const core::Ratio minutes = *ratio * core::Ratio(60, 1);
    if (minutes.den() != 1) return refusal();
    return minutes.num();
}

Result<document::Letter> draft_extra_hours(const Draft& draft) {
    const auto minutes = minutes_of(draft.request.hours);
    if (!minutes) return tl::unexpected(minutes.error());
    return document::extra_hours_letter(draft.about(), *minutes,
                                        draft.request.on.value_or(draft.day), draft.engine.wording);
}

// The quote named, or the only one of the contract that is held.
Result<Quote> quote_for(const Draft& draft) {
    auto quotes = draft.engine.store.quotes(draft.business.id, draft.contract->id);
    std::erase_if(quotes, [&](const Quote& quote) {
        return draft.request.quote.empty() ? quote.state() != QuoteState::held
                                           : quote.id != draft.request.quote;
    });
    const std::string where = "contract \"" + draft.contract->id.str() + "\"";
    if (!draft.request.quote.empty() && quotes.empty()) {
        return core::refuse(where, "it has no quote \"" + draft.request.quote + "\"",
                            "kvit quote list names them");
    }
    if (quotes.empty()) {
        return core::refuse(where, "no work outside the agreement is held as a quote",
                            "name an answered one with --quote; kvit quote list names them");
    }
    if (quotes.size() > 1) {
        return core::refuse(where, std::to_string(quotes.size()) + " quotes are held",
                            "say which with --quote; kvit quote list names them");
    }
    if (!quotes.front().held.priced) {
        return core::refuse("quote " + quotes.front().id, "no rate is agreed for its work",
                            "agree on a rate for the service first");
    }
    return quotes.front();
}

Result<document::Letter> draft_scope(const Draft& draft) {
    const auto quote = quote_for(draft);
    if (!quote) return tl::unexpected(quote.error());
    return document::scope_letter(draft.about(), {quote->id, quote->held}, draft.engine.wording);
}

// Every kind of letter: what it says is told by its function, how by the template of its name.
struct Kind {
    std::string_view name;
    Result<document::Letter> (*draft)(const Draft&);
    bool of_one_contract = true;
    std::string_view options = "";  // of its own, each with a blank after it
};
constexpr std::array kinds{
    Kind{"nudge", draft_nudge, false},
    Kind{"office-hours", draft_office_hours, true, "--price "},
    Kind{"agreed-channel", draft_agreed_channel},
    Kind{"price", draft_price},
    Kind{"extra-hours", draft_extra_hours, true, "--hours --on "},
    Kind{"scope", draft_scope, true, "--quote "},
};

Result<void> check_options(const Kind& kind, const LetterRequest& request) {
    const std::array<std::pair<std::string, bool>, 4> given{{{"--price ", !request.price.empty()},
                                                             {"--hours ", !request.hours.empty()},
                                                             {"--on ", request.on.has_value()},
                                                             {"--quote ", !request.quote.empty()}}};
    for (const auto& [name, is_given] : given) {
        if (!is_given || kind.options.find(name) != std::string_view::npos) continue;
        return core::refuse("letter " + request.kind,
                            "it has no option " + name.substr(0, name.size() - 1), "leave it out");
    }
    return {};
}

Result<const Kind*> kind_of(const std::string& name) {
    const auto* found = std::ranges::find(kinds, name, &Kind::name);
    if (found != kinds.end()) return found;
    std::string known;
    for (const Kind& kind : kinds) known += (known.empty() ? "" : ", ") + std::string(kind.name);
    return core::refuse("", "there is no letter \"" + name + "\"", "the letters are: " + known);
}

// The only contract of the client in force on the day.
Result<contract::Contract> only_contract(const Engine& engine, const core::BusinessId& business,
                                         const core::ClientId& client, core::Date day) {
    auto contracts = engine.store.contracts_of(business, client);
    std::erase_if(contracts, [&](const contract::Contract& contract) {
        return contract.from > day || (contract.until && *contract.until <= day);
    });
    if (contracts.size() == 1) return std::move(contracts.front());
    std::string ids;
    for (const auto& contract : contracts) ids += (ids.empty() ? "" : ", ") + contract.id.str();
    if (contracts.empty()) {
        return core::refuse("client \"" + client.str() + "\"",
                            "no contract is in force on " + core::to_iso(day),
                            "name the contract the letter is about");
    }
    return core::refuse("client \"" + client.str() + "\"",
                        std::to_string(contracts.size()) + " contracts are in force",
                        "name the one the letter is about: " + ids);
}

Result<Draft> draft_to(const Engine& engine, const contract::Business& business,
                       const LetterRequest& request, const Kind& kind) {
    const std::string& base = request.quote.empty() ? request.to : request.quote;
    const core::DocumentId id(base + "-" + request.kind + "-" + core::to_iso(request.day));
    auto party = find_party(engine.store, business.id, request.to);
    if (!party) return tl::unexpected(party.error());
    Draft draft{engine,      business, std::move(party->client), std::move(party->contract), id,
                request.day, request};
    if (draft.contract || !kind.of_one_contract) return draft;
    auto contract = only_contract(engine, business.id, draft.client.id, request.day);
    if (!contract) return tl::unexpected(contract.error());
    draft.contract = std::move(*contract);
    return draft;
}

}  // namespace

std::vector<std::string_view> letter_kinds() {
    std::vector<std::string_view> names;
    for (const Kind& kind : kinds) names.push_back(kind.name);
    return names;
}

Result<WrittenLetter> write_letter(const Engine& engine, const contract::Business& business,
                                   const LetterRequest& request) {
    const auto kind = kind_of(request.kind);
    if (!kind) return tl::unexpected(kind.error());
    if (auto checked = check_options(**kind, request); !checked)
        return tl::unexpected(checked.error());
    const auto draft = draft_to(engine, business, request, **kind);
    if (!draft) return tl::unexpected(draft.error());
    WrittenLetter written{draft->id, draft->client.name, {}, {}, false, {}};
    if (auto stored = engine.store.document(business.id, draft->id)) {
        written.document = std::move(stored->snapshot);
        written.written_before = true;
        return written;
    }
    const auto letter = (*kind)->draft(*draft);
    if (!letter) return tl::unexpected(letter.error());
    written.document = document::compose_letter(*letter, engine.wording);
    written.message = document::letter_message(*letter, engine.wording);
    if (request.dry_run) return written;
    const auto unit = engine.store.begin(request.day);
    put_document(engine.store, business.id,
                 {draft->id, request.kind, draft->client.id, request.day, written.document,
                  written.message});
    unit->commit();
    archive_documents(engine, business.id, request.day, written.failures);
    return written;
}

}  // namespace kvit::app
