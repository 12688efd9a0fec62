#include "client_activity.h"

#include "kvit/core/invariant.h"
#include "kvit/ledger/office_hours.h"

#include <array>

namespace kvit::app {

namespace {

// The contract that a contact is under: its own, or the one whose after-hours terms name contacts,
// or the first in force with office hours.
const contract::Terms* terms_of(const contract::Contact& contact,
                                std::span<const contract::Contract> contracts) {
    const core::Date day = core::date_of(contact.at);
    const contract::Terms* found = nullptr;
    for (const auto& contract : contracts) {
        if (contact.contract && *contact.contract != contract.id) continue;
        if (day < contract.from || (contract.until && day >= *contract.until)) continue;
        const contract::Terms& terms = contract.terms_on(day);
        if (terms.after_hours && terms.after_hours->applies_to_contacts) return &terms;
        if (found == nullptr || !found->availability) found = &terms;
    }
    return found;
}

std::string_view name_of(contract::Channel channel) {
    constexpr std::array<std::string_view, 4> names{"email", "phone", "chat", "meeting"};
    return names.at(static_cast<std::size_t>(channel));
}

// No contract in force agrees on its channel, and some agree on another.
bool outside_channel(const contract::Contact& contact,
                     std::span<const contract::Contract> contracts) {
    const core::Date day = core::date_of(contact.at);
    bool agreed = false;
    for (const auto& contract : contracts) {
        if (contact.contract && *contact.contract != contract.id) continue;
        if (day < contract.from || (contract.until && day >= *contract.until)) continue;
        const std::string& channel = contract.terms_on(day).channel;
        if (channel.empty()) continue;
        if (channel == name_of(contact.channel)) return false;
        agreed = true;
    }
    return agreed;
}

// Words in small letters; what is no letter parts them.
template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
    std::string word;
    const auto finish = [&] {
        if (!word.empty()) visit(word);
        word.clear();
    };
    for (const char c : text) {
        const bool ascii = static_cast<unsigned char>(c) < 0x80;
        if (c >= 'A' && c <= 'Z')
            word += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || !ascii)
            word += c;
        else
            finish();
    }
    finish();
}

}  // namespace

ClientActivity::ClientActivity(const Engine& engine, const contract::Business& business,
                               const ClientsQuestion& question)
    : engine_(engine), business_(business), question_(question) {
    auto zone = engine.clock.time_zone(business.timezone);
    KVIT_INVARIANT(zone.has_value(), "a business's time zone was checked when it was agreed");
    zone_ = std::move(*zone);
    // Clients do not always write in their own language.
    for (const core::Language language : core::all_languages()) {
        for_each_word(engine.wording.word(language, "clients.urgent_words"),
                      [&](const std::string& word) { urgent_words_.insert(word); });
    }
    for (auto& request : engine.store.requests(business.id, question.known_on)) {
        if (request.asked_on >= question.from && request.asked_on <= question.through)
            requests_[request.contract].push_back(std::move(request));
    }
}

int ClientActivity::outside(const contract::Terms* terms, core::Instant start, int minutes) const {
    if (terms == nullptr || !terms->availability) return 0;
    const ledger::OfficeHours hours{*terms->availability, business_.country, engine_.calendar,
                                    *zone_};
    return ledger::split_minutes(hours, start, minutes).outside;
}

bool ClientActivity::says_urgent(const std::string& subject) const {
    bool urgent = false;
    for_each_word(
        subject, [&](const std::string& word) { urgent = urgent || urgent_words_.contains(word); });
    return urgent;
}

void ClientActivity::add_work(const contract::Contract& contract, document::ClientRow& row) const {
    const auto visit = [&](const contract::WorkEntry& entry, bool billed) {
        const contract::Terms& terms = contract.terms_on(core::date_of(entry.start));
        row.work_minutes += entry.minutes;
        if (billed) row.billed_minutes += entry.minutes;
        if (!contract::in_scope(terms, entry.service)) row.out_of_scope_minutes += entry.minutes;
        row.after_hours_minutes += outside(&terms, entry.start_at, entry.minutes);
    };
    engine_.store.for_each_work(business_.id, contract.id, question_.from, question_.through,
                                question_.known_on, visit);
}

void ClientActivity::add_contacts(const contract::Client& client,
                                  std::span<const contract::Contract> contracts,
                                  document::ClientRow& row) const {
    core::Date day{};
    std::set<contract::Channel> channels;  // of that day
    const auto visit = [&](const contract::Contact& contact) {
        row.contact_minutes += contact.minutes;
        row.after_hours_minutes +=
            outside(terms_of(contact, contracts), contact.starts_at, contact.minutes);
        if (contact.direction != contract::Direction::in) return;  // what the client chose
        ++row.contacts;
        if (outside_channel(contact, contracts)) ++row.other_channel;
        if (says_urgent(contact.subject)) ++row.urgent;
        if (core::date_of(contact.at) != day) channels.clear();
        day = core::date_of(contact.at);
        constexpr std::size_t many = 2;
        if (channels.insert(contact.channel).second && channels.size() == many)
            ++row.many_channel_days;
    };
    engine_.store.for_each_contact(business_.id, client.id, question_.from, question_.through,
                                   question_.known_on, visit);
    if (row.billed_minutes > 0)
        row.contacts_per_billed_hour =
            row.contacts * 60.0 / static_cast<double>(row.billed_minutes);
}

void ClientActivity::add_requests(std::span<const contract::Contract> contracts,
                                  document::ClientRow& row) const {
    int days = 0, answered = 0;
    for (const auto& contract : contracts) {
        const auto found = requests_.find(contract.id);
        if (found == requests_.end()) continue;
        for (const contract::Request& request : found->second) {
            if (request.answered_on && *request.answered_on <= question_.through) {
                days += core::days_between(request.asked_on, *request.answered_on);
                ++answered;
            } else if (request.needed_by < question_.through) {
                ++row.requests_open;
            }
        }
    }
    if (answered > 0) row.mean_days_to_answer = static_cast<double>(days) / answered;
}

void ClientActivity::add(const contract::Client& client,
                         std::span<const contract::Contract> contracts,
                         document::ClientRow& row) const {
    for (const auto& contract : contracts) add_work(contract, row);
    add_contacts(client, contracts, row);
    add_requests(contracts, row);
}

}  // namespace kvit::app
