#include "kvit/app/write_letter.h"

#include "kvit/app/archive_documents.h"
#include "kvit/app/find_party.h"
#include "kvit/app/report_requests.h"
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

// Every kind of letter: what it says is told by its function, how by the template of its name.
struct Kind {
    std::string_view name;
    Result<document::Letter> (*draft)(const Draft&);
};
constexpr std::array kinds{Kind{"nudge", draft_nudge}};

Result<const Kind*> kind_of(const std::string& name) {
    const auto* found = std::ranges::find(kinds, name, &Kind::name);
    if (found != kinds.end()) return found;
    std::string known;
    for (const Kind& kind : kinds) known += (known.empty() ? "" : ", ") + std::string(kind.name);
    return core::refuse("", "there is no letter \"" + name + "\"", "the letters are: " + known);
}

Result<Draft> draft_to(const Engine& engine, const contract::Business& business,
                       const LetterRequest& request) {
    const core::DocumentId id(request.to + "-" + request.kind + "-" + core::to_iso(request.day));
    auto party = find_party(engine.store, business.id, request.to);
    if (!party) return tl::unexpected(party.error());
    return Draft{engine, business,   std::move(party->client), std::move(party->contract),
                 id,     request.day};
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
    const auto draft = draft_to(engine, business, request);
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
