#pragma once
// The look of every document: one type scale, one grid, one accent.

#include "adapters/pdf/typesetter.h"

namespace kvit::pdf::style {

inline constexpr Color ink{0x1B, 0x22, 0x26};
inline constexpr Color muted{0x56, 0x62, 0x69};
inline constexpr Color hairline{0xD5, 0xDC, 0xDF};
inline constexpr Color accent{0x0F, 0x56, 0x61};
inline constexpr Color tint{0xF1, 0xF6, 0xF6};

inline constexpr Style body{Weight::regular, points(9.5), points(13), ink};
inline constexpr Style body_strong{Weight::bold, points(9.5), points(13), ink};
inline constexpr Style body_label{Weight::regular, points(9.5), points(13), muted};
inline constexpr Style small{Weight::regular, points(8), points(11), muted};
inline constexpr Style label{Weight::regular, points(8), points(13), muted};
inline constexpr Style title{Weight::bold, points(20), points(24), accent};
inline constexpr Style section{Weight::bold, points(11.5), points(15), ink};
inline constexpr Style box_title{Weight::bold, points(11.5), points(15), accent};
inline constexpr Style sender{Weight::bold, points(15), points(19), ink};
inline constexpr Style total{Weight::bold, points(12.5), points(17), accent};
inline constexpr Style margin_note{Weight::regular, points(7.5), points(10), muted};

// Twelve columns with a gutter between them; what stands on the right starts in the middle.
inline constexpr Length side_margin = millimetres(20);
inline constexpr Length gutter = millimetres(4);
constexpr Length column_start(Length width, int column) {
    return (width + gutter) / 12 * (column - 1);
}
inline constexpr int right_column = 7;

// Vertical steps: half a line of body text.
inline constexpr Length step = points(6.5);
inline constexpr Length thin = points(0.5), thick = points(1.2);

}  // namespace kvit::pdf::style
