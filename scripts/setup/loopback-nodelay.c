/*
 * Preloaded into pcscd for the lab's virtual reader only. Two mends to Debian's vpcd:
 * it sends length and payload separately, which costs 44 ms an APDU until TCP_NODELAY is set on the accepted socket;
 * and it listens on every interface, so the wildcard address becomes loopback before it is bound.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

typedef int (*accept_fn)(int, struct sockaddr *, socklen_t *);
typedef int (*bind_fn)(int, const struct sockaddr *, socklen_t);

int accept(int listener, struct sockaddr *peer, socklen_t *length) {
  static accept_fn real;
  if (!real) real = (accept_fn)dlsym(RTLD_NEXT, "accept");
  int fd = real(listener, peer, length);
  int on = 1;
  if (fd >= 0) setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return fd;
}

int bind(int fd, const struct sockaddr *address, socklen_t length) {
  static bind_fn real;
  if (!real) real = (bind_fn)dlsym(RTLD_NEXT, "bind");
  if (address->sa_family == AF_INET && length >= sizeof(struct sockaddr_in)) {
    struct sockaddr_in local = *(const struct sockaddr_in *)address;
    if (local.sin_addr.s_addr == htonl(INADDR_ANY)) local.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return real(fd, (struct sockaddr *)&local, sizeof local);
  }
  return real(fd, address, length);
}
