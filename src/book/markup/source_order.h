// Markup in the order of its source.
#pragma once

#include "book/markup/markup.h"

namespace fullcast {

/// A parser of HTML moves text out of tables, and repeats tags that were closed in the wrong order.
/// Puts each text back to where it stands in the source, and lets tags that stand elsewhere have no
/// place, so that no span begins before the one ahead of it ends.
Markup InSourceOrder(Markup markup);

}  // namespace fullcast
