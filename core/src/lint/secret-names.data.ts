/** Words that make a variable's name sound like a credential when they stand between underscores. */
export const secretWords: ReadonlySet<string> = new Set(
  (
    'apikey auth credential credentials key passphrase passwd password passwords pass psw pwd pword secret secrets ' +
    'token accesskey secretkey privatekey authtoken accesstoken'
  ).split(' '),
);

/** Words that turn such a name into something harmless: where a secret lies, how long it lives, how it is made. */
export const harmlessWords: ReadonlySet<string> = new Set(
  (
    'public pub file files filename path dir directory folder version url uri endpoint host hostname port server domain ' +
    'name names user username type kind mode method provider backend class algorithm alg algo format encoding prefix ' +
    'suffix header field param issuer audience realm scope scopes ttl timeout expiry expires expire expiration lifetime ' +
    'age interval rotation count length len size bits min max limit enabled enable disable disabled required optional ' +
    'allow skip use no without cache sort primary foreign partition index hash fingerprint gpg pgp keyring keyserver ' +
    'dummy fake example sample mount store manager converter serializer deserializer mechanism strategy plugin handler'
  ).split(' '),
);

/** The words by which BuildKit's check `SecretsUsedInArgOrEnv` knows a credential, and those that clear a name again. */
export const buildKitSecretWords: ReadonlySet<string> = new Set(
  'apikey auth credential credentials key password pword passwd secret token'.split(' '),
);
export const buildKitClearingWords: ReadonlySet<string> = new Set('public file version'.split(' '));

/**
 * Among the harmless words those of which users of other tools reported that they are no matter of opinion: places,
 * counts, life times, names of users, keys that sign packages.
 */
export const surelyHarmlessWords: ReadonlySet<string> = new Set(
  (
    'public pub file files filename path dir directory folder version name names username ttl timeout expiry expires ' +
    'expire expiration lifetime age interval rotation count length len size bits min max limit gpg pgp keyring keyserver'
  ).split(' '),
);
