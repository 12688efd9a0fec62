#include "adapters/sqlite/transaction.h"

#include "adapters/sqlite/statement.h"
#include "kvit/core/environment_error.h"

namespace kvit::sqlite {

Transaction::Transaction(const Connection& connection) : connection_(connection) {
    run(connection, R"sqlite(BEGIN IMMEDIATE)sqlite");
}

Transaction::~Transaction() {
    // A full disk or an I/O error may have rolled it back already.
    if (!open_ || !connection_.in_transaction()) return;
    try {
        run(connection_, R"sqlite(ROLLBACK)sqlite");
    } catch (const core::EnvironmentError&) {
        // Nothing was committed; the file's next reader rolls back what is left.
    }
}

void Transaction::commit() {
    run(connection_, R"sqlite(COMMIT)sqlite");
    open_ = false;
}

}  // namespace kvit::sqlite
