#include "adapters/bank/camt.h"

#include "adapters/bank/camt_message.h"
#include "adapters/bank/camt_parts.h"
#include "adapters/bank/plain_line.h"
#include "adapters/bank/xml_walk.h"

#include <functional>
#include <unordered_map>
#include <utility>

namespace kvit::bank {

namespace {

// What is being read: the open statement, its open balance, entry and transaction.
struct Open {
    StatementParts statement;
    BalanceParts balance;
    EntryParts entry;
    TransactionParts transaction;
};

// Where an element's text goes: exactly one of the four, by path below the statement.
struct Place {
    Text* text = nullptr;          // at most once
    AmountText* amount = nullptr;  // at most once
    std::vector<std::string>* list = nullptr;
    std::vector<AmountText>* amounts = nullptr;
};

struct PathHash {
    using is_transparent = void;  // NOLINT(readability-identifier-naming): the library's
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
void add_amounts(Places& places, const std::string& path, std::vector<AmountText>& target) {
    places[path].amounts = &target;
}

// Version 02 has one amount, later ones a record for each charge.
void add_charges(Places& places, const std::string& path, std::vector<AmountText>& target) {
    add_amounts(places, path + "/Amt", target);
    add_amounts(places, path + "/Rcrd/Amt", target);
}

void add_statement_places(Places& places, StatementParts& statement, BalanceParts& balance) {
    add_text(places, "Id", statement.id);
    add_text(places, "CreDtTm", statement.created_on);
    add_text(places, "FrToDt/FrDtTm", statement.first_day);
    add_text(places, "Acct/Id/IBAN", statement.iban);
    add_text(places, "Acct/Ccy", statement.currency);
    add_text(places, "Bal/Tp/CdOrPrtry/Cd", balance.kind);
    add_text(places, "Bal/Tp/CdOrPrtry/Prtry", balance.kind);
    add_amount(places, "Bal/Amt", balance.amount);
    add_text(places, "Bal/CdtDbtInd", balance.sign);
    add_text(places, "Bal/Dt/Dt", balance.day);
    add_text(places, "Bal/Dt/DtTm", balance.day);
}

void add_entry_places(Places& places, EntryParts& entry) {
    const std::string stem = "Ntry/";
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
    add_charges(places, stem + "Chrgs", entry.charges);
    add_text(places, stem + "AddtlNtryInf", entry.additional);
}

void add_transaction_places(Places& places, TransactionParts& transaction) {
    const std::string stem = "Ntry/NtryDtls/TxDtls/";
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
    add_text(places, parties + "CdtrAcct/Id/IBAN", transaction.credited_iban);
    add_list(places, stem + "RmtInf/Ustrd", transaction.lines);
    add_list(places, stem + "RmtInf/Strd/RfrdDocInf/Nb", transaction.references);
    add_list(places, stem + "RmtInf/Strd/CdtrRefInf/Ref", transaction.references);
    add_list(places, stem + "RmtInf/Strd/AddtlRmtInf", transaction.references);
    add_charges(places, stem + "Chrgs", transaction.charges);
    add_text(places, stem + "RtrInf/Rsn/Cd", transaction.return_reason);
    add_text(places, stem + "RtrInf/Rsn/Prtry", transaction.return_reason);
    add_list(places, stem + "RtrInf/AddtlInf", transaction.return_text);
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
        if (is_item(element.path)) {
            open_.statement = {};
            open_.statement.line = element.line;
            entries_.clear();
            currency_asked_ = false;
            refusals_before_ = parts_.refusal_count();
            return std::nullopt;
        }
        const std::string_view path = below_item(element.path);
        if (path == "Bal") {
            open_.balance = {};
            open_.balance.line = element.line;
        } else if (path == "Ntry") {
            if (++entry_count_ > entries_max_) {
                return refusal(
                    element, "the file has more than " + std::to_string(entries_max_) + " entries",
                    "export shorter periods");
            }
            open_.entry = {};
            open_.entry.line = element.line;
        } else if (path == "Ntry/NtryDtls/TxDtls") {
            open_.transaction = {};
        } else if (path == "Ntry/NtryDtls/TxDtls/RtrInf") {
            open_.transaction.is_return = true;
        } else if (const auto place = places_.find(path); place != places_.end()) {
            begin_amount(element, place->second);
        }
        return std::nullopt;
    }

