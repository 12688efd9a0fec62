#include "adapters/mail/eml_folder.h"

#include "adapters/mail/mime_message.h"
#include "adapters/system/sha256.h"
#include "unit/system/scratch_folder.h"

#include <boost/test/unit_test.hpp>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace kvit;
using test::environment_error;
using test::ScratchFolder;
using core::operator""_iso;

namespace {

using Names = std::vector<std::string>;

document::Message message() {
    return {"Studio Ada Adrianna Wójcik",
            "biuro@studio-ada.example",
            "Balaton Webshop Kft.",
            "szamla@balaton.example",
            "Számla FV/2026/09/002 – őszi kampány",
            "Tisztelt Ügyfelünk!\n\nCsatoltan küldjük.\n",
            {}};
}

std::string bytes_of(const document::Message& message,
                     const std::vector<app::Attachment>& attachments = {},
                     const std::string& id = "ada.FV-1") {
    return mail::mime_message(id, "2026-09-16"_iso, message, attachments);
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

// Whether a process of its own that acts like this ends in an invariant.
template <class Act>
bool aborts(Act act) {
    const pid_t child = ::fork();
    BOOST_REQUIRE(child >= 0);
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL);
        ::close(STDERR_FILENO);
        act();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mail_eml_folder)

BOOST_AUTO_TEST_CASE(a_message_byte_for_byte) {
    const std::string boundary = "=_kvit_" + system::sha256_hex("ada.FV-1").substr(0, 32);
    const std::string expected =
        "Date: Wed, 16 Sep 2026 12:00:00 +0000\r\n"
        "From: Studio Ada Adrianna =?UTF-8?b?V8OzamNpaw==?= <biuro@studio-ada.example>\r\n"
        "Subject: =?UTF-8?B?U3rDoW1sYQ==?= FV/2026/09/002\r\n"
        " =?UTF-8?B?4oCTIMWRc3ppIGthbXDDoW55?=\r\n"
        "To: \"Balaton Webshop Kft.\" <szamla@balaton.example>\r\n"
        "Message-Id: <ada.FV-1@studio-ada.example>\r\n"
        "MIME-Version: 1.0\r\n"
        "Content-Type: multipart/mixed;\r\n"
        "\tboundary=\"" +
        boundary + "\"\r\n\r\n--" + boundary +
        "\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n"
        "Content-Disposition: inline\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n"
        "\r\n"
        "Tisztelt =C3=9Cgyfel=C3=BCnk!\r\n"
        "\r\n"
        "Csatoltan k=C3=BCldj=C3=BCk.\r\n"
        "\r\n--" +
        boundary +
        "\r\n"
        "Content-Type: application/pdf; name=FV-1.pdf\r\n"
        "Content-Disposition: attachment; filename=FV-1.pdf\r\n"
        "Content-Transfer-Encoding: base64\r\n"
        "\r\n"
        "JVBERgD/DQo=\r\n"
        "\r\n--" +
        boundary + "--\r\n";
    BOOST_TEST(bytes_of(message(), {{"FV-1.pdf", std::string("%PDF\0\xFF\r\n", 8)}}) == expected);
}

BOOST_AUTO_TEST_CASE(same_arguments_same_bytes) {
    const std::vector<app::Attachment> pdf = {{"FV-1.pdf", std::string(100'000, 'p')}};
    BOOST_TEST((bytes_of(message(), pdf) == bytes_of(message(), pdf)));
    BOOST_TEST((bytes_of(message(), pdf) != bytes_of(message(), pdf, "ada.FV-2")));
}

BOOST_AUTO_TEST_CASE(every_line_ends_in_cr_lf_and_is_short) {
    document::Message long_one = message();
    long_one.text = std::string(5000, 'a') + "\n.\nFrom x\n" + std::string(300, '\n');
    long_one.subject = std::string(400, 'S') + " " + std::string(60, 'z') + " ő";
    const std::string bytes = bytes_of(long_one, {{"a.pdf", std::string(10'000, 'x')}});
    std::size_t longest = 0, start = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (bytes[at] != '\n') continue;
        BOOST_REQUIRE(at > 0 && bytes[at - 1] == '\r');
        longest = std::max(longest, at - 1 - start);
        start = at + 1;
    }
    BOOST_TEST(start == bytes.size());
    BOOST_TEST(longest <= 998U);  // RFC 5322, 2.1.1
}

BOOST_AUTO_TEST_CASE(line_breaks_in_names_add_no_header) {
    document::Message evil = message();
    evil.to_name = "Balaton\r\nBcc: all@evil.example";
    evil.subject = "Invoice\nX-Evil: yes";
    const std::string bytes = bytes_of(evil);
    BOOST_TEST(!holds(bytes, "\nBcc:"));
    BOOST_TEST(!holds(bytes, "\nX-Evil:"));
    BOOST_TEST(holds(bytes, "\r\nSubject: Invoice X-Evil: yes\r\n"));
}

BOOST_AUTO_TEST_CASE(line_breaks_in_addresses_are_a_bug) {
    document::Message evil = message();
    evil.to_email = "a@b.example\r\nBcc: all@evil.example";
    BOOST_TEST(aborts([&] { bytes_of(evil); }));
    evil.to_email = "a@b.example\n";
    BOOST_TEST(aborts([&] { bytes_of(evil); }));
    evil.to_email = "";
    BOOST_TEST(aborts([&] { bytes_of(evil); }));
    evil = message();
    evil.from_email = "a@b.example\r";
    BOOST_TEST(aborts([&] { bytes_of(evil); }));
    BOOST_TEST(aborts([&] { bytes_of(message(), {}, ""); }));
    BOOST_TEST(!aborts([&] { bytes_of(message()); }));
}

BOOST_AUTO_TEST_CASE(names_of_attachments) {
    BOOST_TEST(holds(bytes_of(message(), {{"FV/2026/09/001.pdf", "x"}}),
                     "Content-Disposition: attachment; filename=FV-2026-09-001.pdf\r\n"));
    const std::string other = bytes_of(message(), {{"über\r\nuns.txt", "x"}});
    BOOST_TEST(holds(other, "Content-Type: application/octet-stream;"));
    BOOST_TEST(holds(other, "filename*=UTF-8''%C3%BCber%20%20uns.txt"));  // RFC 2231
    BOOST_TEST(!holds(other, "\nuns"));
}

BOOST_AUTO_TEST_CASE(ids_become_safe_and_distinct_names) {
    const std::pair<std::string, std::string> rows[] = {
        {"ada.FV-1", "ada.FV-1"},
        {"a/b", "a_2Fb"},
        {"a_b", "a_5Fb"},
        {"a_2Fb", "a_5F2Fb"},
        {"../x", "_2E._2Fx"},
        {".a", "_2Ea"},
        {"a.", "a_2E"},
        {"a..b", "a._2Eb"},
        {"ż @", "_C5_BC_20_40"},
        {std::string("\0", 1), "_00"},
        {std::string(150, 'a'), std::string(150, 'a')},
    };
    for (const auto& [id, name] : rows) BOOST_TEST(mail::safe_name(id) == name);
    const std::string long_id(151, 'a');
    BOOST_TEST(mail::safe_name(long_id) ==
               std::string(85, 'a') + "_" + system::sha256_hex(long_id));
    BOOST_TEST(mail::safe_name(long_id).size() == 150U);
    BOOST_TEST(mail::safe_name(long_id) != mail::safe_name(long_id + "b"));
}

BOOST_AUTO_TEST_CASE(delivering_twice_leaves_one_message) {
    const ScratchFolder folder;
    const auto transport = mail::eml_folder(folder / "out/mail");
    transport->deliver("ada.FV-1", "2026-09-16"_iso, message(), {});
    const std::string first = folder.read("out/mail/ada.FV-1.eml");
    BOOST_TEST(first == bytes_of(message()));
    folder.write("out/mail/ada.FV-1.eml", "torn by a power cut");
    transport->deliver("ada.FV-1", "2026-09-16"_iso, message(), {});
    transport->deliver("ada.FV-1", "2026-09-16"_iso, message(), {});
    BOOST_TEST((folder.read("out/mail/ada.FV-1.eml") == first));
    transport->deliver("ada.FV-2", "2026-09-16"_iso, message(), {});
    BOOST_TEST(folder.tree() ==
                   (Names{"out/", "out/mail/", "out/mail/ada.FV-1.eml", "out/mail/ada.FV-2.eml"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_written) {
    const ScratchFolder folder;
    folder.write("file", "");
    BOOST_TEST(
        environment_error([&] {
            mail::eml_folder(folder / "file")->deliver("id", "2026-09-16"_iso, message(), {});
        }) == "cannot create the folder " + folder.path() +
                  "/file: it exists already; move it away and run the command again");
}

BOOST_AUTO_TEST_SUITE_END()
