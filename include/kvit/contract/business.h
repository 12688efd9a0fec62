#pragma once
// The issuer. One database may hold many: an accounting office bills for its clients.

#include "kvit/core/country.h"
#include "kvit/core/currency.h"
#include "kvit/core/ids.h"
#include "kvit/core/language.h"

#include <string>
#include <vector>

namespace kvit::contract {

struct Address {
    std::string street, city, postcode;
    bool operator==(const Address&) const = default;
};

// The account that invoices in `currency` ask to be paid to.
struct BankAccount {
    core::Currency currency;
    std::string iban;  // no spaces, check digits valid (ISO 13616)
    std::string bic;   // may be empty
    bool operator==(const BankAccount&) const = default;
};

struct VatStatus {
    bool registered = true;
    std::string exemption;  // legal text printed when not registered
    bool operator==(const VatStatus&) const = default;
};

// Patterns of invoice_number.h.
struct Numbering {
    std::string invoice = "{yyyy}/{n:4}";
    std::string credit_note = "CN/{yyyy}/{n:4}";
    std::string interest_note = "IN/{yyyy}/{n:4}";
    bool operator==(const Numbering&) const = default;
};

struct Business {
    core::BusinessId id;
    std::string name;
    core::Country country;
    std::string tax_id;  // without the country prefix; may be empty when not registered
    Address address;
    std::string email, phone, booking_url, logo;   // optional ones may be empty
    core::Language language = core::Language::en;  // the owner's, for reports
    std::string timezone;                          // IANA name, checked when the agreement is read
    core::Currency currency;                       // bookkeeping currency
    VatStatus vat;
    Numbering numbering;
    std::vector<BankAccount> accounts;  // at most one per currency

    bool operator==(const Business&) const = default;
};

}  // namespace kvit::contract
