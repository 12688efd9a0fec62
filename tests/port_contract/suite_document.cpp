#include "samples.h"

#include <boost/test/unit_test.hpp>

namespace kvit::port_contract {

namespace {

using app::MessageState;
using core::operator""_iso;

template <class Values>
std::vector<std::string> ids_of(const Values& values) {
    std::vector<std::string> ids;
    for (const auto& value : values) ids.push_back(value.id.str());
    return ids;
}
using Ids = std::vector<std::string>;

void add_documents(Subject& subject, const Ids& ids) {
    apply_agreements(subject);
    write(subject, "2026-02-16"_iso, [&](app::Store& store) {
        for (const auto& id : ids) store.add_document(ada, stored_document(id));
    });
}

void a_document_comes_back_whole(Subject& subject) {
    app::StoredDocument plain = stored_document("FV/2");
    plain.snapshot = {};
    plain.kind = "invoice";
    add_documents(subject, {"FV/1"});
    write(subject, "2026-02-17"_iso, [&](app::Store& store) { store.add_document(ada, plain); });
    BOOST_TEST(
        (subject.store().document(ada, core::DocumentId("FV/1")) == stored_document("FV/1")));
    BOOST_TEST((subject.store().document(ada, plain.id) == plain));
    BOOST_TEST((subject.store().document(ada, core::DocumentId("no")) == std::nullopt));
    BOOST_TEST((subject.store().document(bruno, plain.id) == std::nullopt));
    BOOST_TEST(
        (subject.store().documents(ada, true) == std::vector{stored_document("FV/1"), plain}));
    auto bare = stored_document("FV/1");
    bare.snapshot = {};
    BOOST_TEST((subject.store().documents(ada, false) == std::vector{bare, plain}));
    app::Store& store = subject.store();
    BOOST_TEST(broken_invariant([&] {
                   const auto unit = store.begin("2026-02-17"_iso);
                   store.add_document(ada, plain);
               }) != "");
}

void a_document_is_rendered_once(Subject& subject) {
    add_documents(subject, {"z", "b", "a"});
    const auto unrendered = [&](int limit) {
        return ids_of(subject.store().unrendered(ada, limit));
    };
    BOOST_TEST(unrendered(2) == (Ids{"z", "b"}), boost::test_tools::per_element());
    write(subject, "2026-02-16"_iso, [](app::Store& store) {
        store.mark_rendered(ada, core::DocumentId("z"), "ab12", "pdf-1");
    });
    BOOST_TEST(unrendered(10) == (Ids{"b", "a"}), boost::test_tools::per_element());
    BOOST_TEST((subject.store().unrendered(ada, 1).front() == stored_document("b")));
    auto rendered = stored_document("z");
    rendered.sha256 = "ab12";
    rendered.renderer = "pdf-1";
    BOOST_TEST((subject.store().document(ada, rendered.id) == rendered));
    app::Store& store = subject.store();
    const auto breaks = [&](const char* id, const char* sha256) {
        return broken_invariant([&] {
                   const auto unit = store.begin("2026-02-16"_iso);
                   store.mark_rendered(ada, core::DocumentId(id), sha256, "pdf-1");
               }) != "";
    };
    BOOST_TEST(breaks("z", "ab13"));
    BOOST_TEST(breaks("z", "ab12"));
    BOOST_TEST(breaks("b", ""));
    BOOST_TEST(breaks("no", "ab12"));
    BOOST_TEST(!breaks("b", "ab12"));
}

void messages_leave_in_the_order_queued(Subject& subject) {
    add_documents(subject, {"z", "b", "a"});
    write(subject, "2026-02-16"_iso, [](app::Store& store) {
        for (const char* id : {"z", "a", "b"}) store.queue_message(ada, outbox_entry(id));
    });
    const auto queued = [&](int limit) {
        return ids_of(subject.store().queued_messages(ada, "2027-01-01"_iso, limit));
    };
    BOOST_TEST((subject.store().queued_messages(ada, "2027-01-01"_iso, 1) ==
                std::vector{outbox_entry("z")}));
    BOOST_TEST(queued(2) == (Ids{"z", "a"}), boost::test_tools::per_element());
    write(subject, "2026-02-16"_iso,
          [](app::Store& store) { store.mark_sent(ada, core::DocumentId("z"), "2026-02-17"_iso); });
    BOOST_TEST(queued(10) == (Ids{"a", "b"}), boost::test_tools::per_element());
    BOOST_TEST(subject.store().queued_messages(bruno, "2027-01-01"_iso, 10).empty());
    app::Store& store = subject.store();
    const auto breaks = [&](const auto& work) {
        return broken_invariant([&] {
                   const auto unit = store.begin("2026-02-16"_iso);
                   work();
                   unit->commit();
               }) != "";
    };
    BOOST_TEST(breaks([&] { store.mark_sent(ada, core::DocumentId("z"), "2026-02-18"_iso); }));
    BOOST_TEST(breaks([&] { store.mark_sent(ada, core::DocumentId("no"), "2026-02-18"_iso); }));
    BOOST_TEST(breaks([&] { store.queue_message(ada, outbox_entry("a")); }));
    BOOST_TEST(breaks([&] { store.queue_message(ada, outbox_entry("no such document")); }));
    BOOST_TEST(!breaks([&] { store.mark_sent(ada, core::DocumentId("a"), "2026-02-18"_iso); }));
    auto sent = outbox_entry("b");
    sent.state = MessageState::sent;
    BOOST_TEST(breaks([&] { store.queue_message(ada, sent); }));
}

}  // namespace

std::vector<Behaviour> document_behaviours() {
    return {{"a document comes back whole", a_document_comes_back_whole},
            {"a document is rendered once", a_document_is_rendered_once},
            {"messages leave in the order queued", messages_leave_in_the_order_queued}};
}

}  // namespace kvit::port_contract
