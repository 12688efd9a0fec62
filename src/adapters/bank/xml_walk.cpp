#include "adapters/bank/xml_walk.h"

#include "kvit/contract/plain_text.h"
#include "kvit/core/invariant.h"

#include <climits>
#include <expat.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace kvit::bank {

namespace {

constexpr const char* again = "download the statement again";
constexpr char name_separator = '\n';  // in no namespace name

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

class Walk {
  public:
    Walk(const std::string& file_name, std::string_view xml, XmlVisitor& visitor)
        : file_name_(file_name),
          xml_(xml),
          visitor_(visitor),
          parser_(XML_ParserCreateNS(nullptr, name_separator)) {
        KVIT_INVARIANT(parser_ != nullptr, "expat makes a parser");
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(parser_.get(), on_begin, on_end);
        XML_SetCharacterDataHandler(parser_.get(), on_text);
        XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
    }

    std::optional<core::Refusal> run() {
        if (xml_.empty()) return refusal("the file is empty", again);
        if (xml_.size() > INT_MAX) {
            return refusal("the file is larger than 2 GiB", "export shorter periods");
        }
        // In one piece: expat reads it in place, and a long token costs no second look.
        const auto status =
            XML_Parse(parser_.get(), xml_.data(), static_cast<int>(xml_.size()), XML_TRUE);
        if (stopped_) return stopped_;
        if (status == XML_STATUS_ERROR) return syntax_refusal();
        return std::nullopt;
    }

  private:
    struct Freed {
        void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
    };
    struct Open {
        std::size_t path_size;  // of the parent
        int line;
        bool holds_elements = false;
    };

    static Walk& self(void* data) { return *static_cast<Walk*>(data); }
    static void XMLCALL on_begin(void* data, const XML_Char* name, const XML_Char** attributes) {
        if (!self(data).stopped_) self(data).begin(name, attributes);
    }
    static void XMLCALL on_end(void* data, const XML_Char*) {
        if (!self(data).stopped_) self(data).end();
    }
    static void XMLCALL on_text(void* data, const XML_Char* text, int size) {
        if (!self(data).stopped_) self(data).text({text, static_cast<std::size_t>(size)});
    }
    static void XMLCALL on_doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*,
                                   int) {
        Walk& walk = self(data);
        walk.stop(walk.refusal("a document type declaration (DOCTYPE) is not accepted", again));
    }

    void begin(std::string_view name, const XML_Char** attributes) {
        if (open_.size() == max_depth) {
            return stop(refusal(
                "elements are nested more than " + std::to_string(max_depth) + " deep", again));
        }
        if (!open_.empty() && !take_stray_text()) return;
        if (!open_.empty()) open_.back().holds_elements = true;
        open_.push_back({path_.size(), line()});
        const auto split = name.rfind(name_separator);
        const std::string_view name_space =
            split == std::string_view::npos ? std::string_view() : name.substr(0, split);
        if (open_.size() == 1) name_space_ = name_space;
        if (foreign_ == 0 && name_space != name_space_) foreign_ = open_.size();
        if (!path_.empty()) path_ += '/';
        path_ += split == std::string_view::npos ? name : name.substr(split + 1);
        if (foreign_ != 0) return;
        XmlElement element{path_, name_space_, {}, line()};
        for (; *attributes != nullptr; attributes += 2) {
            if (std::string_view(attributes[0]) == "Ccy") element.currency = attributes[1];
        }
        stop(visitor_.begin(element));
    }

    void end() {
        const Open closed = open_.back();
        if (foreign_ == 0) {
            if (closed.holds_elements && !take_stray_text()) return;
            stop(visitor_.end({path_, name_space_, {}, closed.line}, trimmed(text_)));
        }
        if (foreign_ == open_.size()) foreign_ = 0;
        text_.clear();
        path_.resize(closed.path_size);
        open_.pop_back();
    }

    void text(std::string_view more) {
        if (foreign_ != 0) return;
        if (text_.size() + more.size() > max_text_bytes) {
            return stop(refusal(
                "the text is longer than " + std::to_string(max_text_bytes) + " bytes", again));
        }
        text_ += more;
    }

    // Between elements only white space may stand.
    bool take_stray_text() {
        if (foreign_ == 0 && !trimmed(text_).empty()) {
            stop(refusal("text stands where only elements may stand", again));
        }
        text_.clear();
        return !stopped_;
    }

    void stop(std::optional<core::Refusal> refusal) {
        if (!refusal || stopped_) return;
        stopped_ = std::move(refusal);
        XML_StopParser(parser_.get(), XML_FALSE);
    }

    int line() const { return static_cast<int>(XML_GetCurrentLineNumber(parser_.get())); }

    core::Refusal refusal(std::string what, std::string remedy) const {
        return {place_in(file_name_, line(), path_), std::move(what), std::move(remedy)};
    }

    core::Refusal syntax_refusal() const {
        const XML_Error error = XML_GetErrorCode(parser_.get());
        const XML_Index at = XML_GetCurrentByteIndex(parser_.get());
        switch (error) {
            case XML_ERROR_NO_ELEMENTS:
            case XML_ERROR_UNCLOSED_TOKEN:
            case XML_ERROR_UNCLOSED_CDATA_SECTION:
            case XML_ERROR_PARTIAL_CHAR:
                return refusal("the file ends in the middle: it was cut off or is no XML", again);
            case XML_ERROR_UNKNOWN_ENCODING:
            case XML_ERROR_INCORRECT_ENCODING:
                return refusal("the character encoding that the file names is not supported",
                               "save it as UTF-8");
            case XML_ERROR_UNDEFINED_ENTITY:
                return refusal("an entity is used that XML does not define", again);
            case XML_ERROR_INVALID_TOKEN: {
                const auto from = at < 0 ? xml_.size() : static_cast<std::size_t>(at);
                const std::string_view rest = xml_.substr(std::min(from, xml_.size()), 4);
                if (contract::valid_utf8_prefix(rest) == 0 && !rest.empty()) {
                    return refusal("the file holds bytes that are no UTF-8 text",
                                   "save it as UTF-8, or download the statement again");
                }
                [[fallthrough]];
            }
            default:
                return refusal(
                    std::string("the file is no well-formed XML (") + XML_ErrorString(error) + ")",
                    again);
        }
    }

    const std::string& file_name_;
    std::string_view xml_;
    XmlVisitor& visitor_;
    std::unique_ptr<XML_ParserStruct, Freed> parser_;
    std::vector<Open> open_;
    std::string path_, name_space_, text_;
    std::size_t foreign_ = 0;  // depth of the outermost element of another namespace; 0: none
    std::optional<core::Refusal> stopped_;
};

}  // namespace

std::optional<core::Refusal> walk_xml(const std::string& file_name, std::string_view xml,
                                      XmlVisitor& visitor) {
    return Walk(file_name, xml, visitor).run();
}

std::string place_in(const std::string& file_name, int line, std::string_view path) {
    std::string place = file_name + ":" + std::to_string(line);
    if (path.empty()) return place;
    const auto last = path.rfind('/');
    const auto second = last == std::string_view::npos ? last : path.rfind('/', last - 1);
    if (second != std::string_view::npos) path.remove_prefix(second + 1);
    return place + ", element " + std::string(path);
}

}  // namespace kvit::bank
