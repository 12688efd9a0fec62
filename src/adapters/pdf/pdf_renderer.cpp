#include "adapters/pdf/pdf_renderer.h"

#include "adapters/pdf/layout.h"
#include "adapters/pdf/page.h"
#include "adapters/pdf/typesetter.h"
#include "adapters/text/utf8.h"
#include "kvit/core/environment_error.h"
#include "kvit/core/language.h"

#include <fmt/format.h>
#include <hb.h>
#include <hpdf.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <libdeflate.h>
#include <string>
#include <thread>
#include <vector>

namespace kvit::pdf {
namespace {

std::string render_with(Typesetter& typesetter, const document::Document& document) {
    typesetter.begin(document.title);
    const std::vector<Page> pages = Layout(document, typesetter).pages();
    std::array<FontProgram, all_faces.size()> cuts;  // fonts with letters beyond their stock
    Fonts fonts{};
    for (const Face face : all_faces) {
        if (!typesetter.used(face)) continue;
        const auto at = static_cast<std::size_t>(face);
        const std::vector<char32_t> others = typesetter.letters_beyond_stock(face);
        if (!others.empty()) cuts[at] = Typeface::of(face).cut(others);
        fonts[at] = others.empty() ? &Typeface::of(face).stock_cut() : &cuts[at];
    }
    return write_file({document.title, document.author, core::code_of(document.language)}, pages,
                      fonts);
}

using Documents = std::vector<const document::Document*>;

// Takes the next document that nobody has taken, until there is none.
void render_some(const Documents& documents, std::atomic<std::size_t>& next,
                 std::vector<app::Rendering>& renderings) {
    Typesetter typesetter;
    for (std::size_t at = next++; at < documents.size(); at = next++) {
        try {
            renderings[at].bytes = render_with(typesetter, *documents[at]);
        } catch (const core::EnvironmentError& error) {
            renderings[at].failure = error.what();
        }
    }
}

class PdfRenderer final : public app::DocumentRenderer {
  public:
    explicit PdfRenderer(int jobs) : jobs_(static_cast<std::size_t>(std::max(jobs, 1))) {}

    std::string render(const document::Document& document) override {
        return render_with(typesetter_, document);
    }

    // Each thread with a typesetter of its own; what is drawn does not depend on who draws it. What
    // ends a thread otherwise than by an environment error ends the process, as it should.
    std::vector<app::Rendering> render_all(const Documents& documents) override {
        std::vector<app::Rendering> renderings(documents.size());
        std::atomic<std::size_t> next{0};
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < std::min(jobs_, documents.size()); ++i)
            others.emplace_back([&] { render_some(documents, next, renderings); });
        render_some(documents, next, renderings);
        others.clear();  // joins
        return renderings;
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
    std::size_t jobs_;
    Typesetter typesetter_;
};

}  // namespace

std::unique_ptr<app::DocumentRenderer> pdf_renderer(int jobs) {
    return std::make_unique<PdfRenderer>(jobs);
}

}  // namespace kvit::pdf
