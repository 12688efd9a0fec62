#include "adapters/system/file_system.h"

#include "unit/system/scratch_folder.h"

#include <boost/test/unit_test.hpp>

#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace kvit;
using test::environment_error;
using test::ScratchFolder;

namespace {

// Files of this process may have at most `bytes` while it lives: a disk that fills up in the
// middle.
class FileSizeLimit {
  public:
    explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }

  private:
    rlimit before_{};
    void (*handler_)(int);
};

using Names = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(system_file_system)

BOOST_AUTO_TEST_CASE(reads_whole_files) {
    const ScratchFolder folder;
    const std::string big(3'000'000, 'x');
    for (const std::string& bytes :
         {std::string(), std::string("a"), std::string("\0\n\r\xFF", 4), big}) {
        folder.write("f", bytes);
        BOOST_TEST((system::read_file(folder / "f") == bytes));
    }
    BOOST_TEST((system::read_file(folder / "f", big.size()) == big));
    BOOST_TEST(system::read_file("/proc/self/comm").size() > 0U);  // tells no size beforehand
}

BOOST_AUTO_TEST_CASE(says_why_a_file_cannot_be_read) {
    const ScratchFolder folder;
    folder.write("f", "12345");
    const auto reading = [&](const std::string& name, std::size_t bytes_max) {
        return environment_error([&] { system::read_file(folder / name, bytes_max); });
    };
    const std::string start = "cannot read " + folder.path();
    BOOST_TEST(reading("none", 9) ==
               start + "/none: there is no such file or folder; check the path");
    BOOST_TEST(reading("f/g", 9) ==
               start + "/f/g: a part of the path is not a folder; check the path");
    BOOST_TEST(reading("", 9) == start + "/: it is a folder; name a file");
    BOOST_TEST(reading("f", 4) ==
               start + "/f: it has more than 4 bytes; split it into smaller files");
    BOOST_TEST(reading("f", 5) == "");
    BOOST_TEST(reading(std::string(300, 'n'), 9) ==
               start + "/" + std::string(300, 'n') +
                   ": the name is too long; choose a shorter one");
    BOOST_TEST(::symlink("loop", (folder / "loop").c_str()) == 0);
    BOOST_TEST(reading("loop", 9) ==
               start + "/loop: links lead in a circle or are not allowed here; check the path");
    if (::geteuid() != 0) {  // root may read everything
        ::chmod((folder / "f").c_str(), 0);
        BOOST_TEST(reading("f", 9) == start +
                                          "/f: you have no permission; ask for access to the "
                                          "file and its folder");
    }
}

BOOST_AUTO_TEST_CASE(reads_standard_input) {
    const ScratchFolder folder;
    folder.write("in", "from a pipe");
    const int before = ::dup(STDIN_FILENO);
    const auto reading = [&](std::size_t bytes_max) {
        const int file = ::open((folder / "in").c_str(), O_RDONLY | O_CLOEXEC);
        ::dup2(file, STDIN_FILENO);
        ::close(file);
        return system::read_standard_input(bytes_max);
    };
    BOOST_TEST(reading(11) == "from a pipe");
    BOOST_TEST(
        environment_error([&] { reading(10); }) ==
        "cannot read standard input: it has more than 10 bytes; split it into smaller files");
    ::dup2(before, STDIN_FILENO);
    ::close(before);
}

BOOST_AUTO_TEST_CASE(lists_a_folder_in_order) {
    const ScratchFolder folder;
    for (const char* name : {"b.xml", "a.xml", "B.xml", ".hidden", "c.xml.part", "10", "9"}) {
        folder.write(name, "");
    }
    system::make_folder(folder / "sub");
    folder.write("sub/x", "");
    BOOST_TEST(::symlink("nowhere", (folder / "dangling").c_str()) == 0);
    BOOST_TEST(::symlink("a.xml", (folder / "link").c_str()) == 0);
    BOOST_TEST(
        system::list_folder(folder.path()) == (Names{"10", "9", "B.xml", "a.xml", "b.xml", "link"}),
        boost::test_tools::per_element());
    BOOST_TEST(environment_error([&] { system::list_folder(folder / "none"); }) ==
               "cannot list the folder " + folder.path() +
                   "/none: there is no such file or folder; check the path");
    BOOST_TEST(environment_error([&] { system::list_folder(folder / "9"); }) ==
               "cannot list the folder " + folder.path() +
                   "/9: a part of the path is not a folder; check the path");
}

