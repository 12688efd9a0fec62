#pragma once
// ISO 3166-1 alpha-2 country code as a value ("PL").

#include "kvit/core/result.h"

#include <array>
#include <compare>
#include <string>
#include <string_view>

namespace kvit::core {

class Country {
  public:
    static Result<Country> parse(std::string_view code);  // two upper-case letters
    std::string code() const { return {code_.begin(), code_.end()}; }
    bool is_eu() const;  // member of the Union's VAT area on 2026-01-01 (XI is not listed)
    auto operator<=>(const Country&) const = default;

  private:
    explicit constexpr Country(std::array<char, 2> code) : code_(code) {}
    std::array<char, 2> code_;
};

}  // namespace kvit::core
