#pragma once
// Keep, watch or part ways: what the figures of a client say, with the reasons.

#include "kvit/document/clients_view.h"

namespace kvit::app {

// Fills in verdict and reasons. Our choice, not law: each reason is a figure that reached its
// threshold. One is enough to watch. Part ways: three reasons, one of them not about punctuality,
// or very late on the mean. A client among those that bring the first 80 % of revenue (or whose
// share is not known) is never parted from for punctuality: that takes three other reasons.
void judge(document::ClientRow& row);

}  // namespace kvit::app
