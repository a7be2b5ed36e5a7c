import type { PlacedCall } from '../../lint/index.ts';
import { optionTable, readCommandLine, type CommandLine } from './command-line.ts';

/** From `man curl`: the options that take a value. */
const curlOptions = optionTable(
  'o output H header d data X request u user A user-agent e referer b cookie c cookie-jar F form T upload-file ' +
    'w write-out m max-time x proxy K config C continue-at D dump-header E cert r range t telnet-option y speed-time ' +
    'Y speed-limit z time-cond Q quote P ftp-port U proxy-user retry retry-delay retry-max-time connect-timeout ' +
    'max-redirs max-filesize data-binary data-raw data-urlencode json cacert capath cert-type key key-type ciphers ' +
    'resolve connect-to interface limit-rate output-dir url url-query unix-socket proto proto-default proto-redir tls-max ' +
    'tls-ciphers noproxy socks5 socks5-hostname aws-sigv4 oauth2-bearer rate parallel-max create-file-mode',
);

/** From `man wget`. */
const wgetOptions = optionTable(
  'O output-document o output-file a append-output P directory-prefix e execute i input-file B base t tries T timeout ' +
    'w wait Q quota U user-agent A accept R reject D domains I include-directories X exclude-directories l level ' +
    'header post-data post-file body-data body-file method user password http-user http-password ca-certificate ' +
    'ca-directory certificate private-key limit-rate waitretry referer load-cookies save-cookies progress cut-dirs ' +
    'dns-timeout connect-timeout read-timeout max-redirect retry-on-http-error secure-protocol default-page config',
);

export function readCurl({ args }: PlacedCall): CommandLine {
  return readCommandLine(args, curlOptions);
}

/** wget has short options of two letters, all of which begin with n: `-nv`. They are given as one name. */
export function readWget({ args }: PlacedCall): CommandLine {
  const line = readCommandLine(args, wgetOptions);
  const options = line.options.map((option, index) => {
    const next = line.options[index + 1];
    return option.name === 'n' && next?.word === option.word ? { ...option, name: `n${next.name}` } : option;
  });
  return { ...line, options };
}

/** True for addresses of the machine itself, where a build waits for something that it has started. */
export function isLocalAddress(url: string): boolean {
  return /^(\w+:\/\/)?(localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)([:/]|$)/.test(url);
}