    std::optional<core::Refusal> end(const XmlElement& element, std::string_view text) override {
        if (is_item(element.path)) {
            end_statement();
            return std::nullopt;
        }
        const std::string_view path = below_item(element.path);
        if (path == "Bal") {
            open_.statement.balances.push_back(std::move(open_.balance));
        } else if (path == "Ntry") {
            end_entry();
        } else if (path == "Ntry/NtryDtls/TxDtls") {
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
            refusals.push_back({file_name_, "the file holds no " + std::string(message_->words),
                                "export the account's camt.053 statement"});
        }
        if (!refusals.empty()) return tl::unexpected(std::move(refusals));
        return std::move(statements_);
    }

  private:
    // "Stmt" or "Ntfctn" below the message's element.
    bool is_item(std::string_view path) const {
        return path.starts_with(message_->path) &&
               path.substr(message_->path.size()) == message_->item;
    }
    // The path below the statement or notification; empty outside.
    std::string_view below_item(std::string_view path) const {
        const std::size_t above = message_->path.size() + message_->item.size();
        if (path.size() <= above || path[above] != '/' || !is_item(path.substr(0, above)))
            return {};
        return path.substr(above + 1);
    }

    core::Refusal refusal(const XmlElement& element, std::string what, std::string remedy) const {
        return {place_in(file_name_, element.line, element.path), std::move(what),
                std::move(remedy)};
    }

    std::optional<core::Refusal> begin_document(const XmlElement& element) {
        const CamtMessage* message = camt_message(element.name_space);
        if (element.path == "Document" && message != nullptr) {
            message_ = message;
            parts_.set_message(*message);
            return std::nullopt;
        }
        std::string found = element.name_space.empty()
                                ? std::string("no namespace")
                                : "the namespace " + std::string(element.name_space);
        return refusal(
            element, "this is no camt.053 statement and no camt.054 notification: it has " + found,
            "export the account's statement as camt.053, version 02 to 13");
    }

    // An amount's element is noted at its begin, for its currency; its text comes at the end.
    static void begin_amount(const XmlElement& element, const Place& place) {
        if (place.amounts != nullptr) {
            place.amounts->emplace_back().currency = element.currency;
        } else if (place.amount != nullptr && !place.amount->amount.given()) {
            place.amount->currency = element.currency;
        }
    }

    void put(const XmlElement& element, const Place& place, std::string_view text) {
        if (text.empty()) return;
        if (place.list != nullptr) return place.list->push_back(one_line(text));
        if (place.amounts != nullptr) {
            place.amounts->back().amount = {one_line(text), element.line};
            return;
        }
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
        auto statement = parts_.statement(open_.statement, *currency_, entries_);
        if (!statement || parts_.refusal_count() != refusals_before_) return;
        statement->entries = std::move(entries_);
        if (const auto checked = statement::check(*statement); !checked) {
            return parts_.refuse(open_.statement.line, message_->item,
                                 checked.error().where + ": " + checked.error().what,
                                 checked.error().remedy);
        }
        statements_.push_back(std::move(*statement));
    }

    const std::string& file_name_;
    std::size_t entries_max_, entry_count_ = 0, refusals_before_ = 0;
    const CamtMessage* message_ = &camt_messages[0];
    PartReader parts_;
    Open open_;
    Places places_ = places_of(open_);
    std::optional<core::Currency> currency_;
    bool currency_asked_ = false;
    std::vector<statement::StatementEntry> entries_;
    std::vector<statement::BankStatement> statements_;
};

}  // namespace

core::Checked<std::vector<statement::BankStatement>> read_camt(const std::string& file_name,
                                                               std::string_view xml,
                                                               std::size_t entries_max) {
    Reader reader(file_name, entries_max);
    auto stopped = walk_xml(file_name, xml, reader);
    return reader.result(std::move(stopped));
}

}  // namespace kvit::bank
