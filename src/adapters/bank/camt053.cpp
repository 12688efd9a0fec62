#include "adapters/bank/camt053.h"

#include "adapters/bank/camt_parts.h"
#include "adapters/bank/xml_walk.h"

#include <functional>
#include <unordered_map>
#include <utility>

namespace kvit::bank {

namespace {

constexpr std::string_view name_space_stem = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.";
constexpr std::string_view statement_stem = "Document/BkToCstmrStmt/";

// Versions 02 (2009) to 13; 01 had another root element.
bool is_supported(std::string_view name_space) {
    if (!name_space.starts_with(name_space_stem)) return false;
    const std::string_view version = name_space.substr(name_space_stem.size());
    return version.size() == 2 && version >= "02" && version <= "13";
}

// One line without doubled spaces, and without control characters (DEL, U+0080 to U+009F), which
// XML allows and terminals obey.
std::string one_line(std::string_view text) {
    std::string line;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const bool late_control =
            c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        if (late_control) ++i;
        if (c > ' ' && c != 0x7F && !late_control) {
            line += text[i];
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    if (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

// What is being read: the open statement, its open balance, entry and transaction.
struct Open {
    StatementParts statement;
    BalanceParts balance;
    EntryParts entry;
    TransactionParts transaction;
};

// Where an element's text goes: exactly one of the three, by path below the statement.
struct Place {
    Text* text = nullptr;          // at most once
    AmountText* amount = nullptr;  // at most once
    std::vector<std::string>* list = nullptr;
};

struct PathHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view path) const {
        return std::hash<std::string_view>{}(path);
    }
};
using Places = std::unordered_map<std::string, Place, PathHash, std::equal_to<>>;

void add_text(Places& places, const std::string& path, Text& target) {
    places[path].text = &target;
}
void add_amount(Places& places, const std::string& path, AmountText& target) {
    places[path].amount = &target;
}
void add_list(Places& places, const std::string& path, std::vector<std::string>& target) {
    places[path].list = &target;
}

void add_statement_places(Places& places, StatementParts& statement, BalanceParts& balance) {
    add_text(places, "Stmt/Id", statement.id);
    add_text(places, "Stmt/FrToDt/FrDtTm", statement.first_day);
    add_text(places, "Stmt/Acct/Id/IBAN", statement.iban);
    add_text(places, "Stmt/Acct/Ccy", statement.currency);
    add_text(places, "Stmt/Bal/Tp/CdOrPrtry/Cd", balance.kind);
    add_text(places, "Stmt/Bal/Tp/CdOrPrtry/Prtry", balance.kind);
    add_amount(places, "Stmt/Bal/Amt", balance.amount);
    add_text(places, "Stmt/Bal/CdtDbtInd", balance.sign);
    add_text(places, "Stmt/Bal/Dt/Dt", balance.day);
    add_text(places, "Stmt/Bal/Dt/DtTm", balance.day);
}

void add_entry_places(Places& places, EntryParts& entry) {
    const std::string stem = "Stmt/Ntry/";
    add_amount(places, stem + "Amt", entry.amount);
    add_text(places, stem + "CdtDbtInd", entry.sign);
    add_text(places, stem + "RvslInd", entry.reversal);
    add_text(places, stem + "Sts", entry.status);
    add_text(places, stem + "Sts/Cd", entry.status);  // since version 07
    add_text(places, stem + "Sts/Prtry", entry.status);
    add_text(places, stem + "BookgDt/Dt", entry.booked_on);
    add_text(places, stem + "BookgDt/DtTm", entry.booked_on);
    add_text(places, stem + "ValDt/Dt", entry.value_on);
    add_text(places, stem + "ValDt/DtTm", entry.value_on);
    add_text(places, stem + "AcctSvcrRef", entry.bank_reference);
    add_list(places, stem + "NtryDtls/Btch/NbOfTxs", entry.batch_counts);
    add_text(places, stem + "AddtlNtryInf", entry.additional);
}

void add_transaction_places(Places& places, TransactionParts& transaction) {
    const std::string stem = "Stmt/Ntry/NtryDtls/TxDtls/";
    const std::string parties = stem + "RltdPties/";
    add_text(places, stem + "Refs/AcctSvcrRef", transaction.bank_reference);
    add_text(places, stem + "Refs/EndToEndId", transaction.end_to_end_id);
    add_amount(places, stem + "Amt", transaction.amount);
    add_text(places, stem + "CdtDbtInd", transaction.sign);
    add_amount(places, stem + "AmtDtls/TxAmt/Amt", transaction.booked_amount);
    add_amount(places, stem + "AmtDtls/InstdAmt/Amt", transaction.instructed_amount);
    add_text(places, parties + "Dbtr/Nm", transaction.payer_name);
    add_text(places, parties + "Dbtr/Pty/Nm", transaction.payer_name);  // since version 08
    add_text(places, parties + "UltmtDbtr/Nm", transaction.ultimate_payer_name);
    add_text(places, parties + "UltmtDbtr/Pty/Nm", transaction.ultimate_payer_name);
    add_text(places, parties + "DbtrAcct/Id/IBAN", transaction.payer_iban);
    add_text(places, parties + "DbtrAcct/Id/Othr/Id", transaction.payer_account);
    add_list(places, stem + "RmtInf/Ustrd", transaction.lines);
    add_list(places, stem + "RmtInf/Strd/RfrdDocInf/Nb", transaction.references);
    add_list(places, stem + "RmtInf/Strd/CdtrRefInf/Ref", transaction.references);
    add_list(places, stem + "RmtInf/Strd/AddtlRmtInf", transaction.references);
    add_text(places, stem + "AddtlTxInf", transaction.additional);
}

Places places_of(Open& open) {
    Places places;
    add_statement_places(places, open.statement, open.balance);
    add_entry_places(places, open.entry);
    add_transaction_places(places, open.transaction);
    return places;
}

class Reader final : public XmlVisitor {
  public:
    Reader(const std::string& file_name, std::size_t entries_max)
        : file_name_(file_name), entries_max_(entries_max), parts_(file_name) {}

    std::optional<core::Refusal> begin(const XmlElement& element) override {
        if (element.path.find('/') == std::string_view::npos) return begin_document(element);
        const std::string_view path = below_statement(element.path);
        if (path == "Stmt") {
            open_.statement = {};
            open_.statement.line = element.line;
            entries_.clear();
            currency_asked_ = false;
            refusals_before_ = parts_.refusal_count();
        } else if (path == "Stmt/Bal") {
            open_.balance = {};
            open_.balance.line = element.line;
        } else if (path == "Stmt/Ntry") {
            if (++entry_count_ > entries_max_) {
                return refusal(
                    element, "the file has more than " + std::to_string(entries_max_) + " entries",
                    "export shorter periods");
            }
            open_.entry = {};
            open_.entry.line = element.line;
        } else if (path == "Stmt/Ntry/NtryDtls/TxDtls") {
            open_.transaction = {};
        } else if (const auto place = places_.find(path);
                   place != places_.end() && place->second.amount != nullptr) {
            begin_amount(element, *place->second.amount);
        }
        return std::nullopt;
    }

    std::optional<core::Refusal> end(const XmlElement& element, std::string_view text) override {
        const std::string_view path = below_statement(element.path);
        if (path == "Stmt") {
            end_statement();
        } else if (path == "Stmt/Bal") {
            open_.statement.balances.push_back(std::move(open_.balance));
        } else if (path == "Stmt/Ntry") {
            end_entry();
        } else if (path == "Stmt/Ntry/NtryDtls/TxDtls") {
            open_.entry.transactions.push_back(std::move(open_.transaction));
        } else if (const auto place = places_.find(path); place != places_.end()) {
            put(element, place->second, text);
        }
        return std::nullopt;
    }

    core::Checked<std::vector<statement::BankStatement>> result(
        std::optional<core::Refusal> stopped) {
        core::Refusals refusals = parts_.take_refusals();
        if (stopped) refusals.push_back(std::move(*stopped));
        if (refusals.empty() && statements_.empty()) {
            refusals.push_back({file_name_, "the file holds no statement",
                                "export the account's camt.053 statement"});
        }
        if (!refusals.empty()) return tl::unexpected(std::move(refusals));
        return std::move(statements_);
    }

  private:
    static std::string_view below_statement(std::string_view path) {
        return path.starts_with(statement_stem) ? path.substr(statement_stem.size())
                                                : std::string_view();
    }

    core::Refusal refusal(const XmlElement& element, std::string what, std::string remedy) const {
        return {place_in(file_name_, element.line, element.path), std::move(what),
                std::move(remedy)};
    }

    std::optional<core::Refusal> begin_document(const XmlElement& element) const {
        if (element.path == "Document" && is_supported(element.name_space)) return std::nullopt;
        std::string found = element.name_space.empty()
                                ? std::string("no namespace")
                                : "the namespace " + std::string(element.name_space);
        return refusal(element, "this is no camt.053 bank statement: it has " + found,
                       "export the account's statement as camt.053, version 02 to 13");
    }

    // The amount element itself is noted at its begin, for its currency; its text comes at the end.
    void begin_amount(const XmlElement& element, AmountText& amount) {
        if (!amount.amount.given()) amount.currency = element.currency;
    }

    void put(const XmlElement& element, const Place& place, std::string_view text) {
        if (text.empty()) return;
        if (place.list != nullptr) return place.list->push_back(one_line(text));
        Text& target = place.amount != nullptr ? place.amount->amount : *place.text;
        if (target.given()) {
            return parts_.refuse(element.line, element.path, "the element is given twice",
                                 "download the statement again");
        }
        target = {one_line(text), element.line};
    }

    // Asked for once per statement, so that it is missed once.
    std::optional<core::Currency> currency() {
        if (!currency_asked_) currency_ = parts_.currency(open_.statement);
        currency_asked_ = true;
        return currency_;
    }

    void end_entry() {
        if (!currency()) return;
        for (auto& entry : parts_.entries(open_.entry, *currency_)) {
            entries_.push_back(std::move(entry));
        }
    }

    void end_statement() {
        if (!currency()) return;
        auto statement = parts_.statement(open_.statement, *currency_);
        if (!statement || parts_.refusal_count() != refusals_before_) return;
        statement->entries = std::move(entries_);
        if (const auto checked = statement::check(*statement); !checked) {
            return parts_.refuse(open_.statement.line, "Stmt",
                                 checked.error().where + ": " + checked.error().what,
                                 checked.error().remedy);
        }
        statements_.push_back(std::move(*statement));
    }

    const std::string& file_name_;
    std::size_t entries_max_, entry_count_ = 0, refusals_before_ = 0;
    PartReader parts_;
    Open open_;
    Places places_ = places_of(open_);
    std::optional<core::Currency> currency_;
    bool currency_asked_ = false;
    std::vector<statement::StatementEntry> entries_;
    std::vector<statement::BankStatement> statements_;
};

}  // namespace

core::Checked<std::vector<statement::BankStatement>> read_camt053(const std::string& file_name,
                                                                  std::string_view xml,
                                                                  std::size_t entries_max) {
    Reader reader(file_name, entries_max);
    auto stopped = walk_xml(file_name, xml, reader);
    return reader.result(std::move(stopped));
}

}  // namespace kvit::bank
