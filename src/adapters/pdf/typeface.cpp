#include "adapters/pdf/typeface.h"

#include "adapters/pdf/deflate.h"
#include "adapters/resources/resources.h"
#include "kvit/core/environment_error.h"
#include "kvit/core/invariant.h"

#include <fmt/format.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <string_view>

namespace kvit::pdf {
namespace {

template <auto Destroy>
struct Destroyer {
    template <class T>
    void operator()(T* object) const {
        Destroy(object);
    }
};
using Blob = std::unique_ptr<hb_blob_t, Destroyer<hb_blob_destroy>>;
using SubsetInput = std::unique_ptr<hb_subset_input_t, Destroyer<hb_subset_input_destroy>>;
using SubsetFace = std::unique_ptr<hb_face_t, Destroyer<hb_face_destroy>>;
using Buffer = std::unique_ptr<hb_buffer_t, Destroyer<hb_buffer_destroy>>;

std::string_view name_of(Face face) {
    switch (face) {
        case Face::regular:
            return "Lato-Regular";
        case Face::bold:
            return "Lato-Bold";
        case Face::fallback:
            return "DejaVuSans";
    }
    return "";
}

std::vector<char32_t> stock_letters() {
    constexpr std::u32string_view others =
        U"ĄąĆćĘęŁłŃńÓóŚśŹźŻż"      // pl
        U"ÁáÉéÍíÖöŐőÚúÜüŰű"        // hu
        U"ČčĐđŠšŽž"                // hr
        U"ÀàÈèÌìÎîÒòÙù"            // it
        U"Ääẞß"                    // de
        U"§°·×«»–—‘’‚“”„•…€№−²³";  // signs of a business letter
    std::vector<char32_t> letters(others.begin(), others.end());
    for (char32_t letter = 0x20; letter < 0x7F; ++letter) letters.push_back(letter);
    std::sort(letters.begin(), letters.end());
    return letters;
}

// Tables that neither a PDF reader nor the drawing needs.
constexpr auto tables_left_out = std::to_array<std::string_view>(
    {"GSUB", "GPOS", "GDEF", "kern", "name", "OS/2", "cmap", "post", "DSIG", "FFTM", "gasp"});

using GlyphLetters = std::map<std::uint16_t, char32_t>;

// A CMap takes at most 100 entries in one section.
std::string to_unicode_map(const GlyphLetters& glyphs) {
    std::string map =
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    std::size_t left = glyphs.size();
    std::size_t in_section = 0;
    for (const auto& [glyph, letter] : glyphs) {
        if (in_section == 0) {
            in_section = std::min<std::size_t>(left, 100);
            map += fmt::format("{} beginbfchar\n", in_section);
        }
        if (letter < 0x10000) {
            map += fmt::format("<{:04X}> <{:04X}>\n", glyph, static_cast<unsigned>(letter));
        } else {
            const unsigned above = static_cast<unsigned>(letter) - 0x10000;
            map += fmt::format("<{:04X}> <{:04X}{:04X}>\n", glyph, 0xD800 + (above >> 10),
                               0xDC00 + (above & 0x3FF));
        }
        --left;
        if (--in_section == 0) map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

// Six capitals that tell this choice of letters from others (FNV-1a).
std::string subset_tag(const std::vector<char32_t>& letters) {
    std::uint64_t hash = 14695981039346656037u;
    for (const char32_t letter : letters) hash = (hash ^ letter) * 1099511628211u;
    std::string tag;
    for (int i = 0; i < 6; ++i, hash /= 26) tag += static_cast<char>('A' + hash % 26);
    return tag;
}

std::string cut_font(hb_face_t* face, const std::vector<char32_t>& letters) {
    const SubsetInput input(hb_subset_input_create_or_fail());
    if (!input) throw core::EnvironmentError("Not enough memory to cut a font.");
    for (const char32_t letter : letters)
        hb_set_add(hb_subset_input_unicode_set(input.get()), letter);
    hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const std::string_view tag : tables_left_out)
        hb_set_add(dropped, hb_tag_from_string(tag.data(), static_cast<int>(tag.size())));
    hb_subset_input_set_flags(input.get(),
                              HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING);
    const SubsetFace subset(hb_subset_or_fail(face, input.get()));
    if (!subset) throw core::EnvironmentError("Not enough memory to cut a font.");
    const Blob blob(hb_face_reference_blob(subset.get()));
    unsigned size = 0;
    const char* data = hb_blob_get_data(blob.get(), &size);
    return {data, size};
}

}  // namespace

const Typeface& Typeface::of(Face face) {
    // Never destroyed: threads may still draw while the process ends.
    static const Typeface* const regular = new Typeface(Face::regular);
    static const Typeface* const bold = new Typeface(Face::bold);
    static const Typeface* const fallback = new Typeface(Face::fallback);
    switch (face) {
        case Face::regular:
            return *regular;
        case Face::bold:
            return *bold;
        case Face::fallback:
            break;
    }
    return *fallback;
}

Typeface::Typeface(Face face) : which_(face) {
    const std::string path = fmt::format("fonts/{}.ttf", name_of(face));
    const std::string_view bytes = resources::file(path);
    const Blob blob(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()),
                                   HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    face_ = hb_face_create(blob.get(), 0);
    hb_face_make_immutable(face_);
    font_ = hb_font_create(face_);
    hb_font_make_immutable(font_);
    units_per_em_ = static_cast<int>(hb_face_get_upem(face_));
    KVIT_INVARIANT(hb_face_get_glyph_count(face_) > 1, "a built-in font can be read");
    if (face == Face::fallback) return;
    for (const char32_t letter : stock_letters()) {
        FaceGlyph glyph;
        if (find(letter, glyph)) stock_.push_back(letter);
    }
    stock_cut_ = cut({});
}

int Typeface::per_mille(int font_units) const {
    const int doubled = 2000 * font_units / units_per_em_;
    return (doubled + (doubled >= 0 ? 1 : -1)) / 2;
}

bool Typeface::find(char32_t letter, FaceGlyph& glyph) const {
    hb_codepoint_t id = 0;
    if (!hb_font_get_nominal_glyph(font_, letter, &id)) return false;
    glyph.id = static_cast<std::uint16_t>(id);
    glyph.advance = static_cast<std::uint16_t>(per_mille(hb_font_get_glyph_h_advance(font_, id)));
    return true;
}

int Typeface::kerning(char32_t first, char32_t second) const {
    static const std::vector<hb_feature_t> only_kerning = [] {
        std::vector<hb_feature_t> features;
        for (const char* off : {"-liga", "-clig", "-calt", "-ccmp", "-locl"}) {
            hb_feature_t feature;
            if (hb_feature_from_string(off, -1, &feature)) features.push_back(feature);
        }
        return features;
    }();
    const Buffer buffer(hb_buffer_create());
    const std::array<std::uint32_t, 2> letters{first, second};
    hb_buffer_add_utf32(buffer.get(), letters.data(), 2, 0, 2);
    hb_buffer_guess_segment_properties(buffer.get());
    hb_shape(font_, buffer.get(), only_kerning.data(), static_cast<unsigned>(only_kerning.size()));
    unsigned count = 0;
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
    const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer.get(), &count);
    if (count != 2) return 0;
    const int advance = hb_font_get_glyph_h_advance(font_, glyphs[0].codepoint);
    return per_mille(positions[0].x_advance - advance);
}

bool Typeface::in_stock(char32_t letter) const {
    return std::binary_search(stock_.begin(), stock_.end(), letter);
}

FontProgram Typeface::cut(const std::vector<char32_t>& others) const {
    std::vector<char32_t> letters;
    std::set_union(stock_.begin(), stock_.end(), others.begin(), others.end(),
                   std::back_inserter(letters));
    FontProgram program;
    program.name = fmt::format("{}+{}", subset_tag(letters), name_of(which_));
    const std::string font = cut_font(face_, letters);
    program.font_size = font.size();
    program.font = deflate(font);

    GlyphLetters glyphs;  // of two letters with one glyph, the lower is copied out
    std::map<std::uint16_t, std::uint16_t> advances;
    for (const char32_t letter : letters) {
        FaceGlyph glyph;
        KVIT_INVARIANT(find(letter, glyph), "a font is cut to letters it has");
        glyphs.emplace(glyph.id, letter);
        advances.emplace(glyph.id, glyph.advance);
    }
    program.to_unicode = deflate(to_unicode_map(glyphs));
    program.widths = "[";
    int last = -2;
    for (const auto& [glyph, advance] : advances) {
        if (glyph == last + 1)
            program.widths += ' ';
        else
            program.widths += fmt::format("{}{}[", last < 0 ? "" : "]", glyph);
        program.widths += fmt::format("{}", advance);
        last = glyph;
    }
    program.widths += last < 0 ? "]" : "]]";

    const Blob head(hb_face_reference_table(face_, HB_TAG('h', 'e', 'a', 'd')));
    unsigned size = 0;
    const char* bytes = hb_blob_get_data(head.get(), &size);
    KVIT_INVARIANT(size >= 44, "a built-in font has a head table");
    for (std::size_t i = 0; i < 4; ++i) {
        const auto high = static_cast<unsigned char>(bytes[36 + 2 * i]);
        const auto low = static_cast<unsigned char>(bytes[37 + 2 * i]);
        program.box[i] = per_mille(static_cast<std::int16_t>(high << 8 | low));
    }
    hb_position_t cap_height = 0;
    hb_ot_metrics_get_position_with_fallback(font_, HB_OT_METRICS_TAG_CAP_HEIGHT, &cap_height);
    hb_font_extents_t extents{};
    hb_font_get_h_extents(font_, &extents);
    program.ascent = per_mille(extents.ascender);
    program.descent = per_mille(extents.descender);
    program.cap_height = per_mille(cap_height);
    return program;
}

}  // namespace kvit::pdf
