// How much of what a year's statements say is matched, and whether any of it wrongly: generated
// payments whose truth is known, through the same commands a user runs.
#include "cli/desk.h"
#include "cli/statement_file.h"
#include "property/generator.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

using kvit::test::Booking;
using kvit::test::Desk;
using kvit::test::Json;
using kvit::test::Random;
using kvit::test::statement_file;

namespace {

constexpr int clients = 60, months = 9;

struct Item {
    std::string number;
    long long open = 0;  // grosze
};

struct Payer {
    std::string id, name, iban;
    bool pays_from_account = false;  // the bank gives its number
    long long fee = 0;               // gross
    std::vector<Item> items{};       // open, oldest first
};

// What a receipt settles, by number; empty: of no client.
struct Truth {
    std::map<std::string, long long> settles;
    bool is_clients = false;
};

std::string plain(long long minor) { return fmt::format("{}.{:02}", minor / 100, minor % 100); }

// "FV/2026/03/007" as people write it.
std::string spelled(Random& random, const std::string& number) {
    const std::string year = number.substr(3, 4), month = number.substr(8, 2),
                      n = number.substr(11);
    const std::string short_month = month[0] == '0' ? month.substr(1) : month;
    const std::string short_n = n.substr(std::min(n.find_first_not_of('0'), n.size() - 1));
    switch (random.number(0, 9)) {
        case 0:
            return "FV " + year + "/" + month + "/" + n;
        case 1:
            return "fv " + year + " " + month + " " + n;
        case 2:
            return "FV" + year + month + n;
        case 3:
            return "Zapłata za fakturę nr " + number + " z dnia 01." + month + "." + year;
        case 4:
            return "Rechnung " + number + ", Kd. 4711";
        case 5:
            return "fv-" + year + "-" + month + "-" + n + ".";
        case 6:
            return "FV " + year + "/" + short_month + "/" + short_n;
        case 7:
            return "HR00 " + year + "-" + month + "-" + n;
        case 8:
            return "przelew FV/" + year + "/" + month + "/" + n + " dziekujemy";
        default:
            return number;
    }
}

std::string agreement_of(const std::vector<Payer>& payers) {
    std::string text = "[business.numbering]\ninvoice = \"FV/{yyyy}/{mm}/{n:3}\"\n";
    for (const Payer& payer : payers) {
        text += fmt::format(
            "[[client]]\nid = \"{0}\"\nname = \"{1}\"\ncountry = \"PL\"\nkind = \"consumer\"\n"
            "language = \"pl\"\nemail = \"{0}@kunde.example\"\naddress = {{ street = \"ul. Prosta "
            "1\", city = \"Gdańsk\", postcode = \"80-001\" }}\n"
            "[[contract]]\nid = \"k-{0}\"\nclient = \"{0}\"\ntitle = \"Asysta\"\ncurrency = "
            "\"PLN\"\nfrom = 2026-01-01\ncycle = \"monthly\"\nbilling_day = 1\nterms = {{ days = 7 "
            "}}\nfixed = [ {{ title = \"Asysta\", amount = \"{2}\", per = \"cycle\" }} ]\n",
            payer.id, payer.name, plain(payer.fee * 100 / 123));
    }
    return text;
}

std::vector<Payer> make_payers(Random& random) {
    const std::vector<std::string> first{"Zofia", "Adam",     "Łucja", "Michał", "Żaneta",
                                         "Jerzy", "Elżbieta", "Ödön",  "Đuro",   "Rosa"};
    const std::vector<std::string> last{
        "Kowalska-Żółkiewska", "Nowak", "Wójcik", "Szabó", "Horvat", "Müller", "Bianchi"};
    std::vector<Payer> payers;
    for (int i = 0; i < clients; ++i) {
        Payer payer;
        payer.id = fmt::format("c{:02}", i);
        // The first two share a name: it then tells nothing.
        payer.name = i < 2 ? "Jan Kowalski"
                           : first[static_cast<std::size_t>(i) % first.size()] + " " +
                                 last[static_cast<std::size_t>(i) / first.size()];
        payer.iban = fmt::format("PL{:026}", 1000 + i);
        payer.pays_from_account = !random.one_in(4);
        payer.fee = random.number(1, 12) * 123'00;  // a dozen fees: many clients owe the same
        payers.push_back(payer);
    }
    return payers;
}

std::string upper_ascii(std::string name) {
    for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return name;
}

// Takes `amount` off the items in the order given; what each lost.
Truth settle(Payer& payer, std::vector<std::string> numbers, long long amount) {
    Truth truth;
    truth.is_clients = true;
    for (const std::string& number : numbers) {
        const auto item = std::ranges::find(payer.items, number, &Item::number);
        const long long part = std::min(amount, item->open);
        truth.settles[number] = part;
        item->open -= part;
        amount -= part;
    }
    std::erase_if(payer.items, [](const Item& item) { return item.open == 0; });
    return truth;
}

// The name as the bank gives it; a name that two have is no name to go by.
bool can_be_known(const Payer& payer, const std::set<std::string>& accounts_seen) {
    return accounts_seen.contains(payer.iban) || payer.name != "Jan Kowalski";
}

class Year {
  public:
    explicit Year(std::uint64_t seed) : random_(seed), payers_(make_payers(random_)) {
        BOOST_REQUIRE_EQUAL(office_.run({"init"}), 0);
        std::string text = Desk::agreement("");
        // The desk's agreement ends its [business] before the first account.
        const std::string mine = agreement_of(payers_);
        const auto split = mine.find("[[client]]");
        text.insert(text.find("[[business.account]]"), mine.substr(0, split));
        text += mine.substr(split);
        BOOST_REQUIRE_MESSAGE(
            office_.run({"apply", office_.write("a.toml", text), "--as-of", "2026-01-01"}) == 0,
            office_.complained);
    }

