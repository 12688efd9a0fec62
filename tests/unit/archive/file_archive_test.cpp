#include "adapters/archive/file_archive.h"

#include "unit/system/scratch_folder.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace kvit;
using test::environment_error;
using test::ScratchFolder;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;
using Names = std::vector<std::string>;

const std::string abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const std::string nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

std::string changed(const std::string& file) {
    return "the archive already holds " + file +
           " with other content, and an issued document never changes; move that file out of the "
           "archive, keep it, and run the command again";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(archive_file_archive)

BOOST_AUTO_TEST_CASE(stores_and_loads) {
    const ScratchFolder folder;
    const auto archive = archive::file_archive(folder / "documents/archive");
    const auto hashes = archive->store({{"ada/2026/FV-1.pdf", "abc"}, {"ada/2026/FV-2.pdf", ""}});
    BOOST_TEST(hashes == (Names{abc, nothing}), boost::test_tools::per_element());
    BOOST_TEST(archive->load("ada/2026/FV-1.pdf") == "abc");
    BOOST_TEST(archive->load("ada/2026/FV-2.pdf") == "");
    BOOST_TEST(archive->sha256("abc") == abc);
    BOOST_TEST(folder.tree() ==
                   (Names{"documents/", "documents/archive/", "documents/archive/ada/",
                          "documents/archive/ada/2026/", "documents/archive/ada/2026/FV-1.pdf",
                          "documents/archive/ada/2026/FV-2.pdf"}),
               boost::test_tools::per_element());
    BOOST_TEST(archive->store({}).empty());
}

BOOST_AUTO_TEST_CASE(the_same_again_changes_nothing) {
    const ScratchFolder folder;
    const auto archive = archive::file_archive(folder.path());
    archive->store({{"a/1.pdf", "abc"}});
    const auto before = std::filesystem::last_write_time(folder / "a/1.pdf");
    const auto hashes = archive->store({{"a/1.pdf", "abc"}, {"a/2.pdf", ""}, {"a/2.pdf", ""}});
    BOOST_TEST(hashes == (Names{abc, nothing, nothing}), boost::test_tools::per_element());
    BOOST_TEST((std::filesystem::last_write_time(folder / "a/1.pdf") == before));
    BOOST_TEST(folder.tree() == (Names{"a/", "a/1.pdf", "a/2.pdf"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(never_other_content_and_then_nothing_of_the_batch) {
    const ScratchFolder folder;
    const auto archive = archive::file_archive(folder.path());
    archive->store({{"1.pdf", "abc"}});
    for (const char* other : {"abd", "abcd", "", "ab"}) {
        BOOST_TEST(environment_error([&] {
                       archive->store({{"0.pdf", "new"}, {"1.pdf", other}});
                   }) == changed(folder / "1.pdf"));
    }
    BOOST_TEST(environment_error([&] {
                   archive->store({{"2.pdf", "a"}, {"2.pdf", "b"}});
               }) == changed(folder / "2.pdf"));
    BOOST_TEST(archive->load("1.pdf") == "abc");
    BOOST_TEST(folder.tree() == Names{"1.pdf"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_run_that_died_is_taken_up_again) {
    const ScratchFolder folder;
    folder.write("1.pdf.part", "half a docum");
    const auto archive = archive::file_archive(folder.path());
    archive->store({{"1.pdf", "abc"}});
    BOOST_TEST(archive->load("1.pdf") == "abc");
    BOOST_TEST(folder.tree() == Names{"1.pdf"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(paths_stay_in_the_folder) {
    const ScratchFolder folder;
    const auto archive = archive::file_archive(folder / "archive");
    for (const std::string& path :
         {std::string(), std::string("/etc/x.pdf"), std::string("../x.pdf"),
          std::string("a/../x.pdf"), std::string("a/.."), std::string("."), std::string("a//b"),
          std::string("a/"), std::string(".hidden"), std::string("a/.hidden"),
          std::string("a\0b", 3), std::string("a\nb")}) {
        std::string shown = path;
        std::ranges::replace_if(
            shown, [](char c) { return c == '\0' || c == '\n'; }, '?');
        const std::string sentence =
            "\"" + shown + "\" cannot be a document's place in the archive " + folder.path() +
            "/archive: it leads out of it or holds an empty or hidden name; change the number "
            "pattern of the agreement";
        BOOST_TEST(environment_error([&] { archive->store({{path, "x"}}); }) == sentence);
        BOOST_TEST(environment_error([&] { (void)archive->load(path); }) == sentence);
    }
    BOOST_TEST(folder.tree().empty());
    for (const char* path : {"a..b.pdf", "a/b./c", "FV 1.pdf", "ż.pdf"}) {
        BOOST_TEST(archive->store({{path, "abc"}}).front() == abc, path);
    }
}

BOOST_AUTO_TEST_CASE(a_missing_file) {
    const ScratchFolder folder;
    BOOST_TEST(
        environment_error([&] { (void)archive::file_archive(folder.path())->load("1.pdf"); }) ==
        "cannot read " + folder.path() + "/1.pdf: there is no such file or folder; check the path");
    folder.write("file", "");
    BOOST_TEST(environment_error([&] {
                   archive::file_archive(folder / "file")->store({{"1.pdf", "x"}});
               }) == "cannot create the folder " + folder.path() +
                         "/file: it exists already; move it away and run the command again");
}

BOOST_AUTO_TEST_CASE(many_files_at_once) {
    const ScratchFolder folder;
    Files files;
    for (int i = 0; i < 1000; ++i) {
        files.emplace_back("2026/" + std::to_string(i) + ".pdf", std::to_string(i));
    }
    const auto archive = archive::file_archive(folder.path());
    const auto hashes = archive->store(files);
    BOOST_TEST(hashes.size() == 1000U);
    BOOST_TEST(archive->load("2026/999.pdf") == "999");
    BOOST_TEST(hashes[999] == archive->sha256("999"));
    BOOST_TEST(folder.tree().size() == 1001U);
}

BOOST_AUTO_TEST_SUITE_END()
