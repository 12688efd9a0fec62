#include "adapters/html/html_renderer.h"

#include "adapters/html/escape.h"
#include "pdf/sample_documents.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace kvit;

namespace {

std::string render(const document::Document& document) {
    return html::html_renderer()->render(document);
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string_view::npos; ++at) ++found;
    return found;
}

// The first tag that does not close what is open; empty where all are balanced.
std::string unbalanced(const std::string& page) {
    static const std::set<std::string> single{"meta", "br", "hr", "rect", "line", "!DOCTYPE"};
    std::vector<std::string> open;
    for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
        const bool closes = page[at + 1] == '/';
        const std::size_t begin = at + (closes ? 2 : 1);
        const std::string name = page.substr(begin, page.find_first_of(" >", begin) - begin);
        if (single.contains(name)) continue;
        if (!closes) {
            open.push_back(name);
            continue;
        }
        if (open.empty() || open.back() != name) return "</" + name + ">";
        open.pop_back();
    }
    return open.empty() ? "" : "<" + open.back() + ">";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(html_html_renderer)

BOOST_AUTO_TEST_CASE(escaping) {
    const std::vector<std::pair<std::string, std::string>> table{
        {"", ""},
        {"Żółć & Söhne", "Żółć &amp; Söhne"},
        {"<script>alert('1')</script>", "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"},
        {"\"a\"", "&quot;a&quot;"},
        {"&amp;", "&amp;amp;"},
        {std::string("a\0b", 3), "a\uFFFDb"},
        {"a\x1B[1m", "a\uFFFD[1m"},
        {"\xC5", "\uFFFD"},
        {"2\u00A0952,00", "2\u00A0952,00"},
    };
    for (const auto& [text, expected] : table) BOOST_TEST(html::escape(text) == expected);
    BOOST_TEST(html::escape("a\nb") == "a\nb");
    BOOST_TEST(html::escape_lines("a\n<b>") == "a<br>\n&lt;b&gt;");
}

BOOST_AUTO_TEST_CASE(the_whole_page_is_semantic_and_self_contained) {
    for (const core::Language language : core::all_languages()) {
        const std::string page = render(samples::invoice(language, 3));
        BOOST_TEST_CONTEXT(core::code_of(language)) {
            BOOST_TEST(page.starts_with("<!DOCTYPE html>\n<html lang=\"" +
                                        std::string(core::code_of(language)) + "\">\n"));
            BOOST_TEST(unbalanced(page) == "");
            for (const char* once : {"<header class=\"letterhead\">", "<main>", "</main>",
                                     "<footer>", "<h1>", "<table>", "<thead>", "<title>"})
                BOOST_TEST(count(page, once) == 1u);
            BOOST_TEST(count(page, "<th scope=\"col\"") == 5u);
            BOOST_TEST(count(page, "<th scope=\"row\"") == 3u);
            BOOST_TEST(page.find("</header>") < page.find("<main>"));
            BOOST_TEST(page.find("</main>") < page.find("<footer>"));
            for (const char* never : {"http://", "https://", "<script", "src=", "url("})
                BOOST_TEST(count(page, never) == 0u);
            for (const char* rule : {"prefers-color-scheme: dark", "@media print",
                                     "@media (max-width: 40rem)", "overflow-x: auto"})
                BOOST_TEST(count(page, rule) == 1u);
        }
    }
}

BOOST_AUTO_TEST_CASE(every_text_is_in_it_and_escaped) {
    document::Document document;
    document.language = core::Language::de;
    document.title = "</title><script>";
    document.author = "\"><script>";
    document.footer = "<script>f";
    document::Table table;
    table.title = "\"<script>t";
    table.columns = {{"<script>c", document::Align::right, 1}};
    table.rows = {{{"<script>r\nzwei"}, true}};
    document.blocks = {
        document::Letterhead{"<script>n", {"<script>d"}},
        document::AddressAndFacts{"<script>l", {"<script>a"}, {{"<script>k", "<script>v"}}},
        document::Heading{"<script>h", 2},
        document::Paragraph{"<script>p", document::ParagraphStyle::small},
        table,
        document::Totals{{{"<script>s", "1", true}}},
        document::PaymentBox{"<script>b", {{"<script>x", "<script>y"}}}};
    const std::string page = render(document);
    BOOST_TEST(count(page, "<script") == 0u);
    BOOST_TEST(unbalanced(page) == "");
    for (const char* text :
         {"n", "d", "l", "a", "k", "v", "h", "p", "c", "r", "s", "b", "x", "y", "f"})
        BOOST_TEST(count(page, std::string("&lt;script&gt;") + text + "<") == 1u);
    BOOST_TEST(count(page, "aria-label=\"&quot;&lt;script&gt;t\"") == 1u);
    BOOST_TEST(count(page, "<tr class=\"strong\"><th scope=\"row\" class=\"right\">") == 1u);
    BOOST_TEST(count(page, "r<br>\nzwei") == 1u);
    BOOST_TEST(count(page, "<div class=\"strong\"><dt>") == 1u);
    BOOST_TEST(count(page, "<p class=\"small\">") == 1u);
}

