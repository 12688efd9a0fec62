#pragma once
// Where a document's file lies within the archive.

#include "kvit/core/date.h"
#include "kvit/core/ids.h"

#include <string>

namespace kvit::app {

// "studio-ada/2026/FV-2026-09-001.pdf": business, year of issue, id with every character that is
// not safe in a file name as '-'. The number of a business's invoice names one file only, since its
// pattern is fixed text around digits.
std::string document_file(const core::BusinessId& business, core::Date issued_on,
                          const core::DocumentId& id);

}  // namespace kvit::app
