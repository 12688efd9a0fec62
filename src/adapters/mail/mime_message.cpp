#include "adapters/mail/mime_message.h"

#include "adapters/system/sha256.h"
#include "kvit/core/invariant.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>

namespace kvit::mail {

namespace {

constexpr std::size_t max_name_bytes = 150;

struct Unreferenced {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unreferenced>;

void start_gmime() {
    static const bool started = [] {
        g_mime_init();
        return true;
    }();
    KVIT_INVARIANT(started, "GMime starts");
}

bool has_line_break(const std::string& text) {
    return text.find_first_of("\r\n") != std::string::npos;
}

// Names and subjects may come with line breaks from templates; in a header they are spaces.
std::string on_one_line(std::string text) {
    std::ranges::replace_if(
        text, [](unsigned char c) { return c < ' ' || c == 0x7F; }, ' ');
    return text;
}

void add_address(GMimeMessage* message, GMimeAddressType type, const std::string& name,
                 const std::string& address) {
    KVIT_INVARIANT(!has_line_break(address), "an address has no line break");
    KVIT_INVARIANT(!address.empty(), "a message has a sender and an addressee");
    const std::string one_line = on_one_line(name);
    const Owned<InternetAddress> mailbox(internet_address_mailbox_new(
        one_line.empty() ? nullptr : one_line.c_str(), address.c_str()));
    internet_address_set_charset(mailbox.get(), "utf-8");
    internet_address_list_add(g_mime_message_get_addresses(message, type), mailbox.get());
}

void set_date(GMimeMessage* message, core::Date on) {
    GDateTime* noon = g_date_time_new_utc(core::year_of(on), static_cast<int>(core::month_of(on)),
                                          static_cast<int>(core::day_of(on)), 12, 0, 0.0);
    KVIT_INVARIANT(noon != nullptr, "a message has a date of the calendar");
    g_mime_message_set_date(message, noon);
    g_date_time_unref(noon);
}

void set_content(GMimePart* part, std::string_view bytes, GMimeContentEncoding encoding) {
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Owned<GMimeDataWrapper> content(
        g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
    g_mime_part_set_content(part, content.get());
    g_mime_part_set_content_encoding(part, encoding);
}

Owned<GMimePart> text_part(const std::string& text) {
    Owned<GMimePart> part(g_mime_part_new_with_type("text", "plain"));
    auto* object = reinterpret_cast<GMimeObject*>(part.get());
    g_mime_object_set_content_type_parameter(object, "charset", "utf-8");
    g_mime_object_set_disposition(object, GMIME_DISPOSITION_INLINE);
    set_content(part.get(), text, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    return part;
}

// UTF-8 whatever the locale, so that the bytes are the same on every machine.
void set_charset(GMimeParamList* parameters, const char* name) {
    GMimeParam* parameter = g_mime_param_list_get_parameter(parameters, name);
    KVIT_INVARIANT(parameter != nullptr, "the file name was set");
    g_mime_param_set_charset(parameter, "utf-8");
}

void set_file_name(GMimePart* part, const std::string& file_name) {
    std::string name = on_one_line(file_name);
    std::ranges::replace(name, '/', '-');
    g_mime_part_set_filename(part, name.c_str());
    auto* object = reinterpret_cast<GMimeObject*>(part);
    set_charset(
        g_mime_content_disposition_get_parameters(g_mime_object_get_content_disposition(object)),
        "filename");
    set_charset(g_mime_content_type_get_parameters(g_mime_object_get_content_type(object)), "name");
}

Owned<GMimePart> attached_part(const app::Attachment& attachment) {
    const bool pdf = attachment.file_name.ends_with(".pdf");
    Owned<GMimePart> part(g_mime_part_new_with_type("application", pdf ? "pdf" : "octet-stream"));
    g_mime_object_set_disposition(reinterpret_cast<GMimeObject*>(part.get()),
                                  GMIME_DISPOSITION_ATTACHMENT);
    set_file_name(part.get(), attachment.file_name);
    set_content(part.get(), attachment.bytes, GMIME_CONTENT_ENCODING_BASE64);
    return part;
}

// "=_" stands in no quoted-printable or base64 text, so the boundary is in no part.
Owned<GMimeMultipart> parts_of(const std::string& message_id, const document::Message& message,
                               const std::vector<app::Attachment>& attachments) {
    Owned<GMimeMultipart> parts(g_mime_multipart_new_with_subtype("mixed"));
    const std::string boundary = "=_kvit_" + system::sha256_hex(message_id).substr(0, 32);
    g_mime_multipart_set_boundary(parts.get(), boundary.c_str());
    g_mime_multipart_add(parts.get(),
                         reinterpret_cast<GMimeObject*>(text_part(message.text).get()));
    for (const app::Attachment& attachment : attachments) {
        g_mime_multipart_add(parts.get(),
                             reinterpret_cast<GMimeObject*>(attached_part(attachment).get()));
    }
    return parts;
}

std::string written(GMimeMessage* message) {
    struct Freed {
        void operator()(GMimeFormatOptions* options) const { g_mime_format_options_free(options); }
    };
    const std::unique_ptr<GMimeFormatOptions, Freed> options(g_mime_format_options_new());
    g_mime_format_options_set_newline_format(options.get(), GMIME_NEWLINE_FORMAT_DOS);
    const Owned<GMimeStream> stream(g_mime_stream_mem_new());
    const auto size = g_mime_object_write_to_stream(reinterpret_cast<GMimeObject*>(message),
                                                    options.get(), stream.get());
    KVIT_INVARIANT(size >= 0, "a message is written to memory");
    const GByteArray* bytes =
        g_mime_stream_mem_get_byte_array(reinterpret_cast<GMimeStreamMem*>(stream.get()));
    return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

// The sender's domain; a message id is worldwide unique below it.
std::string domain_of(const std::string& address) { return address.substr(address.rfind('@') + 1); }

}  // namespace

std::string safe_name(const std::string& message_id) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string name;
    for (std::size_t i = 0; i < message_id.size(); ++i) {
        const char c = message_id[i];
        const auto byte = static_cast<unsigned char>(c);
        // A dot only between others: in front it hides a file, doubled or last no message id has
        // it.
        const bool inner_dot =
            c == '.' && !name.empty() && name.back() != '.' && i + 1 < message_id.size();
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '-' || inner_dot;
        if (plain) {
            name += c;
        } else {
            name += {'_', digits[byte / 16U], digits[byte % 16U]};
        }
    }
    if (name.size() <= max_name_bytes) return name;
    return name.substr(0, max_name_bytes - 65) + "_" + system::sha256_hex(message_id);
}

std::string mime_message(const std::string& message_id, core::Date on,
                         const document::Message& message,
                         const std::vector<app::Attachment>& attachments) {
    KVIT_INVARIANT(!message_id.empty(), "a message has an id");
    start_gmime();
    const Owned<GMimeMessage> mime(g_mime_message_new(TRUE));
    add_address(mime.get(), GMIME_ADDRESS_TYPE_FROM, message.from_name, message.from_email);
    add_address(mime.get(), GMIME_ADDRESS_TYPE_TO, message.to_name, message.to_email);
    g_mime_message_set_subject(mime.get(), on_one_line(message.subject).c_str(), "utf-8");
    set_date(mime.get(), on);
    const std::string id = safe_name(message_id) + "@" + domain_of(message.from_email);
    g_mime_message_set_message_id(mime.get(), id.c_str());
    const auto parts = parts_of(message_id, message, attachments);
    g_mime_message_set_mime_part(mime.get(), reinterpret_cast<GMimeObject*>(parts.get()));
    return written(mime.get());
}

}  // namespace kvit::mail
