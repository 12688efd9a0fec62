#pragma once
// Tax numbers with valid check digits, made from a counter. Written apart from the engine's own
// check, so that neither repeats the other's mistake.

#include <cstdint>
#include <string>

namespace kvit::bench {

std::string nip(std::uint64_t n);          // PL, 10 digits, weights modulo 11
std::string oib(std::uint64_t n);          // HR, 11 digits, ISO 7064 MOD 11,10
std::string adoszam(std::uint64_t n);      // HU, 8 digits, weights 9 7 3 1, and -2-41
std::string partita_iva(std::uint64_t n);  // IT, 11 digits, Luhn
std::string ust_idnr(std::uint64_t n);     // DE, 9 digits, ISO 7064 MOD 11,10

}  // namespace kvit::bench
