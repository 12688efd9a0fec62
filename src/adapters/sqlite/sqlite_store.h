#pragma once
// The database in one SQLite file. WAL with synchronous=FULL: what a commit returned from survives
// a power cut. Reading never changes a byte of the file; neither does a transaction that is rolled
// back.

#include "kvit/app/ports/clock.h"
#include "kvit/app/ports/store.h"

#include <memory>
#include <string>

namespace kvit::sqlite {

// Makes a new, empty database with every migration. Throws core::EnvironmentError where a file of
// this name exists or the folder cannot be written; never leaves half a database behind.
void create_database(const std::string& path, app::Clock& clock);

enum class Access { read_only, read_write };

// Opens an existing database; read_write brings an older one up to date first. Throws
// core::EnvironmentError with one sentence for each of: no such file, not a database, made by a
// newer kvit, in use, damaged, not writable. The clock must outlive the store.
std::unique_ptr<app::Store> open_store(const std::string& path, Access access, app::Clock& clock);

}  // namespace kvit::sqlite
