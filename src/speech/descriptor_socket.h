// Messages between processes of this program, with a file descriptor each.
#pragma once

#include <string>
#include <string_view>

#include "core/descriptor.h"

namespace fullcast {

/// Sends bytes and a copy of a descriptor over a stream socket of this machine (SCM_RIGHTS, see
/// unix(7)). False if nobody reads any more; raises no SIGPIPE.
[[nodiscard]] bool SendWithDescriptor(int socket, std::string_view bytes, int descriptor);

struct MessageWithDescriptor {
  std::string bytes;
  Descriptor descriptor;
};

/// Waits for such a message. False if nobody sends any more, or what came is none.
[[nodiscard]] bool ReceiveWithDescriptor(int socket, MessageWithDescriptor& message);

}  // namespace fullcast
