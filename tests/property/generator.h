#pragma once
// Random input for property tests: a seeded generator of our own, the same on every machine. A
// failing case prints its seed; run it alone with the environment variable KVIT_SEED.

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

namespace kvit::test {

// splitmix64 (Steele, Lea, Flood 2014).
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }

    // low to high, both included.
    std::int64_t between(std::int64_t low, std::int64_t high) {
        const auto width = static_cast<std::uint64_t>(high - low) + 1;
        return low + static_cast<std::int64_t>(next() % width);
    }
    int number(int low, int high) { return static_cast<int>(between(low, high)); }
    bool one_in(int n) { return number(1, n) == 1; }

    template <class T>
    const T& pick(const std::vector<T>& values) {
        return values[static_cast<std::size_t>(
            between(0, static_cast<std::int64_t>(values.size()) - 1))];
    }

    template <class T>
    void shuffle(std::vector<T>& values) {
        for (std::size_t i = values.size(); i > 1; --i) {
            const auto j = static_cast<std::size_t>(between(0, static_cast<std::int64_t>(i) - 1));
            std::swap(values[i - 1], values[j]);
        }
    }

  private:
    std::uint64_t state_;
};

// Runs `property(Random&)` for seeds 1 to `count`, or for KVIT_SEED alone where it is set.
template <class Property>
void for_seeds(std::uint64_t count, Property property) {
    const auto run = [&](std::uint64_t seed) {
        BOOST_TEST_CONTEXT("replay with KVIT_SEED=" << seed) {
            Random random(seed);
            property(random);
        }
    };
    if (const char* chosen = std::getenv("KVIT_SEED")) return run(std::stoull(chosen));
    for (std::uint64_t seed = 1; seed <= count; ++seed) run(seed);
}

}  // namespace kvit::test
