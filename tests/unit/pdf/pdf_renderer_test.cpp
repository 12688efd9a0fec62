#include "adapters/pdf/pdf_renderer.h"

#include "kvit/core/environment_error.h"
#include "pdf/poppler.h"
#include "pdf/sample_documents.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace kvit;

namespace {

std::string render(const document::Document& document) {
    return pdf::pdf_renderer()->render(document);
}

document::Document letter(const std::string& text) {
    document::Document document;
    document.title = "Rechnung 7/2026";
    document.blocks = {document::Paragraph{text, document::ParagraphStyle::body}};
    return document;
}

// The sentence of the refusal; empty where the document was drawn.
std::string refusal(const document::Document& document) {
    try {
        render(document);
    } catch (const core::EnvironmentError& error) {
        return error.what();
    }
    return "";
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string_view::npos; ++at) ++found;
    return found;
}

// Words that stand on each other, and words outside the margins.
std::vector<std::string> clashes(const poppler::Geometry& seen) {
    constexpr double tolerance = 2.0;  // boxes hold the whole ascent and descent of the font
    constexpr double margin = 56.0;
    std::vector<std::string> found;
    const auto& words = seen.words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const double width = seen.page_widths[static_cast<std::size_t>(words[i].page - 1)];
        if (words[i].left < margin || words[i].right > width - margin)
            found.push_back("outside: " + words[i].text);
        for (std::size_t j = i + 1; j < words.size() && words[j].page == words[i].page; ++j) {
            const double x =
                std::min(words[i].right, words[j].right) - std::max(words[i].left, words[j].left);
            const double y =
                std::min(words[i].bottom, words[j].bottom) - std::max(words[i].top, words[j].top);
            if (x > 0.5 && y > tolerance)
                found.push_back("overlap: " + words[i].text + " / " + words[j].text);
        }
    }
    return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pdf_pdf_renderer)

// Drawn by three threads: the same bytes in the same order, and the one that cannot be drawn in its
// place.
BOOST_AUTO_TEST_CASE(many_at_once_are_drawn_as_one_by_one) {
    std::vector<document::Document> documents;
    for (int lines = 1; lines <= 12; ++lines)
        documents.push_back(samples::invoice(core::Language::hu, lines));
    documents[3] = letter("Αθήνα ☎ Москва");
    documents[7] = letter("\U0001F9FE");
    std::vector<const document::Document*> pointers;
    for (const auto& document : documents) pointers.push_back(&document);
    const auto all = pdf::pdf_renderer(3)->render_all(pointers);
    BOOST_TEST_REQUIRE(all.size() == documents.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        BOOST_TEST_CONTEXT("document " << i) {
            BOOST_TEST(all[i].failure == refusal(documents[i]));
            if (i != 7) BOOST_TEST((all[i].bytes == render(documents[i])));
        }
    }
    BOOST_TEST(all[7].failure != "");
    BOOST_TEST(pdf::pdf_renderer(3)->render_all({}).empty());
}

BOOST_AUTO_TEST_CASE(same_document_same_bytes) {
    const auto first = pdf::pdf_renderer();
    const document::Document document = samples::invoice(core::Language::pl, 7);
    const std::string bytes = first->render(document);
    BOOST_TEST(bytes.starts_with("%PDF-1.7\n"));
    // Whatever was drawn before, with whatever letters.
    first->render(letter("Αθήνα ☎ Москва Ďáblice"));
    first->render(samples::crowded());
    BOOST_CHECK(first->render(document) == bytes);
    BOOST_CHECK(pdf::pdf_renderer()->render(document) == bytes);
    const document::Document greek = letter("Αθήνα ☎ Москва Ďáblice");
    BOOST_CHECK(first->render(greek) == pdf::pdf_renderer()->render(greek));
    // A different document gives different bytes.
    BOOST_CHECK(first->render(samples::invoice(core::Language::pl, 8)) != bytes);
}

BOOST_AUTO_TEST_CASE(facts_without_a_clock) {
    document::Document document = letter("x");
    document.language = core::Language::de;
    document.title = "Größe 𝄞";
    document.author = "Ő";
    const std::string bytes = render(document);
    BOOST_TEST(bytes.find("Date") == std::string::npos);
    BOOST_TEST(count(bytes, "/Lang (de)") == 1u);
    BOOST_TEST(count(bytes, "/Title <FEFF0047007200F600DF00650020D834DD1E>") == 1u);
    BOOST_TEST(count(bytes, "/Author <FEFF0150>") == 1u);
    BOOST_TEST(pdf::pdf_renderer()->version().starts_with("kvit-pdf 1, libharu 2.3"));
}

