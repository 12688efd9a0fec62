#include "adapters/tables/tables.h"

#include "adapters/tables/cells.h"
#include "adapters/tables/row_keys.h"
#include "adapters/tables/table.h"

#include <fmt/format.h>

namespace kvit::tables {
namespace {

constexpr std::size_t max_note = 2000;
constexpr std::size_t max_service = 100;
constexpr std::size_t max_ref = 200;

template <class IdType>
auto id_of(std::string_view noun) {
    return [noun](std::string_view cell) {
        return core::parse_id(cell, noun).map([](std::string id) { return IdType(std::move(id)); });
    };
}

auto text_up_to(std::size_t max_letters) {
    return [max_letters](std::string_view cell) { return needed_text(cell, max_letters); };
}

auto optional_text_up_to(std::size_t max_letters) {
    return [max_letters](std::string_view cell) { return optional_text(cell, max_letters); };
}

auto minutes_from(int min) {
    return [min](std::string_view cell) { return whole_minutes(cell, min); };
}

auto moment_in(const core::TimeZone& zone) {
    return [&zone](std::string_view cell) { return moment(cell, zone); };
}

core::Result<std::optional<core::Date>> optional_date(std::string_view cell) {
    if (cell.empty()) return std::nullopt;
    return core::parse_date(cell).map([](core::Date day) { return std::optional(day); });
}

// Nothing where the ref is bad or taken; the row has noted why. `said` is the hash of all that a
// row with a ref says, `hash` of what makes a row without one the same.
std::optional<core::EntryKey> key_of(RowKeys& keys, Row& row, std::size_t ref_column,
                                     const std::string& hash, const std::string& said) {
    const auto ref = row.take(ref_column, optional_text_up_to(max_ref));
    if (!ref) return std::nullopt;
    if (ref->empty()) return keys.by_content(hash);
    if (const auto line = keys.conflict(*ref, said, row.line())) {
        row.refuse(ref_column,
                   fmt::format("\"{}\" is also the ref of line {}, which says something else", *ref,
                               *line),
                   "give every row a ref of its own");
        return std::nullopt;
    }
    return core::EntryKey("ref:" + *ref);
}

namespace work {
enum : std::size_t { contract, start, minutes, service, note, ref };
constexpr Column columns[] = {{"contract"}, {"start"}, {"minutes"},
                              {"service"},  {"note"},  {"ref", false}};
}  // namespace work

std::optional<contract::WorkEntry> read_work_row(Row& row, const core::TimeZone& zone,
                                                 RowKeys& keys) {
    const auto contract = row.take(work::contract, id_of<core::ContractId>("contract id"));
    const auto start = row.take(work::start, moment_in(zone));
    const auto minutes = row.take(work::minutes, minutes_from(1));
    const auto service = row.take(work::service, text_up_to(max_service));
    const auto note = row.take(work::note, optional_text_up_to(max_note));
    if (!contract || !start || !minutes || !service || !note) return std::nullopt;
    const std::string hash = content_hash(
        {contract->str(), core::to_iso(start->instant), std::to_string(*minutes), *service, *note});
    const auto key = key_of(keys, row, work::ref, hash, hash);
    if (!key) return std::nullopt;
    return contract::WorkEntry{*key,     *contract, start->local, start->instant,
                               *minutes, *service,  *note};
}

namespace contacts {
enum : std::size_t { client, at, channel, direction, minutes, subject, contract, ref };
constexpr Column columns[] = {{"client"},  {"at"},      {"channel"},         {"direction"},
                              {"minutes"}, {"subject"}, {"contract", false}, {"ref", false}};
}  // namespace contacts

core::Result<std::optional<core::ContractId>> optional_contract(std::string_view cell) {
    if (cell.empty()) return std::nullopt;
    return id_of<core::ContractId>("contract id")(cell).map(
        [](core::ContractId id) { return std::optional(std::move(id)); });
}

std::optional<contract::Contact> read_contact_row(Row& row, const core::TimeZone& zone,
                                                  RowKeys& keys) {
    const auto client = row.take(contacts::client, id_of<core::ClientId>("client id"));
    const auto at = row.take(contacts::at, moment_in(zone));
    const auto by = row.take(contacts::channel, channel);
    const auto way = row.take(contacts::direction, direction);
    const auto minutes = row.take(contacts::minutes, minutes_from(0));
    const auto subject = row.take(contacts::subject, optional_text_up_to(max_note));
    const auto contract = row.take(contacts::contract, optional_contract);
    if (!client || !at || !by || !way || !minutes || !subject || !contract) return std::nullopt;
    const std::string hash =
        content_hash({client->str(), core::to_iso(at->instant), row.cell(contacts::channel),
                      row.cell(contacts::direction), std::to_string(*minutes), *subject,
                      *contract ? (*contract)->str() : std::string()});
    const auto key = key_of(keys, row, contacts::ref, hash, hash);
    if (!key) return std::nullopt;
    return contract::Contact{*key, *client, *contract, at->local, at->instant,
                             *by,  *way,    *minutes,  *subject};
}

namespace requests {
enum : std::size_t { contract, asked_on, needed_by, what, answered_on, ref };
constexpr Column columns[] = {{"contract"}, {"asked_on"},           {"needed_by"},
                              {"what"},     {"answered_on", false}, {"ref", false}};
}  // namespace requests

// Whether a date that follows `asked` does so; else the row has noted it.
bool follows(Row& row, std::size_t column, core::Date asked, core::Date day) {
    if (day >= asked) return true;
    row.refuse(column,
               fmt::format("{} lies before asked_on {}", core::to_iso(day), core::to_iso(asked)),
               "write that day or a later one");
    return false;
}

std::optional<contract::Request> read_request_row(Row& row, RowKeys& keys) {
    const auto contract = row.take(requests::contract, id_of<core::ContractId>("contract id"));
    const auto asked = row.take(requests::asked_on, core::parse_date);
    const auto needed = row.take(requests::needed_by, core::parse_date);
    const auto what = row.take(requests::what, text_up_to(max_note));
    const auto answered = row.take(requests::answered_on, optional_date);
    if (!contract || !asked || !needed || !what || !answered) return std::nullopt;
    if (!follows(row, requests::needed_by, *asked, *needed)) return std::nullopt;
    if (*answered && !follows(row, requests::answered_on, *asked, **answered)) return std::nullopt;
    const std::string hash =
        content_hash({contract->str(), core::to_iso(*asked), core::to_iso(*needed), *what});
    const std::string said = hash + (*answered ? core::to_iso(**answered) : std::string());
    const auto key = key_of(keys, row, requests::ref, hash, said);
    if (!key) return std::nullopt;
    return contract::Request{*key, *contract, *asked, *needed, *what, *answered};
}

}  // namespace

core::Checked<std::vector<app::At<contract::WorkEntry>>> read_work(const std::string& file_name,
                                                                   std::string_view text,
                                                                   const core::TimeZone& zone) {
    RowKeys keys;
    return read_rows<contract::WorkEntry>(file_name, text, work::columns,
                                          [&](Row& row) { return read_work_row(row, zone, keys); });
}

core::Checked<std::vector<app::At<contract::Contact>>> read_contacts(const std::string& file_name,
                                                                     std::string_view text,
                                                                     const core::TimeZone& zone) {
    RowKeys keys;
    return read_rows<contract::Contact>(file_name, text, contacts::columns, [&](Row& row) {
        return read_contact_row(row, zone, keys);
    });
}

core::Checked<std::vector<app::At<contract::Request>>> read_requests(const std::string& file_name,
                                                                     std::string_view text) {
    RowKeys keys;
    return read_rows<contract::Request>(file_name, text, requests::columns,
                                        [&](Row& row) { return read_request_row(row, keys); });
}

}  // namespace kvit::tables
