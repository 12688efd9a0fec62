#include "pdf/poppler.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <unistd.h>

namespace kvit::poppler {
namespace {

// A file that lives as long as the tool reads it.
class TemporaryFile {
  public:
    explicit TemporaryFile(std::string_view bytes) {
        std::string pattern = (std::filesystem::temp_directory_path() / "kvit_pdf_XXXXXX").string();
        const int handle = mkstemp(pattern.data());
        if (handle < 0) throw std::runtime_error("no temporary file");
        close(handle);
        path_ = pattern;
        std::ofstream(path_, std::ios::binary)
            .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
    ~TemporaryFile() { std::remove(path_.c_str()); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    const std::string& path() const { return path_; }

  private:
    std::string path_;
};

std::string output_of(const std::string& command) {
    std::FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
    std::string output;
    std::array<char, 4096> part;
    while (const std::size_t size = std::fread(part.data(), 1, part.size(), pipe))
        output.append(part.data(), size);
    if (pclose(pipe) != 0)
        throw std::runtime_error("failed (is poppler-utils installed?): " + command + "\n" +
                                 output);
    return output;
}

std::string run(const std::string& tool, std::string_view pdf, const std::string& after = "") {
    const TemporaryFile file(pdf);
    return output_of(tool + " '" + file.path() + "'" + after);
}

double attribute(const std::string& line, const std::string& name) {
    const std::size_t at = line.find(name + "=\"");
    if (at == std::string::npos) throw std::runtime_error("no " + name + " in " + line);
    return std::strtod(line.c_str() + at + name.size() + 2, nullptr);
}

}  // namespace

std::vector<std::string> pages(std::string_view pdf) {
    std::vector<std::string> found;
    std::istringstream text(run("pdftotext -layout", pdf, " -"));
    for (std::string page; std::getline(text, page, '\f');) found.push_back(page);
    return found;
}

Geometry geometry(std::string_view pdf) {
    Geometry found;
    std::istringstream lines(run("pdftotext -bbox", pdf, " -"));
    for (std::string line; std::getline(lines, line);) {
        if (line.find("<page ") != std::string::npos) {
            found.page_widths.push_back(attribute(line, "width"));
            found.page_heights.push_back(attribute(line, "height"));
        }
        if (line.find("<word ") == std::string::npos) continue;
        const std::size_t begin = line.find('>') + 1;
        found.words.push_back({static_cast<int>(found.page_widths.size()), attribute(line, "xMin"),
                               attribute(line, "yMin"), attribute(line, "xMax"),
                               attribute(line, "yMax"),
                               line.substr(begin, line.find("</word>") - begin)});
    }
    return found;
}

std::string fonts(std::string_view pdf) { return run("pdffonts", pdf); }

std::vector<std::string> sorted_words(const std::string& text) {
    std::string plain = text;
    for (std::size_t at; (at = plain.find("\u00A0")) != std::string::npos;)
        plain.replace(at, std::string_view("\u00A0").size(), " ");
    std::istringstream in(plain);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    std::sort(words.begin(), words.end());
    return words;
}

}  // namespace kvit::poppler