BOOST_AUTO_TEST_CASE(makes_folders) {
    const ScratchFolder folder;
    system::make_folder(folder / "a/b/c");
    system::make_folder(folder / "a/b/c");
    system::make_folder(folder / "a//b/d/");
    BOOST_TEST(folder.tree() == (Names{"a/", "a/b/", "a/b/c/", "a/b/d/"}),
               boost::test_tools::per_element());
    folder.write("f", "");
    BOOST_TEST(environment_error([&] { system::make_folder(folder / "f"); }) ==
               "cannot create the folder " + folder.path() +
                   "/f: it exists already; move it away and run the command again");
    BOOST_TEST(environment_error([&] { system::make_folder(folder / "f/g"); }) ==
               "cannot create the folder " + folder.path() +
                   "/f: it exists already; move it away and run the command again");
    BOOST_TEST(system::exists(folder / "a/b"));
    BOOST_TEST(system::exists(folder / "f"));
    BOOST_TEST(!system::exists(folder / "a/x"));
    BOOST_TEST(!system::exists(folder / "f/x"));
}

BOOST_AUTO_TEST_CASE(writes_whole_files_or_none) {
    const ScratchFolder folder;
    system::write_durably(folder / "f", "one");
    BOOST_TEST(folder.read("f") == "one");
    folder.write("f.part", "left by a run that died");
    system::write_durably(folder / "f", std::string("two\0", 4));
    BOOST_TEST(folder.read("f") == std::string("two\0", 4));
    {
        const FileSizeLimit limit(1000);
        BOOST_TEST(environment_error([&] {
                       system::write_durably(folder / "f", std::string(1001, 'x'));
                   }) == "cannot write " + folder.path() +
                             "/f: the file would be larger than allowed here; raise the limit on "
                             "file sizes");
        system::write_durably(folder / "g", std::string(1000, 'x'));
    }
    BOOST_TEST(folder.read("f") == std::string("two\0", 4));
    BOOST_TEST(folder.tree() == (Names{"f", "g"}), boost::test_tools::per_element());
    system::make_folder(folder / "d");
    BOOST_TEST(environment_error([&] { system::write_durably(folder / "d", "x"); }) ==
               "cannot write " + folder.path() + "/d: it is a folder; name a file");
    BOOST_TEST(environment_error([&] { system::write_durably(folder / "no/f", "x"); }) ==
               "cannot write " + folder.path() +
                   "/no/f: there is no such file or folder; check the path");
    BOOST_TEST(folder.tree() == (Names{"d/", "f", "g"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_full_disk) {
    const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
    BOOST_REQUIRE(full >= 0);
    BOOST_TEST(environment_error([&] { system::write_all(full, "out.pdf", "x"); }) ==
               "cannot write out.pdf: the disk is full; free some space and run the command again");
    BOOST_TEST(environment_error([&] { system::write_all(full, "out.pdf", ""); }) == "");
    ::close(full);
}

BOOST_AUTO_TEST_CASE(a_batch_appears_when_published) {
    const ScratchFolder folder;
    {
        system::FileBatch batch(folder.path());
        batch.stage("a/1.pdf", "one");
        batch.stage("a/2.pdf", "two");
        batch.stage("3.pdf", "three");
        BOOST_TEST(folder.tree() == (Names{"3.pdf.part", "a/", "a/1.pdf.part", "a/2.pdf.part"}),
                   boost::test_tools::per_element());
        batch.publish();
        batch.publish();  // nothing is left to do
    }
    BOOST_TEST(folder.tree() == (Names{"3.pdf", "a/", "a/1.pdf", "a/2.pdf"}),
               boost::test_tools::per_element());
    BOOST_TEST(folder.read("a/2.pdf") == "two");
}

BOOST_AUTO_TEST_CASE(a_batch_not_published_leaves_nothing) {
    const ScratchFolder folder;
    {
        system::FileBatch batch(folder.path());
        batch.stage("1.pdf", "one");
        const FileSizeLimit limit(10);
        BOOST_TEST(
            environment_error([&] { batch.stage("2.pdf", "more than ten bytes"); }) ==
            "cannot write " + folder.path() +
                "/2.pdf: the file would be larger than allowed here; raise the limit on file "
                "sizes");
    }
    BOOST_TEST(folder.tree().empty());
}

BOOST_AUTO_TEST_CASE(a_batch_never_replaces_a_file) {
    const ScratchFolder folder;
    {
        system::FileBatch batch(folder.path());
        batch.stage("1.pdf", "one");
        batch.stage("2.pdf", "two");
        folder.write("2.pdf", "another's");
        BOOST_TEST(environment_error([&] { batch.publish(); }) ==
                   "cannot write " + folder.path() +
                       "/2.pdf: it exists already; move it away and run the command again");
    }
    BOOST_TEST(folder.read("2.pdf") == "another's");
    BOOST_TEST(folder.tree() == (Names{"1.pdf", "2.pdf"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
