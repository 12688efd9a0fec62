#pragma once
// A document as one self-contained HTML page: no script, no outside file, readable on a phone, on
// paper and in the dark.

#include "kvit/app/ports/document_ports.h"

#include <memory>

namespace kvit::html {

std::unique_ptr<app::DocumentRenderer> html_renderer();

}  // namespace kvit::html
