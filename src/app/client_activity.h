#pragma once
// What a client costs beyond money: work and contacts outside what was agreed, and answers waited
// for.

#include "kvit/app/engine.h"
#include "kvit/app/report_clients.h"
#include "kvit/document/clients_view.h"

#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace kvit::app {

class ClientActivity {
  public:
    ClientActivity(const Engine& engine, const contract::Business& business,
                   const ClientsQuestion& question);

    // Fills in the row's minutes, contacts and answers. Reads the client's work and contacts once.
    void add(const contract::Client& client, std::span<const contract::Contract> contracts,
             document::ClientRow& row) const;

  private:
    void add_work(const contract::Contract& contract, document::ClientRow& row) const;
    void add_contacts(const contract::Client& client, std::span<const contract::Contract> contracts,
                      document::ClientRow& row) const;
    void add_requests(std::span<const contract::Contract> contracts,
                      document::ClientRow& row) const;
    // Minutes outside the office hours agreed; 0 where none are.
    int outside(const contract::Terms* terms, core::Instant start, int minutes) const;
    bool says_urgent(const std::string& subject) const;

    const Engine& engine_;
    const contract::Business& business_;
    const ClientsQuestion& question_;
    std::shared_ptr<const core::TimeZone> zone_;
    std::set<std::string> urgent_words_;  // in small letters
    std::map<core::ContractId, std::vector<contract::Request>> requests_;
};

}  // namespace kvit::app
