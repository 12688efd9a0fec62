#include "kvit/core/result.h"

namespace kvit::core {

std::string to_sentence(const Refusal& refusal) {
    std::string sentence;
    if (!refusal.where.empty()) sentence += refusal.where + ": ";
    sentence += refusal.what;
    if (!refusal.remedy.empty()) sentence += "; " + refusal.remedy;
    return sentence.ends_with('?') ? sentence : sentence + ".";
}

}  // namespace kvit::core
