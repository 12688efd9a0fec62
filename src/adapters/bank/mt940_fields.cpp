#include "adapters/bank/mt940_fields.h"

#include <algorithm>

namespace kvit::bank {

namespace {

constexpr std::size_t max_field_bytes = 10'000;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// The position behind ":61:", ":60F:" or ":NS:"; 0 where the line does not begin with a tag.
std::size_t tag_end(std::string_view line) {
    if (line.size() < 4 || line[0] != ':') return 0;
    const bool number = is_digit(line[1]) && is_digit(line[2]);
    if (!number && !(is_upper(line[1]) && is_upper(line[2]))) return 0;
    if (line[3] == ':') return 4;
    return number && line.size() > 4 && is_upper(line[3]) && line[4] == ':' ? 5 : 0;
}

bool is_control(char c) {
    return (static_cast<unsigned char>(c) < 0x20U && c != '\t') || c == '\x7F';
}

// SWIFT's files frame a message in the bytes 01 and 03.
std::string_view unframed(std::string_view line) {
    if (line.starts_with('\x01')) line.remove_prefix(1);
    if (line.ends_with('\x03')) line.remove_suffix(1);
    return line;
}

}  // namespace

Mt940Fields::Mt940Fields(std::string_view bytes) : rest_(bytes) {
    if (rest_.starts_with(byte_order_mark)) rest_.remove_prefix(byte_order_mark.size());
}

void Mt940Fields::stop(std::string what) {
    stopped_ = Stop{number_, std::move(what)};
    rest_ = {};
    line_.reset();
}

std::optional<std::string_view> Mt940Fields::peek() {
    if (line_ || rest_.empty()) return line_;
    ++number_;
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    while (line.ends_with('\r')) line.remove_suffix(1);
    line = unframed(line);
    if (std::ranges::any_of(line, is_control)) {
        stop("the line holds a control character");
        return std::nullopt;
    }
    line_ = line;
    return line_;
}

void Mt940Fields::pass() { line_.reset(); }

std::optional<Mt940Field> Mt940Fields::next() {
    while (auto line = peek()) {
        pass();
        // Behind the blocks {1: to {3:, the text begins.
        const std::size_t block = in_message_ ? std::string_view::npos : line->find("{4:");
        if (line->starts_with('{') && block != std::string_view::npos)
            line->remove_prefix(block + 3);
        if (in_message_ && (*line == "-" || line->starts_with("-}"))) {
            in_message_ = false;
            return Mt940Field{number_, "-", {}};
        }
        if (const std::size_t end = tag_end(*line); end != 0) return field(*line, end);
    }
    return std::nullopt;
}

std::optional<Mt940Field> Mt940Fields::field(std::string_view line, std::size_t tag_end) {
    in_message_ = true;
    Mt940Field field{number_, line.substr(1, tag_end - 2), {line.substr(tag_end)}};
    std::size_t bytes = line.size();
    while (const auto more = peek()) {
        if (kvit::bank::tag_end(*more) != 0 || *more == "-" || more->starts_with("-}")) break;
        pass();
        if (!more->empty()) field.lines.push_back(*more);
        bytes += more->size();
        if (bytes > max_field_bytes) {
            stop("the field is longer than " + std::to_string(max_field_bytes) + " bytes");
            return std::nullopt;
        }
    }
    if (stopped_) return std::nullopt;
    return field;
}

std::string place_of_field(const std::string& file_name, int line, std::string_view tag) {
    std::string place = file_name + ":" + std::to_string(line);
    return tag.empty() ? place : place + ", field :" + std::string(tag) + ":";
}

}  // namespace kvit::bank
