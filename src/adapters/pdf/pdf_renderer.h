#pragma once
// Documents as PDF files: A4, with the built-in fonts, text that can be searched and copied.

#include "kvit/app/ports/document_ports.h"

#include <memory>

namespace kvit::pdf {

// One renderer serves one caller at a time; `jobs` (from 1) is how many threads it draws a batch
// with.
std::unique_ptr<app::DocumentRenderer> pdf_renderer(int jobs = 1);

}  // namespace kvit::pdf