// What is seen is what can be copied and searched: every word, and no other.
BOOST_AUTO_TEST_CASE(text_is_what_is_seen_in_six_languages) {
    for (const core::Language language : core::all_languages()) {
        const document::Document document = samples::invoice(language, 5);
        const std::vector<std::string> pages = poppler::pages(render(document));
        BOOST_TEST_CONTEXT(core::code_of(language)) {
            BOOST_REQUIRE(pages.size() == 1u);
            BOOST_TEST(poppler::sorted_words(pages[0]) ==
                           poppler::sorted_words(samples::all_text(document) + document.footer),
                       boost::test_tools::per_element());
        }
    }
    const document::Document notice = samples::notice();
    BOOST_TEST(poppler::sorted_words(poppler::pages(render(notice)).at(0)) ==
                   poppler::sorted_words(samples::all_text(notice) + notice.footer),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(amounts_keep_their_words_and_columns) {
    const std::string page = poppler::pages(render(samples::notice())).at(0);
    BOOST_TEST(page.find("PL61 1090 1014 0000 0712 1981 2874") != std::string::npos);
    BOOST_TEST(page.find("5 904,00 PLN") != std::string::npos);
    // Right-aligned: the amounts of a column end at one place.
    const poppler::Geometry seen = poppler::geometry(render(samples::notice()));
    std::vector<double> ends;
    for (const poppler::Word& word : seen.words)
        if (word.text == "PLN" && word.top > 340 && word.top < 450) ends.push_back(word.right);
    BOOST_REQUIRE(ends.size() == 6u);
    std::sort(ends.begin(), ends.end());
    BOOST_TEST(ends[2] - ends[0] < 0.1);
    BOOST_TEST(ends[5] - ends[3] < 0.1);
    BOOST_TEST(ends[5] == seen.page_widths[0] - 56.69, boost::test_tools::tolerance(0.001));
}

BOOST_AUTO_TEST_CASE(fonts_are_cut_and_readable) {
    const std::string fonts = poppler::fonts(render(samples::invoice(core::Language::hu, 1)));
    BOOST_TEST(count(fonts, "Lato-Regular") == 1u);
    BOOST_TEST(count(fonts, "Lato-Bold") == 1u);
    BOOST_TEST(count(fonts, "DejaVuSans") == 0u);
    BOOST_TEST(count(fonts, "Identity-H       yes yes yes") == 2u);
    BOOST_TEST(fonts.find("Error") == std::string::npos);
    BOOST_TEST(render(samples::invoice(core::Language::hu, 1)).size() < 40'000u);
}

BOOST_AUTO_TEST_CASE(letters_beyond_the_stock) {
    const std::string text = "Dvořák Αθήνα Москва ☎ ⅓ ≤";
    const std::string bytes = render(letter(text));
    BOOST_TEST(poppler::sorted_words(poppler::pages(bytes).at(0)) == poppler::sorted_words(text),
               boost::test_tools::per_element());
    BOOST_TEST(count(poppler::fonts(bytes), "DejaVuSans") == 1u);
    // A letter and its accent apart are drawn as one; what is invisible is left out.
    BOOST_TEST(poppler::pages(render(letter("ne\u0301v o\u030Bsz Z\u00ADiel\u200B"))).at(0) ==
               "név ősz Ziel\n");
    BOOST_TEST(poppler::pages(render(letter("5\u202F000\u2011x"))).at(0) == "5 000-x\n");
}

BOOST_AUTO_TEST_CASE(undrawable_letters_are_refused) {
    BOOST_TEST(refusal(letter("Pharao \U00013000")) ==
               "The letter \"\U00013000\" (U+13000) in the document \"Rechnung 7/2026\" cannot be "
               "drawn: no built-in font has it; write the name or text in it with other letters.");
    BOOST_TEST(refusal(letter("張")).find("(U+5F35)") != std::string::npos);
    // Scripts that run from right to left would come out reversed and unjoined.
    BOOST_TEST(refusal(letter("שלום")).find("(U+05E9)") != std::string::npos);
    BOOST_TEST(refusal(letter("سلام")).find("(U+0633)") != std::string::npos);
    BOOST_TEST(refusal(letter("bell\a")).find("(U+0007)") != std::string::npos);
    BOOST_TEST(refusal(letter("\xC5")) ==
               "The document \"Rechnung 7/2026\" cannot be drawn: one of its texts is not UTF-8; "
               "correct the name or text in it.");
    document::Document in_footer = letter("x");
    in_footer.footer = "☃\U0001F9FE";
    BOOST_TEST(refusal(in_footer).find("(U+1F9FE)") != std::string::npos);
    // A refusal leaves the renderer fit for the next document.
    const auto renderer = pdf::pdf_renderer();
    BOOST_CHECK_THROW(renderer->render(letter("張")), core::EnvironmentError);
    BOOST_CHECK(renderer->render(letter("a")) == render(letter("a")));
}

BOOST_AUTO_TEST_CASE(five_hundred_rows) {
    const document::Document document = samples::invoice(core::Language::en, 500);
    const std::vector<std::string> pages = poppler::pages(render(document));
    BOOST_REQUIRE(pages.size() == 15u);
    std::string all;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        BOOST_TEST(count(pages[i], "Description") == 1u);
        BOOST_TEST(count(pages[i], "Unit price") == 1u);
        BOOST_TEST(count(pages[i], fmt::format("Page {} of 15\n", i + 1)) == 1u);
        BOOST_TEST(count(pages[i], "Invoice FV/2026/09/001") == 1u);
        all += pages[i];
    }
    for (int row = 1; row <= 500; ++row)
        BOOST_TEST(count(all, fmt::format("“first light”, {} ", row)) == 1u);
    // The sums stand below the last row, not alone.
    BOOST_TEST(count(pages.back(), "“first light”, 500 ") == 1u);
    BOOST_TEST(count(pages.back(), "Net total") == 1u);
    BOOST_TEST(count(pages.back(), "To pay") == 1u);
    BOOST_TEST(clashes(poppler::geometry(render(document))) == std::vector<std::string>{},
               boost::test_tools::per_element());
}

// At every length some row is the last one that fits: sums and payment box never part from it or
// break.
BOOST_AUTO_TEST_CASE(sums_and_box_stay_whole_at_every_length) {
    const auto renderer = pdf::pdf_renderer();
    for (int rows = 10; rows < 50; ++rows) {
        const std::string bytes = renderer->render(samples::invoice(core::Language::en, rows));
        const std::vector<std::string> pages = poppler::pages(bytes);
        BOOST_TEST_CONTEXT(rows << " rows") {
            for (const std::string& page : pages) {
                BOOST_TEST(count(page, "Net total") == count(page, "To pay"));
                BOOST_TEST(count(page, "Net total") ==
                           count(page, fmt::format("“first light”, {} ", rows)));
                BOOST_TEST(count(page, "How to pay") == count(page, "Reference"));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_page_break_begins_a_page) {
    const auto pages = [](std::vector<document::Block> blocks) {
        document::Document document;
        document.page_label = "{page}/{pages}";
        document.blocks = std::move(blocks);
        return poppler::pages(render(document));
    };
    using document::Heading, document::PageBreak, document::Paragraph;
    const auto two = pages({Paragraph{"one"}, PageBreak{}, Heading{"two"}, Paragraph{"three"}});
    BOOST_REQUIRE(two.size() == 2u);
    BOOST_TEST(two[0].find("one") != std::string::npos);
    BOOST_TEST(two[0].find("1/2") != std::string::npos);
    BOOST_TEST(two[1].find("two") != std::string::npos);
    BOOST_TEST(two[1].find("three") != std::string::npos);
    // A heading is not carried over, and no page stays empty.
    BOOST_TEST(pages({Heading{"one"}, PageBreak{}, Paragraph{"two"}}).size() == 2u);
    BOOST_TEST(pages({PageBreak{}, Paragraph{"one"}}).size() == 1u);
    BOOST_TEST(pages({Paragraph{"one"}, PageBreak{}, PageBreak{}, Paragraph{"two"}}).size() == 2u);
}

BOOST_AUTO_TEST_CASE(one_page_has_no_number) {
    const std::vector<std::string> pages =
        poppler::pages(render(samples::invoice(core::Language::en, 1)));
    BOOST_REQUIRE(pages.size() == 1u);
    BOOST_TEST(count(pages[0], "Page") == 0u);
    BOOST_TEST(count(pages[0], "Studio Ada Ltd · VAT GB 123 4567 82") == 1u);
}

BOOST_AUTO_TEST_CASE(crowded_documents_never_overlap) {
    const document::Document document = samples::crowded();
    BOOST_TEST(clashes(poppler::geometry(render(document))) == std::vector<std::string>{},
               boost::test_tools::per_element());
    // The longest amounts stay whole.
    std::string all;
    for (const std::string& page : poppler::pages(render(document))) all += page;
    BOOST_TEST(count(all, "123 456 789 012,00 PLN") == 1u);
    BOOST_TEST(count(all, " 123 456 789 012,00\n") == 1u);
}

BOOST_AUTO_TEST_CASE(landscape_report) {
    const document::Document document = samples::report();
    const std::string bytes = render(document);
    const poppler::Geometry seen = poppler::geometry(bytes);
    BOOST_REQUIRE(seen.page_widths.size() == 1u);
    BOOST_TEST(seen.page_widths[0] == 841.89, boost::test_tools::tolerance(1e-5));
    BOOST_TEST(seen.page_heights[0] == 595.276, boost::test_tools::tolerance(1e-5));
    BOOST_TEST(clashes(seen) == std::vector<std::string>{}, boost::test_tools::per_element());
    BOOST_TEST(poppler::sorted_words(poppler::pages(bytes).at(0)) ==
                   poppler::sorted_words(samples::all_text(document)),
               boost::test_tools::per_element());
}

// Blocks that are empty, or higher than a page, are drawn all the same.
BOOST_AUTO_TEST_CASE(extremes_of_every_block) {
    document::Document nothing;
    BOOST_TEST(poppler::pages(render(nothing)).size() == 1u);

    document::Document empty;
    document::Table columns_only;
    columns_only.columns = {{"Only", document::Align::left, 1}};
    empty.blocks = {
        document::Letterhead{}, document::AddressAndFacts{}, document::Heading{},
        document::Paragraph{},  document::Table{},           columns_only,
        document::Totals{},     document::PaymentBox{},      document::Heading{"Last", 2}};
    BOOST_TEST(poppler::sorted_words(poppler::pages(render(empty)).at(0)) ==
                   (std::vector<std::string>{"Last", "Only"}),
               boost::test_tools::per_element());

    // Headings without a text below them, and a footer that would fill the pages.
    document::Document top_heavy;
    for (int i = 0; i < 90; ++i)
        top_heavy.blocks.push_back(document::Heading{fmt::format("heading{}", i), 1 + i % 2});
    top_heavy.blocks.push_back(document::PaymentBox{"Box", {{"label", "value"}}});
    for (int i = 0; i < 60; ++i) top_heavy.footer += fmt::format("footer{}\n", i);
    std::string heavy;
    for (const std::string& page : poppler::pages(render(top_heavy))) heavy += page;
    for (int i = 0; i < 90; ++i) BOOST_TEST(count(heavy, fmt::format("heading{}\n", i)) == 1u);
    for (int i = 0; i < 60; ++i) BOOST_TEST(count(heavy, fmt::format("footer{}\n", i)) == 1u);
    BOOST_TEST(clashes(poppler::geometry(render(top_heavy))) == std::vector<std::string>{},
               boost::test_tools::per_element());

    document::Document high;
    high.page_label = "{page}/{pages}";
    std::string lines, cells, parts;
    std::vector<std::string> many;
    std::vector<document::LabelledValue> pairs;
    for (int i = 0; i < 150; ++i) {
        lines += fmt::format("line{}\n", i);
        cells += fmt::format("cell{}\n", i);
        parts += fmt::format("part{}\n", i);
        many.push_back(fmt::format("many{}", i));
        pairs.push_back({fmt::format("label{}", i), fmt::format("value{}", i)});
    }
    document::Table table;
    table.columns = {{"Head", document::Align::left, 1}, {"Sum", document::Align::right, 0}};
    table.rows = {{{parts, "1"}}, {{"after", "2"}}};
    high.blocks = {document::Letterhead{"Name", many},
                   document::AddressAndFacts{"To", many, pairs},
                   document::Paragraph{lines},
                   table,
                   document::Totals{pairs},
                   document::PaymentBox{"Box", pairs},
                   document::PaymentBox{"Tall", {{"one", cells}}}};
    const std::string bytes = render(high);
    std::string all;
    for (const std::string& page : poppler::pages(bytes)) {
        all += page;
        BOOST_TEST(count(page, "Head") ==
                   (count(page, "part") + count(page, "after") > 0 ? 1u : 0u));
    }
    for (int i = 0; i < 150; ++i) {
        BOOST_TEST(count(all, fmt::format("line{}\n", i)) == 1u);
        BOOST_TEST(count(all, fmt::format("part{}\n", i)) + count(all, fmt::format("part{} ", i)) ==
                   1u);
        BOOST_TEST(count(all, fmt::format("cell{}\n", i)) + count(all, fmt::format("cell{} ", i)) ==
                   1u);
        BOOST_TEST(count(all, fmt::format("many{}\n", i)) + count(all, fmt::format("many{} ", i)) ==
                   2u);
        BOOST_TEST(count(all, fmt::format("value{}\n", i)) == 3u);
    }
    BOOST_TEST(count(all, "after") == 1u);
    BOOST_TEST(clashes(poppler::geometry(bytes)) == std::vector<std::string>{},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
