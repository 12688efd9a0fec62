#pragma once
// What the fields :86: of one entry tell, in the layouts of the banks.
//
// Subfields: up to three digits (the bank's code of the booking), then a mark and two digits before
// each part. Which parts hold what depends on the mark; sources and certainty:
//   ?  Germany, Austria, and banks of their groups (DFÜ-Abkommen, Anlage 3): 20-29 and 60-63
//      remittance with EREF+, SVWZ+ …, 30 and 31 bank and account, 32 and 33 name.
//   ~ ^ <  Poland: PKO and mBank "~", Pekao and BNP Paribas "^", ING and Santander "<" (BNP: "MT940
//      statement file"; the others: published samples): 20-26 remittance, 27 and 28 remittance, or
//      at ING a name where 32 is missing, 29 account in digits, 30 and 31 bank and account (24
//      digits), 32 and 33 name, 38 IBAN, 60-63 address or date. A part of bytes FF alone is empty
//      (PKO).
//   +  Hungary, at the begin of a line only: as "?". Assumption: no description of a bank's was
//   seen.
// Code words between slashes (/NAME/…/REMI/…): SWIFT's and SEPA's; Croatian banks and ING.
// Assumption for Croatia: no description of a bank's was seen.
// Where these give no remittance, all of the text is: what a payer wrote is never dropped.
// Anything else is remittance, line by line: Hungarian (OTP) and Croatian plain files, and others.

#include "adapters/text/code_page.h"

#include <string>
#include <vector>

namespace kvit::bank {

struct Mt940Details {
    std::string payer_name, payer_account, end_to_end_id, returned;
    std::vector<std::string> remittance;
};

// `texts`: each field's lines joined with '\n', as bytes of `page`. Some banks give the code in a
// field of its own before the parts: fields of three digits or less say nothing.
Mt940Details read_details(const std::vector<std::string>& texts, text::CodePage page);

}  // namespace kvit::bank
