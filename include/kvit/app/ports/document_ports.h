#pragma once
// How documents become files and messages leave. Implementations live in adapters.

#include "kvit/core/date.h"
#include "kvit/core/environment_error.h"
#include "kvit/core/ids.h"
#include "kvit/core/result.h"
#include "kvit/document/document.h"
#include "kvit/document/message.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kvit::app {

struct Rendering {
    std::string bytes;
    std::string failure;  // empty: the bytes are there
};

class DocumentRenderer {
  public:
    virtual ~DocumentRenderer() = default;
    // Same document, same bytes. Throws core::EnvironmentError naming a letter that no font can
    // draw.
    virtual std::string render(const document::Document& document) = 0;
    // The same for many, in their order; a failure instead of what cannot be drawn. A renderer may
    // work on several at once.
    virtual std::vector<Rendering> render_all(
        const std::vector<const document::Document*>& documents) {
        std::vector<Rendering> renderings;
        renderings.reserve(documents.size());
        for (const auto* document : documents) renderings.push_back(try_render(*document));
        return renderings;
    }
    // Refuses a text with a letter that no font has, naming it.
    virtual core::Result<void> can_draw(std::string_view text) const = 0;
    virtual std::string version()
        const = 0;  // changes when the same document would give other bytes

  private:
    Rendering try_render(const document::Document& document) {
        try {
            return {render(document), {}};
        } catch (const core::EnvironmentError& error) {
            return {{}, error.what()};
        }
    }
};

// The folder of archived files. A file, once there, is never written with other content.
class DocumentArchive {
  public:
    virtual ~DocumentArchive() = default;
    // Writes all durably (one sync for the batch) and returns the SHA-256 of each in hex. A file
    // that exists with the same content is left alone; with other content: core::EnvironmentError
    // naming it.
    virtual std::vector<std::string> store(
        const std::vector<std::pair<std::string, std::string>>& path_and_bytes) = 0;
    // Throws core::EnvironmentError where the file is missing or unreadable.
    virtual std::string load(const std::string& path) const = 0;
    virtual std::string sha256(std::string_view bytes) const = 0;
};

struct Attachment {
    std::string file_name, bytes;
};

// Hands a message over. Delivering the same id twice must leave one message.
class MessageTransport {
  public:
    virtual ~MessageTransport() = default;
    virtual void deliver(const std::string& message_id, core::Date on,
                         const document::Message& message,
                         const std::vector<Attachment>& attachments) = 0;
};

}  // namespace kvit::app
