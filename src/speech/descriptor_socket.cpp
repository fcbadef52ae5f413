#include "speech/descriptor_socket.h"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace fullcast {
namespace {

// Room for one descriptor beside the bytes of a message.
union Control {
  cmsghdr header;
  std::array<char, CMSG_SPACE(sizeof(int))> bytes;
};

msghdr MessageOf(iovec& part, Control& control) {
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control.bytes.data();
  message.msg_controllen = control.bytes.size();
  return message;
}

// The size goes ahead, and carries the descriptor.
bool SendSize(int socket, std::size_t size, int descriptor) {
  iovec part{&size, sizeof size};
  Control control{};
  msghdr message = MessageOf(part, control);
  cmsghdr* const rights = CMSG_FIRSTHDR(&message);
  rights->cmsg_level = SOL_SOCKET;
  rights->cmsg_type = SCM_RIGHTS;
  rights->cmsg_len = CMSG_LEN(sizeof descriptor);
  std::memcpy(CMSG_DATA(rights), &descriptor, sizeof descriptor);
  ssize_t sent = 0;
  do {
    sent = sendmsg(socket, &message, MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
  return sent == sizeof size;
}

bool ReceiveSize(int socket, std::size_t& size, Descriptor& descriptor) {
  iovec part{&size, sizeof size};
  Control control{};
  msghdr message = MessageOf(part, control);
  ssize_t got = 0;
  do {
    got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | MSG_WAITALL);
  } while (got < 0 && errno == EINTR);
  const cmsghdr* const rights = CMSG_FIRSTHDR(&message);
  if (got != sizeof size || rights == nullptr || rights->cmsg_type != SCM_RIGHTS) return false;
  int number = -1;
  std::memcpy(&number, CMSG_DATA(rights), sizeof number);
  descriptor = Descriptor(number);
  return true;
}

}  // namespace

bool SendWithDescriptor(int socket, std::string_view bytes, int descriptor) {
  if (!SendSize(socket, bytes.size(), descriptor)) return false;
  while (!bytes.empty()) {
    const ssize_t sent = send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool ReceiveWithDescriptor(int socket, MessageWithDescriptor& message) {
  std::size_t size = 0;
  if (!ReceiveSize(socket, size, message.descriptor)) return false;
  message.bytes.resize(size);
  for (std::size_t received = 0; received < size;) {
    const ssize_t got = recv(socket, message.bytes.data() + received, size - received, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    received += static_cast<std::size_t>(got);
  }
  return true;
}

}  // namespace fullcast
