#pragma once
// The folder in which issued documents are kept for ever.

#include "kvit/app/ports/document_ports.h"

#include <memory>
#include <string>

namespace kvit::archive {

// The folder and folders below it are made when the first document is stored. A path is relative to
// it, without
// "." or ".." and without hidden names; others are refused with core::EnvironmentError.
std::unique_ptr<app::DocumentArchive> file_archive(const std::string& folder);

}  // namespace kvit::archive
