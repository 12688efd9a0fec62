#pragma once
// An MT940 file as its fields, in order; blocks and blank lines are passed over.

#include "kvit/core/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::bank {

struct Mt940Field {
    int line = 0;          // of the tag; the first of a file is 1
    std::string_view tag;  // "60F"; "-" for the end of a message
    std::vector<std::string_view> lines;
};

class Mt940Fields {
  public:
    explicit Mt940Fields(std::string_view bytes);
    // The next field, the end of a message ("-"), or nothing at the end of the file.
    std::optional<Mt940Field> next();
    // Why next() gave nothing before the end: the line and what is wrong with it.
    struct Stop {
        int line;
        std::string what;
    };
    const std::optional<Stop>& stopped() const { return stopped_; }

  private:
    std::optional<std::string_view> peek();
    void pass();
    std::optional<Mt940Field> field(std::string_view line, std::size_t tag_end);
    void stop(std::string what);

    std::string_view rest_;
    std::optional<std::string_view> line_;  // peeked at
    int number_ = 0;                        // of the line last taken or peeked at
    bool in_message_ = false;
    std::optional<Stop> stopped_;
};

// "FILE:LINE, field :61:"
std::string place_of_field(const std::string& file_name, int line, std::string_view tag);

}  // namespace kvit::bank
