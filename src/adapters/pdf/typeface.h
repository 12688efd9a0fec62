#pragma once
// The built-in fonts: parsed once per process, cut to the letters that a document needs.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

struct hb_face_t;
struct hb_font_t;

namespace kvit::pdf {

// DejaVu Sans draws what Lato cannot.
enum class Face : std::uint8_t { regular, bold, fallback };
inline constexpr std::array<Face, 3> all_faces{Face::regular, Face::bold, Face::fallback};

// A letter drawn in a face; advance in thousandths of the type size.
struct FaceGlyph {
    std::uint16_t id = 0;
    std::uint16_t advance = 0;
};

// What a PDF file needs to hold a font. The glyph ids are those of the whole font.
struct FontProgram {
    std::string name;        // "KVITAB+Lato-Regular": the tag tells which letters are inside
    std::string font;        // TrueType, deflated
    std::size_t font_size;   // before deflating
    std::string to_unicode;  // CMap from glyph to letter, deflated
    std::string widths;      // the value of /W: "[3[580 1160]]"
    std::array<int, 4> box;  // thousandths of the type size
    int ascent, descent, cap_height;
};

class Typeface {
  public:
    // Immutable, and safe to use from several threads.
    static const Typeface& of(Face face);

    // False where the font has no such letter.
    bool find(char32_t letter, FaceGlyph& glyph) const;
    // By how much the second letter moves towards (< 0) the first, in thousandths of the type size.
    int kerning(char32_t first, char32_t second) const;

    // Letters that every cut of this face holds, sorted: Latin as written in the six languages and
    // their neighbours, with the signs of a business letter. Almost all documents need no other.
    bool in_stock(char32_t letter) const;
    // The font cut to its stock: made once per process.
    const FontProgram& stock_cut() const { return stock_cut_; }
    // The font cut to the stock and `others` (sorted, each known to the face).
    FontProgram cut(const std::vector<char32_t>& others) const;

    Typeface(const Typeface&) = delete;
    Typeface& operator=(const Typeface&) = delete;

  private:
    explicit Typeface(Face face);
    ~Typeface() = default;  // unused: lives as long as the process

    int per_mille(int font_units) const;

    Face which_;
    hb_face_t* face_;
    hb_font_t* font_;
    int units_per_em_;
    std::vector<char32_t> stock_;
    FontProgram stock_cut_;
};

}  // namespace kvit::pdf
