// An utterance on its way from one process to another.
#pragma once

#include "core/bytes.h"
#include "speech/utterance.h"

namespace fullcast {

/// Appends all that decides how the utterance sounds.
void Put(ByteWriter& writer, const Utterance& utterance);

/// Takes it back. Throws Error when the bytes are not whole.
Utterance GetUtterance(ByteReader& reader);

}  // namespace fullcast
