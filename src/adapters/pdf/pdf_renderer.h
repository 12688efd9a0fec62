#pragma once
// Documents as PDF files: A4, with the built-in fonts, text that can be searched and copied.

#include "kvit/app/ports/document_ports.h"

#include <memory>

namespace kvit::pdf {

// One renderer serves one thread at a time; each thread may have its own.
std::unique_ptr<app::DocumentRenderer> pdf_renderer();

}  // namespace kvit::pdf