    void month(int month) {
        const std::string first = fmt::format("2026-{:02}-01", month);
        BOOST_REQUIRE_EQUAL(office_.run({"bill", "--through", first, "--as-of", first, "--quiet"}),
                            0);
        for (const auto& invoice : office_.json({"invoices", "--as-of", first})) {
            if (invoice.at("issued_on") != first) continue;
            const auto payer =
                std::ranges::find(payers_, std::string(invoice.at("client")), &Payer::id);
            payer->items.push_back({invoice.at("number"), payer->fee});
            BOOST_REQUIRE(invoice.at("gross") == plain(payer->fee));
        }
        for (const int day : {9, 19}) pay(fmt::format("2026-{:02}-{:02}", month, day));
    }

    // Compares what was booked with the truth.
    void judge() {
        std::size_t found = 0, of_clients = 0, wrong = 0;
        for (const auto& entry : office_.json({"allocate", "--all", "--as-of", "2026-12-31"})) {
            const Truth& truth = truths_.at(entry.at("entry").get<std::size_t>() - 1);
            of_clients += truth.is_clients ? 1 : 0;
            if (entry.at("state") != "matched") continue;
            std::map<std::string, long long> booked;
            for (const auto& part : entry.at("settles")) {
                const std::string amount = part.at("amount");
                booked[part.at("number")] = std::stoll(amount.substr(0, amount.size() - 3)) * 100 +
                                            std::stoll(amount.substr(amount.size() - 2));
            }
            if (booked == truth.settles)
                ++found;
            else
                ++wrong;
            BOOST_TEST(booked == truth.settles, entry.dump());
        }
        const double recall = static_cast<double>(found) / static_cast<double>(of_clients);
        BOOST_TEST_MESSAGE(fmt::format(
            "{} receipts of clients and {} of others: {} matched, {} "
            "wrongly; precision {:.3f}, recall {:.3f}",
            of_clients, truths_.size() - of_clients, found + wrong, wrong,
            1.0 - static_cast<double>(wrong) / static_cast<double>(found + wrong), recall));
        BOOST_TEST(wrong == 0U);
        BOOST_TEST(recall >= 0.95);
        BOOST_TEST(office_.run({"verify"}) == 0, office_.said);
    }

