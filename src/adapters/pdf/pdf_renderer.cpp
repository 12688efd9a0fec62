#include "adapters/pdf/pdf_renderer.h"

#include "adapters/pdf/layout.h"
#include "adapters/pdf/page.h"
#include "adapters/pdf/typesetter.h"
#include "adapters/text/utf8.h"
#include "kvit/core/language.h"

#include <fmt/format.h>
#include <hb.h>
#include <hpdf.h>

#include <array>
#include <cstddef>
#include <libdeflate.h>
#include <string>
#include <vector>

namespace kvit::pdf {
namespace {

class PdfRenderer final : public app::DocumentRenderer {
  public:
    std::string render(const document::Document& document) override {
        typesetter_.begin(document.title);
        const std::vector<Page> pages = Layout(document, typesetter_).pages();
        std::array<FontProgram, all_faces.size()> cuts;  // fonts with letters beyond their stock
        Fonts fonts{};
        for (const Face face : all_faces) {
            if (!typesetter_.used(face)) continue;
            const auto at = static_cast<std::size_t>(face);
            const std::vector<char32_t> others = typesetter_.letters_beyond_stock(face);
            if (!others.empty()) cuts[at] = Typeface::of(face).cut(others);
            fonts[at] = others.empty() ? &Typeface::of(face).stock_cut() : &cuts[at];
        }
        return write_file({document.title, document.author, core::code_of(document.language)},
                          pages, fonts);
    }

    core::Result<void> can_draw(std::string_view text) const override {
        for (std::size_t at = 0; at < text.size();) {
            const char32_t letter = text::next_letter(text, at);
            if (letter == '\n' || Typesetter::can_set(letter)) continue;
            std::string shown;
            text::append_letter(shown, letter);
            return core::refuse("",
                                fmt::format("the letter \"{}\" (U+{:04X}) cannot be printed",
                                            text::printable(shown), static_cast<unsigned>(letter)),
                                "no built-in font has it; write it with other letters");
        }
        return {};
    }

    // The layout's own number, and the libraries whose bytes are in the file.
    std::string version() const override {
        return fmt::format("kvit-pdf 1, libharu {}, harfbuzz {}, libdeflate {}", HPDF_GetVersion(),
                           hb_version_string(), LIBDEFLATE_VERSION_STRING);
    }

  private:
    Typesetter typesetter_;
};

}  // namespace

std::unique_ptr<app::DocumentRenderer> pdf_renderer() { return std::make_unique<PdfRenderer>(); }

}  // namespace kvit::pdf
