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

/** Letters anywhere in a name, in lower case, and whole names by which hadolint's DL3064 knows a credential. */
export const hadolintSecretParts: readonly string[] = 'api_key client_key password private secret token username'.split(
  ' ',
);
export const hadolintSecretNames: ReadonlySet<string> = new Set(
  (
    'ACCESS_TOKEN APPLICATION_KEY APP_SECRET AUTH_TOKEN AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY BITTREX_API_KEY ' +
    'BITTREX_API_SECRET CF_PASSWORD CF_USERNAME CIRCLE_TOKEN CI_DEPLOY_PASSWORD CI_DEPLOY_USER DOCKERHUB_PASSWORD ' +
    'DOCKER_EMAIL DOCKER_PASSWORD DOCKER_USERNAME FACEBOOK_ACCESS_TOKEN FACEBOOK_APP_ID FACEBOOK_APP_SECRET ' +
    'FIREBASE_API_TOKEN FIREBASE_TOKEN FOSSA_API_KEY GH_ENTERPRISE_TOKEN GH_TOKEN GITHUB_ENTERPRISE_TOKEN GITHUB_TOKEN ' +
    'HEROKU_API_KEY HEROKU_API_USER NPM_AUTH_TOKEN NPM_TOKEN OKTA_AUTHN_GROUPID OKTA_CLIENT_ORGURL OKTA_CLIENT_TOKEN ' +
    'OKTA_OAUTH2_CLIENTID OKTA_OAUTH2_CLIENTSECRET OPENAI_API_KEY OS_PASSWORD OS_USERNAME POSTGRES_PASSWORD SLACK_TOKEN ' +
    'STRIPE_API_KEY STRIPE_DEVICE_NAME TRAVIS_OS_NAME TRAVIS_SECURE_ENV_VARS TRAVIS_SUDO VAULT_CLIENT_KEY VAULT_TOKEN'
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
