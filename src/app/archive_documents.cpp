#include "kvit/app/archive_documents.h"

#include "kvit/core/environment_error.h"

#include <cstddef>

namespace kvit::app {

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

// The documents of the batch that could be rendered, and their files.
std::vector<core::DocumentId> render(const Engine& engine, const std::vector<StoredDocument>& batch,
                                     Files& files, core::Refusals& failures) {
    std::vector<const document::Document*> snapshots;
    snapshots.reserve(batch.size());
    for (const auto& document : batch) snapshots.push_back(&document.snapshot);
    auto renderings = engine.renderer.render_all(snapshots);
    std::vector<core::DocumentId> rendered;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        auto& [bytes, failure] = renderings[i];
        if (failure.empty()) {
            files.emplace_back(batch[i].file, std::move(bytes));
            rendered.push_back(batch[i].id);
        } else {
            failures.push_back({"document " + batch[i].id.str(), std::move(failure), ""});
        }
    }
    return rendered;
}

}  // namespace

int archive_documents(const Engine& engine, const core::BusinessId& business, core::Date day,
                      core::Refusals& failures) {
    constexpr int batch_size = 500;  // files per sync; bounds memory
    int count = 0;
    for (;;) {
        const auto batch = engine.store.unrendered(business, batch_size);
        Files files;
        core::Refusals failed;
        const auto rendered = render(engine, batch, files, failed);
        if (!rendered.empty()) {
            const auto hashes = engine.archive.store(files);
            const auto unit = engine.store.begin(day);
            for (std::size_t i = 0; i < rendered.size(); ++i) {
                engine.store.mark_rendered(business, rendered[i], hashes[i],
                                           engine.renderer.version());
            }
            unit->commit();
            count += static_cast<int>(rendered.size());
        }
        // The last batch, or one in which what failed before stands in the way of the rest.
        if (rendered.empty() || batch.size() < static_cast<std::size_t>(batch_size)) {
            failures.insert(failures.end(), failed.begin(), failed.end());
            return count;
        }
    }
}

core::Result<std::string> archived_file(const Engine& engine, const core::BusinessId& business,
                                        const core::DocumentId& id) {
    const auto document = engine.store.document(business, id);
    if (!document) {
        return core::refuse("", "there is no document \"" + id.str() + "\"",
                            "kvit invoices and kvit notices list them");
    }
    if (document->sha256.empty()) return engine.renderer.render(document->snapshot);
    std::string bytes = engine.archive.load(document->file);
    if (engine.archive.sha256(bytes) != document->sha256) {
        throw core::EnvironmentError(
            "the archived file " + document->file +
            " is not the one that was issued (its SHA-256 differs); restore it "
            "from a backup");
    }
    return bytes;
}

}  // namespace kvit::app
