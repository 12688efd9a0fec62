#include "kvit/document/letter_view.h"

#include "kvit/document/number_format.h"
#include "parties.h"

namespace kvit::document {

namespace {

std::string text(const Letter& letter, const Wording& wording, std::string_view section) {
    TemplateValues values = letter.values;
    values.text.insert({{"business", letter.business.name},
                        {"client", letter.client.name},
                        {"phone", letter.business.phone},
                        {"day", date(letter.client.language, letter.day)}});
    values.flags.emplace("has_phone", !letter.business.phone.empty());
    return wording.text(letter.client.language, letter.kind, section, values);
}

}  // namespace

Document compose_letter(const Letter& letter, const Wording& wording) {
    const Parties parties{letter.business, letter.client, wording};
    const std::string title = text(letter, wording, "title");
    Document document;
    document.language = parties.language();
    document.title = title + ", " + letter.client.name;
    document.author = letter.business.name;
    document.footer = letter.business.name + " · " + letter.id.str();
    document.page_label = parties.word("document.page");
    const AddressAndFacts facts{
        parties.word("party.addressee"),
        addressee(parties),
        {{parties.word("notice.day"), date(parties.language(), letter.day), false}}};
    document.blocks = {letterhead(parties), facts, Heading{title, 1}};
    for (Paragraph& part : paragraphs(text(letter, wording, "opening")))
        document.blocks.emplace_back(std::move(part));
    for (const Table& table : letter.tables) document.blocks.emplace_back(table);
    for (Paragraph& part : paragraphs(text(letter, wording, "closing")))
        document.blocks.emplace_back(std::move(part));
    return document;
}

Message letter_message(const Letter& letter, const Wording& wording) {
    return {letter.business.name,
            letter.business.email,
            letter.client.name,
            letter.client.email,
            text(letter, wording, "subject"),
            text(letter, wording, "email") + "\n",
            {letter.id}};
}

}  // namespace kvit::document
