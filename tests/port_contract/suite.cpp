#include "suite.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

namespace kvit::port_contract {

std::vector<Behaviour> all_behaviours() {
    std::vector<Behaviour> all;
    for (const auto& part :
         {agreement_behaviours(), activity_behaviours(), invoice_behaviours(), journal_behaviours(),
          cash_behaviours(), account_behaviours(), billing_behaviours(), statement_behaviours(),
          enforcement_behaviours(), document_behaviours(), exchange_rate_behaviours(),
          late_law_behaviours(), unit_of_work_behaviours()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

std::string broken_invariant(const std::function<void()>& work) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) std::abort();
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL);
        ::dup2(ends[1], STDERR_FILENO);
        ::close(ends[0]);
        work();
        ::_exit(0);
    }
    ::close(ends[1]);
    std::string said;
    std::array<char, 512> buffer{};
    for (ssize_t size = 0; (size = ::read(ends[0], buffer.data(), buffer.size())) > 0;)
        said.append(buffer.data(), static_cast<std::size_t>(size));
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT ? said : std::string();
}

std::string FakeClock::random_bytes(std::size_t count) {
    std::string bytes(count, '\x5a');
    std::uint64_t salt = ++salts_;
    for (std::size_t i = 0; i < count && salt != 0; ++i, salt /= 256)
        bytes[i] = static_cast<char>(static_cast<unsigned char>(salt % 256));
    return bytes;
}

core::Result<std::shared_ptr<const core::TimeZone>> FakeClock::time_zone(
    std::string_view name) const {
    return core::refuse(std::string(name), "no zones in this test", "");
}

}  // namespace kvit::port_contract
