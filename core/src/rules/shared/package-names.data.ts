import type { packageManagers } from './packages.data.ts';

type ManagerName = keyof typeof packageManagers;

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const rpm = set('openssh-server dropbear');

/** Packages that hold an SSH server. What `openssh` means differs: on Alpine and openSUSE the server is in it. */
export const sshServers: Readonly<Record<ManagerName, ReadonlySet<string>>> = {
  apt: set('openssh-server ssh dropbear dropbear-bin tinysshd'),
  apk: set('openssh openssh-server openssh-server-pam dropbear tinyssh'),
  yum: rpm,
  dnf: rpm,
  zypper: set('openssh openssh-server dropbear'),
};

/** What builds programs, and is not needed once they are built. Groups of packages among them. */
export const buildTools: ReadonlySet<string> = set(
  'build-essential build-base gcc g++ gcc-c++ clang llvm make cmake ninja ninja-build meson ' +
    'autoconf automake libtool bison flex pkg-config pkgconf pkgconfig dpkg-dev debhelper fakeroot rpm-build ' +
    'alpine-sdk base-devel devel_basis gfortran golang cargo rust rustc git subversion mercurial patch swig nasm yasm',
);
/** `libssl-dev`, `openssl-devel` */
export const headerPackage = /^[\w.+]+(?:-[\w.+]+){0,9}-(?:dev|devel|headers)$/;

/** What helps a person at a terminal, or an intruder. */
export const personalTools: ReadonlySet<string> = set(
  'vim vim-tiny vim-enhanced vim-minimal neovim nano emacs emacs-nox joe mc less man man-db manpages telnet netcat ' +
    'netcat-traditional netcat-openbsd netcat-gnu nc nmap nmap-ncat ncat tcpdump wireshark tshark socat strace ltrace ' +
    'gdb lsof htop iftop iotop tmux screen ftp tftp rsh-client telnet-client',
);
