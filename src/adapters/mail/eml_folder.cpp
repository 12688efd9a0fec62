#include "adapters/mail/eml_folder.h"

#include "adapters/mail/mime_message.h"
#include "adapters/system/file_system.h"

namespace kvit::mail {

namespace {

class EmlFolder final : public app::MessageTransport {
  public:
    explicit EmlFolder(std::string folder) : folder_(std::move(folder)) {}

    void deliver(const std::string& message_id, core::Date on, const document::Message& message,
                 const std::vector<app::Attachment>& attachments) override {
        const std::string bytes = mime_message(message_id, on, message, attachments);
        system::make_folder(folder_);
        system::write_durably(folder_ + "/" + safe_name(message_id) + ".eml", bytes);
    }

  private:
    std::string folder_;
};

}  // namespace

std::unique_ptr<app::MessageTransport> eml_folder(const std::string& folder) {
    return std::make_unique<EmlFolder>(folder);
}

}  // namespace kvit::mail