  private:
    void pay(const std::string& day) {
        bookings_.clear();
        for (Payer& payer : payers_) {
            if (payer.items.empty() || random_.one_in(3)) continue;
            one_payment(payer);
        }
        for (int i = random_.number(0, 3); i > 0; --i) stranger();
        const int code =
            office_.run({"import", "bank", "-", "--as-of", day}, statement_file(day, bookings_));
        BOOST_REQUIRE_MESSAGE(code == 0 || code == 3, office_.complained);
        for (const Payer* payer : known_from_now_) accounts_seen_.insert(payer->iban);
        known_from_now_.clear();
    }

    void book(const Payer& payer, const std::string& text, long long amount, Truth truth) {
        bookings_.push_back({plain(amount), text, upper_ascii(payer.name),
                             payer.pays_from_account ? payer.iban : ""});
        if (payer.pays_from_account) known_from_now_.push_back(&payer);
        truths_.push_back(std::move(truth));
    }

    void one_payment(Payer& payer) {
        const Item oldest = payer.items.front();
        const bool two = payer.items.size() > 1;
        const bool known = can_be_known(payer, accounts_seen_);
        const int style = random_.number(0, 19);
        if (style < 3 && known) {  // nothing named: the sum says it
            book(payer, "za uslugi", oldest.open, settle(payer, {oldest.number}, oldest.open));
        } else if (style < 5 && two) {  // both named in one
            const Item next = payer.items[1];
            const long long sum = oldest.open + next.open;
            const std::string text =
                spelled(random_, next.number) + " + " + spelled(random_, oldest.number);
            book(payer, text, sum, settle(payer, {oldest.number, next.number}, sum));
        } else if (style < 6 && two) {  // both, less what the bank kept
            const Item next = payer.items[1];
            const long long sum = oldest.open + next.open - 15'00;
            book(payer, oldest.number + ", " + next.number, sum,
                 settle(payer, {oldest.number, next.number}, sum));
        } else if (style < 8) {  // a part
            const long long part = oldest.open * 6 / 10;
            book(payer, spelled(random_, oldest.number), part,
                 settle(payer, {oldest.number}, part));
        } else if (style < 9) {  // the newest first
            const Item newest = payer.items.back();
            book(payer, spelled(random_, newest.number), newest.open,
                 settle(payer, {newest.number}, newest.open));
        } else if (style < 10 && random_.one_in(3)) {  // a sum that nobody can read
            Truth unreadable;
            unreadable.is_clients = true;
            book(payer, "zaliczka", oldest.open - 1'11, unreadable);
        } else {
            book(payer, spelled(random_, oldest.number), oldest.open,
                 settle(payer, {oldest.number}, oldest.open));
        }
    }

    // Money of others, with the amounts and words of clients.
    void stranger() {
        const std::vector<std::string> texts{"FV/1/2025", "zwrot podatku 2026/03", "FV/2026/03/901",
                                             "wplata wlasna", "faktura 003"};
        bookings_.push_back({plain(random_.number(1, 12) * 123'00), random_.pick(texts),
                             "URZAD SKARBOWY", fmt::format("PL{:026}", 99)});
        truths_.emplace_back();
    }

    Random random_;
    std::vector<Payer> payers_;
    Desk office_;
    std::vector<Booking> bookings_;
    std::vector<Truth> truths_;  // by entry
    std::vector<const Payer*> known_from_now_;
    std::set<std::string> accounts_seen_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(matching_recall)

BOOST_AUTO_TEST_CASE(no_match_is_wrong_and_nineteen_of_twenty_are_found) {
    for (const std::uint64_t seed : {1U, 2U}) {
        BOOST_TEST_CONTEXT("seed " << seed) {
            Year year(seed);
            for (int month = 2; month <= months; ++month) year.month(month);
            year.judge();
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