BOOST_AUTO_TEST_CASE(a_page_break_is_a_line_on_a_screen_and_a_break_on_paper) {
    document::Document document;
    document.blocks = {document::Paragraph{"one"}, document::PageBreak{},
                       document::Paragraph{"two"}};
    const std::string page = render(document);
    BOOST_TEST(page.find("<p>one</p>\n<hr class=\"page-break\">\n<p>two</p>") != std::string::npos);
    BOOST_TEST(count(page, "break-after: page") == 1u);
    BOOST_TEST(unbalanced(page) == "");
}

BOOST_AUTO_TEST_CASE(same_document_same_bytes) {
    const auto renderer = html::html_renderer();
    const std::string first = renderer->render(samples::crowded());
    renderer->render(samples::report());
    BOOST_TEST((renderer->render(samples::crowded()) == first));
    BOOST_TEST(renderer->version() == "kvit-html 2");
    BOOST_TEST(count(renderer->render(samples::report()), "class=\"sheet wide\"") == 1u);
    BOOST_TEST(unbalanced(renderer->render(document::Document{})) == "");
}

BOOST_AUTO_TEST_CASE(a_heading_of_level_3_folds_away_what_follows) {
    document::Document document;
    document.title = "<Board>";
    document.blocks = {document::Heading{"a", 3},   document::Paragraph{"one"},
                       document::Heading{"<b>", 3}, document::Paragraph{"two"},
                       document::Heading{"c", 2},   document::Paragraph{"three"}};
    const std::string page = render(document);
    BOOST_TEST(unbalanced(page) == "");
    BOOST_TEST(page.find("<details>\n<summary><h3>a</h3></summary>\n<p>one</p>\n</details>\n"
                         "<details>\n<summary><h3>&lt;b&gt;</h3></summary>\n<p>two</p>\n"
                         "</details>\n<h2>c</h2>\n<p>three</p>\n</main>") != std::string::npos);
    BOOST_TEST(count(page, "<a class=\"skip\" href=\"#content\">&lt;Board&gt;</a>") == 1u);
    BOOST_TEST(count(page, "<main id=\"content\">") == 1u);
    document.blocks = {document::Heading{"a", 3}, document::Paragraph{"one"}};
    BOOST_TEST(render(document).find("<p>one</p>\n</details>\n</main>") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_wide_table_says_what_it_is_where_its_style_takes_it_apart) {
    document::Table table{"t", {}, {}};
    document::TableRow row;
    for (int c = 0; c < 7; ++c) {
        table.columns.push_back({"<" + std::to_string(c) + ">", document::Align::left, 1});
        row.cells.push_back("v");
    }
    table.rows = {row};
    document::Document document;
    document.blocks = {table};
    const std::string page = render(document);
    BOOST_TEST(unbalanced(page) == "");
    BOOST_TEST(count(page, "<table class=\"cards\" role=\"table\">") == 1u);
    BOOST_TEST(count(page, "role=\"rowgroup\"") == 2u);
    BOOST_TEST(count(page, "role=\"row\"") == 2u);
    BOOST_TEST(count(page, "role=\"columnheader\"") == 7u);
    BOOST_TEST(count(page, "role=\"rowheader\"") == 1u);
    BOOST_TEST(count(page, "<td role=\"cell\" data-label=\"&lt;6&gt;\">v</td>") == 1u);
    table.columns.pop_back();
    document.blocks = {table};
    BOOST_TEST(count(render(document), "role=\"row\"") == 0u);
}

BOOST_AUTO_TEST_CASE(a_chart_is_drawn_in_the_page_and_spoken) {
    document::Document document;
    document.blocks = {document::Chart{
        "<Days>", {{"1 <Jan>", 10, false}, {"1 Feb", -5, false}, {"1 Mar", 0, true}}, "<open>"}};
    const std::string page = render(document);
    BOOST_TEST(unbalanced(page) == "");
    BOOST_TEST(count(page, "<rect ") == 3u);
    BOOST_TEST(count(page, "class=\"bar hollow\"") == 1u);
    BOOST_TEST(count(page, "role=\"img\" aria-labelledby=\"chart-1\"") == 1u);
    BOOST_TEST(count(page, "<title id=\"chart-1\">&lt;Days&gt;</title>") == 1u);
    BOOST_TEST(count(page, "<desc id=\"values-1\">1 &lt;Jan&gt; 10; 1 Feb -5; 1 Mar 0</desc>") ==
               1u);
    BOOST_TEST(count(page, "y=\"14\" width=\"30\" height=\"64\"") == 1u);  // 10 of 15 units above
    BOOST_TEST(count(page, "y=\"78\" width=\"30\" height=\"32\"") == 1u);  // 5 below the line
    BOOST_TEST(count(page, "<figcaption>&lt;Days&gt;</figcaption>") == 1u);
    BOOST_TEST(count(page, "&lt;open&gt;</p>") == 1u);
    // A value of a few units is no tower: 1 of 7 units of height.
    document.blocks = {document::Chart{"", {{"Jan", 1, false}}, ""}};
    BOOST_TEST(count(render(document), "height=\"13\"") == 1u);
    document.blocks = {document::Chart{"Days", {}, "open"}};
    BOOST_TEST(count(render(document), "Days") == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
