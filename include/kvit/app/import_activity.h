#pragma once
// Work, contacts and requests into the database, whole files or nothing.

#include "kvit/app/ports/agreement_source.h"
#include "kvit/app/ports/store.h"
#include "kvit/contract/work_log.h"

#include <span>

namespace kvit::app {

struct ImportCount {
    int added = 0;
    int already_known = 0;
    int answered = 0;  // requests known before that got their answer; not among `added`
};

// Refused: an unknown contract or client; work outside the contract's days; a known reference with
// other content; a contact that could bill under several contracts and names none.
core::Checked<ImportCount> import_work(Store& store, const core::BusinessId& business,
                                       std::span<const At<contract::WorkEntry>> entries,
                                       core::Date day);
core::Checked<ImportCount> import_contacts(Store& store, const core::BusinessId& business,
                                           std::span<const At<contract::Contact>> contacts,
                                           core::Date day);
// Refused besides: another answer than the one on record. A request known without an answer takes
// the one its row brings, once; a row without answer leaves it as it is.
core::Checked<ImportCount> import_requests(Store& store, const core::BusinessId& business,
                                           std::span<const At<contract::Request>> requests,
                                           core::Date day);

}  // namespace kvit::app
