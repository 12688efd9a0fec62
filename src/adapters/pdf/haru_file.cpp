// The PDF file as libharu's objects. libharu's own fonts cost 13 ms a document and write a
// malformed ToUnicode map, so fonts and page contents are made here and enter as prepared streams;
// that takes libharu's object headers, which are installed though not documented. They stay in this
// one file.

#include "adapters/pdf/deflate.h"
#include "adapters/pdf/page.h"
#include "adapters/text/utf8.h"
#include "kvit/core/environment_error.h"

#include <fmt/format.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include <memory>
#include <type_traits>
#include <vector>

namespace kvit::pdf {
namespace {

struct FreeFile {
    void operator()(HPDF_Doc file) const { HPDF_Free(file); }
};
using File = std::unique_ptr<std::remove_pointer_t<HPDF_Doc>, FreeFile>;

// libharu's calls on small objects fail only where memory does.
[[noreturn]] void fail(HPDF_STATUS status) {
    throw core::EnvironmentError(
        fmt::format("The PDF file could not be made (libharu error 0x{:04X}): most likely there is "
                    "not enough memory; close other programs and run the command again.",
                    status));
}
void check(HPDF_STATUS status) {
    if (status != HPDF_OK) fail(status);
}
template <class T>
T* check(T* object) {
    if (object == nullptr) fail(HPDF_FAILD_TO_ALLOC_MEM);
    return object;
}

HPDF_Dict new_dict(HPDF_Doc file) { return check(HPDF_Dict_New(file->mmgr)); }

HPDF_Dict new_object(HPDF_Doc file) {
    HPDF_Dict dict = new_dict(file);
    check(HPDF_Xref_Add(file->xref, dict));
    return dict;
}

HPDF_STATUS write_deflate_filter(HPDF_Dict, HPDF_Stream stream) {
    return HPDF_Stream_WriteStr(stream, "/Filter /FlateDecode\n");
}

// Bytes that are deflated already. libharu would take a filter it is told of as an order to deflate
// again, so the filter's name is written past it.
void fill_deflated(HPDF_Dict stream, std::string_view deflated) {
    stream->write_fn = write_deflate_filter;
    check(HPDF_Stream_Write(stream->stream, reinterpret_cast<const HPDF_BYTE*>(deflated.data()),
                            static_cast<HPDF_UINT>(deflated.size())));
}

HPDF_Dict new_deflated_stream(HPDF_Doc file, std::string_view deflated) {
    HPDF_Dict stream = check(HPDF_DictStream_New(file->mmgr, file->xref));
    fill_deflated(stream, deflated);
    return stream;
}

HPDF_Array new_array(HPDF_Doc file, std::initializer_list<int> numbers) {
    HPDF_Array array = check(HPDF_Array_New(file->mmgr));
    for (const int number : numbers) check(HPDF_Array_AddNumber(array, number));
    return array;
}

// Thousands of number objects would cost more than the rest of the file: /W is written from its
// text.
HPDF_STATUS write_widths(HPDF_Dict dict, HPDF_Stream stream) {
    const auto* font = static_cast<const FontProgram*>(dict->attr);
    if (const HPDF_STATUS status = HPDF_Stream_WriteStr(stream, "/W "); status != HPDF_OK)
        return status;
    return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(font->widths.data()),
                             static_cast<HPDF_UINT>(font->widths.size()));
}

HPDF_Dict add_descriptor(HPDF_Doc file, const FontProgram& font) {
    HPDF_Dict program = new_deflated_stream(file, font.font);
    check(HPDF_Dict_AddNumber(program, "Length1", static_cast<HPDF_INT32>(font.font_size)));
    constexpr int symbolic = 4;
    constexpr int usual_stem = 80;
    HPDF_Dict descriptor = new_object(file);
    check(HPDF_Dict_AddName(descriptor, "Type", "FontDescriptor"));
    check(HPDF_Dict_AddName(descriptor, "FontName", font.name.c_str()));
    check(HPDF_Dict_AddNumber(descriptor, "Flags", symbolic));
    check(HPDF_Dict_Add(descriptor, "FontBBox",
                        new_array(file, {font.box[0], font.box[1], font.box[2], font.box[3]})));
    check(HPDF_Dict_AddNumber(descriptor, "ItalicAngle", 0));
    check(HPDF_Dict_AddNumber(descriptor, "Ascent", font.ascent));
    check(HPDF_Dict_AddNumber(descriptor, "Descent", font.descent));
    check(HPDF_Dict_AddNumber(descriptor, "CapHeight", font.cap_height));
    check(HPDF_Dict_AddNumber(descriptor, "StemV", usual_stem));
    check(HPDF_Dict_Add(descriptor, "FontFile2", program));
    return descriptor;
}

HPDF_Dict add_font(HPDF_Doc file, const FontProgram& font) {
    HPDF_Dict system = new_dict(file);
    check(HPDF_Dict_Add(system, "Registry", HPDF_String_New(file->mmgr, "Adobe", nullptr)));
    check(HPDF_Dict_Add(system, "Ordering", HPDF_String_New(file->mmgr, "Identity", nullptr)));
    check(HPDF_Dict_AddNumber(system, "Supplement", 0));

    HPDF_Dict glyphs = new_object(file);
    check(HPDF_Dict_AddName(glyphs, "Type", "Font"));
    check(HPDF_Dict_AddName(glyphs, "Subtype", "CIDFontType2"));
    check(HPDF_Dict_AddName(glyphs, "BaseFont", font.name.c_str()));
    check(HPDF_Dict_Add(glyphs, "CIDSystemInfo", system));
    check(HPDF_Dict_Add(glyphs, "FontDescriptor", add_descriptor(file, font)));
    check(HPDF_Dict_AddName(glyphs, "CIDToGIDMap", "Identity"));
    glyphs->attr = const_cast<FontProgram*>(&font);
    glyphs->write_fn = write_widths;

    HPDF_Array descendants = check(HPDF_Array_New(file->mmgr));
    check(HPDF_Array_Add(descendants, glyphs));
    HPDF_Dict type0 = new_object(file);
    check(HPDF_Dict_AddName(type0, "Type", "Font"));
    check(HPDF_Dict_AddName(type0, "Subtype", "Type0"));
    check(HPDF_Dict_AddName(type0, "BaseFont", font.name.c_str()));
    check(HPDF_Dict_AddName(type0, "Encoding", "Identity-H"));
    check(HPDF_Dict_Add(type0, "DescendantFonts", descendants));
    check(HPDF_Dict_Add(type0, "ToUnicode", new_deflated_stream(file, font.to_unicode)));
    return type0;
}

void add_page(HPDF_Doc file, const Page& page, const std::array<HPDF_Dict, 3>& fonts) {
    HPDF_Page sheet = check(HPDF_AddPage(file));
    const auto in_points = [](Length length) { return static_cast<HPDF_REAL>(length) / 1000; };
    check(HPDF_Page_SetWidth(sheet, in_points(page.size().width)));
    check(HPDF_Page_SetHeight(sheet, in_points(page.size().height)));
    void* resources = check(HPDF_Dict_GetItem(sheet, "Resources", HPDF_OCLASS_DICT));
    HPDF_Dict names = new_dict(file);
    check(HPDF_Dict_Add(static_cast<HPDF_Dict>(resources), "Font", names));
    for (std::size_t face = 0; face < fonts.size(); ++face)
        if (fonts[face] != nullptr)
            check(HPDF_Dict_Add(names, fmt::format("F{}", face + 1).c_str(), fonts[face]));
    fill_deflated(static_cast<HPDF_PageAttr>(sheet->attr)->contents, deflate(page.content()));
}

// A text string of the file's own facts, in UTF-16 with its mark.
HPDF_Binary utf16_string(HPDF_Doc file, std::string_view utf8) {
    std::vector<HPDF_BYTE> bytes{0xFE, 0xFF};
    const auto put = [&](char32_t unit) {
        bytes.push_back(static_cast<HPDF_BYTE>(unit >> 8));
        bytes.push_back(static_cast<HPDF_BYTE>(unit & 0xFF));
    };
    for (std::size_t at = 0; at < utf8.size();) {
        char32_t letter = text::next_letter(utf8, at);
        if (letter == text::broken_letter) letter = text::replacement_letter;
        if (letter < 0x10000) {
            put(letter);
        } else {
            put(0xD800 + ((letter - 0x10000) >> 10));
            put(0xDC00 + ((letter - 0x10000) & 0x3FF));
        }
    }
    return check(HPDF_Binary_New(file->mmgr, bytes.data(), static_cast<HPDF_UINT>(bytes.size())));
}

void add_facts(HPDF_Doc file, const FileFacts& facts) {
    file->pdf_version = HPDF_VER_17;
    HPDF_Dict info = check(file->info);
    check(HPDF_Dict_Add(info, "Title", utf16_string(file, facts.title)));
    if (!facts.author.empty())
        check(HPDF_Dict_Add(info, "Author", utf16_string(file, facts.author)));
    check(HPDF_Dict_Add(info, "Creator", HPDF_String_New(file->mmgr, "kvit", nullptr)));
    const std::string language(facts.language);
    check(HPDF_Dict_Add(file->catalog, "Lang",
                        HPDF_String_New(file->mmgr, language.c_str(), nullptr)));
    HPDF_Dict preferences = new_dict(file);
    check(HPDF_Dict_AddBoolean(preferences, "DisplayDocTitle", HPDF_TRUE));
    check(HPDF_Dict_Add(file->catalog, "ViewerPreferences", preferences));
}

std::string bytes_of(HPDF_Doc file) {
    check(HPDF_SaveToStream(file));
    std::string bytes;
    bytes.reserve(HPDF_GetStreamSize(file));
    for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount(file->stream); ++i) {
        HPDF_UINT length = 0;
        const HPDF_BYTE* part = HPDF_MemStream_GetBufPtr(file->stream, i, &length);
        bytes.append(reinterpret_cast<const char*>(part), length);
    }
    return bytes;
}

}  // namespace

std::string write_file(const FileFacts& facts, std::span<const Page> pages, const Fonts& fonts) {
    // Not with libharu's memory pool: it hands out objects at odd addresses.
    const File file(HPDF_New(nullptr, nullptr));
    if (!file) fail(HPDF_FAILD_TO_ALLOC_MEM);
    add_facts(file.get(), facts);
    std::array<HPDF_Dict, 3> used{};
    for (std::size_t face = 0; face < fonts.size(); ++face)
        if (fonts[face] != nullptr) used[face] = add_font(file.get(), *fonts[face]);
    for (const Page& page : pages) add_page(file.get(), page, used);
    return bytes_of(file.get());
}

}  // namespace kvit::pdf
