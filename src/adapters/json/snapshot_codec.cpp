#include "adapters/json/snapshot_codec.h"

#include "adapters/json/values.h"

namespace kvit::json {

namespace {

using namespace document;

Json write(const LabelledValue& row) {
    return {{"label", row.label}, {"strong", row.strong}, {"value", row.value}};
}

LabelledValue read_row(const Json& json) {
    return {text_of(json, "label"), text_of(json, "value"), flag_of(json, "strong")};
}

Json write_rows(const std::vector<LabelledValue>& rows) {
    return list(rows, [](const LabelledValue& row) { return write(row); });
}

Json write(const Letterhead& block) {
    return {{"type", "letterhead"}, {"name", block.name}, {"details", block.details}};
}

Json write(const AddressAndFacts& block) {
    return {{"type", "address_and_facts"},
            {"label", block.label},
            {"address", block.address},
            {"facts", write_rows(block.facts)}};
}

Json write(const Heading& block) {
    return {{"type", "heading"}, {"text", block.text}, {"level", block.level}};
}

Json write(const Paragraph& block) {
    return {{"type", "paragraph"}, {"text", block.text}, {"style", name(block.style)}};
}

Json write(const Table& block) {
    return {{"type", "table"},
            {"title", block.title},
            {"columns", list(block.columns,
                             [](const Column& column) {
                                 return Json{{"title", column.title},
                                             {"align", name(column.align)},
                                             {"weight", column.weight}};
                             })},
            {"rows", list(block.rows, [](const TableRow& row) {
                 return Json{{"cells", row.cells}, {"strong", row.strong}};
             })}};
}

Json write(const Totals& block) { return {{"type", "totals"}, {"rows", write_rows(block.rows)}}; }

Json write(const PaymentBox& block) {
    return {{"type", "payment_box"}, {"title", block.title}, {"rows", write_rows(block.rows)}};
}

Json write(const Chart& block) {
    return {
        {"type", "chart"},
        {"title", block.title},
        {"bars",
         list(block.bars,
              [](const ChartBar& bar) {
                  return Json{{"label", bar.label}, {"value", bar.value}, {"hollow", bar.hollow}};
              })},
        {"note", block.note}};
}

Json write(const PageBreak&) { return {{"type", "page_break"}}; }

Table read_table(const Json& json) {
    return {text_of(json, "title"),
            list_of(json, "columns",
                    [](const Json& column) {
                        return Column{text_of(column, "title"),
                                      enum_from<Align>(view_of(column, "align")),
                                      int_of(column, "weight")};
                    }),
            list_of(json, "rows", [](const Json& row) {
                return TableRow{list_of(row, "cells", text_from), flag_of(row, "strong")};
            })};
}

Block read_block(const Json& json) {
    const std::string_view type = view_of(json, "type");
    if (type == "letterhead")
        return Letterhead{text_of(json, "name"), list_of(json, "details", text_from)};
    if (type == "address_and_facts")
        return AddressAndFacts{text_of(json, "label"), list_of(json, "address", text_from),
                               list_of(json, "facts", read_row)};
    if (type == "heading") return Heading{text_of(json, "text"), int_of(json, "level")};
    if (type == "paragraph")
        return Paragraph{text_of(json, "text"), enum_from<ParagraphStyle>(view_of(json, "style"))};
    if (type == "table") return read_table(json);
    if (type == "totals") return Totals{list_of(json, "rows", read_row)};
    if (type == "payment_box")
        return PaymentBox{text_of(json, "title"), list_of(json, "rows", read_row)};
    if (type == "chart")
        return Chart{text_of(json, "title"),
                     list_of(json, "bars",
                             [](const Json& bar) {
                                 return ChartBar{text_of(bar, "label"), int_of(bar, "value"),
                                                 flag_of(bar, "hollow")};
                             }),
                     text_of(json, "note")};
    if (type == "page_break") return PageBreak{};
    throw Unreadable("\"" + std::string(type) + "\" is not a kind of block");
}

core::DocumentId read_document_id(const Json& json) { return core::DocumentId(text_from(json)); }

}  // namespace

std::string encode(const Document& document) {
    return canonical({{"language", name(document.language)},
                      {"title", document.title},
                      {"author", document.author},
                      {"footer", document.footer},
                      {"page_label", document.page_label},
                      {"landscape", document.landscape},
                      {"blocks", list(document.blocks, [](const Block& block) {
                           return std::visit([](const auto& known) { return write(known); }, block);
                       })}});
}

Document decode_document(std::string_view text) {
    return decode("document", text, [](const Json& json) {
        Document document;
        document.language = enum_from<core::Language>(view_of(json, "language"));
        document.title = text_of(json, "title");
        document.author = text_of(json, "author");
        document.footer = text_of(json, "footer");
        document.page_label = text_of(json, "page_label");
        document.landscape = flag_of(json, "landscape");
        document.blocks = list_of(json, "blocks", read_block);
        return document;
    });
}

std::string encode(const Message& message) {
    return canonical({{"from_name", message.from_name},
                      {"from_email", message.from_email},
                      {"to_name", message.to_name},
                      {"to_email", message.to_email},
                      {"subject", message.subject},
                      {"text", message.text},
                      {"attachments", list(message.attachments, [](const core::DocumentId& id) {
                           return Json(id.str());
                       })}});
}

Message decode_message(std::string_view text) {
    return decode("message", text, [](const Json& json) {
        return Message{text_of(json, "from_name"),
                       text_of(json, "from_email"),
                       text_of(json, "to_name"),
                       text_of(json, "to_email"),
                       text_of(json, "subject"),
                       text_of(json, "text"),
                       list_of(json, "attachments", read_document_id)};
    });
}

}  // namespace kvit::json
