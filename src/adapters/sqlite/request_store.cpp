// ActivityStore: what clients were asked for, and their answers.

#include "adapters/sqlite/activity_text.h"
#include "adapters/sqlite/pages.h"
#include "adapters/sqlite/store.h"
#include "adapters/sqlite/unit.h"

namespace kvit::sqlite {

namespace {

struct ReadRequest {
    contract::Request request;
    bool erased = false;
};

ReadRequest read_request(const Query& query) {
    Row row(query, "request");
    contract::Request request{row.id<core::EntryKey>(),
                              row.id<core::ContractId>(),
                              row.day(),
                              row.day(),
                              {},
                              row.maybe([&] { return row.day(); })};
    Text what = read_text(row);
    request.what = std::move(what.text);
    return {std::move(request), what.erased};
}

}  // namespace

app::Added Store::add_request(const core::BusinessId& business, const contract::Request& request) {
    unit();
    const auto answer = [&] {
        if (!request.answered_on) return;
        run(connection_, R"sql(
            INSERT INTO request_answer (business, entry_key, answered_on, recorded_on, recorded_at)
            VALUES ($1, $2, $3, $4, $5))sql",
            business, request.key, *request.answered_on, unit().recorded_on(),
            unit().recorded_at());
    };
    std::optional<ReadRequest> known;
    {
        Query query(connection_, R"sql(
            SELECT r.entry_key, r.contract, r.asked_on, r.needed_by, a.answered_on, r.personal,
                p.body
            FROM request r
            LEFT JOIN request_answer a ON a.business = r.business AND a.entry_key = r.entry_key
            LEFT JOIN personal_data p ON p.business = r.business AND p.hash = r.personal
            WHERE r.business = $1 AND r.entry_key = $2)sql",
                    business, request.key);
        if (query.step()) known = read_request(query);
    }
    if (known) {
        contract::Request same = known->request;
        if (known->erased) same.what = request.what;
        const bool was_answered = same.answered_on.has_value();
        // An older file does not know the answer yet; a newer one brings it, once.
        if (!was_answered || !request.answered_on) same.answered_on = request.answered_on;
        if (same != request) return app::Added::conflict;
        if (was_answered || !request.answered_on) return app::Added::already_known;
        answer();
        return app::Added::added;
    }
    run(connection_, R"sql(
        INSERT INTO request (business, entry_key, contract, asked_on, needed_by, personal,
            recorded_on, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql",
        business, request.key, request.contract, request.asked_on, request.needed_by,
        add_personal(business, request.what), unit().recorded_on(), unit().recorded_at());
    answer();
    return app::Added::added;
}

std::vector<contract::Request> Store::requests(const core::BusinessId& business,
                                               std::optional<core::Date> known_on) const {
    std::vector<contract::Request> requests;
    Query query(connection_, R"sql(
        SELECT r.entry_key, r.contract, r.asked_on, r.needed_by, a.answered_on, r.personal, p.body
        FROM request r
        LEFT JOIN request_answer a ON a.business = r.business AND a.entry_key = r.entry_key
            AND a.recorded_on <= $2
        LEFT JOIN personal_data p ON p.business = r.business AND p.hash = r.personal
        WHERE r.business = $1 AND r.recorded_on <= $2
        ORDER BY r.asked_on, r.entry_key)sql",
                business, known_on.value_or(core::end_of_days));
    while (query.step()) requests.push_back(read_request(query).request);
    return requests;
}

}  // namespace kvit::sqlite
